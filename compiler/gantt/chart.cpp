// From plan and schedule to the chart: which rows are shown, their arrows, the bands behind them.
#include "gantt/chart.h"

#include "gantt/scale.h"
#include "gantt/wording.h"
#include "schedule/actual.h"

#include <algorithm>
#include <tuple>

namespace planc {
namespace {

using std::chrono::days;
using std::chrono::floor;

/// The years a picture can name; what lies beyond is drawn at their edge.
constexpr LocalTime earliest{std::chrono::local_days{std::chrono::year{1} / 1 / 1}};
constexpr LocalTime latest{std::chrono::local_days{std::chrono::year{9999} / 12 / 31}};

constexpr std::size_t no_row = static_cast<std::size_t>(-1);

struct Maker {
    const Plan& plan;
    const Schedule& schedule;
    Chart chart;
    const ActualSpans actuals;
    std::vector<std::size_t> row_of; ///< per work; `no_row` where it is not shown
    std::vector<const Stage*> stage_of;

    LocalTime local(Instant instant) const {
        return std::clamp(plan.calendar.zone.to_local(instant), earliest, latest);
    }

    bool has_length(WorkIndex index) const {
        const Planned& planned = schedule.work[index];
        return planned.dated && !planned.span.empty();
    }

    bool is_shown(WorkIndex index) const { return plan.work[index].kind != WorkKind::step || has_length(index); }

    bool has_shown_children(WorkIndex index) const {
        const WorkIndex end =
            std::min<WorkIndex>(plan.work[index].end_of_descendants, static_cast<WorkIndex>(plan.work.size()));
        for (WorkIndex child = index + 1; child < end; ++child)
            if (is_shown(child)) return true;
        return false;
    }

    std::string owner_title(WorkIndex index) const {
        const Reference owner = plan.owner_of(index);
        if (!owner.given()) return {};
        if (const Role* role = plan.find_role(owner.value))
            return std::string(role->title.given() ? role->title.value : role->id.value);
        if (const Person* person = plan.find_person(owner.value))
            return std::string(person->name.given() ? person->name.value : person->id.value);
        return std::string(owner.value);
    }

    static LocalTime within_years(LocalTime time) { return std::clamp(time, earliest, latest); }

    /// A day alone is meant whole. Of a thing whose end alone is known only that is shown.
    std::optional<ChartActual> actual_of(std::string_view id) const {
        const auto found = actuals.find(id);
        if (found == actuals.end()) return std::nullopt;
        const auto& [begin, end, result] = found->second;
        if (!begin && !end) return std::nullopt;
        ChartActual actual;
        actual.begin = within_years(begin ? begin->at : end->at);
        actual.whole_days = (!begin || begin->day_alone) && (!end || end->day_alone);
        if (end) {
            const LocalTime last = end->day_alone ? end->at + days{1} : end->at;
            actual.end = std::max(actual.begin, within_years(last));
        }
        return actual;
    }

    std::optional<double> progress_of(const Work& work) const {
        if (work.status.value == Status::done) return 100;
        const WorkDetails& details = plan.details_of(work);
        if (!details.progress.given()) return std::nullopt;
        return std::clamp(details.progress.value, 0.0, 100.0);
    }

    void add_work(WorkIndex index, BarKind kind, int depth) {
        const Work& work = plan.work[index];
        const Planned& planned = schedule.work[index];
        ChartRow row;
        row.work = index;
        row.kind = kind;
        row.depth = depth;
        row.id = work.id.value;
        row.label = work.title.given() ? work.title.value : work.id.value;
        row.owner = owner_title(index);
        row.status = work.status.value;
        row.dated = planned.dated;
        if (planned.dated) {
            row.whole_days = planned.whole_days;
            row.begin = local(planned.span.begin);
            row.end = std::max(row.begin, local(planned.span.end));
            row.critical = planned.critical;
            row.slack = std::max<std::int64_t>(0, planned.slack);
        }
        if (const Stage* stage = stage_of[index]; stage != nullptr && stage->percent.given())
            row.percent = stage->percent.value;
        row.progress = progress_of(work);
        row.actual = actual_of(work.id.value);
        row_of[index] = chart.rows.size();
        chart.rows.push_back(std::move(row));
    }

