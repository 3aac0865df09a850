// Thresholds in any units are in order exactly where trying out values says so.
#include "compiled.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <random>
#include <set>
#include <vector>

using namespace planc;
using namespace planc::testing;

namespace {

__extension__ using Wide = __int128;

/// A fraction, never shortened.
struct Fraction {
    Wide over = 0, under = 1;

    bool operator==(const Fraction& other) const { return over * other.under == other.over * under; }
    bool operator<(const Fraction& other) const { return over * other.under < other.over * under; }
    bool whole() const { return over % under == 0; }
};

Fraction middle(const Fraction& a, const Fraction& b) {
    return {a.over * b.under + b.over * a.under, 2 * a.under * b.under};
}

/// A unit as a fraction of its family's base.
struct Unit {
    const char* name;
    Fraction factor;
    Fraction binary = factor; ///< as some read it
};

struct Family {
    bool measured;
    std::vector<Unit> units;
};

const std::vector<Family>& families() {
    static const std::vector<Family> all{
        {true, {{"%", {1, 1}}, {"‰", {1, 10}}, {"‱", {1, 100}}, {"ppm", {1, 10000}}}},
        {true,
         {{"ns", {1, 1000000}},
          {"us", {1, 1000}},
          {"µs", {1, 1000}},
          {"ms", {1, 1}},
          {"毫秒", {1, 1}},
          {"s", {1000, 1}},
          {"秒", {1000, 1}},
          {"m", {60000, 1}},
          {"min", {60000, 1}},
          {"分钟", {60000, 1}},
          {"h", {3600000, 1}},
          {"小时", {3600000, 1}},
          {"d", {86400000, 1}},
          {"天", {86400000, 1}}}},
        {true,
         {{"B", {1, 1}},
          {"kB", {1000, 1}, {1024, 1}},
          {"KB", {1000, 1}, {1024, 1}},
          {"MB", {1000000, 1}, {1048576, 1}},
          {"KiB", {1024, 1}},
          {"MiB", {1048576, 1}}}},
        {true,
         {{"QPS", {1, 1}},
          {"rps", {1, 1}},
          {"/s", {1, 1}},
          {"req/min", {1, 60}},
          {"次/秒", {1, 1}},
          {"次/分钟", {1, 60}},
          {"万次/分钟", {1000, 6}},
          {"k/s", {1000, 1}},
          {"requests/hour", {1, 3600}}}},
        {true, {{"orders/s", {1, 1}}, {"Orders/min", {1, 60}}}},
        {false,
         {{"", {1, 1}},
          {"次", {1, 1}},
          {"个", {1, 1}},
          {"k", {1000, 1}},
          {"K", {1000, 1}},
          {"万", {10000, 1}},
          {"万次", {10000, 1}},
          {"M", {1000000, 1}},
          {"亿", {100000000, 1}}}},
        {false, {{"stars", {1, 1}}, {"Stars", {1, 1}}}},
    };
    return all;
}

constexpr const char* operators[] = {"<", "<=", ">", ">=", "="};

/// A condition as written, and what it says.
struct Limit {
    std::string text;
    std::size_t family = 0;
    int comparison = 0; ///< of `operators`
    Fraction value;
    Fraction binary; ///< the value if a KB is 1024 bytes
    int minutes = 0;

    bool good = false;

    bool exact() const { return comparison == 4; }
    bool holds(const Fraction& at) const {
        return comparison == 0   ? at < value
               : comparison == 1 ? !(value < at)
               : comparison == 2 ? value < at
               : comparison == 3 ? !(at < value)
                                 : at == value;
    }
};

class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

