#include "cli/includes.h"

#include "diagnostics/quote.h"
#include "rules/all.h"
#include "rules/hide_secrets.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::size_t deepest = 16;
constexpr std::size_t most_files = 256; ///< of one plan

using Path = std::filesystem::path; // for its arithmetic alone; the host goes to the disk

bool lies_below(const std::string& path, const std::string& folder) {
    return folder == "/" || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

std::string folder_of(const std::string& path) {
    const std::string folder = Path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

class Reader {
public:
    Reader(SharedFiles& shared, const Settings& settings, Diagnostics& findings)
        : shared_(shared), settings_(settings), findings_(findings) {}

    Includes read(const Node* root, const std::string& path, const std::vector<std::string>& added) {
        const auto here = shared_.host().real_path(".");
        const auto folder = shared_.host().real_path(folder_of(path));
        if (const auto* real = std::get_if<std::string>(&here)) here_ = *real;
        if (const auto* error = std::get_if<HostError>(&folder)) {
            for_includes(root, [&](const Node& node) { refuse(node, error->message); });
        } else {
            // Of a plan that is a link, the folder of what it leads to counts, as of the files it includes.
            const auto plan = shared_.host().real_path(path);
            const auto* const real_plan = std::get_if<std::string>(&plan);
            if (real_plan != nullptr) open_.push_back(*real_plan);
            const std::string from = real_plan != nullptr ? folder_of(*real_plan) : std::get<std::string>(folder);
            root_ = settings_.folder;
            include_all(root, from);
        }
        for (const std::string& one : added) add(one);
        return std::move(includes_);
    }

private:
    template <class Use>
    static void for_includes(const Node* root, Use use) {
        if (root == nullptr) return;
        for (const Pair& pair : root->pairs()) {
            if (pair.key.text() != "include") continue;
            if (pair.value.kind() == NodeKind::scalar) use(pair.value);
            for (const Node& item : pair.value.items())
                if (item.kind() == NodeKind::scalar) use(item);
        }
    }

    void include_all(const Node* root, const std::string& folder) {
        for_includes(root, [&](const Node& node) { include(node, folder); });
    }

    void include(const Node& node, const std::string& folder) {
        const std::string_view text = node.text();
        if (text.empty()) return; // told when the plan is bound
        if (text.find('\0') != std::string_view::npos) return refuse(node, "no file is called that");
        if (text.front() == '/')
            return refuse(node, "it is not a path from this file", "write it without the folders above the project");
        const auto found = shared_.host().real_path((Path(folder) / Path(text)).string());
        if (const auto* error = std::get_if<HostError>(&found)) return refuse(node, error->message);
        const auto& real = std::get<std::string>(found);
        if (!lies_below(real, root_))
            return refuse(node, "it lies outside the project",
                          "a project is the folder that holds `.git` or `.planc.yaml`; without them, the plan's own");
        if (std::find(open_.begin(), open_.end(), real) != open_.end()) return refuse_circle(node, real);
        if (open_.size() > deepest) return refuse(node, fmt::format("it is included more than {} files deep", deepest));
        if (!seen(real)) enter(node, real);
    }

    bool seen(const std::string& real) { return std::find(paths_.begin(), paths_.end(), real) != paths_.end(); }

    void enter(const Node& node, const std::string& real) {
        if (includes_.files.size() >= most_files)
            return refuse(node, fmt::format("the plan has more than {} files", most_files));
        const SharedFile& file = shared_.read(real, name_of(real), settings_);
        if (!file.error.empty()) return refuse(node, file.error);
        use(file, real);
        if (file.tree.unread_from()) refuse(node, "it cannot be read to its end");
        open_.push_back(real);
        include_all(file.tree.root(), folder_of(real));
        open_.pop_back();
    }

    void use(const SharedFile& file, const std::string& real) {
        paths_.push_back(real);
        includes_.files.push_back(&file);
        findings_.insert(findings_.end(), file.findings.begin(), file.findings.end());
    }

    void add(const std::string& path) {
        const auto found = shared_.host().real_path(path);
        const auto* const real = std::get_if<std::string>(&found);
        if (real == nullptr || seen(*real) || std::find(open_.begin(), open_.end(), *real) != open_.end()) return;
        const SharedFile& file = shared_.read(*real, path, settings_);
        if (!file.error.empty()) return; // told before the plan was read
        use(file, *real);
        if (file.tree.unread_from()) includes_.complete = false;
        for_includes(file.tree.root(), [&](const Node& node) { refuse(node, "a record includes nothing"); });
    }

    std::string name_of(const std::string& real) const {
        const std::string name = Path(real).lexically_relative(here_).string();
        return name.empty() ? real : name;
    }

    void refuse(const Node& node, std::string why, std::string help = {}) {
        Diagnostic finding;
        finding.rule = "bad-include";
        finding.message = fmt::format("{} cannot be included: {}", quoted(node.text()), why);
        finding.span = node.span();
        finding.help = std::move(help);
        finding.notes.emplace_back("what it may declare is unknown, so references to nothing are not told yet");
        findings_.push_back(std::move(finding));
        includes_.complete = false;
    }

    void refuse_circle(const Node& node, const std::string& real) {
        std::string circle;
        for (auto at = std::find(open_.begin(), open_.end(), real); at != open_.end(); ++at)
            circle += fmt::format("{} → ", name_of(*at));
        refuse(node, "it includes itself");
        findings_.back().notes.push_back(circle + name_of(real));
    }

    SharedFiles& shared_;
    const Settings& settings_;
    Diagnostics& findings_;
    Includes includes_;
    std::string here_;
    std::string root_;
    std::vector<std::string> open_;  ///< files that are being looked into, from the plan on
    std::vector<std::string> paths_; ///< of `includes_.files`
};

} // namespace

const SharedFile& SharedFiles::read(const std::string& real_path, const std::string& name, const Settings& settings) {
    Slot* slot = nullptr;
    {
        const std::lock_guard lock(mutex_);
        std::unique_ptr<Slot>& place = slots_[{real_path, settings.folder}];
        if (place == nullptr) {
            place = std::make_unique<Slot>();
            place->file.entry.number = ++files_;
        }
        slot = place.get();
    }
    std::call_once(slot->once, [&] {
        SharedFile& file = slot->file;
        HostResult<std::string> text = host_.read_file(real_path);
        if (const auto* error = std::get_if<HostError>(&text)) {
            file.error = error->message;
            return;
        }
        file.entry.file = make_file(name, std::move(std::get<std::string>(text)));
        file.secrets = secrets_in(*file.entry.file, file.entry.number);
        Files alone;
        alone.add(file.entry);
        file.tree = parse_yaml(alone, file.entry.number, file.findings);
        file.suppressions = read_suppressions(file.tree, alone, file.findings);
        if (file.tree.root() == nullptr || file.tree.unread_from()) return;
        const Configuration& configuration = settings.configuration;
        file.part = bind_part(*file.tree.root(), alone, file.entry.number, configuration, file.findings);
        if (file.part != nullptr) run_part_rules(analyse(alone, file.part->plan, {}, configuration, {}), file.findings);
    });
    return slot->file;
}

const Settings& SharedFiles::settings_of(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    const auto [project, unknown] = projects_.try_emplace(folder);
    if (unknown) project->second = project_above(folder, host_);
    std::unique_ptr<const Settings>& place = settings_[project->second];
    if (place == nullptr) place = std::make_unique<const Settings>(read_settings(project->second, ++files_, host_));
    return *place;
}

const Settings& SharedFiles::settings_for(const std::string& path) { return settings_of(folder_for(path, host_)); }

bool SharedFiles::has_read(const std::string& real_path) {
    const std::lock_guard lock(mutex_);
    return std::any_of(slots_.begin(), slots_.end(), [&](const auto& slot) { return slot.first.first == real_path; }) ||
           std::any_of(settings_.begin(), settings_.end(), [&](const auto& one) {
               const Files::Entry& entry = one.second->entry;
               return entry.file != nullptr && absolute_path(entry.file->name(), host_) == real_path;
           });
}

Includes read_includes(const Tree& tree, const std::string& path, const std::vector<std::string>& added,
                       SharedFiles& shared, const Settings& settings, Diagnostics& findings) {
    const Node* const root = tree.root();
    const bool asks = root != nullptr && std::any_of(root->pairs().begin(), root->pairs().end(),
                                                     [](const Pair& pair) { return pair.key.text() == "include"; });
    if (!asks && added.empty()) return {};
    return Reader(shared, settings, findings).read(root, path, added);
}

} // namespace planc