    void add_title_row(BarKind kind, std::string_view label) {
        ChartRow row;
        row.kind = kind;
        row.label = label;
        chart.rows.push_back(std::move(row));
    }

    /// Begins when the first of the children has begun and ends when all are over.
    static void join_actual(const ChartRow& child, std::optional<ChartActual>& actual, bool& all_over) {
        const bool settled = child.status == Status::done || child.status == Status::cancelled;
        all_over = all_over && (settled || (child.actual && child.actual->end));
        if (!child.actual) return;
        if (!actual) {
            actual = child.actual;
            return;
        }
        actual->begin = std::min(actual->begin, child.actual->begin);
        actual->whole_days = actual->whole_days && child.actual->whole_days;
        if (child.actual->end) actual->end = std::max(actual->end.value_or(actual->begin), *child.actual->end);
    }

    /// A group of rows that is no work of its own spans them.
    void span_children(std::size_t group) {
        ChartRow& row = chart.rows[group];
        row.whole_days = true;
        const std::string first_owner = group + 1 < chart.rows.size() ? chart.rows[group + 1].owner : std::string();
        bool one_owner = true;
        bool all_over = true;
        for (std::size_t i = group + 1; i < chart.rows.size(); ++i) {
            const ChartRow& child = chart.rows[i];
            if (child.depth != row.depth + 1) continue;
            one_owner = one_owner && child.owner == first_owner;
            join_actual(child, row.actual, all_over);
            if (!child.dated) continue;
            row.begin = row.dated ? std::min(row.begin, child.begin) : child.begin;
            row.end = row.dated ? std::max(row.end, child.end) : child.end;
            row.dated = true;
            row.whole_days = row.whole_days && child.whole_days;
        }
        row.whole_days = row.whole_days && row.dated;
        if (row.actual && !all_over) row.actual->end.reset();
        if (one_owner) row.owner = first_owner;
    }

    int depth_of(WorkIndex index, int base, const std::vector<int>& depths) const {
        const WorkIndex parent = plan.work[index].parent;
        return parent < index ? depths[parent] + 1 : base;
    }

    void add_rows() {
        std::vector<int> depths(plan.work.size(), 0);
        std::size_t rollout = no_row;
        bool milestones = false;
        for (WorkIndex index = 0; index < plan.work.size(); ++index) {
            const WorkKind kind = plan.work[index].kind;
            if (kind == WorkKind::stage && rollout == no_row) {
                rollout = chart.rows.size();
                add_title_row(BarKind::group, wording(chart.language).rollout);
            }
            if (kind == WorkKind::milestone && !milestones) {
                if (rollout != no_row) span_children(rollout);
                rollout = no_row;
                milestones = true;
                add_title_row(BarKind::heading, wording(chart.language).milestones);
            }
            const bool below_title = kind == WorkKind::stage || kind == WorkKind::milestone;
            depths[index] = depth_of(index, below_title ? 1 : 0, depths);
            if (!is_shown(index)) continue;
            BarKind bar = BarKind::task;
            if (kind == WorkKind::stage)
                bar = BarKind::stage;
            else if (kind == WorkKind::milestone)
                bar = BarKind::milestone;
            else if (has_shown_children(index))
                bar = BarKind::group;
            add_work(index, bar, depths[index]);
        }
        if (rollout != no_row) span_children(rollout);
    }

    /// The row that stands for some work: its own, or that of the nearest parent shown.
    std::size_t shown_row(WorkIndex index) const {
        while (index < plan.work.size() && row_of[index] == no_row) index = plan.work[index].parent;
        return index < plan.work.size() ? row_of[index] : no_row;
    }

