// The configuration of a folder, found, read and bound.
#pragma once

#include "binding/bind.h"
#include "host/host.h"
#include "source/file.h"
#include "syntax/tree.h"

#include <cstdint>
#include <string>

namespace planc {

/// What holds for plans in a folder and where it is written.
struct Settings {
    std::string folder; ///< the real path of the folder that holds `.planc.yaml`; the asked one where there is none
    Files::Entry entry; ///< without a file where there is no configuration
    Tree tree;          ///< the texts the configuration refers to
    Configuration configuration;
    Diagnostics findings;
    std::string error; ///< why it cannot be used, ready to be shown; empty if it can
};

inline constexpr std::string_view configuration_names[] = {".planc.yaml", ".planc.yml"};

/// A real path as people call it: from the current folder.
std::string path_from_here(const std::string& real_path, Host& host);

/// The real path of the folder that holds the file at `path`, or would hold it; of a link, what it leads to counts.
std::string folder_for(const std::string& path, Host& host);

/// The real path of what is there; of what is not, that of its folder with its name.
std::string absolute_path(const std::string& path, Host& host);

/// The nearest folder from `folder` upward that holds a configuration or `.git`; `folder` itself where none does.
std::string project_above(const std::string& folder, Host& host);

/// Reads the configuration that lies in `folder`, if any. `number` is that of its file, `name` how findings call it.
Settings read_settings(const std::string& folder, std::uint32_t number, Host& host);

} // namespace planc
