// Where the documents of each plan go and which templates make them: as the command line says, or its configuration.
#pragma once

#include "cli/inputs.h"
#include "cli/templates.h"

#include <map>
#include <string>
#include <vector>

namespace planc {

/// For one plan.
struct BuildPlace {
    std::string folder; ///< gets PLAN-ID/DOCUMENT.FORMAT
    std::string root;   ///< below it nothing is written through a link
    const TemplateFolder* templates = nullptr;
    Paper paper = Paper::a4;
};

struct BuildPlaces {
    std::map<std::string, TemplateFolder> templates; ///< by folder
    std::vector<BuildPlace> of_inputs;
    std::vector<std::string> errors; ///< ready to be shown
};

/// An output as people are told of it: as they named its folder, or from the current one.
std::string shown_path(const std::string& path, const BuildOptions& options, Host& host);

BuildPlaces find_places(const std::vector<Input>& inputs, const BuildOptions& options, SharedFiles& shared);

} // namespace planc
