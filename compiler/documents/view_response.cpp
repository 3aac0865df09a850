// The view of emergency plans, notices and what is looked at after the launch.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

/// What those who are mentioned are called.
std::string mentioned(const Section& section, const std::vector<Text>& mentions) {
    std::vector<std::string> names;
    for (const Text& mention : mentions) names.push_back(called(section.plan, mention));
    return join(names, section.labels["list_join"]);
}

std::string duration_or_nothing(const Section& section, const WrittenDuration& duration) {
    return duration.given() ? section.phrasing.duration(duration.value) : std::string();
}

Value actions_value(const Section& section, const Contingency& contingency) {
    ValueList list;
    for (const Action& action : contingency.actions)
        list.push_back(object("number", fmt::format("{}", list.size() + 1), "title", action.title.value, "owner",
                              called(section.plan, action.owner.given() ? action.owner : contingency.decided_by),
                              "duration", duration_or_nothing(section, action.duration)));
    return list;
}

/// Those without a time stay behind the one before them.
std::vector<const Notice*> by_time(const Section& section) {
    std::vector<std::pair<Instant, const Notice*>> timed;
    Instant last = Instant::min();
    for (const Notice& notice : section.plan.notices) {
        last = place(notice.at, section.plan, section.schedule, true).value_or(last);
        timed.emplace_back(last, &notice);
    }
    std::stable_sort(timed.begin(), timed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Notice*> notices;
    for (const auto& [at, notice] : timed) notices.push_back(notice);
    return notices;
}

} // namespace

Value contingencies_value(const Section& section) {
    ValueList list;
    for (const Contingency& one : section.plan.contingencies) {
        ValueList triggers;
        for (const Trigger& trigger : one.triggers) triggers.emplace_back(trigger_text(section, trigger, true));
        list.push_back(object("id", one.id.value, "title", one.title.value, "triggers", std::move(triggers), "actions",
                              actions_value(section, one), "decided_by", called(section.plan, one.decided_by), "notify",
                              mentioned(section, one.notify), "time_limit",
                              duration_or_nothing(section, one.time_limit), "notes", notes_value(one.notes)));
    }
    return list;
}

Value notices_value(const Section& section) {
    ValueList list;
    for (const Notice* notice : by_time(section))
        list.push_back(object("of", of_value(notice->id.value), "id", notice->id.value, "title", notice->title.value,
                              "to", mentioned(section, notice->to), "at", instant_text(section, notice->at), "owner",
                              called(section.plan, notice->owner), "channel", notice->channel.value, "done",
                              notice->done.value || recorded_done(section, notice->id.value), "body",
                              notes_value(notice->body)));
    return list;
}

Value follow_ups_value(const Section& section) {
    ValueList list;
    for (const FollowUp& one : section.plan.follow_ups)
        list.push_back(object("id", one.id.value, "title", one.title.value, "at", instant_text(section, one.at),
                              "owner", called(section.plan, one.owner), "items",
                              items_value(section, one.items, one.owner), "notes", notes_value(one.notes)));
    return list;
}

} // namespace planc
