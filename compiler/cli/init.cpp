// planc init: writes a first plan that checks clean.
#include "cli/commands.h"
#include "cli/run.h"
#include "documents/documents.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::string_view first_id = "id: first-release";

/// The plan called after its file, so that two of them do not share one id; as it is where that makes no id.
std::string with_id(std::string text, const std::string& path) {
    std::string name = path.substr(path.rfind('/') + 1);
    for (const std::string_view ending : {".yaml", ".yml", ".plan"})
        if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const bool joined = name.find("--") != std::string::npos || name.find("..") != std::string::npos ||
                        name.find("-.") != std::string::npos || name.find(".-") != std::string::npos;
    if (name.empty() || name.front() < 'a' || name.front() > 'z' || joined ||
        !std::all_of(name.begin(), name.end(), allowed) || !allowed(name.back()) || name.back() == '-' ||
        name.back() == '.')
        return text;
    const std::size_t at = text.find(first_id);
    if (at != std::string::npos) text.replace(at, first_id.size(), "id: " + name);
    return text;
}

} // namespace

int run_init(const InitOptions& options, Host& host) {
    if (host.kind(options.path) != PathKind::missing) {
        host.write_error(fmt::format("planc: {} is there already; nothing was written\n", options.path));
        return exit_usage;
    }
    const Templates templates;
    const std::string* first = templates.find("init." + options.language + ".plan.yaml");
    if (first == nullptr) {
        host.write_error(fmt::format("planc: there is no first plan in `{}`; there is one in `zh-CN` and one in `en`\n",
                                     options.language));
        return exit_usage;
    }
    const std::string text = with_id(*first, options.path);
    const auto written = host.write_files({{options.path, text, {}}});
    if (const auto* error = std::get_if<HostError>(&written)) {
        host.write_error("planc: " + error->message + "\n");
        return exit_usage;
    }
    host.write_output(fmt::format("wrote {0}\nnext: planc check {0}\n      planc build {0} --out out\n", options.path));
    return exit_clean;
}

} // namespace planc
