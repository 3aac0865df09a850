// The view of what is to be ticked: checklists, the go/no-go conditions they make, and each owner's share of
// everything.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace planc {

namespace {

std::int64_t done_items(const Section& section, const Checklist& checklist) {
    return std::count_if(checklist.items.begin(), checklist.items.end(), [&](const CheckItem& item) {
        return item.done.value || recorded_done(section, item.id.value);
    });
}

std::string progress(std::int64_t done, std::size_t total) { return fmt::format("{}/{}", done, total); }

/// With their numbers.
std::string gates_of(const Section& section, const Checklist& checklist) {
    std::vector<std::string> names;
    for (const Reference& gate : checklist.gates) {
        const WorkIndex work = section.plan.find_work(gate.value);
        if (work == no_work) continue;
        names.push_back(fmt::format("{} {}", section.numbers[work], section.titles[work]));
    }
    return join(names, section.labels["list_join"]);
}

std::string title_of(const Checklist& checklist) {
    return std::string(checklist.title.value.empty() ? checklist.id.value : checklist.title.value);
}

/// One owner's share.
struct Share {
    std::string owner;
    std::vector<std::string> phases; ///< numbers, in order
    std::int64_t work = 0;
    std::int64_t open_items = 0;
    std::int64_t items = 0;
    Planned span;
};

/// Everybody's share, in the order in which they come.
class Shares {
public:
    Share& of(const std::string& owner) {
        const auto [place, added] = places_.try_emplace(owner, all.size());
        if (added) {
            all.push_back({});
            all.back().owner = owner;
        }
        return all[place->second];
    }

    std::vector<Share> all;

private:
    std::unordered_map<std::string, std::size_t> places_;
};

/// The checklists that the same work waits for, all of them complete or all open.
struct Gatekeepers {
    std::string gates;
    std::vector<std::string> checklists;
    std::int64_t done = 0;
    std::size_t items = 0;
};

/// In the order of the first checklist of each.
std::vector<Gatekeepers> gatekeepers(const Section& section) {
    std::vector<Gatekeepers> all;
    std::unordered_map<std::string, std::size_t> places;
    for (const Checklist& checklist : section.plan.checklists) {
        const std::string gates = gates_of(section, checklist);
        if (gates.empty()) continue;
        const std::int64_t done = done_items(section, checklist);
        const bool complete = done == static_cast<std::int64_t>(checklist.items.size());
        const auto [place, is_new] = places.try_emplace((complete ? "x" : " ") + gates, all.size());
        if (is_new) all.push_back({gates, {}});
        Gatekeepers& one = all[place->second];
        one.checklists.emplace_back(title_of(checklist));
        one.done += done;
        one.items += checklist.items.size();
    }
    return all;
}

void widen(Planned& all, const Planned& one) {
    if (!one.dated) return;
    all.span.begin = all.dated ? std::min(all.span.begin, one.span.begin) : one.span.begin;
    all.span.end = all.dated ? std::max(all.span.end, one.span.end) : one.span.end;
    all.dated = true;
}

} // namespace

std::string done_at(const Section& section, const WrittenInstant& at) {
    const bool counted = at.form == WrittenInstant::Form::relative;
    return counted || !at.given() ? instant_text(section, at) : section.phrasing.civil_moment(at);
}

Value items_value(const Section& section, const std::vector<CheckItem>& items, const Reference& owner) {
    ValueList list;
    for (const CheckItem& item : items) {
        const bool own_owner = item.owner.given() && item.owner.value != owner.value;
        const Actual* const actual = section.actuals.of(item.id.value);
        std::string by = item.by.given() ? called(section.plan, item.by) : std::string();
        std::string at = done_at(section, item.at);
        if (actual != nullptr && by.empty()) by = actual->by;
        if (actual != nullptr && at.empty() && (actual->end || actual->begin))
            at = section.phrasing.recorded((actual->end ? actual->end : actual->begin)->at);
        list.push_back(object("of", of_value(item.id.value), "check", item.check.value, "done",
                              item.done.value || recorded_done(section, item.id.value), "by", std::move(by), "at",
                              std::move(at), "owner", own_owner ? called(section.plan, item.owner) : std::string(),
                              "due", instant_text(section, item.due), "notes", notes_value(item.notes)));
    }
    return list;
}

Value checklists_value(const Section& section) {
    ValueList list;
    for (const Checklist& checklist : section.plan.checklists) {
        const std::int64_t done = done_items(section, checklist);
        list.push_back(object("id", checklist.id.value, "title", title_of(checklist), "owner",
                              called(section.plan, checklist.owner), "due", instant_text(section, checklist.due),
                              "gates", gates_of(section, checklist), "progress", progress(done, checklist.items.size()),
                              "complete", done == static_cast<std::int64_t>(checklist.items.size()), "items",
                              items_value(section, checklist.items, checklist.owner), "notes",
                              notes_value(checklist.notes)));
    }
    return list;
}