    Limit limit(std::size_t family, bool good) {
        static constexpr const char* numbers[] = {"0",   "0.001", "0.06", "0.1",  "0.5",  "1",    "2",
                                                  "3",   "4",     "5",    "6",    "10",   "60",   "99.9",
                                                  "100", "120",   "300",  "1000", "1024", "60000"};
        Limit made;
        made.family = family;
        made.good = good;
        made.comparison = below(9) == 0 ? 4 : below(4);
        const std::vector<Unit>& units = families()[family].units;
        const Unit& unit = units[static_cast<std::size_t>(below(static_cast<int>(units.size())))];
        const std::string number = numbers[below(static_cast<int>(std::size(numbers)))];
        Wide digits = 0, under = 1;
        bool decimals = false;
        for (const char digit : number) {
            if (digit == '.') {
                decimals = true;
                continue;
            }
            digits = digits * 10 + (digit - '0');
            if (decimals) under *= 10;
        }
        made.value = {digits * unit.factor.over, under * unit.factor.under};
        made.binary = {digits * unit.binary.over, under * unit.binary.under};
        made.text = fmt::format("{} {}{}{}", operators[made.comparison], number, below(2) == 0 ? " " : "", unit.name);
        while (made.text.back() == ' ') made.text.pop_back();
        if (below(3) == 0) {
            static constexpr std::pair<const char*, int> lasting[] = {
                {"2m", 2}, {"5m", 5}, {"30m", 30}, {"0.5h", 30}, {"1h", 60}, {"60m", 60}, {"1h30m", 90}};
            const auto& [text, minutes] = lasting[below(7)];
            made.text += fmt::format(" for {}", text);
            made.minutes = minutes;
        }
        return made;
    }

private:
    std::mt19937 random_;
};

/// Every value that could tell two limits apart: both numbers, one between them, one on either side.
std::vector<Fraction> telling_values(const Limit& a, const Limit& b) {
    const Fraction& low = a.value < b.value ? a.value : b.value;
    const Fraction& high = a.value < b.value ? b.value : a.value;
    const bool pieces = !families()[a.family].measured && low.whole() && high.whole();
    std::vector<Fraction> values{{low.over - low.under, low.under}, low, high, {high.over + high.under, high.under}};
    if (!pieces) {
        values.push_back(middle(low, high));
        return values;
    }
    // Only pieces count, and then one is as good as the next.
    const Fraction next{low.over + low.under, low.under};
    if (next < high) values.push_back(next);
    return values;
}

/// True if how the two stand to each other depends on how large a KB is.
bool in_doubt(const Limit& a, const Limit& b) {
    return (a.value < b.value) != (a.binary < b.binary) || (b.value < a.value) != (b.binary < a.binary);
}

/// True if the two contradict each other, by trying.
bool contradict(const Limit& milder, const Limit& graver) {
    if (milder.family != graver.family) return true;
    if (!milder.good && milder.exact()) return false;
    if (in_doubt(milder, graver)) {
        const bool alike = (milder.comparison < 2) == (graver.comparison < 2);
        return !milder.exact() && !graver.exact() && alike == milder.good;
    }
    const bool outermost = milder.value.over == 0 || (milder.family == 0 && milder.value == Fraction{100, 1});
    const bool pieces = !families()[milder.family].measured && milder.value.whole();
    const bool border_counts = pieces || outermost || milder.exact() || graver.exact();
    bool alike = milder.value == graver.value && !milder.exact() && !graver.exact();
    for (const Fraction& value : telling_values(milder, graver)) {
        const bool border = milder.value == graver.value && value == milder.value;
        if (border && !border_counts) continue;
        if (graver.holds(value) && milder.holds(value) == milder.good) return true;
        if (!border && graver.holds(value) != milder.holds(value)) alike = false;
    }
    return !milder.good && alike && milder.minutes > graver.minutes;
}

/// What the rule says of every metric, by the labels at both places.
std::map<std::string, std::set<std::string>> told(const std::string& plan) {
    const auto compilation = compiled(plan);
    std::map<std::string, std::set<std::string>> result;
    for (const Diagnostic& finding : compilation->findings) {
        REQUIRE(finding.rule != "bad-value");
        if (finding.rule != "inconsistent-thresholds") continue;
        const std::size_t at = finding.message.find("`m");
        REQUIRE(at != std::string::npos);
        REQUIRE(finding.others.size() == 1);
        const std::string metric = finding.message.substr(at + 1, finding.message.find('`', at + 1) - at - 1);
        const auto name = [](const std::string& label) { return label.substr(0, label.find(' ')); };
        result[metric].insert(name(finding.others[0].message) + " " + name(finding.label));
    }
    return result;
}

constexpr int metrics_of_a_plan = 150;

} // namespace

