// A host in memory, for tests.
#pragma once

#include "host/host.h"

#include <map>
#include <mutex>

namespace planc {

/// Files by path; `errors` makes a path refuse to be read or written.
class MemoryHost final : public Host {
public:
    std::map<std::string, std::string> files;
    std::map<std::string, std::string> errors;
    std::map<std::string, std::string> links;      ///< paths that lead to another path
    std::map<std::string, std::size_t> times_read; ///< of files
    std::map<std::string, std::string> variables;
    std::map<std::string, const void*> parts; ///< by name; what is loaded of them
    std::string input;
    std::string output;
    std::string error_output;
    bool terminal = false;
    bool full = false; ///< standard output takes nothing
    std::size_t width = 100;
    unsigned cores = 2;
    double now = 0;
    double step = 0; ///< seconds that pass from one look at the clock to the next

    PathKind kind(const std::string& path) override;
    HostResult<std::string> real_path(const std::string& path) override; ///< the current folder is `/here`
    std::size_t size(const std::string& path) override;
    HostResult<std::string> read_file(const std::string& path) override;
    HostResult<std::string> read_standard_input() override { return input; }
    Listing list_files(const std::string& folder, std::string_view suffix) override;
    HostResult<std::vector<std::string>> write_files(const std::vector<OutputFile>& files) override;
    std::optional<std::string> environment(const std::string& name) override;
    bool output_is_terminal() override { return terminal; }
    bool error_is_terminal() override { return terminal; }
    std::size_t terminal_width() override { return width; }
    bool write_output(std::string_view text) override;
    std::string lost_output() override { return full ? "the disk is full" : ""; }
    void write_error(std::string_view text) override { error_output += text; }
    HostResult<const void*> load_part(const std::string& name, const std::string& symbol) override;
    unsigned processors() override { return cores; }
    double steady_seconds() override;

private:
    std::mutex mutex_;
};

} // namespace planc
