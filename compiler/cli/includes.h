// Files that plans include: found, read and parsed, once for all plans of a run.
#pragma once

#include "binding/part.h"
#include "cli/settings.h"
#include "diagnostics/diagnostic.h"
#include "host/host.h"
#include "rules/suppressions.h"
#include "source/file.h"
#include "syntax/tree.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace planc {

/// A file that plans include.
struct SharedFile {
    Files::Entry entry; ///< numbered from 1, over all plans; without a file where it cannot be read
    Tree tree;
    std::unique_ptr<const BoundPart> part; ///< null where it has to be bound with each plan
    std::vector<Suppression> suppressions;
    std::vector<Span> secrets; ///< what no finding may show of it
    Diagnostics findings;      ///< of its syntax and comments; of a part, all that does not depend on the plan
    std::string error;         ///< why it cannot be read; empty if it can
};

/// Reads each file once, for whichever plan and thread asks first.
class SharedFiles {
public:
    explicit SharedFiles(Host& host) : host_(host) {}

    Host& host() { return host_; }
    /// `real_path` without links; `name` is how findings call it; `settings` are those of the plan that includes it.
    const SharedFile& read(const std::string& real_path, const std::string& name, const Settings& settings);
    /// What holds for plans in a folder, by its real path: the nearest configuration from there upward, to the
    /// repository's root.
    const Settings& settings_of(const std::string& folder);
    /// The same for the plan at `path`; if that is a link, for what it leads to.
    const Settings& settings_for(const std::string& path);
    /// Whether the file at this real path was read as part of a plan, or is its configuration.
    bool has_read(const std::string& real_path);

private:
    struct Slot {
        std::once_flag once;
        SharedFile file;
    };

    Host& host_;
    std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<Slot>> slots_; ///< by path, and folder of the project
    std::uint32_t files_ = 0;                                                    ///< how many have a number
    std::map<std::string, std::string> projects_;
    std::map<std::string, std::unique_ptr<const Settings>> settings_; ///< by the project's folder
};

/// The files that one plan includes, at any depth, each once, in the order in which they are named.
struct Includes {
    std::vector<const SharedFile*> files;
    bool complete = true; ///< false if one could not be read, or not to its end
};

/// Rule: bad-include, and what is wrong with the syntax of the files. `path` is where the plan lies; files without one
/// lie in the current folder. `added` are further files, by their path from the current folder, wherever they lie.
Includes read_includes(const Tree& tree, const std::string& path, const std::vector<std::string>& added,
                       SharedFiles& shared, const Settings& settings, Diagnostics& findings);

} // namespace planc
