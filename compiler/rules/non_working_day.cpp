#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace planc {

namespace {

// Work by the clock before this hour belongs to the night that began the day before.
constexpr std::int64_t end_of_night = 6 * 60;

// What goes on past midnight in a window that began on a working day is a working night, not a weekend.
constexpr std::int64_t longest_night = 12 * 60;

// A stage this long is meant to run on by itself.
constexpr std::int64_t long_stage = 3 * minutes_per_day;

// In a stage that goes on for longer than this, a day off more or less is no news.
constexpr int farthest_day_off = 366;

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : plan_(analysis.plan), schedule_(analysis.schedule), findings_(findings), cancelled_(analysis.cancelled),
          done_(analysis.done), outermost_(outermost_work(plan_)) {
        for (const NamedDays& days : plan_.holidays) {
            if (days.title.given()) named_.push_back(&days);
        }
        std::stable_sort(named_.begin(), named_.end(),
                         [](const NamedDays* a, const NamedDays* b) { return a->dates.first < b->dates.first; });
        for (const NamedDays* days : named_) {
            const bool later = ends_last_.empty() || days->dates.last > ends_last_.back()->dates.last;
            ends_last_.push_back(later ? days : ends_last_.back());
        }
    }

    void run() {
        if (plan_.calendar.counted) return; // which weekday a day will be is not known
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            if (plan_.work[i].kind != WorkKind::milestone && judged(i)) check_start(i);
        }
        const std::vector<bool> follows = launches_after_told_work();
        for (const Milestone& milestone : plan_.milestones) {
            const WorkIndex i = milestone.work;
            if (milestone.launch.value && plan_.work[i].end.given() && judged(i) && !follows[i]) check_launch(i);
        }
        for (const Stage& stage : plan_.rollout.stages) {
            if (judged(stage.work)) check_stage_over_days_off(stage);
        }
    }

