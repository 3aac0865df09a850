// The view of people, roles, the organisation, contacts and the calendar.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace planc {

namespace {

/// What the roles of each person are called, joined.
std::unordered_map<std::string_view, std::string> roles_by_person(const Section& section) {
    std::unordered_map<std::string_view, std::string> roles;
    for (const Role& role : section.plan.roles) {
        std::unordered_set<std::string_view> seen;
        for (const Reference& person : role.people) {
            if (!seen.insert(person.value).second) continue;
            std::string& text = roles[person.value];
            if (!text.empty()) text += section.labels["list_join"];
            text += role.title.value;
        }
    }
    return roles;
}

/// Puts those who report to somebody under them, depth first.
class Organisation {
public:
    explicit Organisation(const Section& section) : section_(section) {
        for (const Role& role : section.plan.roles) add(role.id.value, role.reports_to, &role);
        for (const Person& person : section.plan.people) add(person.id.value, person.reports_to, nullptr);
    }

    ValueList tree() {
        for (const Node& node : nodes_)
            if (node.above.empty() && below_.count(node.id) > 0) put(node);
        // Who is left reports in a circle, which begins with whoever comes first.
        for (const Node& node : nodes_)
            if (!node.above.empty() && placed_.count(node.id) == 0) put(node);
        return std::move(list_);
    }

private:
    struct Node {
        std::string_view id;
        std::string_view above;
        const Role* role;
    };

    void add(std::string_view id, const Reference& reports_to, const Role* role) {
        const bool known = section_.plan.find_person(reports_to.value) != nullptr ||
                           section_.plan.find_role(reports_to.value) != nullptr;
        if (known) below_[reports_to.value].push_back(nodes_.size());
        nodes_.push_back({id, known ? reports_to.value : std::string_view(), role});
    }

    /// One node and all below it; what is very deep stands at the deepest level that is shown.
    void put(const Node& top) {
        constexpr std::size_t deepest = 12;
        std::vector<std::pair<const Node*, std::size_t>> open{{&top, 0}};
        while (!open.empty()) {
            const auto [node, depth] = open.back();
            open.pop_back();
            if (!placed_.insert(node->id).second) continue;
            Reference self;
            self.value = node->id;
            self.span.end = 1;
            list_.push_back(object("indent", ReadyText{std::string(depth * 2, ' ')}, "title",
                                   called(section_.plan, self), "people",
                                   node->role != nullptr ? called(section_, node->role->people) : std::string()));
            const auto below = below_.find(node->id);
            if (below == below_.end()) continue;
            for (auto next = below->second.rbegin(); next != below->second.rend(); ++next)
                open.emplace_back(&nodes_[*next], std::min(depth + 1, deepest));
        }
    }

    const Section& section_;
    std::vector<Node> nodes_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> below_; ///< who reports to whom
    std::unordered_set<std::string_view> placed_;
    ValueList list_;
};

} // namespace

Value people_value(const Section& section) {
    ValueList list;
    std::unordered_map<std::string_view, std::string> roles = roles_by_person(section);
    for (const Person& person : section.plan.people) {
        std::vector<std::string> away;
        for (const Absence& absence : person.away) away.push_back(section.phrasing.dates(absence.dates));
        list.push_back(object("name", person.name.value, "title", person.title.value, "roles",
                              std::move(roles[person.id.value]), "phone", person.phone.value, "email",
                              person.email.value, "backup", called(section.plan, person.backup), "away",
                              join(away, "\n")));
    }
    return list;
}

Value roles_value(const Section& section) {
    ValueList list;
    for (const Role& role : section.plan.roles) {
        std::string people = called(section, role.people);
        const int headcount = role.headcount.value;
        list.push_back(
            object("title", role.title.value, "people", std::move(people), "headcount",
                   role.headcount.given() ? section.phrasing.count("people_count", headcount) : std::string(), "backup",
                   called(section.plan, role.backup), "reports_to", called(section.plan, role.reports_to), "duty",
                   role.duty.value));
    }
    return list;
}

Value organisation_value(const Section& section) { return Organisation(section).tree(); }

Value contacts_value(const Section& section) {
    ValueList list;
    for (const Contact& contact : section.plan.contacts)
        list.push_back(object("title", contact.title.value, "phone", contact.phone.value, "email", contact.email.value,
                              "hours", contact.hours.value, "duty", contact.duty.value));
    return list;
}

Value calendar_value(const Section& section) {
    const Calendar& calendar = section.plan.calendar;
    constexpr std::string_view weekdays[] = {"weekday_1", "weekday_2", "weekday_3", "weekday_4",
                                             "weekday_5", "weekday_6", "weekday_7"};
    std::vector<std::string> days;
    for (std::size_t i = 0; i < 7; ++i)
        if (calendar.working_weekdays.test(i)) days.emplace_back(section.labels[weekdays[i]]);
    const auto ranges = [&](const std::vector<DateRange>& all) {
        std::vector<std::string> list;
        for (const DateRange& range : all) list.emplace_back(section.phrasing.dates(range));
        return join(list, section.labels["list_join"]);
    };
    ValueList freezes;
    for (const Freeze& freeze : section.plan.freezes) {
        const auto begin = place(freeze.start, section.plan, section.schedule);
        const auto end = place(freeze.end, section.plan, section.schedule, true, begin);
        Planned span;
        span.dated = begin && end;
        if (span.dated) {
            span.span = {*begin, *end};
            span.whole_days = calendar.is_midnight(*begin) && calendar.is_midnight(*end);
        }
        freezes.push_back(object("title", freeze.title.value, "span", section.phrasing.span(span)));
    }
    // Of a ready-made set, what lies years away says nothing here.
    const auto near = [&](std::vector<DateRange> all) {
        const Interval& window = section.schedule.window;
        if (section.plan.holiday_sets.empty() || window.empty()) return all;
        const Date first = calendar.date_of(window.begin);
        const Date last = calendar.date_of(window.end - minutes{1});
        std::erase_if(all, [&](const DateRange& range) { return range.last < first || range.first > last; });
        return all;
    };
    const std::vector<DateRange> holidays = near(calendar.holidays);
    const std::vector<DateRange> make_up_days = near(calendar.make_up_days);
    const bool around_the_clock = calendar.hours.begin == 0 && calendar.hours.end == minutes_per_day;
    const bool usual_days = calendar.working_weekdays == Calendar().working_weekdays;
    if (usual_days && around_the_clock && freezes.empty() && holidays.empty() && make_up_days.empty()) return {};
    return object("working_days", join(days, section.labels["list_join"]), "hours",
                  around_the_clock
                      ? std::string()
                      : fill(section.labels["range"], {{"first", section.phrasing.clock(calendar.hours.begin)},
                                                       {"last", section.phrasing.clock(calendar.hours.end)}}),
                  "holidays", ranges(holidays), "make_up_days", ranges(make_up_days), "freezes", std::move(freezes),
                  "timezone", section.plan.header.timezone.value);
}

} // namespace planc
