// Which files of a plan are made: what the plan or its configuration asks for, or what --only names.
#pragma once

#include "documents/documents.h"

#include <optional>
#include <string>
#include <vector>

namespace planc {

/// Every word that --only takes.
std::vector<std::string> words_of_only();

/// What is wrong with the words of --only, ready to be shown; nothing if they are known.
std::optional<std::string> unknown_in_only(const std::vector<std::string>& only);

/// `plan.pdf` is that file, `plan` that document in the formats it is wanted in or else in all, `pdf` that format of
/// what is wanted; without any word all that is wanted.
std::vector<DocumentFile> chosen_files(const Plan& plan, const std::vector<std::string>& only);

} // namespace planc
