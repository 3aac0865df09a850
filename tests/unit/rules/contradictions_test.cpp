// Into a plan that is consistent by construction one contradiction is put, and it is told where it is.
#include "compiled.h"
#include "consistent_plan.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace planc;
using namespace planc::testing;
using std::chrono::days;

namespace {

using Story = ConsistentPlan::Story;

/// A plan to be spoiled.
struct Victim {
    ConsistentPlan& plan;
    std::mt19937& random;

    bool to_come() const { return plan.story == Story::to_come; }
    Yaml& top(const char* key) { return plan.yaml[key]; }
    Yaml& at(const std::string& id) { return *plan.yaml.with_id(id); }
    std::vector<Yaml>& stages() {
        Yaml& rollout = top("rollout");
        return rollout.kind == Yaml::Kind::list ? rollout.items : rollout["stages"].items;
    }
    const TrueWork* task(bool waits) {
        std::vector<const TrueWork*> found;
        for (const TrueWork& one : plan.tasks)
            if (one.dates && at(one.id).find("tasks") == nullptr && (!waits || !one.after.empty()))
                found.push_back(&one);
        return found.empty() ? nullptr : found[random() % found.size()];
    }
    /// A phase by dates, and nothing else starts on that day.
    const TrueWork* lonely_phase() {
        const auto starts_with = [&](const TrueWork& one, const std::vector<TrueWork>& others) {
            return std::any_of(others.begin(), others.end(),
                               [&](const TrueWork& other) { return other.id != one.id && other.first == one.first; });
        };
        for (const TrueWork& one : plan.tasks)
            if (one.dates && phase_of(one) == nullptr && !starts_with(one, plan.tasks) &&
                !starts_with(one, plan.phases))
                return &one;
        return nullptr;
    }
    const TrueWork* phase_of(const TrueWork& part) const {
        const std::string id = part.id.substr(0, part.id.find("-t"));
        for (const TrueWork& one : plan.phases)
            if (one.id == id && id != part.id) return &one;
        return nullptr;
    }
};

/// Makes the mistake and returns what stands, exactly, at one of the places that have to be told; empty where the plan
/// has nothing in which it could be made.
using Mistake = std::string (*)(Victim&);

struct Kind {
    const char* rule;
    const char* what;
    Mistake make;
};

std::string set(Yaml& yaml, const char* key, std::string value) {
    yaml[key] = value;
    return value;
}

constexpr Kind kinds[] = {
    {"early-start", "a task starts a week before what it waits for ends",
     [](Victim& it) {
         const TrueWork* task = it.task(true);
         if (task == nullptr || !it.to_come()) return std::string();
         return set(it.at(task->id), "start", written(task->first - days{7}));
     }},
    {"reversed-span", "a task ends before it starts",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         return task == nullptr ? std::string() : set(it.at(task->id), "end", written(task->first - days{1}));
     }},
    {"duration-mismatch", "start, end and duration disagree",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         return task == nullptr ? std::string() : set(it.at(task->id), "duration", "77d");
     }},
    {"outside-parent", "a task ends after its phase",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         const TrueWork* phase = task == nullptr ? nullptr : it.phase_of(*task);
         if (phase == nullptr || !phase->dates) return std::string();
         return set(it.at(task->id), "end", written(phase->last + days{2}));
     }},
    {"missed-milestone", "the launch is promised before the last stage ends",
     [](Victim& it) {
         if (!it.to_come()) return std::string();
         return set(it.at("launch"), "date", written(it.plan.stages.back().last - days{2}));
     }},
    {"late-deadline", "a checklist is due after what it gates begins",
     [](Victim& it) {
         if (!it.to_come()) return std::string();
         const TrueWork& stage = it.plan.stages[1];
         Yaml list = Yaml::mapping({{"id", "late-list"}, {"title", "Late"}, {"owner", "p3"}, {"gates", stage.id}});
         const std::string due = set(list, "due", written(stage.first + days{1}));
         list["items"] = Yaml::list({"Look twice"});
         it.top("checklists").kind = Yaml::Kind::list;
         it.top("checklists").items.push_back(list);
         return due;
     }},
    {"freeze-violation", "a freeze lies over a start",
     [](Victim& it) {
         const TrueWork* task = it.lonely_phase();
         if (task == nullptr || !it.to_come()) return std::string();
         Yaml freeze =
             Yaml::mapping({{"id", "frozen"}, {"title", "Frozen"}, {"start", written(task->first - days{1})}});
         freeze["end"] = written(task->first);
         it.top("calendar")["freezes"] = Yaml::list({freeze});
         return written(task->first);
     }},
    {"non-working-day", "work starts on a holiday",
     [](Victim& it) {
         const TrueWork* task = it.lonely_phase();
         if (task == nullptr || !it.to_come()) return std::string();
         it.top("calendar").erase("make_up_days");
         it.top("calendar")["holidays"] = Yaml::list({written(task->first)});
         return written(task->first);
     }},
    {"dependency-cycle", "two tasks wait for one another",
     [](Victim& it) {
         const TrueWork* task = it.task(true);
         if (task == nullptr) return std::string();
         it.at(task->after)["depends_on"] = Yaml::list({task->id});
         return task->id;
     }},
    {"overlapping-stages", "a stage starts before the one before it ends",
     [](Victim& it) {
         Yaml& stage = it.stages()[1];
         for (const char* key : {"end", "duration", "depends_on", "observe"}) stage.erase(key);
         stage["end"] = written(it.plan.stages[1].last);
         return set(stage, "start", written(it.plan.stages[0].last));
     }},
    {"shrinking-rollout", "a stage reaches fewer than the one before it",
     [](Victim& it) {
         for (Yaml& stage : it.stages()) stage.erase("users");
         return it.stages().size() < 3 ? std::string() : set(it.stages()[1], "percent", "0.25");
     }},
    {"unfinished-rollout", "the last stage does not reach everybody",
     [](Victim& it) {
         for (Yaml& stage : it.stages()) stage.erase("users");
         return set(it.stages().back(), "percent", "97");
     }},
    {"rollout-jump", "from few to everybody in one step",
     [](Victim& it) {
         for (Yaml& stage : it.stages()) stage.erase("users");
         it.stages()[0]["percent"] = "0.1";
         return it.plan.story == Story::to_come ? it.stages()[1]["percent"].text : std::string();
     }},
    {"unequal-population", "shares and heads imply different numbers of users",
     [](Victim& it) {
         it.stages()[0]["users"] = "77";
         return set(it.stages().back(), "users", "99999");
     }},
    {"squeezed-observation", "a stage is to be watched for longer than it is",
     [](Victim& it) { return set(it.stages()[0], "observe", "40d"); }},
    {"ungated-stage", "a stage is watched by nothing",
     [](Victim& it) {
         it.stages()[0].erase("gates");
         return it.to_come() ? it.stages()[0]["observe"].text : std::string();
     }},
    {"missing-rollback", "there is no way back",
     [](Victim& it) {
         it.plan.yaml.erase("rollback");
         return std::string("rollout");
     }},
    {"untriggered-rollback", "nothing triggers the rollback",
     [](Victim& it) {
         it.top("rollback").erase("triggers");
         return std::string("rollback");
     }},
    {"rollback-over-time-limit", "the rollback takes longer than it may",
     [](Victim& it) { return set(it.top("rollback"), "time_limit", "4m"); }},
    {"unmet-data-loss-limit", "backups are too far apart",
     [](Victim& it) {
         it.top("rollback")["data_loss_limit"] = "10m";
         return set(it.top("rollback"), "backup_every", "11m");
     }},
    {"inconsistent-thresholds", "alert and rollback have changed places",
     [](Victim& it) {
         Yaml& metric = it.at("metric-0");
         metric.erase("unit");
         metric["target"] = "< 1s";
         metric["alert"] = "> 5s";
         for (Yaml& stage : it.stages()) stage.erase("gates");
         return set(metric, "rollback", "> 2000ms");
     }},
    {"contradicting-limits", "a metric is held to two limits",
     [](Victim& it) {
         it.top("metrics")["same"] = Yaml::mapping({{"title", "Same"}, {"rollback", "> 0.5%"}});
         it.top("metrics")["other"] = Yaml::mapping({{"title", "Same"}, {"rollback", "> 7777 ppm"}});
         return std::string("> 7777 ppm");
     }},
    {"unwatched-metric", "a gate relies on what nobody is called for",
     [](Victim& it) {
         it.top("metrics")["quiet"] = Yaml::mapping({{"title", "Quiet"}, {"target", "< 1%"}});
         it.stages()[0]["gates"] = Yaml::list({"quiet"});
         return it.to_come() ? std::string("quiet") : std::string();
     }},
    {"missing-owner", "nobody owns the work any more",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         if (task == nullptr || !it.to_come() || it.phase_of(*task) != nullptr) return std::string();
         it.top("plan").erase("owner");
         it.at(task->id).erase("owner");
         return task->id;
     }},
    {"absent-owner", "the owner is away all the time",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         if (task == nullptr || !it.to_come()) return std::string();
         it.at("p3")["away"] = Yaml::list({written(task->first - days{1}) + " .. " + written(task->last + days{1})});
         return set(it.at(task->id), "owner", "p3");
     }},
    {"unstaffed-role", "a role that owns work has nobody in it",
     [](Victim& it) {
         it.top("roles")["nobody"] = Yaml::mapping({{"title", "Nobody"}});
         it.at(it.plan.phases[0].id)["owner"] = "nobody";
         return std::string("nobody");
     }},
    {"missing-contact", "who is called for the rollback cannot be reached",
     [](Victim& it) {
         it.at("p3").erase("phone");
         it.at("p3").erase("email");
         return set(it.top("rollback"), "owner", "p3");
     }},
    {"missing-approval", "an approved plan nobody has signed",
     [](Victim& it) {
         it.plan.yaml.erase("sign_off");
         return it.to_come() ? set(it.top("plan"), "status", "approved") : std::string();
     }},
    {"self-approval", "one person has written and approved it",
     [](Victim& it) {
         it.top("sign_off")["prepared_by"] = "p3";
         return set(it.top("sign_off"), "approved_by", "p3");
     }},
    {"late-approval", "signed after the work has begun",
     [](Victim& it) {
         if (!it.to_come() || it.top("sign_off").kind != Yaml::Kind::mapping) return std::string();
         return set(it.top("sign_off"), "date", written(it.plan.stages[0].first + days{1}));
     }},
    {"inconsistent-risk", "a level that probability and impact do not give",
     [](Victim& it) {
         it.top("risks") = Yaml::list({Yaml::mapping({{"title", "Rain"}, {"probability", "low"}, {"impact", "low"}})});
         it.top("risks").items[0]["mitigation"] = "Umbrellas";
         return set(it.top("risks").items[0], "level", "critical");
     }},
    {"unverifiable-step", "a step says not what to expect",
     [](Victim& it) {
         if (it.plan.night.empty() || !it.to_come()) return std::string();
         Yaml& step = it.at("night")["steps"].items[0];
         step.erase("verify");
         step.erase("expect");
         return step["id"].text;
     }},
    {"placeholder-text", "something was left to be filled in",
     [](Victim& it) { return set(it.at("launch"), "title", "TBD"); }},
    {"weekday-mismatch", "a date is given another weekday",
     [](Victim& it) {
         it.top("plan")["summary"] = "Begins on Friday 2026-03-05";
         return std::string("Friday");
     }},
    {"bad-version", "a version that is none", [](Victim& it) { return set(it.top("plan"), "release", "v1.2"); }},
    {"unfit-estimate", "planned for less time than it was estimated",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         if (task == nullptr || !it.to_come()) return std::string();
         return set(it.at(task->id), "estimate", "60d");
     }},
    {"unknown-reference", "work waits for what nobody knows",
     [](Victim& it) {
         it.at(it.plan.phases[0].id)["depends_on"] = Yaml::list({"nothing-known"});
         return std::string("nothing-known");
     }},
    {"duplicate-id", "two pieces of work are called alike",
     [](Victim& it) { return set(it.stages()[0], "id", "launch"); }},
    {"unplanned-entry", "a record of what the plan does not have",
     [](Victim& it) {
         if (it.plan.story != Story::done) return std::string();
         Yaml& record = it.top("record");
         record["entries"].kind = Yaml::Kind::list;
         record["entries"].items.push_back(Yaml::mapping({{"of", "never-planned"}, {"result", "done"}}));
         return std::string("never-planned");
     }},
    {"status-conflict", "done, and half of it",
     [](Victim& it) {
         Yaml& phase = it.at(it.plan.phases[0].id);
         const bool done = phase.find("status") != nullptr && phase.find("status")->text == "done";
         return done ? set(phase, "progress", "47") : std::string();
     }},
    {"stale-status", "planned, and long over",
     [](Victim& it) {
         const TrueWork* task = it.task(false);
         if (task == nullptr || it.plan.story != Story::under_way || task->last >= it.plan.as_of) return std::string();
         it.plan.yaml.erase("record");
         it.at(task->id).erase("progress");
         it.at(task->id)["status"] = "planned";
         return std::string("planned");
     }},
    {"done-before-dependency", "done, while what it waits for is not",
     [](Victim& it) {
         const TrueWork* task = it.task(true);
         if (task == nullptr || !it.to_come()) return std::string();
         return set(it.at(task->id), "status", "done");
     }},
};

