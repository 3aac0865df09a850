#include "consistent_plan.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

using planc::Date;
using std::chrono::days;

std::string written(Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

namespace {

using Story = ConsistentPlan::Story;

class Maker {
public:
    explicit Maker(std::mt19937& random) : random_(random) {}

    ConsistentPlan make() {
        chinese_ = chance(40);
        anchored_ = chance(30);
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
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List>
    const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }
    std::string say(const char* english, const char* chinese) { return chinese_ ? chinese : english; }

    // The calendar.

    bool worked(Date date) const {
        if (make_up_.count(date) != 0) return true;
        return std::chrono::weekday{date}.iso_encoding() <= 5 && holidays_.count(date) == 0;
    }
    Date next_worked(Date date) const {
        while (!worked(date)) date += days{1};
        return date;
    }
    /// The last of so many working days from `first` on.
    Date last_of(Date first, int count) const {
        for (; count > 1; --count) first = next_worked(first + days{1});
        return first;
    }

    void make_calendar() {
        const Date about = Date{std::chrono::year{2025} / 1 / 6} + days{below(700)};
        Yaml calendar = Yaml::mapping();
        if (chance(50)) calendar["hours"] = "09:00 .. 18:00";
        if (chance(40)) {
            Yaml list = Yaml::list();
            for (int i = 1 + below(3); i > 0; --i) {
                const Date first = about + days{below(40)};
                const Date last = first + days{below(3)};
                for (Date day = first; day <= last; day += days{1}) holidays_.insert(day);
                const std::string range = first == last ? written(first) : written(first) + " .. " + written(last);
                list.items.push_back(chance(50) ? Yaml(range)
                                                : Yaml::mapping({{"dates", range}, {"title", say("A feast", "节日")}}));
            }
            calendar["holidays"] = list;
        }
        if (chance(30)) {
            const Date day = about + days{below(40)};
            make_up_.insert(day);
            calendar["make_up_days"] = Yaml::list({written(day)});
        }
        begin_ = next_worked(about);
        at_ = begin_;
        if (!calendar.keys.empty()) plan_.yaml["calendar"] = calendar;
    }

    // Who.

    void make_people() {
        static constexpr const char* names[] = {"Ada Moor", "Ben Cole", "Cy Dunn", "Dee Falk", "Eli Grant"};
        static constexpr const char* chinese[] = {"安宁", "白舟", "陈默", "丁岚", "方圆"};
        Yaml people = Yaml::mapping();
        for (int i = 0; i < 5; ++i) {
            Yaml person = Yaml::mapping({{"name", chinese_ ? chinese[i] : names[i]}});
            person["phone"] = fmt::format("+1 212 555 010{}", i);
            if (i == 2) person["title"] = say("On call", "值班");
            if (chance(30)) person["email"] = fmt::format("p{}@example.com", i);
            if (i == 1 && chance(60))
                person["away"] = Yaml::list({written(begin_ + days{below(10)}) + " .. " + written(begin_ + days{12})});
            people[fmt::format("p{}", i)] = person;
        }
        plan_.yaml["people"] = people;
        Yaml roles = Yaml::mapping();
        roles["developers"] =
            Yaml::mapping({{"title", say("Developers", "研发")}, {"people", Yaml::list({"p0", "p1"})}});
        roles["operators"] = Yaml::mapping({{"title", say("Operators", "运维")}, {"people", Yaml::list({"p2"})}});
        if (chance(50)) roles["operators"]["backup"] = "p3";
        if (chance(50)) roles["developers"]["duty"] = say("Builds it", "开发");
        plan_.yaml["roles"] = roles;
    }

    /// Gives work an owner, or leaves it to whom it inherits from; returns a person who may do it.
    std::string own(Yaml& work, const std::string& inherited) {
        if (chance(40)) return inherited;
        static constexpr std::pair<const char*, const char*> owners[] = {
            {"p0", "p0"}, {"p2", "p2"}, {"p3", "p3"}, {"developers", "p0"}, {"operators", "p2"}};
        const auto& [owner, person] = one_of(owners);
        work["owner"] = owner;
        return person;
    }

    // When.

    std::string day_text(Date date) {
        if (!anchored_ && chance(20)) {
            const auto after = (date - begin_).count();
            return after == 0 ? "kickoff" : fmt::format("kickoff {} {}d", after < 0 ? '-' : '+', std::abs(after));
        }
        if (!anchored_ || chance(60)) return written(date);
        const auto after = (date - begin_).count();
        if (after < 0) return fmt::format("T-{}d", -after);
        if (chance(50)) return after == 0 ? "T" : fmt::format("T+{}d", after);
        return fmt::format("W{} D{}", after / 7 + 1, after % 7 + 1);
    }

    /// Writes when work of whole days is, in one of the ways that there are; `after` ended the day before `first`
    /// where `close`.
    void times(Yaml& yaml, TrueWork& work, bool close) {
        const auto span = (work.last - work.first).count() + 1;
        int worked_days = 0;
        for (Date day = work.first; day <= work.last; day += days{1}) worked_days += worked(day) ? 1 : 0;
        const std::string length =
            chance(50) ? fmt::format("{}wd", worked_days)
                       : (span % 7 == 0 && chance(50) ? fmt::format("{}w", span / 7) : fmt::format("{}d", span));
        const int way = below(close && !work.after.empty() ? 6 : 5);
        if (way == 5) {
            yaml["duration"] = length;
            return;
        }
        if (way != 3) yaml["start"] = day_text(work.first);
        if (way != 2) yaml["end"] = way == 1 ? written(work.last) : day_text(work.last);
        if (way == 1 && way != 2) yaml["start"] = written(work.first);
        if (way >= 2) yaml["duration"] = length;
        work.dates = way == 1;
    }

    void wait_for(Yaml& yaml, TrueWork& work, const TrueWork& before) {
        work.after = before.id;
        switch (below(5)) {
        case 0:
            yaml["depends_on"] = Yaml::list({Yaml::mapping({{"on", before.id}, {"type", "finish_to_start"}})});
            return;
        case 4:
            yaml["depends_on"] = Yaml::list({before.id, true_dependency(work)});
            return;
        case 1:
            yaml["depends_on"] = before.id;
            return;
        default:
            yaml["depends_on"] = Yaml::list({before.id});
        }
    }

    /// On any work there is, of any kind, with as much lag as there truly is or less.
    Yaml true_dependency(const TrueWork& work) {
        const TrueWork& on =
            plan_.tasks.empty() || (!plan_.phases.empty() && chance(30)) ? plan_.phases[0] : one_of(plan_.tasks);
        static constexpr const char* types[] = {"finish_to_start", "start_to_start", "finish_to_finish",
                                                "start_to_finish"};
        // What holds for a group holds for all its parts: only leaves have a start to wait for, and an end that waits.
        int type = below(work.id.find("-t") == std::string::npos ? 2 : 4);
        const bool leaf = on.id.find("-t") != std::string::npos && divided_.count(on.id) == 0;
        if (!leaf && type % 2 == 1) --type;
        // Parts of what it would wait for, and what holds it, are no work to wait for.
        if (on.id == work.id || on.id.starts_with(work.id) || work.id.starts_with(on.id)) return work.after;
        const auto from = type == 0 || type == 2 ? on.last + days{1} : on.first;
        const auto to = type < 2 ? work.first : work.last + days{1};
        auto lag = (to - from).count();
        if (lag > 0 && chance(50)) lag -= below(3);
        Yaml one = Yaml::mapping({{"on", on.id}, {"type", types[type]}});
        if (lag != 0) one["lag"] = lag % 7 == 0 && chance(50) ? fmt::format("{}w", lag / 7) : fmt::format("{}d", lag);
        return one;
    }

    // The work.

    void phase() {
        static constexpr const char* english[] = {"Build it", "Test it", "Translate the texts", "Write the manual"};
        static constexpr const char* chinese[] = {"功能开发", "回归测试", "翻译文案", "编写手册"};
        const int number = static_cast<int>(plan_.phases.size());
        TrueWork phase{fmt::format("phase-{}", number), at_, at_, "p0", {}, false};
        Yaml yaml = Yaml::mapping({{"id", phase.id}, {"title", chinese_ ? chinese[number] : english[number]}});
        phase.owner = own(yaml, "p0");
        const bool close = number > 0 && plan_.phases.back().last + days{1} == at_;
        const bool follows = number > 0 && chance(70);
        if (follows) wait_for(yaml, phase, plan_.phases.back());
        const int parts = below(5);
        if (parts == 0) {
            phase.last = last_of(at_, 1 + below(5));
            times(yaml, phase, close);
            plan_.tasks.push_back(phase);
        } else {
            yaml["tasks"] = tasks(phase, parts);
            if (chance(60)) {
                yaml["start"] = written(phase.first);
                yaml["end"] = written(phase.last);
                phase.dates = true;
            }
        }
        if (chance(30)) yaml["priority"] = one_of(levels);
        if (chance(30)) yaml["deliverables"] = Yaml::list({say("A report", "报告")});
        plan_.yaml["phases"].kind = Yaml::Kind::list;
        plan_.yaml["phases"].items.push_back(yaml);
        plan_.phases.push_back(phase);
        at_ = next_worked(phase.last + days{1});
    }

    Yaml tasks(TrueWork& phase, int count) {
        Yaml list = Yaml::list();
        const bool chain = chance(50);
        Date first = phase.first;
        for (int i = 0; i < count; ++i) {
            TrueWork task{fmt::format("{}-t{}", phase.id, i), first, last_of(first, 1 + below(4)), {}, {}, false};
            Yaml yaml = Yaml::mapping({{"id", task.id}, {"title", fmt::format("{} {}", say("Part", "部分"), i + 1)}});
            task.owner = own(yaml, phase.owner);
            const TrueWork* before = i > 0 ? &plan_.tasks.back() : nullptr;
            if (chain && before != nullptr && chance(80)) wait_for(yaml, task, *before);
            times(yaml, task, before != nullptr && before->last + days{1} == first);
            if (chance(20)) yaml["estimate"] = estimate(task);
            if (chance(15)) divide(yaml, task);
            list.items.push_back(yaml);
            plan_.tasks.push_back(task);
            if (chance(8)) list.items.push_back(cancelled());
            phase.last = std::max(phase.last, task.last);
            first = chain ? next_worked(task.last + days{1}) : first;
            if (!chain && chance(30)) first = next_worked(first + days{1});
        }
        return list;
    }

    /// Gives a task parts that span it exactly, or less.
    void divide(Yaml& yaml, const TrueWork& task) {
        const Date middle = task.first + (task.last - task.first) / 2;
        Yaml first = Yaml::mapping(
            {{"title", say("First half", "前半")}, {"start", written(task.first)}, {"end", written(middle)}});
        Yaml parts = Yaml::list({first});
        if (const Date second = next_worked(middle + days{1}); second <= task.last)
            parts.items.push_back(Yaml::mapping(
                {{"title", say("Second half", "后半")}, {"start", written(second)}, {"end", written(task.last)}}));
        yaml["tasks"] = parts;
        divided_.insert(task.id);
    }

    /// What will not be done may say anything.
    Yaml cancelled() {
        Yaml yaml = Yaml::mapping({{"title", say("Given up", "取消的事")}, {"status", "cancelled"}});
        yaml["start"] = written(begin_ + days{below(60) - 30});
        if (chance(50)) yaml["end"] = written(begin_ + days{below(60) - 10});
        if (chance(50)) yaml["depends_on"] = plan_.tasks.empty() ? Yaml("launch") : Yaml(plan_.tasks.back().id);
        return yaml;
    }

    std::string estimate(const TrueWork& task) {
        const auto span = (task.last - task.first).count() + 1;
        return chance(50) ? fmt::format("{}d", span) : fmt::format("1d..{}d", span + below(3));
    }

    void night() {
        const TrueWork before = plan_.phases.back();
        plan_.night = "night";
        TrueWork night{"night", at_, at_, "p2", {}, false};
        Yaml yaml = Yaml::mapping({{"id", "night"}, {"title", say("The night", "变更之夜")}, {"owner", "operators"}});
        yaml["start"] = written(at_) + " 21:00";
        if (chance(50))
            yaml["end"] = chance(50) ? "00:30" : written(at_ + days{1}) + " 00:30";
        else
            yaml["duration"] = chance(50) ? "3h30m" : "210m";
        yaml["sequence"] = "true";
        if (chance(70)) wait_for(yaml, night, before);
        Yaml steps = Yaml::list();
        for (int i = below(4); i >= 0; --i) {
            Yaml step = Yaml::mapping({{"id", fmt::format("step-{}", i)},
                                       {"do", fmt::format("{} {}", say("Change table", "修改表"), i + 1)}});
            step["duration"] = fmt::format("{}m", 10 * (1 + below(5)));
            if (chance(50))
                step["verify"] = say("Read the log", "查看日志");
            else
                step["expect"] = say("The log ends with done", "日志以完成结尾");
            steps.items.push_back(step);
        }
        yaml["steps"] = steps;
        plan_.yaml["phases"].items.push_back(yaml);
        plan_.phases.push_back(night);
        at_ = next_worked(at_ + days{2});
    }

    void rollout() {
        const int count = 2 + below(4);
        static constexpr int shares[][5] = {{50, 100}, {10, 100}, {5, 30, 100}, {1, 10, 50, 100}, {1, 5, 20, 50, 100}};
        const int* share = shares[count == 2 ? below(2) : count - 1];
        const int population = 1000 * (1 + below(50));
        const bool heads = chance(40);
        Yaml stages = Yaml::list();
        for (int i = 0; i < count; ++i) {
            const TrueWork* before = i > 0 ? &plan_.stages.back() : &plan_.phases.back();
            TrueWork stage{fmt::format("stage-{}", i), at_, last_of(at_, 1 + below(2)), "p0", {}, false};
            Yaml yaml = Yaml::mapping({{"id", stage.id}});
            if (chance(50)) yaml["title"] = fmt::format("{} {} %", say("Up to", "放量到"), share[i]);
            stage.owner = own(yaml, "p0");
            yaml["percent"] = fmt::format("{}{}", share[i], chance(20) ? ".0" : "");
            if (heads) yaml["users"] = fmt::format("{}", population * share[i] / 100);
            if (i == 0 || chance(20)) wait_for(yaml, stage, *before);
            const bool close = i > 0 && before->last + days{1} == at_;
            // Stages follow one another, whether they say so or not.
            const std::string after = stage.after;
            if (i > 0) stage.after = before->id;
            times(yaml, stage, close);
            stage.after = after;
            if (i + 1 < count) {
                const auto span = (stage.last - stage.first).count() + 1;
                yaml["observe"] = chance(30) ? fmt::format("{}d", span) : fmt::format("{}h", 1 + below(23));
                yaml["gates"] = gates();
            }
            stages.items.push_back(yaml);
            plan_.stages.push_back(stage);
            at_ = next_worked(stage.last + days{1});
        }
        plan_.yaml["rollout"] = chance(50) ? stages : Yaml::mapping({{"stages", stages}});
        if (chance(70)) return;
        const TrueWork whole{"release", plan_.stages[0].first, plan_.stages.back().last, "p0", {}, true};
        plan_.yaml["phases"].items.push_back(Yaml::mapping({{"id", "release"},
                                                            {"title", say("Release", "发布")},
                                                            {"start", written(whole.first)},
                                                            {"end", written(whole.last)}}));
        plan_.yaml["rollout"] = Yaml::mapping({{"within", "release"}, {"stages", stages}});
        plan_.phases.push_back(whole);
    }

    // What is watched.

    struct Limits {
        const char* unit;
        const char* target;
        const char* stricter; ///< than the target
        const char* alert;
        const char* rollback;
    };
    static constexpr Limits limits[] = {
        {"%", "< 0.1", "< 0.5‰", "> 2‰", "> 0.5% for 5m"},
        {"", "< 0.1%", "< 500 ppm", "> 1‰", "> 0.1% for 2m"},
        {"ms", "< 300", "< 0.2s", "> 0.5s for 1m", "> 2 s for 5m"},
        {"毫秒", "<= 800", "<= 0.5秒", ">= 800毫秒", ">= 1.5秒 for 3m"},
        {"", "> 2GiB", "> 4GiB", "< 2048MiB", "< 1GB for 10m"},
        {"QPS", "> 1000", "> 2k", "< 30000 req/min", "< 300 次/秒 for 90m"},
        {"", "= 0", "= 0", "> 0", ">= 3"},
        {"", "< 1", "< 1", ">= 1", ">= 2 for 5m"},
        {"", ">= 99.9%", ">= 99.99%", "< 99.5% for 5m", "< 99% for 5m"},
        {"stars", "> 4.5", "> 4.6", "< 4.3 stars", "< 4 Stars"},
        {"", "> 5万", "> 6万", "< 50k", "< 4万次"},
    };

    void make_metrics() {
        Yaml metrics = Yaml::mapping();
        for (int i = below(4); i >= 0; --i) {
            const Limits& limit = one_of(limits);
            Yaml metric = Yaml::mapping({{"title", fmt::format("{} {}", say("Number", "指标"), i + 1)}});
            if (*limit.unit != '\0') metric["unit"] = limit.unit;
            if (chance(80)) metric["target"] = limit.target;
            if (chance(80)) metric["alert"] = limit.alert;
            metric["rollback"] = limit.rollback;
            if (chance(30)) metric["source"] = say("The dashboard", "监控大盘");
            metrics[fmt::format("metric-{}", limits_.size())] = metric;
            limits_.push_back(&limit);
        }
        plan_.yaml["metrics"] = metrics;
    }

    Yaml gates() {
        Yaml list = Yaml::list();
        for (std::size_t i = 0; i < limits_.size(); ++i) {
            const std::string id = fmt::format("metric-{}", i);
            if (i > 0 && chance(40)) continue;
            list.items.push_back(chance(60) ? Yaml(id)
                                            : Yaml::mapping({{"metric", id}, {"target", limits_[i]->stricter}}));
        }
        return list;
    }

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

    static constexpr const char* levels[] = {"low", "medium", "high", "critical"};

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

    std::mt19937& random_;
    ConsistentPlan plan_;
    bool chinese_ = false;
    bool anchored_ = false;
    std::set<Date> holidays_, make_up_;
    std::set<std::string> divided_; ///< tasks with parts
    Date begin_, at_;               ///< the first day of work; the next free one
    std::vector<const Limits*> limits_;
};

} // namespace

ConsistentPlan consistent_plan(std::mt19937& random) { return Maker(random).make(); }
