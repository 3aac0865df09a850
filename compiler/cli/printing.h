// Printing documents, with the part of the program that can, loaded at the first of them.
#pragma once

#include "documents/documents.h"
#include "host/host.h"
#include "print/printer.h"

#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace planc {

/// May be asked on several threads.
class Printing {
public:
    explicit Printing(Host& host) : host_(host) {}

    /// Appends those of the files that are printed to `documents`. Gives why one could not be, ready to be shown; empty
    /// if all could. `notes` gets what a reader should know.
    std::string print(const Pages& pages, std::span<const DocumentFile> files, Paper paper,
                      std::vector<Document>& documents, std::vector<std::string>& notes);

private:
    void load();

    Host& host_;
    std::once_flag loaded_;
    const Printer* printer_ = nullptr;
    std::optional<std::int64_t> created_; ///< SOURCE_DATE_EPOCH
    std::string error_;
};

} // namespace planc
