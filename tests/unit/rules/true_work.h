// The work of a consistent plan: phases, tasks, a night, the rollout and what is watched in it.
#pragma once

#include "true_schedule.h"

#include <algorithm>

class TrueWorkOfPlan : public TrueSchedule {
protected:
    using TrueSchedule::TrueSchedule;

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

    std::vector<const Limits*> limits_;
};
