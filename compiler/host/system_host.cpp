// The machine itself.
#include "host/system_host.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace planc {

namespace {

std::string reason(int error) {
    switch (error) {
    case ENOENT:
        return "there is no such file";
    case EACCES:
    case EPERM:
        return "no permission";
    case EISDIR:
        return "it is a folder";
    case ENOTDIR:
        return "a part of the path is not a folder";
    case ENOSPC:
        return "the disk is full";
    case EDQUOT:
        return "the disk quota is used up";
    case EROFS:
        return "the file system is read-only";
    case ENAMETOOLONG:
        return "the path is too long";
    case ELOOP:
        return "symbolic links go round in a circle";
    case EFBIG:
        return "the file would be too large";
    default:
        return std::strerror(error);
    }
}

/// Why this path cannot be opened.
std::string reason_for(const std::string& path, int error) {
    struct stat status {};
    const bool link = error == ENOENT && ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
    return link ? "it is a link that leads nowhere" : reason(error);
}

/// Owns a file descriptor.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    int get() const { return value_; }
    /// Closes now and tells whether that worked: a full disk may show only here.
    bool close() {
        const int result = ::close(value_);
        value_ = -1;
        return result == 0;
    }

private:
    int value_;
};

HostResult<std::string> read_all(int descriptor, std::size_t expected) {
    std::string text(expected + 1, '\0'); // one more, so that the end is seen without growing
    std::size_t used = 0;
    for (;;) {
        if (used > max_file_size) {
            return HostError{fmt::format("it is larger than {} MiB, the most planc reads", max_file_size >> 20)};
        }
        if (used == text.size()) text.resize(2 * used);
        const ssize_t got = ::read(descriptor, text.data() + used, text.size() - used);
        if (got < 0) {
            if (errno == EINTR) continue;
            return HostError{reason(errno)};
        }
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
    }
    text.resize(used);
    return text;
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool ends_with(std::string_view text, std::string_view suffix) {
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

void list_into(const std::string& folder, std::string_view suffix, Listing& found) {
    DIR* directory = ::opendir(folder.c_str());
    if (directory == nullptr) {
        // A folder that has gone since its name was read holds nothing.
        if (errno != ENOENT) found.unreadable.push_back(fmt::format("{}: {}", folder, reason(errno)));
        return;
    }
    std::vector<std::string> folders;
    for (errno = 0; const dirent* entry = ::readdir(directory); errno = 0) {
        const std::string_view name = entry->d_name;
        if (name.front() == '.') continue;
        const std::string path = folder.back() == '/' ? folder + std::string(name) : fmt::format("{}/{}", folder, name);
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) continue; // vanished meanwhile
        if (S_ISDIR(status.st_mode)) {
            folders.push_back(path);
        } else if (ends_with(name, suffix) && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
            found.files.push_back(path);
        }
    }
    if (errno != 0) found.unreadable.push_back(fmt::format("{}: {}", folder, reason(errno)));
    ::closedir(directory);
    for (const std::string& below : folders) list_into(below, suffix, found);
}

/// Makes every missing folder above `path`; an empty text is success.
std::string make_folders(const std::string& path, std::vector<std::string>& made) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (::mkdir(folder.c_str(), 0777) == 0) {
            made.push_back(folder);
        } else if (const int failed = errno; failed != EEXIST) {
            struct stat status {};
            if (::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) continue;
            return fmt::format("cannot make the folder {}: {}", folder, reason(failed));
        }
    }
    return {};
}

/// Why no file can take the place of what is there; empty if one can.
std::string cannot_replace(const std::string& path) {
    struct stat there {};
    if (::stat(path.c_str(), &there) != 0) return {};
    if (S_ISDIR(there.st_mode)) return fmt::format("cannot write {}: it is a folder", path);
    if (!S_ISREG(there.st_mode)) return fmt::format("cannot write {}: it is not a regular file", path);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        struct stat stream {};
        if (::fstat(descriptor, &stream) == 0 && stream.st_dev == there.st_dev && stream.st_ino == there.st_ino)
            return fmt::format("cannot write {}: what is printed goes there", path);
    }
    return {};
}

/// A file written beside its place; goes away unless it is put in place.
struct Staged {
    std::string temporary;
    std::string path;
};

/// Writes one file beside its place; an empty text is success.
std::string stage(const std::string& path, std::string_view text, std::vector<Staged>& staged) {
    std::string temporary = path + ".XXXXXX";
    Descriptor file(::mkstemp(temporary.data()));
    if (file.get() < 0) return fmt::format("cannot write {}: {}", path, reason(errno));
    staged.push_back({temporary, path});
    const mode_t mask = ::umask(0);
    ::umask(mask);
    struct stat old {};
    const mode_t mode = ::stat(path.c_str(), &old) == 0 ? (old.st_mode & 0777) : (0666 & ~mask);
    if (!write_all(file.get(), text) || ::fchmod(file.get(), mode) != 0 || !file.close()) {
        return fmt::format("cannot write {}: {}", path, reason(errno));
    }
    return {};
}

