#include "cli/inputs.h"

#include "cli/fix.h"
#include "cli/formats.h"
#include "rules/all.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fmt/format.h>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace planc {

namespace {

/// Tells how far the work is, on a terminal, once it has taken a second.
class Progress {
public:
    Progress(Host& host, std::size_t total)
        : host_(host), total_(total), active_(host.error_is_terminal() && total > 1) {
        if (active_) begun_ = host_.steady_seconds();
    }
    ~Progress() {
        if (shown_) host_.write_error("\r\x1b[K");
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void advance() {
        if (!active_) return;
        const std::lock_guard lock(mutex_);
        ++done_;
        const double now = host_.steady_seconds();
        if (now - begun_ < 1.0 || now - last_ < 0.1) return;
        last_ = now;
        shown_ = true;
        host_.write_error(fmt::format("\r{} of {} plans", done_, total_));
    }

private:
    Host& host_;
    std::size_t total_;
    std::size_t done_ = 0;
    double begun_ = 0;
    double last_ = 0;
    bool active_;
    bool shown_ = false;
    std::mutex mutex_;
};

void add_path(const std::string& path, const CheckOptions& options, Host& host, Inputs& found) {
    if (path == "-") {
        found.inputs.push_back({"-", options.stdin_name});
        return;
    }
    if (host.kind(path) != PathKind::directory) {
        found.inputs.push_back({path, path});
        return;
    }
    std::vector<std::string> files;
    std::set<std::string> unreadable;
    for (const std::string_view suffix : plan_suffixes) {
        const Listing listed = host.list_files(path, suffix);
        files.insert(files.end(), listed.files.begin(), listed.files.end());
        for (const std::string& folder : listed.unreadable) unreadable.insert(folder);
    }
    std::sort(files.begin(), files.end());
    for (const std::string& folder : unreadable) found.errors.push_back("cannot read the folder " + folder);
    if (files.empty() && unreadable.empty())
        found.errors.push_back(fmt::format("no plan in {}: no file there is called *{}", path, plan_suffixes[0]));
    for (const std::string& file : files) {
        const std::string name = file.starts_with("./") ? file.substr(2) : file;
        found.inputs.push_back({name, name});
    }
}

/// What cannot be read is told whichever rules are chosen, and what is wrong with the configuration, too.
bool is_chosen(const Diagnostic& finding, const Settings& settings, const CheckOptions& options) {
    const std::uint32_t configuration = settings.configuration.file;
    return (configuration != 0 && finding.span.file == configuration) || is_chosen(finding.rule, options);
}

std::unique_ptr<Compilation> compile_text(const Input& input, std::string text, const CheckOptions& options,
                                          SharedFiles& shared, Watch& watch) {
    return compile({path_of(input), input.name, std::move(text), wants_places(options)}, options.record, options.as_of,
                   shared, &watch);
}

/// Compiles, and mends before if that is asked for.
std::unique_ptr<Compilation> compile_input(const Input& input, std::string text, const CheckOptions& options,
                                           SharedFiles& shared, Watch& watch) {
    if (options.fix == Fix::none) return compile_text(input, std::move(text), options, shared, watch);
    const Settings& settings = shared.settings_for(path_of(input));
    return fix(
        std::move(text), [&](const std::string& tried) { return compile_text(input, tried, options, shared, watch); },
        [&](const Diagnostic& finding) { return is_chosen(finding, settings, options); });
}

/// The numbers of the inputs, those of large files first: one begun last would keep one thread busy after the others.
std::vector<std::size_t> largest_first(const std::vector<Input>& inputs, Host& host) {
    std::vector<std::size_t> sizes;
    std::vector<std::size_t> numbers;
    for (const Input& input : inputs) {
        numbers.push_back(numbers.size());
        sizes.push_back(input.path == "-" ? 0 : host.size(input.path));
    }
    std::stable_sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    return numbers;
}

/// Empty if there is no record, or it can be read and is for one plan.
std::string cannot_use_record(const std::vector<Input>& inputs, const CheckOptions& options, Host& host) {
    if (options.record.empty()) return {};
    if (inputs.size() != 1) return "--record belongs to one plan; name that plan alone";
    const HostResult<std::string> text = host.read_file(options.record);
    if (const auto* error = std::get_if<HostError>(&text))
        return fmt::format("cannot read {}: {}", options.record, error->message);
    return {};
}

} // namespace

Inputs find_inputs(const CheckOptions& options, Host& host) {
    Inputs found;
    if (options.paths.empty()) add_path(".", options, host, found);
    for (const std::string& path : options.paths) add_path(path, options, host, found);
    std::set<std::string> seen;
    std::erase_if(found.inputs, [&](const Input& input) {
        const auto real = host.real_path(input.path); // of a link and what it leads to, the first
        const auto* const path = std::get_if<std::string>(&real);
        return !seen.insert(input.path == "-" || path == nullptr ? input.path : *path).second;
    });
    return found;
}

const std::string& path_of(const Input& input) { return input.path == "-" ? input.name : input.path; }

bool is_chosen(std::string_view rule, const CheckOptions& options) {
    const auto names = [rule](const std::vector<std::string>& rules) {
        return std::find(rules.begin(), rules.end(), rule) != rules.end();
    };
    return is_always_told(rule) || (!names(options.ignore) && (options.select.empty() || names(options.select)));
}

std::size_t keep_chosen(Compilation& compilation, const CheckOptions& options) {
    Diagnostics& findings = compilation.findings;
    // What is left out hides its secrets all the same.
    std::vector<Span> masked = masked_by(findings);
    const std::size_t left_out = std::erase_if(
        findings, [&](const Diagnostic& finding) { return !is_chosen(finding, *compilation.settings, options); });
    if (!findings.empty()) findings.front().masked = std::move(masked);
    return left_out;
}

std::vector<std::string> compile_all(const std::vector<Input>& inputs, const CheckOptions& options, SharedFiles& shared,
                                     const std::function<void(std::size_t, std::unique_ptr<Compilation>)>& use,
                                     Timings* timings) {
    Host& host = shared.host();
    std::vector<std::string> errors(inputs.size());
    std::atomic<std::size_t> next = 0;
    std::mutex fault_mutex;
    std::exception_ptr fault;
    Progress progress(host, inputs.size());
    if (std::string wrong = cannot_use_record(inputs, options, host); !wrong.empty()) return {std::move(wrong)};
    const std::vector<std::size_t> order = largest_first(inputs, host);
    const auto work = [&] {
        try {
            for (std::size_t begun = next++; begun < order.size(); begun = next++) {
                const std::size_t i = order[begun];
                const Input& input = inputs[i];
                Watch watch(timings);
                HostResult<std::string> text =
                    input.path == "-" ? host.read_standard_input() : host.read_file(input.path);
                watch.lap(RunStage::read);
                if (const auto* error = std::get_if<HostError>(&text)) {
                    errors[i] = fmt::format("cannot read {}: {}", input.name, error->message);
                } else {
                    auto compilation =
                        compile_input(input, std::move(std::get<std::string>(text)), options, shared, watch);
                    errors[i] = compilation->settings->error;
                    use(i, std::move(compilation));
                }
                progress.advance();
            }
        } catch (...) {
            const std::lock_guard lock(fault_mutex);
            fault = std::current_exception();
        }
    };
    const std::size_t wanted = options.jobs != 0 ? options.jobs : host.processors();
    const std::size_t threads = std::min(wanted, inputs.size());
    std::vector<std::thread> others;
    try {
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    } catch (const std::system_error&) {
        // Those that could be started do the work.
    }
    work();
    for (std::thread& other : others) other.join();
    if (fault) std::rethrow_exception(fault);
    // A configuration that cannot be read is one cause for many plans.
    std::set<std::string> told;
    std::erase_if(errors, [&told](const std::string& error) { return error.empty() || !told.insert(error).second; });
    return errors;
}

} // namespace planc