Value checklist_totals_value(const Section& section) {
    std::int64_t done = 0;
    std::size_t total = 0;
    for (const Checklist& checklist : section.plan.checklists) {
        done += done_items(section, checklist);
        total += checklist.items.size();
    }
    if (total == 0) return {};
    const std::int64_t open = static_cast<std::int64_t>(total) - done;
    return object("progress", progress(done, total), "open", fmt::format("{}", open), "complete", open == 0);
}

Value conditions_value(const Section& section) {
    ValueList list;
    for (const Gatekeepers& one : gatekeepers(section)) {
        const std::string titles = join(one.checklists, section.labels["list_join"]);
        list.push_back(
            object("text",
                   fill(section.labels[one.checklists.size() > 1 ? "condition_checklists" : "condition_checklist"],
                        {{"checklist", titles}, {"work", one.gates}, {"progress", progress(one.done, one.items)}}),
                   "met", one.done == static_cast<std::int64_t>(one.items)));
    }
    const auto& stages = section.plan.rollout.stages;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        std::vector<std::string> gates;
        for (const Gate& gate : stages[i].gates) {
            const Metric* metric = section.plan.find_metric(gate.metric.value);
            const Condition* held = gate.condition.given() || metric == nullptr ? &gate.condition : &metric->target;
            gates.push_back(join({metric != nullptr ? std::string(metric->title.value) : std::string(gate.metric.value),
                                  condition_text(section, *held, metric != nullptr ? metric->unit : Text{})},
                                 " "));
        }
        if (gates.empty()) continue;
        const auto stage_name = [&](const Stage& stage) {
            return fill(section.labels["bracketed"],
                        {{"text", section.numbers[stage.work]}, {"in_brackets", section.titles[stage.work]}});
        };
        const bool last = i + 1 == stages.size();
        list.push_back(object("text",
                              fill(section.labels[last ? "condition_last_gates" : "condition_gates"],
                                   {{"stage", stage_name(stages[i])},
                                    {"next", last ? std::string() : stage_name(stages[i + 1])},
                                    {"gates", join(gates, section.labels["line_join"])}}),
                              "met",
                              section.plan.work[stages[i].work].status.value == Status::done ||
                                  recorded_done(section, section.plan.work[stages[i].work].id.value)));
    }
    return list;
}

Value owners_value(const Section& section) {
    Shares shares;
    const Plan& plan = section.plan;
    std::string top;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (work.parent == no_work) top = section.numbers[i];
        if (work.kind == WorkKind::milestone || !is_leaf(plan, i) || section.owners[i].empty()) continue;
        Share& share = shares.of(section.owners[i]);
        ++share.work;
        if (share.phases.empty() || share.phases.back() != top) share.phases.push_back(top);
        widen(share.span, section.planned(timed_part(section, i)));
    }
    for (Share& share : shares.all)
        share.span.whole_days = share.span.dated && plan.calendar.is_midnight(share.span.span.begin) &&
                                plan.calendar.is_midnight(share.span.span.end);
    for (const Checklist& checklist : plan.checklists)
        for (const CheckItem& item : checklist.items) {
            const std::string owner = called(plan, item.owner.given() ? item.owner : checklist.owner);
            if (owner.empty()) continue;
            Share& share = shares.of(owner);
            ++share.items;
            if (!item.done.value && !recorded_done(section, item.id.value)) ++share.open_items;
        }
    ValueList list;
    for (const Share& share : shares.all)
        list.push_back(
            object("owner", share.owner, "work", share.work > 0 ? fmt::format("{}", share.work) : std::string(),
                   "phases", join(share.phases, section.labels["list_join"]), "checks",
                   share.items > 0 ? progress(share.items - share.open_items, static_cast<std::size_t>(share.items))
                                   : std::string(),
                   "span", section.phrasing.span(share.span)));
    return list;
}

Value risks_value(const Section& section, bool only_high) {
    std::vector<const Risk*> ordered;
    for (const Risk& risk : section.plan.risks) {
        const bool high = risk.level.given() ? risk.level.value >= Level::high
                                             : risk.impact.given() && risk.impact.value >= Level::high &&
                                                   (!risk.probability.given() || risk.probability.value >= Level::high);
        if (high || !only_high) ordered.push_back(&risk);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const Risk* a, const Risk* b) {
        const auto rank = [](const Risk* risk) {
            return risk->level.given() ? static_cast<int>(risk->level.value) : -1;
        };
        return rank(a) > rank(b);
    });
    ValueList list;
    for (const Risk* risk : ordered)
        list.push_back(object("title", risk->title.value, "effect", risk->effect.value, "probability",
                              level_text(section, risk->probability), "impact", level_text(section, risk->impact),
                              "level", level_text(section, risk->level), "mitigation", risk->mitigation.value, "owner",
                              called(section.plan, risk->owner)));
    return list;
}

} // namespace planc