private:
    bool judged(WorkIndex index) const {
        return schedule_.work[index].dated && !cancelled_[index] && !done_[index] && has_a_time(index);
    }

    /// Steps that say no time of their own are done some time within their task.
    bool has_a_time(WorkIndex index) const {
        const Work& work = plan_.work[index];
        return work.kind == WorkKind::milestone || !schedule_.work[index].span.empty() || work.start.given() ||
               work.end.given();
    }

    bool works_on(Instant instant) const { return plan_.calendar.is_working_day(plan_.calendar.date_of(instant)); }

    /// A milestone kept by the end of a day belongs to that day.
    Date day_of(WorkIndex index) const {
        const Planned& planned = schedule_.work[index];
        const bool day_ends = plan_.work[index].kind == WorkKind::milestone && planned.whole_days;
        return plan_.calendar.date_of(day_ends ? planned.span.begin - minutes{1} : planned.span.begin);
    }

    bool part_of_a_night(WorkIndex index) const {
        const Planned& planned = schedule_.work[index];
        if (planned.whole_days) return false;
        const Instant start = planned.span.begin;
        const Date date = plan_.calendar.date_of(start);
        if ((start - plan_.calendar.begin_of(date)).count() < end_of_night &&
            plan_.calendar.is_working_day(date - std::chrono::days{1}))
            return true;
        const auto began_before = [&](const Interval& whole) {
            return whole.begin <= start && works_on(whole.begin) && (start - whole.begin).count() <= longest_night;
        };
        for (WorkIndex at = plan_.work[index].parent; at != no_work; at = plan_.work[at].parent) {
            if (schedule_.work[at].dated && began_before(schedule_.work[at].span)) return true;
        }
        const WorkIndex within = plan_.find_work(plan_.rollout.within.value);
        if (within != no_work && plan_.work[outermost_[index]].kind == WorkKind::stage &&
            schedule_.work[within].dated && began_before(schedule_.work[within].span))
            return true;
        return began_before(schedule_.declared ? *schedule_.declared : schedule_.window);
    }

    /// The days with a name that hold this one, or null.
    const NamedDays* named_days(Date date) const {
        const auto after = std::upper_bound(named_.begin(), named_.end(), date,
                                            [](Date day, const NamedDays* days) { return day < days->dates.first; });
        const auto begun = static_cast<std::size_t>(after - named_.begin());
        if (begun == 0) return nullptr;
        // The last to begin may be over while a longer one around it goes on.
        for (const NamedDays* days : {named_[begun - 1], ends_last_[begun - 1]}) {
            if (date <= days->dates.last) return days;
        }
        return nullptr;
    }

    /// How the calendar calls a day that is not worked.
    std::string kind_of_day(Date date) const {
        if (const NamedDays* days = named_days(date)) return quoted(days->title.value);
        const unsigned weekday = std::chrono::weekday{date}.iso_encoding() - 1;
        return plan_.calendar.working_weekdays.test(weekday) ? "a holiday" : "a day off";
    }

    void report(WorkIndex index, Span place, std::string_view verb, Date date) {
        const Work& work = plan_.work[index];
        const Instant midnight = plan_.calendar.begin_of(date);
        Diagnostic& finding = findings_.add(
            place, fmt::format("{} {} {}, {}", called(work), verb, day(plan_, midnight, true), kind_of_day(date)));
        if (verb == "starts on" && !schedule_.work[index].start_written)
            finding.notes.push_back("nobody wrote this start; it follows from the rest of the plan");
        const Instant next = plan_.calendar.next_working(midnight);
        if (next > midnight) finding.help = fmt::format("the next working day is {}", day(plan_, next, true));
    }

    void check_start(WorkIndex index) {
        const Work& work = plan_.work[index];
        // A group that merely spans its parts starts with one of them.
        if (!is_childless(plan_, index) && !work.start.given() && !work.duration.given()) return;
        const Date date = day_of(index);
        if (plan_.calendar.is_working_day(date) || part_of_a_night(index)) return;
        // One finding for a phase and a day: the rest begins there because of it.
        if (!told_.emplace(outermost_[index], date).second) return;
        report(index, start_place(work), "starts on", date);
    }

    void check_launch(WorkIndex index) {
        const Date date = day_of(index);
        if (plan_.calendar.is_working_day(date) || part_of_a_night(index)) return;
        report(index, end_place(plan_.work[index]), "is on", date);
    }

    /// Launches that wait for something of which it is told that it falls on the same day.
    std::vector<bool> launches_after_told_work() const {
        std::vector<bool> follows(plan_.work.size(), false);
        for (const Edge& edge : schedule_.edges) {
            if (plan_.work[edge.to].kind == WorkKind::milestone && schedule_.work[edge.to].dated &&
                told_.count({outermost_[edge.from], day_of(edge.to)}) != 0)
                follows[edge.to] = true;
        }
        return follows;
    }

    std::optional<Date> first_day_off(const Interval& span) const {
        const Date last = plan_.calendar.date_of(span.end - minutes{1});
        Date date = plan_.calendar.date_of(span.begin);
        for (int days = 0; days < farthest_day_off && date <= last; ++days) {
            if (!plan_.calendar.is_working_day(date)) return date;
            date += std::chrono::days{1};
        }
        return std::nullopt;
    }

    void check_stage_over_days_off(const Stage& stage) {
        const Interval& span = schedule_.work[stage.work].span;
        if (!works_on(span.begin) || (span.end - span.begin).count() < long_stage) return;
        const std::optional<Date> day_off = first_day_off(span);
        if (!day_off) return;
        const Instant begin = plan_.calendar.begin_of(*day_off);
        const Work& work = plan_.work[stage.work];
        findings_.add(Severity::info, end_place(work),
                      fmt::format("{} runs over {}, {}", called(work), day(plan_, begin, true), kind_of_day(*day_off)));
    }

    const Plan& plan_;
    const Schedule& schedule_;
    Findings& findings_;
    std::vector<bool> cancelled_;
    std::vector<bool> done_;
    std::vector<WorkIndex> outermost_;
    std::vector<const NamedDays*> named_;     ///< in order
    std::vector<const NamedDays*> ends_last_; ///< which of the named ones up to this one ends last
    std::set<std::pair<WorkIndex, Date>> told_;
};

void check(const Analysis& analysis, Findings& findings) {
    if (analysis.plan.calendar.working_weekdays.any()) Check(analysis, findings).run();
}

} // namespace

const Rule rules::non_working_day{
    .name = "non-working-day",
    .group = "Dates",
    .severity = Severity::warning,
    .finds = "work, a rollout stage or a launch that starts on a weekend or a holiday; a long stage that runs over one "
             "is told as info.",
    .why = "Fewer people are there, vendors do not answer, and a review that should begin simply waits until Monday.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-07, duration: 1d}
)",
    .mend = "Begin on a working day; write durations in working days (`3wd`), which pass over days off by themselves; "
            "or, where the "
            "weekend is meant, declare it: `calendar: {make_up_days: [2026-03-07]}`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
calendar: {make_up_days: [2026-03-07]}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-07, duration: 1d}
)",
    .related = "freeze-violation",
    .check = check,
};

} // namespace planc
