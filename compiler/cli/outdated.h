// Whether the documents that are there are those that plans make now: `planc build --check`.
#pragma once

#include "cli/inputs.h"
#include "documents/documents.h"

#include <string>
#include <vector>

namespace planc {

/// A file that is not as `planc build` would leave it.
struct OutdatedFile {
    enum class Why { missing, differs, unwanted };

    Why why = Why::missing;
    std::string path;
};

/// The documents of one plan beside the files in its folder.
struct ComparedDocuments {
    std::vector<OutdatedFile> outdated; ///< in the order of the documents; what is no longer wanted comes last
    std::vector<std::string> errors;    ///< files that could not be read, ready to be shown
    std::size_t documents = 0;          ///< how many were compared
};

/// Where `all` is true, `documents` are all that the plan wants, and another document in `folder` is told as unwanted.
ComparedDocuments compare_documents(const std::string& folder, const std::vector<Document>& documents, bool all,
                                    Host& host);

/// Prints what is outdated and the commands that mend it; `comparisons` are of the inputs, in their order. Gives the
/// exit code.
int report_outdated(const BuildOptions& options, const std::vector<Input>& inputs,
                    const std::vector<ComparedDocuments>& comparisons, Host& host);

} // namespace planc
