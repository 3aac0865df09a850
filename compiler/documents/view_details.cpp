// What work says beside its times: priority, estimate, progress, what it is done with and what comes of it, commands.
#include "documents/view_sections.h"

#include "documents/escape.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

std::string estimate_text(const Section& section, const Located<DurationRange>& estimate) {
    if (!estimate.given()) return {};
    const auto [least, most] = estimate.value;
    const std::string longer = section.phrasing.duration(most);
    if (least.count == most.count) return longer;
    const bool in_days = least.count % minutes_per_day == 0 && most.count % minutes_per_day == 0;
    const std::string shorter =
        in_days ? section.phrasing.number(static_cast<double>(least.count) / static_cast<double>(minutes_per_day))
                : section.phrasing.duration(least);
    return fill(section.labels["range"], {{"first", shorter}, {"last", longer}});
}

Value code_block(const Text& text) {
    if (!text.given()) return {};
    std::string code = without_odd_characters(text.value);
    while (!code.empty() && code.back() == '\n') code.pop_back();
    std::size_t longest = 2;
    for (std::size_t i = 0, run = 0; i < code.size(); ++i) {
        run = code[i] == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return ReadyText{fmt::format("{}sh\n{}\n{}", fence, code, fence)};
}

Value texts_value(const std::vector<Text>& texts) {
    ValueList list;
    for (const Text& text : texts)
        if (std::string visible = visible_text(text.value); !visible.empty()) list.emplace_back(std::move(visible));
    return list;
}

std::string level_text(const Section& section, const Located<Level>& level) {
    return level.given() ? std::string(section.labels[fmt::format("level_{}", name(level.value))]) : std::string();
}

void append_details(Members& members, const Section& section, const Work& work) {
    const WorkDetails& details = section.plan.details_of(work);
    std::vector<std::string> tools;
    for (const Text& tool : details.tools) tools.emplace_back(tool.value);
    std::string lead_time;
    for (const LeadTimeOfWork& lead : details.lead_time) lead_time = estimate_text(section, lead.time);
    append_members(members, "priority", level_text(section, details.priority), "estimate",
                   estimate_text(section, details.estimate), "lead_time", lead_time, "progress",
                   details.progress.given() ? fmt::format("{}%", details.progress.value) : std::string(),
                   "deliverables", texts_value(details.deliverables), "tools", join(tools, section.labels["list_join"]),
                   "notes", notes_value(details.notes));
}

} // namespace planc
