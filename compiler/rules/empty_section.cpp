#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

/// What work says of itself beside what it is called, whose it is and what it waits for.
constexpr std::array<std::string_view, 10> contents{"start",        "end",   "duration", "estimate", "notes",
                                                    "deliverables", "tools", "progress", "tasks",    "steps"};
constexpr std::array<std::string_view, 3> reach{"percent", "users", "audience"};

/// True if one of these keys stands in the text, be it with a value that could not be read; or if it takes over what
/// stands elsewhere.
bool writes(std::string_view text, std::span<const std::string_view> keys) {
    if (text.starts_with('*') || text.find("<<") != std::string_view::npos) return true;
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
        std::string_view before = text.substr(0, colon);
        before = before.substr(0, before.find_last_not_of(" \"'") + 1);
        if (std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return before.ends_with(key); }))
            return true;
    }
    return false;
}

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), findings_(findings),
          within_(plan_.find_work(plan_.rollout.within.value)) {}

    void run() {
        look_at_siblings(0, static_cast<WorkIndex>(plan_.work.size()));
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            if (!is_childless(plan_, i)) look_at_siblings(i + 1, plan_.work[i].end_of_descendants);
        }
        look_at_stages();
        for (const Checklist& one : plan_.checklists)
            look_at_list(one.items.empty(), one.title, one.span, "checklist", "items");
        for (const FollowUp& one : plan_.follow_ups)
            look_at_list(one.items.empty(), one.title, one.span, "follow-up", "items");
        for (const Contingency& one : plan_.contingencies)
            look_at_list(one.actions.empty(), one.title, one.span, "contingency", "actions");
    }

private:
    bool judged(WorkIndex index) const { return !analysis_.cancelled[index] && !analysis_.done[index]; }

    std::string_view written(Span entry) const { return analysis_.files.at(entry).text(entry); }

    /// True if the work says nothing but what it is called, whose it is and what it waits for. An empty list of parts
    /// is nothing, too.
    bool says_nothing(WorkIndex index) const {
        const Work& work = plan_.work[index];
        if (!is_childless(plan_, index) || has_own_timing(work) || plan_.details_of(work).given()) return false;
        return index != within_ && (!writes(written(work.span), contents) || holds_an_empty_list(work.span));
    }

    /// The phases or tasks of one group that say nothing, beside others that do. Where none of them says anything, the
    /// list is what is said, or the plan a form to be filled in.
    void look_at_siblings(WorkIndex begin, WorkIndex end) {
        std::vector<WorkIndex> empty;
        bool others = false;
        for (WorkIndex i = begin; i < end; i = plan_.work[i].end_of_descendants) {
            const WorkKind kind = plan_.work[i].kind;
            if (kind == WorkKind::milestone) continue;
            const bool nothing = says_nothing(i);
            others = others || !nothing;
            if (nothing && (kind == WorkKind::phase || kind == WorkKind::task) && judged(i)) empty.push_back(i);
        }
        if (empty.empty() || !others) return;
        const Work& first = plan_.work[empty.front()];
        const std::string_view kind = name(first.kind);
        Diagnostic& finding = findings_.add(
            name_place(first), empty.size() == 1 ? fmt::format("{} {} has nothing in it", kind, called(first))
                                                 : fmt::format("{} {} and {} more beside it have nothing in them", kind,
                                                               called(first), empty.size() - 1));
        for (std::size_t i = 1; i < empty.size() && i <= most_labels; ++i)
            finding.others.push_back({name_place(plan_.work[empty[i]]), "nothing in this either"});
        finding.help = "say how long it takes, or what it consists of";
    }

    void look_at_stages() {
        const std::vector<Stage>& stages = plan_.rollout.stages;
        const auto says_whom = [](const Stage& stage) {
            return stage.percent.given() || stage.users.given() || stage.audience.given();
        };
        const bool any = std::any_of(stages.begin(), stages.end(), says_whom);
        for (const Stage& stage : stages) {
            const Work& work = plan_.work[stage.work];
            // Where no stage says it otherwise, their titles do.
            if (writes(written(work.span), reach)) continue;
            if (says_whom(stage) || !judged(stage.work) || (!any && work.title.given())) continue;
            findings_.add(name_place(work), fmt::format("stage {} does not say whom it reaches", called(work))).help =
                "add `percent`, `users` or `audience`";
        }
    }

    /// An entry without a list, or with one that could not be read, has been told as such.
    bool holds_an_empty_list(Span entry) const {
        const std::string_view text = written(entry);
        for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
            const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
            if (next != std::string_view::npos && text[next] == ']') return true;
        }
        return false;
    }

    void look_at_list(bool empty, const Text& title, Span entry, std::string_view kind, std::string_view key) {
        if (!empty || !holds_an_empty_list(entry)) return;
        findings_.add(first_given({title.span, entry}), fmt::format("{} {} has no {}", kind, quoted(title.value), key));
    }

    const Analysis& analysis_;
    const Plan& plan_;
    Findings& findings_;
    WorkIndex within_; ///< the rollout is in it
};

void check(const Analysis& analysis, Findings& findings) {
    const PlanStatus status = analysis.plan.header.status.value;
    if (status != PlanStatus::done && status != PlanStatus::abandoned) Check(analysis, findings).run();
}

} // namespace

const Rule rules::empty_section{
    .name = "empty-section",
    .group = "Content",
    .severity = Severity::info,
    .finds = "a phase or task with neither parts nor time nor notes beside others that have some, a rollout stage that "
             "reaches nobody in particular, and a checklist, follow-up or contingency with an empty list.",
    .why = "It was meant to be filled in later. In the documents it looks as if there were nothing to do.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 3wd}
  - {id: train, title: Train the shops, depends_on: [build]}
)",
    .mend = "Say how long it takes, what it consists of or what is known about it; or take it out until then.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 3wd}
  - {id: train, title: Train the shops, depends_on: [build], duration: 2wd}
)",
    .related = "placeholder-text missing-key",
    .check = check,
};

} // namespace planc
