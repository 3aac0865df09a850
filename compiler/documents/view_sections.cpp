// What the sections of the view share: names, numbers and short texts.
#include "documents/view_sections.h"

#include "documents/escape.h"
#include "documents/notes.h"

#include <fmt/format.h>

namespace planc {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

} // namespace

std::string called(const Plan& plan, const Reference& reference) {
    if (!reference.given()) return {};
    if (const Person* person = plan.find_person(reference.value); person != nullptr && !is_blank(person->name.value))
        return std::string(person->name.value);
    if (const Role* role = plan.find_role(reference.value); role != nullptr && !is_blank(role->title.value))
        return std::string(role->title.value);
    const Target* const target = plan.find(reference.value);
    if (target != nullptr && target->kind == Target::Kind::contact &&
        !is_blank(plan.contacts[target->index].title.value))
        return std::string(plan.contacts[target->index].title.value);
    return std::string(reference.value);
}

std::string called(const Section& section, const std::vector<Reference>& references) {
    std::vector<std::string> names;
    for (const Reference& reference : references) names.push_back(called(section.plan, reference));
    return join(names, section.labels["list_join"]);
}

std::string join(const std::vector<std::string>& texts, std::string_view separator) {
    std::string out;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        if (!out.empty()) out += separator;
        out += text;
    }
    return out;
}

std::vector<std::string> number_work(const Plan& plan) {
    std::vector<std::string> numbers(plan.work.size());
    std::vector<std::uint32_t> children(plan.work.size(), 0);
    std::uint32_t phases = 0;
    std::uint32_t stages = 0;
    std::uint32_t milestones = 0;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (work.parent != no_work) {
            numbers[i] = fmt::format("{}.{}", numbers[work.parent], ++children[work.parent]);
        } else if (work.kind == WorkKind::stage) {
            numbers[i] = fmt::format("R{}", ++stages);
        } else if (work.kind == WorkKind::milestone) {
            numbers[i] = fmt::format("M{}", ++milestones);
        } else {
            numbers[i] = fmt::format("{}", ++phases);
        }
    }
    return numbers;
}

std::vector<std::string> title_work(const Section& section) {
    std::vector<std::string> titles;
    titles.reserve(section.plan.work.size());
    for (const Work& work : section.plan.work)
        titles.emplace_back(is_blank(work.title.value) ? work.id.value : work.title.value);
    for (const Stage& stage : section.plan.rollout.stages)
        if (stage.percent.given() && is_blank(section.plan.work[stage.work].title.value))
            titles[stage.work] =
                fill(section.labels["stage_title"], {{"percent", section.phrasing.range(stage.percent.value) + "%"}});
    return titles;
}

std::vector<std::string> link_work(const Section& section) {
    constexpr std::string_view kinds[] = {"", "link_start_to_start", "link_finish_to_finish", "link_start_to_finish"};
    std::vector<std::string> after(section.plan.work.size());
    std::vector<WorkIndex> last_from(section.plan.work.size(), no_work);
    for (const Edge& edge : section.schedule.edges) {
        if (edge.kind == EdgeKind::within || counts_from_anchor(section.plan, edge)) continue;
        // What the order alone says is not said beside what is written.
        const bool implied = edge.kind == EdgeKind::rollout || edge.kind == EdgeKind::sequence;
        if (implied && last_from[edge.to] == edge.from) continue;
        last_from[edge.to] = edge.from;
        const bool milestone = section.plan.work[edge.from].kind == WorkKind::milestone;
        const std::string& from = milestone ? section.titles[edge.from] : section.numbers[edge.from];
        std::string lag;
        if (edge.lag.count != 0)
            lag = fmt::format(" {} {}", edge.lag.count < 0 ? "−" : "+",
                              section.phrasing.duration({std::abs(edge.lag.count), edge.lag.working}));
        // A relative time says more than its lag.
        const Work& to = section.plan.work[edge.to];
        const WrittenInstant& written = to.start.span == edge.span ? to.start : to.end;
        if (edge.kind == EdgeKind::relative && written.at_clock)
            lag += fmt::format(" {}", section.phrasing.clock(written.minute));
        std::string& text = after[edge.to];
        if (!text.empty()) text += section.labels["list_join"];
        text += edge.type == DependencyType::finish_to_start
                    ? from + lag
                    : fill(section.labels[kinds[static_cast<std::size_t>(edge.type)]], {{"work", from}, {"lag", lag}});
    }
    return after;
}

bool has_time(const Section& section, WorkIndex index) {
    const Work& work = section.plan.work[index];
    const Planned& planned = section.planned(index);
    return planned.dated && (!planned.span.empty() || work.start.given() || work.end.given());
}

WorkIndex timed_part(const Section& section, WorkIndex index) {
    for (WorkIndex at = index; at != no_work; at = section.plan.work[at].parent)
        if (has_time(section, at)) return at;
    return index;
}

std::string status_text(const Section& section, const Work& work) {
    if (work.status.value == Status::planned) return {};
    return std::string(section.labels[fmt::format("status_{}", name(work.status.value))]);
}

std::string condition_text(const Section& section, const Condition& condition, const Text& unit) {
    if (!condition.given()) return {};
    std::string text(condition.text.substr(0, condition.text.find(" for ")));
    if (text.starts_with("<=")) text.replace(0, 2, "≤");
    if (text.starts_with(">=")) text.replace(0, 2, "≥");
    if (condition.unit.empty() && unit.given()) text += fmt::format(" {}", unit.value);
    if (!condition.lasting) return text;
    return fill(section.labels["condition_lasting"],
                {{"condition", text}, {"duration", section.phrasing.duration(*condition.lasting)}});
}

std::string instant_text(const Section& section, const WrittenInstant& written) {
    if (!written.given()) return {};
    const std::optional<Instant> instant = place(written, section.plan, section.schedule, true);
    if (!instant) return {};
    const bool date_alone = written.form == WrittenInstant::Form::date;
    const bool relative = written.form == WrittenInstant::Form::relative;
    const bool whole_day = date_alone || (relative && section.plan.calendar.is_midnight(*instant));
    // A milestone of a day stands at the end of that day, and so does what is said relative to it.
    const WorkIndex target = relative ? section.plan.find_work(written.target) : no_work;
    const bool from_end =
        written.anchor == Anchor::end || (target != no_work && section.plan.work[target].kind == WorkKind::milestone);
    return section.phrasing.deadline(*instant, whole_day, date_alone || from_end);
}

Value notes_value(const Text& notes, int top_level) {
    if (!notes.given() || is_blank(notes.value)) return {};
    return ReadyText{bounded_markdown(notes.value, top_level)};
}

bool is_leaf(const Plan& plan, WorkIndex work) { return plan.work[work].end_of_descendants <= work + 1; }

} // namespace planc