    bool is_within(WorkIndex inner, WorkIndex outer) const {
        return outer <= inner && inner < plan.work[outer].end_of_descendants;
    }

    void add_arrows() {
        for (const Edge& edge : schedule.edges) {
            if (edge.kind != EdgeKind::depends_on && edge.kind != EdgeKind::relative) continue;
            if (counts_from_anchor(plan, edge)) continue;
            const std::size_t from = shown_row(edge.from);
            const std::size_t to = shown_row(edge.to);
            if (from == no_row || to == no_row) continue;
            const WorkIndex from_work = chart.rows[from].work;
            const WorkIndex to_work = chart.rows[to].work;
            if (is_within(from_work, to_work) || is_within(to_work, from_work)) continue;
            chart.arrows.push_back({from, to, edge.type, chart.rows[from].critical && chart.rows[to].critical});
        }
        const auto key = [](const ChartArrow& arrow) { return std::make_tuple(arrow.from, arrow.to, arrow.type); };
        std::sort(chart.arrows.begin(), chart.arrows.end(),
                  [&](const ChartArrow& a, const ChartArrow& b) { return key(a) < key(b); });
        const auto twin = std::unique(chart.arrows.begin(), chart.arrows.end(),
                                      [&](const ChartArrow& a, const ChartArrow& b) { return key(a) == key(b); });
        chart.arrows.erase(twin, chart.arrows.end());
    }

    void add_non_working() {
        if (chart.begin >= chart.end || chart.unit > ScaleUnit::week) return;
        if (chart.unit == ScaleUnit::week && chart.step > 1) return;
        if (chart.counted && !chart.counted->weeks) return; // which days these will be is not known
        const auto last = floor<days>(chart.end - minutes{1});
        for (auto day = floor<days>(chart.begin); day <= last; day += days{1}) {
            if (plan.calendar.is_working_day(day)) continue;
            const LocalTime begin = std::max(LocalTime{day}, chart.begin);
            const LocalTime end = std::min(LocalTime{day + days{1}}, chart.end);
            if (!chart.bands.empty() && chart.bands.back().end == begin)
                chart.bands.back().end = end;
            else
                chart.bands.push_back({BandKind::non_working, begin, end, {}});
        }
    }

    void add_freezes() {
        for (const Freeze& freeze : plan.freezes) {
            const std::optional<Instant> start = place(freeze.start, plan, schedule);
            const std::optional<Instant> end = place(freeze.end, plan, schedule, true, start);
            if (!start || !end || *end <= *start) continue;
            const LocalTime begin = local(*start);
            const LocalTime stop = local(*end);
            if (stop <= chart.begin || begin >= chart.end) continue;
            chart.bands.push_back({BandKind::freeze, begin, stop, std::string(freeze.title.value)});
        }
    }
};

} // namespace

Chart make_chart(const Plan& plan, const Schedule& schedule, std::optional<Instant> as_of) {
    Maker maker{plan,
                schedule,
                {},
                actual_spans(plan),
                std::vector<std::size_t>(plan.work.size(), no_row),
                std::vector<const Stage*>(plan.work.size(), nullptr)};
    maker.chart.title = plan.header.title.value;
    maker.chart.language = plan.header.language.value;
    maker.chart.counted = plan.calendar.counted;
    while (maker.chart.last_day_of_week > 1 && plan.calendar.ends_week(maker.chart.last_day_of_week - 1))
        --maker.chart.last_day_of_week;
    for (const Stage& stage : plan.rollout.stages)
        if (stage.work < plan.work.size()) maker.stage_of[stage.work] = &stage;
    maker.add_rows();
    maker.add_arrows();
    fit_axis(maker.chart);
    maker.add_non_working();
    maker.add_freezes();
    if (as_of) maker.chart.as_of = maker.local(*as_of);
    return std::move(maker.chart);
}

} // namespace planc
