// What a consistent plan begins with: the calendar, who there is, and how its true days are said.
#pragma once

#include "consistent_plan.h"

#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

class TrueSchedule {
protected:
    using Date = planc::Date;
    using days = std::chrono::days;
    using Story = ConsistentPlan::Story;

    explicit TrueSchedule(std::mt19937& random) : random_(random) {
        chinese_ = chance(40);
        anchored_ = chance(30);
    }

    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List>
    const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }
    std::string say(const char* english, const char* chinese) { return chinese_ ? chinese : english; }

    static constexpr const char* levels[] = {"low", "medium", "high", "critical"};

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

    std::mt19937& random_;
    ConsistentPlan plan_;
    bool chinese_ = false;
    bool anchored_ = false;
    std::set<Date> holidays_, make_up_;
    std::set<std::string> divided_; ///< tasks with parts
    Date begin_, at_;               ///< the first day of work; the next free one
};
