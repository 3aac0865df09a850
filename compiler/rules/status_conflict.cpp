#include "rules/list.h"
#include "rules/recorded.h"
#include "rules/texts.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

bool is_open(Status status) { return status != Status::done && status != Status::cancelled; }

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Of very long lists only the beginning is looked at.
bool share(const std::vector<Reference>& some, const std::vector<Reference>& others) {
    constexpr std::size_t most = 32;
    for (std::size_t i = 0; i < some.size() && i < most; ++i)
        for (std::size_t j = 0; j < others.size() && j < most; ++j)
            if (some[i].value == others[j].value) return true;
    return some.size() > most || others.size() > most;
}

struct Ticked {
    const Checklist* list = nullptr;
    const CheckItem* item = nullptr;
};

/// Whether a title speaks of a time before something, or after it: `上线前检查`, `After the launch`.
enum class Side { none, before, after };
Side side_of(const Checklist& list) {
    const std::string_view title = std::string_view(list.title.value).substr(0, 200);
    const auto has = [title](std::string_view word) {
        if (static_cast<unsigned char>(word[0]) >= 0x80) return title.find(word) != std::string_view::npos;
        for (std::size_t at = 0; at < title.size(); ++at) {
            const bool begins = at == 0 || !is_word_byte(title[at - 1]);
            const std::size_t end = at + word.size();
            if (begins && has_word_at(title, at, word) && (end == title.size() || !is_word_byte(title[end])))
                return true;
        }
        return false;
    };
    const bool before = has("前") || has("before") || has("pre");
    const bool after = has("后") || has("after") || has("post");
    return before == after ? Side::none : before ? Side::before : Side::after;
}

/// True if both may speak of the same thing at the same time: not each of its own gate, day or person.
bool same_matter(const Ticked& a, const Ticked& b) {
    if (!a.list->gates.empty() && !b.list->gates.empty() && !share(a.list->gates, b.list->gates)) return false;
    const Side first_side = side_of(*a.list);
    const Side second_side = side_of(*b.list);
    if (first_side != Side::none && second_side != Side::none && first_side != second_side) return false;
    const auto due = [](const Ticked& one) {
        const WrittenInstant& written = one.item->due.given() ? one.item->due : one.list->due;
        return written.given() ? format_written(written) : std::string();
    };
    const auto owner = [](const Ticked& one) {
        return one.item->owner.given() ? one.item->owner.value : one.list->owner.value;
    };
    if (const std::string first = due(a), second = due(b); !first.empty() && !second.empty() && first != second)
        return false;
    return owner(a).empty() || owner(b).empty() || owner(a) == owner(b);
}

struct Open {
    std::vector<WorkIndex> first;
    std::size_t count = 0;

    void add(WorkIndex work) {
        if (count++ < most_labels) first.push_back(work);
    }
};

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), findings_(findings), recorded_(plan_) {}

    void run() {
        look_at_parts();
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) look_at_progress(i);
        look_at_whole();
        if (!ticks_are_kept()) return;
        look_at_gates();
        look_at_statements();
    }

