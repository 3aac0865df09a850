// The only door to disk, clock, environment, terminal and processes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace planc {

/// What went wrong at the door, ready to be shown: "no permission to read it", "it is a directory".
struct HostError {
    std::string message;
};

template <class T>
using HostResult = std::variant<T, HostError>;

/// Largest file that is read.
inline constexpr std::size_t max_file_size = std::size_t{64} << 20;

/// Files that were found, and folders that could not be looked into, with why.
struct Listing {
    std::vector<std::string> files;
    std::vector<std::string> unreadable;
};

enum class PathKind { missing, file, directory, other };

/// A file to be written.
struct OutputFile {
    std::string path;
    std::string text;
    std::string root; ///< a folder that begins the path: no folder below it is entered through a link; empty for none
};

class Host {
public:
    virtual ~Host() = default;

    virtual PathKind kind(const std::string& path) = 0;
    /// The absolute path of what is there, without links, `.` and `..`.
    virtual HostResult<std::string> real_path(const std::string& path) = 0;
    /// How many bytes a file has; 0 where that is unknown.
    virtual std::size_t size(const std::string& path) = 0;
    /// The bytes of a regular file of at most `max_file_size` bytes.
    virtual HostResult<std::string> read_file(const std::string& path) = 0;
    /// All of standard input, within the same limit.
    virtual HostResult<std::string> read_standard_input() = 0;
    /// Regular files at any depth below a folder whose name ends in `suffix`, sorted by path; what is hidden and links
    /// to folders are passed over. Paths start with `folder`.
    virtual Listing list_files(const std::string& folder, std::string_view suffix) = 0;
    /// Writes all these files or none: each is written whole beside its place first, then all are renamed. Folders are
    /// made as needed. A file that already has this text is left alone. Gives the paths that changed.
    virtual HostResult<std::vector<std::string>> write_files(const std::vector<OutputFile>& files) = 0;

    virtual std::optional<std::string> environment(const std::string& name) = 0;
    virtual bool output_is_terminal() = 0;    ///< standard output
    virtual bool error_is_terminal() = 0;     ///< standard error
    virtual std::size_t terminal_width() = 0; ///< columns; 100 where there is none
    /// False if it could not be written.
    virtual bool write_output(std::string_view text) = 0;
    /// Why output was lost; empty if none was, or its reader wanted no more.
    virtual std::string lost_output() = 0;
    virtual void write_error(std::string_view text) = 0;
    /// What the part of the program called `NAME.so` gives under a symbol. It lies beside the program, or in
    /// ../lib/planc from there, and stays loaded.
    virtual HostResult<const void*> load_part(const std::string& name, const std::string& symbol) = 0;
    virtual unsigned processors() = 0; ///< at least 1
    /// Seconds of a clock that never goes back, for the progress line and --timings alone.
    virtual double steady_seconds() = 0;
};

} // namespace planc
