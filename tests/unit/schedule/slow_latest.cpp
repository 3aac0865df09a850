// The slow scheduler: how late everything could be.
#include "slow_schedule.h"

#include <algorithm>

using namespace planc;

/// The latest instant that the lag takes to `bound` or before, by halving.
Instant SlowSchedule::before_lag(Instant bound, Duration lag) const {
    const minutes far{3 * std::abs(lag.count) + 60 * 1440};
    Instant low = bound - far;
    Instant high = bound + far;
    while (high - low > minutes{1}) {
        const Instant middle = low + (high - low) / 2;
        (calendar_.shift(middle, lag) <= bound ? low : high) = middle;
    }
    return low;
}

bool SlowSchedule::bound(Instant& value, Instant by) {
    if (by >= value) return false;
    value = by;
    return true;
}

/// A group's start is held by the children it starts with.
bool SlowSchedule::bound_start(WorkIndex work, Instant by) {
    if (!items[work].dated()) return false;
    if (has_own_start(work)) return bound(items[work].latest_start, by);
    bool changed = false;
    for (const WorkIndex child : kept_children(work))
        if (items[child].start == items[work].start) changed |= bound_start(child, by);
    return changed;
}

void SlowSchedule::find_latest() {
    for (WorkIndex work = 0; work < items.size(); ++work) {
        const WrittenInstant::Form form = plan_.work[work].end.form;
        const bool absolute = form == WrittenInstant::Form::date || form == WrittenInstant::Form::date_time;
        const bool promised =
            plan_.work[work].kind == WorkKind::milestone && absolute && items[work].dated() &&
            std::any_of(waits_.begin(), waits_.end(), [&](const Wait& wait) { return wait.by == work; });
        items[work].latest_start = items[work].latest_end = promised ? *items[work].end : window.end;
    }
    for (bool changed = true; changed;) {
        changed = tighten_waits();
        for (WorkIndex work = 0; work < items.size(); ++work) changed |= items[work].dated() && tighten(work);
    }
    for (WorkIndex work = 0; work < items.size(); ++work)
        if (plan_.work[work].parent == no_work) find_slack(work);
}

bool SlowSchedule::tighten(WorkIndex work) {
    Item& item = items[work];
    const Work& written = plan_.work[work];
    bool changed = tighten_relative(work);
    for (const WorkIndex child : kept_children(work)) {
        if (!ends_with_children(work)) break;
        const bool watched = stage(work) != nullptr && stage(work)->observe.given();
        changed |= bound(items[child].latest_end,
                         watched ? calendar_.retreat(item.latest_end, stage(work)->observe.value) : item.latest_end);
    }
    if (!has_own_start(work)) return changed;
    if (length(work)) {
        changed |= bound(item.latest_start, calendar_.retreat(item.latest_end, *length(work)));
        const bool to_working = length(work)->working && length(work)->count > 0 && !written.start.given() &&
                                !written.end.given() && calendar_.next_working(item.latest_start) != item.latest_start;
        if (to_working) changed |= bound(item.latest_start, calendar_.previous_working(item.latest_start) - minutes{1});
    } else if (ends_with_children(work)) {
        const bool watched = stage(work) != nullptr && stage(work)->observe.given();
        changed |= bound(item.latest_start,
                         watched ? calendar_.retreat(item.latest_end, stage(work)->observe.value) : item.latest_end);
    } else {
        changed |= bound(item.latest_start, item.latest_end - std::max(*item.end - *item.start, minutes{0}));
    }
    for (const WorkIndex around : with_groups_around(work))
        if (around != work && has_own_start(around)) changed |= bound(items[around].latest_start, item.latest_start);
    return changed;
}

/// What starts when it does now, ends when it does now.
Instant SlowSchedule::latest_end_of(WorkIndex work) const {
    const Item& item = items[work];
    if (!moves_as_one(work)) return item.latest_end;
    return item.latest_start == item.start ? *item.end : calendar_.advance(item.latest_start, *length(work));
}

bool SlowSchedule::tighten_relative(WorkIndex work) {
    Item& item = items[work];
    const Work& written = plan_.work[work];
    bool changed = false;
    for (const bool end : {false, true}) {
        const WrittenInstant& instant = end ? written.end : written.start;
        if (instant.form != WrittenInstant::Form::relative) continue;
        const WorkIndex target = plan_.find_work(instant.target);
        const Work& on = plan_.work[target];
        Instant by = !end ? item.latest_start : latest_end_of(work);
        by = before_lag(by, instant.offset);
        const bool is_a_day = on.kind == WorkKind::milestone && on.end.form != WrittenInstant::Form::date_time &&
                              calendar_.is_midnight(*items[target].start);
        if (is_a_day && instant.anchor == Anchor::unspecified && instant.offset.count % 1440 == 0 &&
            (!end || on.kind != WorkKind::milestone))
            by = calendar_.advance(by, {1440, false});
        if (instant.anchor == Anchor::end || on.kind == WorkKind::milestone)
            changed |= bound(items[target].latest_end, by);
        else
            changed |= bound_start(target, by);
    }
    return changed;
}

bool SlowSchedule::tighten_waits() {
    bool changed = false;
    for (const Wait& wait : waits_)
        for (const WorkIndex by : with_all_below(wait.by)) {
            if (!items[by].dated()) continue;
            const bool to_end =
                wait.type == DependencyType::finish_to_finish || wait.type == DependencyType::start_to_finish;
            if (!to_end && !has_own_start(by)) continue; // its children say it
            const Instant end = latest_end_of(by);
            const Instant latest = before_lag(to_end ? end : items[by].latest_start, wait.lag);
            for (const WorkIndex on : kept_below(wait.on)) {
                if (!items[on].dated()) continue;
                const bool from_end =
                    wait.type == DependencyType::finish_to_start || wait.type == DependencyType::finish_to_finish;
                changed |= from_end ? bound(items[on].latest_end, latest) : bound_start(on, latest);
            }
        }
    if (!within_) return changed;
    std::vector<WorkIndex> opened;
    for (const WorkIndex stage : opened_stages_)
        for (const WorkIndex by : with_all_below(stage)) opened.push_back(by);
    for (const WorkIndex by : opened) {
        if (!items[by].dated() || !has_own_start(by)) continue;
        const Instant latest = items[by].latest_start;
        if (has_own_start(*within_)) {
            changed |= bound_start(*within_, latest);
            continue;
        }
        Instant first = Instant::max();
        for (const WorkIndex child : opened_by_) first = std::min(first, *items[child].start);
        for (const WorkIndex child : opened_by_)
            if (items[child].start == first) changed |= bound_start(child, latest);
    }
    return changed;
}

std::int64_t SlowSchedule::find_slack(WorkIndex work) {
    Item& item = items[work];
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const WorkIndex child : children(work)) {
        const std::int64_t slack = find_slack(child);
        const auto kept = kept_children(work);
        if (std::find(kept.begin(), kept.end(), child) == kept.end()) continue;
        if (items[child].dated()) least = std::min(least, slack);
    }
    if (!item.dated()) return 0;
    item.slack = (item.latest_start - *item.start).count();
    if (has_own_start(work)) return item.slack;
    if (plan_.work[work].end.given()) least = std::min(least, (item.latest_end - *item.end).count());
    return item.slack = least;
}