private:
    std::string state(WorkIndex index) const {
        const Work& work = plan_.work[index];
        const Tries* const tries = recorded_.of(work.id.value);
        if (!work.status.given() && tries != nullptr) return fmt::format("the last try at {} failed", called(work));
        return fmt::format("{} is {}", called(work), name(work.status.value));
    }

    void label(Diagnostic& finding, const Open& open) const {
        for (const WorkIndex work : open.first)
            finding.others.push_back({first_given({plan_.work[work].status.span, name_place(plan_.work[work])}),
                                      open.count == 1 ? "said here" : state(work)});
    }

    /// What says done, and what says otherwise below it.
    void look_at_parts() {
        said_.resize(plan_.work.size(), no_work);
        std::map<WorkIndex, Open> below;
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            const Work& work = plan_.work[i];
            const WorkIndex around = work.parent == no_work ? no_work : said_[work.parent];
            said_[i] = work.status.given() ? i : around;
            if (!work.status.given() || !is_open(work.status.value) || analysis_.cancelled[i]) continue;
            if (around == no_work || plan_.work[around].status.value != Status::done) continue;
            said_[i] = around; // told with what is around it, for what is below it, too
            if (!recorded_.over(work.id.value)) below[around].add(i);
        }
        for (const auto& [group, open] : below) {
            const std::string whole = called(plan_.work[group]);
            Diagnostic& finding = findings_.add(
                plan_.work[group].status.span,
                open.count == 1 ? fmt::format("{} is done, but {}", whole, state(open.first[0]))
                                : fmt::format("{} is done, but {} of its parts are not", whole, open.count));
            label(finding, open);
        }
    }

    void look_at_progress(WorkIndex index) {
        const Work& work = plan_.work[index];
        const Located<double>& progress = plan_.details_of(work).progress;
        if (!progress.given() || analysis_.cancelled[index]) return;
        const bool done = analysis_.done[index];
        const bool planned = work.status.given() && work.status.value == Status::planned;
        const bool fits = done      ? progress.value >= 100
                          : planned ? progress.value <= 0
                                    : progress.value < 100 || !work.status.given();
        if (fits) return;
        Diagnostic& finding =
            findings_.add(progress.span, fmt::format("{} is {}, but its progress is {} %", called(work),
                                                     name(done ? Status::done : work.status.value), progress.value));
        // Who says nothing goes by what is around it.
        const WorkIndex said = work.status.given() ? index : said_[index];
        if (said != no_work) finding.others.push_back({plan_.work[said].status.span, "said here"});
    }

    /// The plan is done; where it has a record, what has no entry at all is told by `unrecorded-step`.
    void look_at_whole() {
        const Located<PlanStatus>& status = plan_.header.status;
        const Located<Outcome>& outcome = plan_.record.outcome;
        if (!status.given() || status.value != PlanStatus::done) return;
        if (outcome.given() && (outcome.value == Outcome::rolled_back || outcome.value == Outcome::failed)) return;
        const bool kept = std::any_of(plan_.work.begin(), plan_.work.end(), [this](const Work& work) {
            return work.status.given() || plan_.details_of(work).progress.given();
        });
        std::vector<const Tries*> tries(plan_.work.size(), nullptr); // of it, or of the whole that it is part of
        Open open;
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            const Work& work = plan_.work[i];
            tries[i] = recorded_.of(work.id.value);
            if (tries[i] == nullptr && work.parent != no_work) tries[i] = tries[work.parent];
            if (!is_childless(plan_, i) || analysis_.cancelled[i] || analysis_.done[i]) continue;
            if (said_[i] != no_work && plan_.work[said_[i]].status.value == Status::done) continue;
            if (tries[i] != nullptr && tries[i]->over()) continue;
            const bool failed = tries[i] != nullptr && tries[i]->result.given();
            const bool says = work.status.given() || (kept && tries[i] == nullptr && work.kind != WorkKind::milestone);
            if (failed || (says && (tries[i] != nullptr || recorded_.empty()))) open.add(i);
        }
        if (open.count == 0) return;
        Diagnostic& finding = findings_.add(
            status.span, open.count == 1 ? fmt::format("the plan is done, but {}", state(open.first[0]))
                                         : fmt::format("the plan is done, but {} parts of it are not", open.count));
        label(finding, open);
    }

    /// False for lists that are ticked on paper: nothing in them says that anything was done.
    bool ticks_are_kept() const {
        for (const Checklist& list : plan_.checklists)
            for (const CheckItem& item : list.items)
                if (item.done.given() || item.at.given() || recorded_.of(item.id.value) != nullptr) return true;
        return false;
    }

    bool ticked(const CheckItem& item) const { return item.done.value || recorded_.over(item.id.value); }
    bool open(const CheckItem& item) const { return !ticked(item) && (item.done.given() || !item.at.given()); }
    static Span place(const CheckItem& item) { return first_given({item.done.span, item.check.span, item.span}); }

    /// For each piece of work, whether it or anything below it is done or active.
    std::vector<bool> begun_work() const {
        std::vector<bool> begun(plan_.work.size(), false);
        for (WorkIndex i = static_cast<WorkIndex>(plan_.work.size()); i-- > 0;) {
            const Work& work = plan_.work[i];
            const Tries* const tries = recorded_.of(work.id.value);
            if (work.status.given()) begun[i] = work.status.value == Status::active;
            if (analysis_.done[i]) begun[i] = true;
            if (tries != nullptr && tries->result.given() && tries->result.value == EntryResult::done) begun[i] = true;
            if (analysis_.cancelled[i]) begun[i] = false;
            if (begun[i] && work.parent != no_work) begun[work.parent] = true;
        }
        return begun;
    }

    void look_at_gates() {
        const std::vector<bool> begun = begun_work();
        for (const Checklist& list : plan_.checklists) {
            const auto gate = std::find_if(list.gates.begin(), list.gates.end(), [&](const Reference& gated) {
                const WorkIndex work = plan_.find_work(gated.value);
                return work != no_work && begun[work];
            });
            if (gate == list.gates.end() || recorded_.over(list.id.value)) continue;
            const auto first = std::find_if(list.items.begin(), list.items.end(),
                                            [this](const CheckItem& item) { return open(item); });
            if (first == list.items.end()) continue;
            const auto count =
                std::count_if(first, list.items.end(), [this](const CheckItem& item) { return open(item); });
            const WorkIndex index = plan_.find_work(gate->value);
            const Work& work = plan_.work[index];
            const bool done = analysis_.done[index] || recorded_.over(work.id.value);
            Diagnostic& finding =
                findings_.add(place(*first), fmt::format("{} {}, but {} of {}, which gates it, {} open", called(work),
                                                         done ? "is done" : "has begun",
                                                         count == 1 ? "an item" : fmt::format("{} items", count),
                                                         called(list), count == 1 ? "is" : "are"));
            finding.others.push_back({gate->span, fmt::format("nothing of {} starts before it", called(work))});
            if (work.status.given())
                finding.others.push_back(
                    {work.status.span, fmt::format("{} is {}", called(work), name(work.status.value))});
        }
    }

    void look_at_statements() {
        std::unordered_map<std::string_view, std::vector<Ticked>> all;
        for (const Checklist& list : plan_.checklists) {
            for (const CheckItem& item : list.items) {
                if (!ticked(item) || trimmed(item.check.value).empty()) continue;
                std::vector<Ticked>& same = all[trimmed(item.check.value)];
                if (same.size() < most_compared) same.push_back({&list, &item});
            }
        }
        if (all.empty()) return;
        for (const Checklist& list : plan_.checklists) {
            if (recorded_.over(list.id.value)) continue;
            for (const CheckItem& item : list.items) {
                const auto found = open(item) ? all.find(trimmed(item.check.value)) : all.end();
                if (found == all.end()) continue;
                const auto other = std::find_if(found->second.begin(), found->second.end(), [&](const Ticked& one) {
                    return one.list != &list && same_matter(one, {&list, &item});
                });
                if (other == found->second.end()) continue;
                findings_
                    .add(place(item), fmt::format("{} is open in {}, but ticked in {}", quoted(found->first),
                                                  called(list), called(*other->list)))
                    .others.push_back({place(*other->item), "ticked here"});
            }
        }
    }

    static constexpr std::size_t most_compared = 8; ///< places where one statement is ticked

    const Analysis& analysis_;
    const Plan& plan_;
    Findings& findings_;
    Recorded recorded_;
    std::vector<WorkIndex> said_; ///< whose status holds for each piece of work
};