TEST_CASE("two thresholds contradict each other where some value does, whatever their units are") {
    Maker make(20260304);
    static constexpr const char* names[] = {"target", "alert", "rollback"};
    int contradicting = 0, fine = 0;
    for (int round = 0; round < 30; ++round) {
        std::string plan = "planc: 1\nplan: {id: p, title: P}\nmetrics:\n";
        std::vector<std::pair<std::string, bool>> expected;
        std::vector<std::string> pairs;
        for (int i = 0; i < metrics_of_a_plan; ++i) {
            const auto family = static_cast<std::size_t>(make.below(static_cast<int>(families().size())));
            const int left_out = make.below(3); // target, alert or rollback
            const int first = left_out == 0 ? 1 : 0, second = left_out == 2 ? 1 : 2;
            Limit milder = make.limit(family, first == 0);
            Limit graver = make.limit(family, false);
            // Number beside share may be meant as one; what is said then is not tried here.
            const bool both_have_units = milder.family != 5;
            if (both_have_units && make.below(20) == 0)
                graver = make.limit((family + 1) % 5 == family ? 0 : (family + 1) % 5, false);
            const std::string line = fmt::format("  m{}: {{title: M{}, {}: \"{}\", {}: \"{}\"}}\n", i, i, names[first],
                                                 milder.text, names[second], graver.text);
            plan += line;
            expected.emplace_back(line, contradict(milder, graver));
            pairs.push_back(fmt::format("{} {}", names[first], names[second]));
        }
        const auto found = told(plan);
        for (int i = 0; i < metrics_of_a_plan; ++i) {
            const auto& [line, wrong] = expected[static_cast<std::size_t>(i)];
            INFO(line);
            const auto metric = found.find(fmt::format("m{}", i));
            CHECK((metric != found.end()) == wrong);
            if (metric != found.end()) CHECK(metric->second == std::set{pairs[static_cast<std::size_t>(i)]});
            ++(wrong ? contradicting : fine);
        }
    }
    CHECK(contradicting > 1000);
    CHECK(fine > 1000);
}

TEST_CASE("of target, alert and rollback something is told where any two contradict each other") {
    Maker make(7);
    for (int round = 0; round < 30; ++round) {
        std::string plan = "planc: 1\nplan: {id: p, title: P}\nmetrics:\n";
        std::vector<std::pair<std::string, bool>> expected;
        for (int i = 0; i < metrics_of_a_plan; ++i) {
            const auto family = static_cast<std::size_t>(make.below(static_cast<int>(families().size())));
            const Limit target = make.limit(family, true);
            const Limit alert = make.limit(family, false);
            const Limit rollback = make.limit(family, false);
            const std::string line =
                fmt::format("  m{}: {{title: M{}, target: \"{}\", alert: \"{}\", rollback: \"{}\"}}\n", i, i,
                            target.text, alert.text, rollback.text);
            plan += line;
            expected.emplace_back(line, contradict(target, alert) || contradict(alert, rollback) ||
                                            contradict(target, rollback));
        }
        const auto found = told(plan);
        for (int i = 0; i < metrics_of_a_plan; ++i) {
            const auto& [line, wrong] = expected[static_cast<std::size_t>(i)];
            INFO(line);
            CHECK((found.count(fmt::format("m{}", i)) == 1) == wrong);
        }
    }
}

TEST_CASE("a gate may let pass nothing at which the release is rolled back or somebody is called") {
    Maker make(11);
    for (int round = 0; round < 20; ++round) {
        std::string plan = "planc: 1\nplan: {id: p, title: P}\nmetrics:\n";
        std::string stages = "rollout:\n";
        std::vector<std::pair<std::string, bool>> expected;
        for (int i = 0; i < metrics_of_a_plan; ++i) {
            const auto family = static_cast<std::size_t>(make.below(static_cast<int>(families().size())));
            const bool to_alert = make.below(2) == 0;
            const Limit gate = make.limit(family, true);
            const Limit bad = make.limit(family, false);
            plan += fmt::format("  m{}: {{title: M{}, {}: \"{}\"}}\n", i, i, to_alert ? "alert" : "rollback", bad.text);
            stages += fmt::format("  - {{percent: 5, gates: [{{metric: m{}, target: \"{}\"}}]}}\n", i, gate.text);
            expected.emplace_back(gate.text + " against " + bad.text, contradict(gate, bad));
        }
        const auto found = told(plan + stages);
        for (int i = 0; i < metrics_of_a_plan; ++i) {
            const auto& [pair, wrong] = expected[static_cast<std::size_t>(i)];
            INFO(pair);
            CHECK((found.count(fmt::format("m{}", i)) == 1) == wrong);
        }
    }
}