/// Whether a folder between `root` and the file is a link; never where no root is given.
bool leads_out(const std::string& path, std::string_view root) {
    if (root.empty()) return false;
    for (std::size_t slash = path.find('/', root.size() + 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        struct stat status {};
        if (::lstat(path.substr(0, slash).c_str(), &status) == 0 && S_ISLNK(status.st_mode)) return true;
    }
    return false;
}

/// Renames all files to their places; where that fails for one, the old ones are put back. An empty text is success.
std::string put_in_place(const std::vector<Staged>& staged, std::vector<std::string>& written) {
    std::vector<std::pair<std::string, std::string>> kept; // second names of old files, and their first
    std::vector<std::string> added;
    std::string error;
    for (const Staged& file : staged) {
        const std::string second = file.temporary + "~";
        if (::link(file.path.c_str(), second.c_str()) == 0)
            kept.emplace_back(second, file.path);
        else if (errno == ENOENT)
            added.push_back(file.path);
        if (::rename(file.temporary.c_str(), file.path.c_str()) != 0) {
            error = fmt::format("cannot write {}: {}", file.path, reason(errno));
            break;
        }
        written.push_back(file.path);
    }
    if (!error.empty()) {
        for (const std::string& path : added) ::unlink(path.c_str());
        for (const auto& [second, first] : kept) ::rename(second.c_str(), first.c_str());
    }
    for (const auto& [second, first] : kept) ::unlink(second.c_str());
    return error;
}

class SystemHost final : public Host {
public:
    PathKind kind(const std::string& path) override {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) return PathKind::missing;
        if (S_ISREG(status.st_mode)) return PathKind::file;
        return S_ISDIR(status.st_mode) ? PathKind::directory : PathKind::other;
    }

    HostResult<std::string> real_path(const std::string& path) override {
        char* const real = ::realpath(path.c_str(), nullptr);
        if (real == nullptr) return HostError{reason(errno)};
        std::string result(real);
        std::free(real);
        return result;
    }

    std::size_t size(const std::string& path) override {
        struct stat status {};
        return ::stat(path.c_str(), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
    }

    HostResult<std::string> read_file(const std::string& path) override {
        // Without O_NONBLOCK a pipe that nobody writes would wait for ever, before it can be refused.
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (file.get() < 0) return HostError{reason_for(path, errno)};
        struct stat status {};
        if (::fstat(file.get(), &status) != 0) return HostError{reason(errno)};
        if (S_ISDIR(status.st_mode)) return HostError{"it is a folder"};
        if (!S_ISREG(status.st_mode)) return HostError{"it is not a regular file"};
        const auto size = static_cast<std::size_t>(status.st_size);
        if (size > max_file_size) {
            return HostError{
                fmt::format("it is {} MiB large; planc reads at most {} MiB", size >> 20, max_file_size >> 20)};
        }
        return read_all(file.get(), size);
    }

    HostResult<std::string> read_standard_input() override { return read_all(STDIN_FILENO, 65536); }

    Listing list_files(const std::string& folder, std::string_view suffix) override {
        Listing found;
        list_into(folder, suffix, found);
        std::sort(found.files.begin(), found.files.end());
        return found;
    }

    HostResult<std::vector<std::string>> write_files(const std::vector<OutputFile>& files) override {
        std::vector<Staged> staged;
        std::vector<std::string> made;
        std::string error;
        for (const auto& [path, text, root] : files) {
            if (holds(path, text)) continue;
            if (leads_out(path, root))
                error = fmt::format("cannot write {}: its folder is a link to somewhere else", path);
            if (error.empty()) error = make_folders(path, made);
            if (error.empty()) error = cannot_replace(path);
            if (error.empty()) error = stage(path, text, staged);
            if (!error.empty()) break;
        }
        std::vector<std::string> written;
        if (error.empty()) error = put_in_place(staged, written);
        for (const Staged& file : staged) ::unlink(file.temporary.c_str());
        if (error.empty()) return written;
        for (auto folder = made.rbegin(); folder != made.rend(); ++folder) ::rmdir(folder->c_str());
        return HostError{error};
    }

    std::optional<std::string> environment(const std::string& name) override {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    }

    bool output_is_terminal() override { return ::isatty(STDOUT_FILENO) == 1; }
    bool error_is_terminal() override { return ::isatty(STDERR_FILENO) == 1; }

    std::size_t terminal_width() override {
        winsize size{};
        for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
            if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
        }
        return 100;
    }

    HostResult<const void*> load_part(const std::string& name, const std::string& symbol) override {
        std::error_code failed;
        const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
        if (failed) return HostError{"where the program lies is unknown: " + failed.message()};
        std::filesystem::path file = program / (name + ".so");
        if (!std::filesystem::exists(file, failed)) file = program.parent_path() / "lib" / "planc" / (name + ".so");
        void* const part = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (part == nullptr) return HostError{::dlerror()};
        const void* const found = ::dlsym(part, symbol.c_str());
        if (found == nullptr) return HostError{fmt::format("{} is of another version", file.string())};
        return found;
    }

    bool write_output(std::string_view text) override {
        if (write_all(STDOUT_FILENO, text)) return true;
        if (errno != EPIPE && lost_.empty()) lost_ = reason(errno);
        return false;
    }
    std::string lost_output() override { return lost_; }
    void write_error(std::string_view text) override { write_all(STDERR_FILENO, text); }
    unsigned processors() override { return std::max(1U, std::thread::hardware_concurrency()); }

    double steady_seconds() override {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }

private:
    std::string lost_;

    bool holds(const std::string& path, std::string_view text) {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
        if (static_cast<std::size_t>(status.st_size) != text.size()) return false;
        const HostResult<std::string> old = read_file(path);
        const auto* old_text = std::get_if<std::string>(&old);
        return old_text != nullptr && *old_text == text;
    }
};

} // namespace

Host& system_host() {
    static SystemHost host;
    return host;
}

} // namespace planc