void check(const Analysis& analysis, Findings& findings) { Check(analysis, findings).run(); }

} // namespace

const Rule rules::status_conflict{
    .name = "status-conflict",
    .group = "Content",
    .severity = Severity::warning,
    .finds = "statuses that cannot all be true: a whole that is done with parts that are not; a progress that does not "
             "fit the status; work that has begun though a checklist that gates it has open items; a statement ticked "
             "in one checklist and open in another; a plan that is done with work that is not.",
    .why = "People go on from what says done. If it is not so, they build on something that is missing; if it is, "
           "somebody does it twice.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - id: test
    title: Test
    start: 2026-03-02
    status: done
    tasks:
      - {id: web, title: Test the web site, duration: 1d, status: done}
      - {id: payments, title: Test the payments, duration: 1d, status: active}
)",
    .mend =
        "Bring up to date what is behind: the status, the progress or the tick. What will not be done any more is "
        "`status: cancelled`. Parts that say nothing go by what is around them. Two checks that only read alike, of "
        "two things or two days, need a text that tells them apart.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - id: test
    title: Test
    start: 2026-03-02
    status: active
    tasks:
      - {id: web, title: Test the web site, duration: 1d, status: done}
      - {id: payments, title: Test the payments, duration: 1d, status: active}
)",
    .related = "done-before-dependency unrecorded-step",
    .check = check,
};

} // namespace planc