std::string_view text_at(const Compilation& compilation, Span span) {
    return compilation.files.at(span).text().substr(span.begin, span.end - span.begin);
}

/// True if the rule points at this text, at a place of its own or at another that has a part in it.
bool told(const Compilation& compilation, std::string_view rule, const std::string& place) {
    const auto is_it = [&](Span span) {
        std::string_view text = text_at(compilation, span);
        if (text.size() > 1 && (text.front() == '"' || text.front() == '\'')) text = text.substr(1, text.size() - 2);
        return text == place;
    };
    return std::any_of(compilation.findings.begin(), compilation.findings.end(), [&](const Diagnostic& finding) {
        if (finding.rule != rule) return false;
        return is_it(finding.span) || std::any_of(finding.others.begin(), finding.others.end(),
                                                  [&](const Label& label) { return is_it(label.span); });
    });
}

constexpr int plans_of_a_kind = 8;

} // namespace

TEST_CASE("a contradiction put into a consistent plan is told where it is") {
    for (const Kind& kind : kinds) {
        int made = 0;
        for (unsigned seed = 0; seed < 1000 && made < plans_of_a_kind; ++seed) {
            std::mt19937 random(seed);
            ConsistentPlan plan = consistent_plan(random);
            Victim victim{plan, random};
            const std::string place = kind.make(victim);
            if (place.empty()) continue;
            ++made;
            const std::string text = written(plan.yaml, random);
            const auto compilation = compiled(text, plan.as_of);
            const bool found = told(*compilation, kind.rule, place);
            if (found) continue;
            std::string findings;
            for (const Diagnostic& finding : compilation->findings)
                findings += fmt::format("{}: {}\n", finding.rule, finding.message);
            INFO(kind.rule << ": " << kind.what << " at `" << place << "`, seed " << seed << "\n" << findings << text);
            CHECK(found);
        }
        INFO(kind.rule);
        CHECK(made == plans_of_a_kind);
    }
}
