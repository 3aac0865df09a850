// Templates of the user's own, read from a folder.
#pragma once

#include "documents/documents.h"
#include "host/host.h"

#include <string>
#include <vector>

namespace planc {

/// What a folder makes of the templates.
struct TemplateFolder {
    Templates templates;
    std::vector<std::string> files; ///< that were read, as the folder was named
};

/// The built-in templates with those of the folder in their place, file by file; the built-in ones alone if `folder` is
/// empty. Where `root` is given, no file may lead out of it. `errors` gets every mistake, ready to be shown, with file,
/// line and column.
TemplateFolder read_templates(const std::string& folder, const std::string& root, Host& host,
                              std::vector<std::string>& errors);

} // namespace planc
