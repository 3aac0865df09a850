// Makes random plans.
#include "random_plan.h"

#include <fmt/format.h>
#include <vector>

namespace {

class Maker {
public:
    Maker(std::mt19937& random, const Ingredients& ingredients) : random_(random), with_(ingredients) {}

    RandomPlan make() {
        count_ = 3 + below(14);
        const int stages = chance(40) ? 1 + below(3) : 0;
        const int milestones = chance(60) ? 1 + below(3) : 0;
        for (int i = 0; i < count_ + stages + milestones; ++i) ids_.push_back(fmt::format("w{}", i));
        first_milestone_ = count_ + stages;
        RandomPlan plan;
        if (!with_.written_times || chance(60)) plan.header = fmt::format("start: {}", date());
        if (chance(10)) plan.header += fmt::format("{}end: {}", plan.header.empty() ? "" : ", ", instant(0));
        if (with_.clock_changes)
            plan.header += fmt::format("{}timezone: Europe/Berlin", plan.header.empty() ? "" : ", ");
        plan.text = calendar() + "phases:\n";
        while (next_ < count_) work("  ", 0);
        if (stages > 0) rollout(stages);
        if (milestones > 0)
            plan.text += out_ + "milestones:\n";
        else
            plan.text += out_;
        for (int i = 0; i < milestones; ++i) plan.text += milestone();
        return plan;
    }

private:
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    bool chance(int percent) { return below(100) < percent; }

    std::string date() {
        return fmt::format("2025-{}", with_.clock_changes ? fmt::format("10-{:02}", 20 + below(12))
                                                          : fmt::format("11-{:02}", 3 + below(26)));
    }
    std::string clock() { return fmt::format("{:02}:{:02}", below(24), 15 * below(4)); }

    std::string calendar() {
        if (chance(40)) return "";
        std::string out = "calendar:\n";
        if (chance(30)) out += "  working_days: [mon, tue, thu, sat]\n";
        out += fmt::format("  holidays: [{}", date());
        if (chance(50)) out += ", 2025-11-10 .. 2025-11-14";
        out += "]\n";
        if (chance(50)) out += fmt::format("  make_up_days: [{}]\n", date());
        return out;
    }

    std::string duration() {
        switch (below(6)) {
        case 0:
            return fmt::format("{}h", 1 + below(40));
        case 1:
        case 2:
            return fmt::format("{}wd", below(4) == 0 ? 0 : 1 + below(5));
        case 3:
            return fmt::format("{}.5d", below(3));
        default:
            return fmt::format("{}d", 1 + below(5));
        }
    }

    std::string lag() { return fmt::format("{}{}", chance(60) ? "" : "-", duration()); }

    /// Mostly what stands before, so that not every plan is one big circle.
    std::string id(int self) {
        if (self > 0 && (!with_.circles || !chance(10))) return ids_[static_cast<std::size_t>(below(self))];
        return ids_[static_cast<std::size_t>(below(static_cast<int>(ids_.size())))];
    }

    std::string relative(int self) {
        std::string out = id(self);
        if (chance(50)) out += chance(50) ? ".end" : ".start";
        if (chance(70)) out += fmt::format(" {} {}", chance(50) ? '+' : '-', duration());
        return out;
    }

    std::string instant(int self) {
        if (chance(50)) return date();
        if (chance(50) || self == 0) return fmt::format("{} {}", date(), clock());
        return relative(self);
    }

    std::string depends_on(int self) {
        if (chance(30) || (self == 0 && !with_.circles)) return "";
        std::string out;
        for (int i = 1 + below(3); i > 0; --i) {
            const std::string on = id(self);
            static constexpr const char* types[] = {"finish_to_start", "start_to_start", "finish_to_finish",
                                                    "start_to_finish"};
            if (!out.empty()) out += ", ";
            if (chance(40))
                out += on;
            else if (chance(30))
                out += fmt::format("{} {} {}", on, chance(50) ? '+' : '-', duration());
            else
                out += fmt::format("{{on: {}, type: {}, lag: {}}}", on, types[below(4)], chance(40) ? "0d" : lag());
        }
        return fmt::format(", depends_on: [{}]", out);
    }

    std::string times(int self) {
        std::string out;
        const bool start = with_.written_times && chance(25);
        const bool end = with_.written_times && chance(20);
        if (start) out += fmt::format(", start: {}", instant(self));
        if (end) out += fmt::format(", end: {}", chance(20) ? clock() : instant(self));
        return out;
    }

    void work(const std::string& indent, int depth) {
        const int self = next_++;
        const bool group = depth < 3 && next_ < count_ && chance(35);
        out_ += fmt::format("{}{}id: w{}, title: T{}{}", indent, depth == 0 ? "- {" : "{", self, self, times(self));
        if (chance(group ? 15 : 75)) out_ += fmt::format(", duration: {}", duration());
        out_ += depends_on(self);
        if (group && chance(30)) out_ += ", sequence: true";
        if (chance(with_.cancelled)) out_ += ", status: cancelled";
        if (group) {
            out_ += ", tasks: [\n";
            for (int children = 1 + below(4); children > 0 && next_ < count_; --children)
                work(indent + "    ", depth + 1);
            out_ += indent + "  ]";
        }
        out_ += depth == 0 ? "}\n" : "},\n";
    }

    void rollout(int stages) {
        out_ += "rollout:\n";
        if (chance(50)) out_ += fmt::format("  within: {}\n", ids_[static_cast<std::size_t>(below(count_))]);
        out_ += "  stages:\n";
        for (int i = 0; i < stages; ++i) {
            const int self = next_++;
            out_ += fmt::format("    - {{id: w{}, percent: 5{}", self, times(self));
            if (chance(50)) out_ += fmt::format(", duration: {}", duration());
            if (chance(60)) out_ += fmt::format(", observe: {}", duration());
            out_ += depends_on(self);
            if (chance(20)) out_ += ", status: cancelled";
            if (chance(30)) out_ += ", steps: [{do: Turn}, {do: Look, duration: 30m}]";
            out_ += "}\n";
        }
    }

    std::string milestone() {
        const int self = next_++;
        std::string out = fmt::format("  - {{id: w{}, title: M", self);
        if (with_.written_times && chance(50)) out += fmt::format(", date: {}", instant(self));
        if (chance(with_.cancelled)) out += ", status: cancelled";
        return out + depends_on(self) + "}\n";
    }

    std::mt19937& random_;
    const Ingredients& with_;
    int count_ = 0; ///< of phases and all below
    int first_milestone_ = 0;
    int next_ = 0;
    std::vector<std::string> ids_;
    std::string out_;
};

} // namespace

RandomPlan random_plan(std::mt19937& random, const Ingredients& ingredients) {
    return Maker(random, ingredients).make();
}
