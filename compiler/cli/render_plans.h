// Every plan of a build compiled and rendered, before anything becomes of its documents.
#pragma once

#include "cli/build_places.h"
#include "cli/inputs.h"
#include "cli/outdated.h"

#include <string>
#include <vector>

namespace planc {

/// What a build made of one plan.
struct Built {
    Files files;
    Diagnostics findings; ///< none where documents are only compared or named: `planc check` tells them
    std::string plan_id;
    std::vector<Document> documents;
    std::vector<std::string> files_made; ///< names in the plan's folder, in the order of the documentation
    std::vector<std::string> files_read;
    ComparedDocuments comparison; ///< of its documents with what is there, where that is asked for
    std::size_t left_out = 0;
    bool read = false;
    bool complete = false; ///< and to its end
    std::string refused;   ///< why it is not rendered
    std::string unprinted; ///< why it could not be printed
    std::vector<std::string> notes;
};

/// The folder that gets the documents of a plan.
std::string folder_of(const BuildPlace& place, const Built& built);

/// `built` has a place for each input. Gives what could not be read, ready to be shown.
std::vector<std::string> render_plans(const std::vector<Input>& inputs, const std::vector<BuildPlace>& places,
                                      const BuildOptions& options, SharedFiles& shared, std::vector<Built>& built);

} // namespace planc
