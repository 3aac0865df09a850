#include "consistent_plan.h"

#include "true_work.h"

using planc::Date;

std::string written(Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

namespace {

class Maker : public TrueWorkOfPlan {
public:
    explicit Maker(std::mt19937& random) : TrueWorkOfPlan(random) {}

    ConsistentPlan make() {
        make_calendar();
        make_people();
        make_metrics();
        const int phases = 1 + below(4);
        for (int i = 0; i < phases; ++i) phase();
        if (chance(40)) night();
        rollout();
        milestones();
        tell_story();
        rollback();
        checklists();
        around();
        header();
        if (plan_.story != Story::to_come && chance(60)) record();
        return std::move(plan_);
    }

private:
    void rollback() {
        Yaml rollback = Yaml::mapping();
        if (chance(60)) rollback["owner"] = chance(50) ? "p2" : "operators";
        int sum = 0;
        Yaml steps = Yaml::list();
        for (int i = below(4); i >= 0; --i) {
            const int minutes = 5 * (1 + below(6));
            sum += minutes;
            Yaml step = Yaml::mapping({{"id", fmt::format("back-{}", i)},
                                       {"do", fmt::format("{} {}", say("Switch back part", "切回部分"), i + 1)},
                                       {"expect", say("The old version serves", "旧版本正常服务")}});
            step["duration"] = minutes % 60 == 0 ? fmt::format("{}h", minutes / 60) : fmt::format("{}m", minutes);
            if (chance(30)) step["owner"] = "p3";
            steps.items.push_back(step);
        }
        rollback["time_limit"] = fmt::format("{}m", sum + 5 * below(4));
        if (chance(50)) rollback["decision_limit"] = "5m";
        if (chance(50)) {
            rollback["data_loss_limit"] = "1h";
            rollback["backup_every"] = chance(50) ? "60m" : "15m";
        }
        Yaml triggers = Yaml::list({Yaml::mapping({{"metric", "metric-0"}})});
        if (chance(50))
            triggers.items.push_back(Yaml::mapping({{"when", say("Payments fail", "无法支付")}, {"manual", "true"}}));
        rollback["triggers"] = triggers;
        rollback["steps"] = steps;
        plan_.yaml["rollback"] = rollback;
    }

    // What stands around the work.

    void milestones() {
        Yaml list = Yaml::list();
        list.items.push_back(Yaml::mapping({{"id", "kickoff"}, {"title", say("Work begins", "启动")}}));
        list.items.back()["date"] = written(begin_);
        for (const TrueWork& phase : plan_.phases) {
            if (phase.id == "night" || chance(60)) continue;
            Yaml milestone = Yaml::mapping({{"id", phase.id + "-done"}, {"title", say("Done with it", "阶段完成")}});
            if (chance(70))
                milestone["date"] = chance(70) ? day_text(phase.last) : day_text(phase.last + days{below(2)});
            milestone["depends_on"] = Yaml::list({phase.id});
            list.items.push_back(milestone);
        }
        Yaml launch =
            Yaml::mapping({{"id", "launch"}, {"title", say("Everybody has it", "全量上线")}, {"launch", "true"}});
        launch["date"] = day_text(plan_.stages.back().last);
        launch["depends_on"] = plan_.stages.back().id;
        list.items.push_back(launch);
        plan_.yaml["milestones"] = list;
    }

    void tell_story() {
        plan_.story = static_cast<Story>(below(3));
        const Date last = plan_.stages.back().last;
        plan_.as_of = plan_.story == Story::to_come ? begin_ - days{1 + below(3)}
                      : plan_.story == Story::under_way
                          ? begin_ + days{1 + below(static_cast<int>((last - begin_).count()) + 1)}
                          : last + days{1 + below(30)};
        if (plan_.story == Story::to_come) return;
        std::vector<TrueWork> all = plan_.phases;
        all.insert(all.end(), plan_.tasks.begin(), plan_.tasks.end());
        all.insert(all.end(), plan_.stages.begin(), plan_.stages.end());
        for (const TrueWork& work : all) {
            Yaml& yaml = *plan_.yaml.with_id(work.id);
            const Date last_day = work.id == "night" ? work.last + days{1} : work.last;
            yaml["status"] = last_day < plan_.as_of ? "done" : work.first < plan_.as_of ? "active" : "planned";
            if (yaml["status"].text == "active" && chance(50)) yaml["progress"] = fmt::format("{}", 5 + below(90));
            if (yaml["status"].text == "planned" && chance(50)) yaml.erase("status");
        }
        for (Yaml& milestone : plan_.yaml["milestones"].items) {
            const std::string& id = milestone["id"].text;
            const Yaml* waits = milestone.find("depends_on");
            const std::string on = waits == nullptr ? "" : waits->items.empty() ? waits->text : waits->items[0].text;
            const Yaml* work = on.empty() ? nullptr : plan_.yaml.with_id(on);
            const Yaml* status = work == nullptr ? nullptr : work->find("status");
            if (id == "kickoff" || (status != nullptr && status->text == "done" && plan_.story == Story::done))
                milestone["status"] = "done";
        }
        if (plan_.night.empty()) return;
        const Yaml* const status = plan_.yaml.with_id("night")->find("status");
        if (status == nullptr || status->text != "done") return;
        for (Yaml& step : (*plan_.yaml.with_id("night"))["steps"].items) step["status"] = "done";
    }

    void checklists() {
        Yaml list = Yaml::list();
        for (int i = below(3); i > 0; --i) {
            const TrueWork& gated = chance(50) ? one_of(plan_.stages) : one_of(plan_.phases);
            const Date due = gated.first - days{1 + below(3)};
            Yaml checklist = Yaml::mapping({{"id", fmt::format("list-{}", i)},
                                            {"title", fmt::format("{} {}", say("Before it", "检查清单"), i + 1)}});
            if (chance(50)) checklist["owner"] = "p3";
            checklist["due"] = written(due);
            checklist["gates"] = chance(50) ? Yaml(gated.id) : Yaml::list({gated.id});
            Yaml items = Yaml::list();
            const bool begun = plan_.story != Story::to_come && gated.first <= plan_.as_of;
            for (int k = below(3); k >= 0; --k) {
                const std::string text = fmt::format("{} {}-{}", say("Look at", "确认"), i + 1, k + 1);
                Yaml item = Yaml::mapping({{"check", text}});
                if (begun || (plan_.story == Story::done)) {
                    item["done"] = "true";
                    item["by"] = "p3";
                    item["at"] = written(due) + " 15:00";
                } else if (chance(40)) {
                    item["due"] = written(due);
                }
                items.items.push_back(item.keys.size() == 1 && chance(50) ? Yaml(text) : item);
            }
            checklist["items"] = items;
            list.items.push_back(checklist);
        }
        if (!list.items.empty()) plan_.yaml["checklists"] = list;
    }

    void around() {
        if (chance(60)) {
            const int probability = below(4), impact = below(4);
            Yaml risk = Yaml::mapping({{"id", "risk"}, {"title", say("It takes longer", "进度延迟")}});
            risk["probability"] = levels[probability];
            risk["impact"] = levels[impact];
            if (chance(60)) risk["level"] = levels[(probability + impact + 1) / 2];
            risk["mitigation"] = say("Begin early", "提前开始");
            risk["owner"] = "p0";
            plan_.yaml["risks"] = Yaml::list({risk});
        }
        if (chance(40)) {
            Yaml notice = Yaml::mapping({{"id", "notice"}, {"title", say("It is coming", "上线预告")}});
            notice["to"] = Yaml::list({say("All customers", "全体用户")});
            notice["at"] = chance(50) ? "launch - 1d" : "launch - 1d 10:00";
            notice["owner"] = "p0";
            if (plan_.story == Story::done) notice["done"] = "true";
            plan_.yaml["notices"] = Yaml::list({notice});
        }
        if (chance(40)) {
            Yaml after =
                Yaml::mapping({{"title", say("Three days later", "三天之后")}, {"at", "launch + 3d"}, {"owner", "p0"}});
            after["items"] = Yaml::list({say("Errors are down", "错误减少")});
            plan_.yaml["follow_ups"] = Yaml::list({after});
        }
        if (chance(30)) {
            const Date freeze = plan_.stages.back().last + days{1};
            Yaml one = Yaml::mapping({{"id", "freeze"}, {"title", say("Year-end accounts", "封网")}});
            one["start"] = written(freeze);
            one["end"] = written(freeze + days{below(10)});
            plan_.yaml["calendar"]["freezes"] = Yaml::list({one});
        }
    }

    void header() {
        static constexpr const char* zones[] = {"Europe/Berlin", "America/New_York", "UTC", "Asia/Kathmandu"};
        Yaml header = Yaml::mapping({{"id", "story-1.2.0"}, {"title", say("A story", "发布计划")}});
        if (chance(60)) header["release"] = "1.2.0";
        if (!chinese_ || chance(30)) header["language"] = chinese_ ? "zh-CN" : "en";
        if (chance(60)) header["timezone"] = one_of(zones);
        header["owner"] = "p0";
        if (anchored_) header["anchor"] = "kickoff";
        const Date last = plan_.stages.back().last;
        if (chance(60)) {
            header["start"] = written(begin_ - days{below(2)});
            header["end"] = written(last + days{1 + below(3)});
        }
        header["date"] = written(begin_ - days{20});
        static constexpr const char* before[] = {"draft", "in_review", "approved"};
        header["status"] = plan_.story == Story::to_come     ? one_of(before)
                           : plan_.story == Story::under_way ? "executing"
                                                             : "done";
        plan_.yaml["plan"] = header;
        if (header["status"].text != "draft" || chance(30)) {
            plan_.yaml["sign_off"] =
                Yaml::mapping({{"prepared_by", "p3"}, {"reviewed_by", Yaml::list({"p4"})}, {"approved_by", "p0"}});
            plan_.yaml["sign_off"]["date"] = written(begin_ - days{10});
        }
    }

    /// Everything that was done, as it was planned, and what has just been begun.
    void record() {
        Yaml entries = Yaml::list();
        const auto add = [&](const std::string& of, const std::string& start, const std::string& end,
                             const std::string& by) {
            entries.items.push_back(
                Yaml::mapping({{"of", of}, {"start", start}, {"end", end}, {"by", by}, {"result", "done"}}));
        };
        const auto add_days = [&](const TrueWork& work) {
            if (work.last < plan_.as_of) {
                add(work.id, written(work.first), written(work.last), work.owner);
            } else if (work.first < plan_.as_of && chance(60)) {
                entries.items.push_back(Yaml::mapping({{"of", work.id}, {"start", written(work.first)}}));
            }
        };
        for (const TrueWork& task : plan_.tasks) add_days(task);
        const Yaml* const night = plan_.night.empty() ? nullptr : plan_.yaml.with_id("night")->find("status");
        if (night != nullptr && night->text == "done") {
            const Date date = std::find_if(plan_.phases.begin(), plan_.phases.end(), [](const TrueWork& one) {
                                  return one.id == "night";
                              })->first;
            int minute = 0;
            for (const Yaml& step : plan_.yaml.with_id("night")->find("steps")->items) {
                const std::string begun = fmt::format("{} 21:{:02}", written(date), minute);
                minute += 10;
                add(step.find("id")->text, begun, fmt::format("21:{:02}", minute), "p2");
            }
        }
        for (const TrueWork& stage : plan_.stages) add_days(stage);
        if (plan_.story == Story::done && plan_.phases.back().id == "release") add_days(plan_.phases.back());
        plan_.yaml["record"] = Yaml::mapping({{"plan", "story-1.2.0"}, {"entries", entries}});
        if (plan_.story == Story::done) plan_.yaml["record"]["outcome"] = "success";
    }
};

} // namespace

ConsistentPlan consistent_plan(std::mt19937& random) { return Maker(random).make(); }
