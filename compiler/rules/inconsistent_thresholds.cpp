#include "rules/list.h"
#include "rules/quantity.h"
#include "rules/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <string>

namespace planc {

namespace {

/// A threshold with how it is called and whether it describes the good state (target, gate) or the bad one.
struct Threshold {
    const Condition& condition;
    std::string_view name;
    bool good;
};

bool is_exact(const Threshold& one) { return one.condition.comparison == Comparison::equal; }

/// True if small values of the metric are the good ones, going by this threshold.
bool small_is_good(const Threshold& one) { return wants_small(one.condition) == one.good; }

/// Five places on the line of values: below both numbers, at the lower one, between, at the higher one, above both; a
/// condition is those where it holds. Equal numbers leave the first, the second and the last.
using Places = unsigned;
constexpr Places at_lower = 2, between = 4, at_higher = 8, anywhere = 31;

Places places(Comparison comparison, Places at) {
    const Places below = at - 1, above = anywhere & ~(2 * at - 1);
    switch (comparison) {
    case Comparison::less:
        return below;
    case Comparison::less_or_equal:
        return below | at;
    case Comparison::greater:
        return above;
    case Comparison::greater_or_equal:
        return above | at;
    case Comparison::equal:
        break;
    }
    return at;
}

/// True for numbers of pieces: nothing lies between 4 and 5.
bool in_whole_pieces(const Quantity& a, const Quantity& b) {
    return !is_measured(a) && !is_measured(b) && std::floor(a.number) == a.number && std::floor(b.number) == b.number;
}

/// True for the ends of what a value can be: here `<` is not `<=`, however finely it is measured.
bool is_outermost(const Quantity& one) {
    return one.number == 0 || (one.dimension == Dimension::share && one.number == 100);
}

/// How long both have to last, if it can be compared.
bool lasts_longer(const Condition& a, const Condition& b, std::int64_t times) {
    return a.lasting && b.lasting && a.lasting->working == b.lasting->working &&
           a.lasting->count >= times * b.lasting->count && a.lasting->count > b.lasting->count;
}

/// A rate that is watched for much longer may be lower than one that is told at once.
constexpr std::int64_t much_longer = 10;

enum class Order : std::uint8_t { right, wrong, doubtful };

class Check {
public:
    Check(const Metric& metric, Findings& findings) : metric_(metric), findings_(findings) {}

    void metric() {
        const Threshold target{metric_.target, "target", true};
        const Threshold alert{metric_.alert, "alert", false};
        const Threshold rollback{metric_.rollback, "rollback", false};
        const Order first = compare(target, alert);
        const Order second = compare(alert, rollback);
        if (first != Order::wrong && second != Order::wrong && (first != Order::right || second != Order::right))
            compare(target, rollback);
        foreign_units({target, alert, rollback});
    }

    void gate(const Gate& gate) {
        const Threshold one{gate.condition, "gate", true};
        const Threshold target{metric_.target, "target", true};
        if (turned(target, one)) return;
        if (compare(one, {metric_.rollback, "rollback", false}) != Order::wrong)
            compare(one, {metric_.alert, "alert", false}, Severity::warning);
        foreign_units({one});
    }

private:
    Diagnostic& tell(Severity severity, const Threshold& milder, const Threshold& graver, std::string message) {
        Diagnostic& finding = findings_.add(severity, graver.condition.span, std::move(message));
        finding.label = fmt::format("{} {}", graver.name, graver.condition.text);
        finding.others.push_back({milder.condition.span, fmt::format("{} {}", milder.name, milder.condition.text)});
        return finding;
    }

    std::string of_metric() const { return quoted(metric_.id.value); }

    /// True, and told, if the one is good where the other is bad.
    bool turned(const Threshold& milder, const Threshold& graver) {
        if (!milder.condition.given() || !graver.condition.given() || is_exact(milder) || is_exact(graver))
            return false;
        if (small_is_good(milder) == small_is_good(graver)) return false;
        const std::string_view how = milder.good == graver.good ? "point in different directions"
                                     : wants_small(graver.condition)
                                         ? "both ask for a low value, though one of them is the bad end"
                                         : "both ask for a high value, though one of them is the bad end";
        tell(Severity::error, milder, graver,
             fmt::format("{} and {} of {} {}", milder.name, graver.name, of_metric(), how));
        return true;
    }

    /// `milder` must be reached before `graver` as the metric gets worse: nothing good is bad, and nothing is worth a
    /// rollback and no alert.
    Order compare(const Threshold& milder, const Threshold& graver, Severity severity = Severity::error) {
        const Condition& mild = milder.condition;
        const Condition& grave = graver.condition;
        if (!mild.given() || !grave.given()) return Order::doubtful;
        if (turned(milder, graver)) return Order::wrong;
        const Standing standing = planc::compare(mild, grave, metric_.unit.value);
        if (standing == Standing::unknown) return Order::doubtful;
        if (standing == Standing::apart) {
            told_units_ = true;
            tell(Severity::warning, milder, graver,
                 fmt::format("{} and {} of {} are in units that cannot be compared", milder.name, graver.name,
                             of_metric()));
            return Order::wrong;
        }
        const Quantity left = quantity_of(mild, metric_.unit.value);
        const Quantity right = quantity_of(grave, metric_.unit.value);
        const bool equal = standing == Standing::equal;
        Places held = places(mild.comparison, standing == Standing::higher ? at_higher : at_lower);
        Places bad = places(grave.comparison, standing == Standing::lower ? at_higher : at_lower);
        if (!milder.good && is_exact(milder)) return Order::doubtful;
        if (!milder.good) held = anywhere & ~held;
        Places wrong = held & bad;
        if (equal) wrong &= ~(between | at_higher);
        const bool whole = in_whole_pieces(left, right);
        if (whole && std::abs(left.number - right.number) == 1) wrong &= ~between;
        if (is_exact(milder) || is_exact(graver)) {
            if (wrong == 0) return Order::right;
            tell(severity, milder, graver, exact_message(milder, graver));
            return Order::wrong;
        }
        if (equal) return at_one_value(milder, graver, wrong != 0 && (whole || is_outermost(left)));
        if (wrong == 0) return Order::right;
        const bool slow = !milder.good && lasts_longer(grave, mild, much_longer);
        const bool rising = small_is_good(milder);
        tell(slow ? Severity::warning : severity, milder, graver,
             fmt::format("{} of {} is reached before its {}", graver.name, of_metric(), milder.name))
            .help = fmt::format("as the value {}, the {} comes first, then the {}", rising ? "rises" : "falls",
                                milder.name, graver.name);
        return slow ? Order::doubtful : Order::wrong;
    }

    /// Of thresholds at one value, where what lasts may differ, and one of `<` and `<=`.
    Order at_one_value(const Threshold& milder, const Threshold& graver, bool border) {
        const Condition& mild = milder.condition;
        const Condition& grave = graver.condition;
        const bool at_once = mild.lasting && mild.lasting->count > 0 && !grave.lasting;
        if (!milder.good && (at_once || lasts_longer(mild, grave, 1))) {
            tell(at_once ? Severity::warning : Severity::error, milder, graver,
                 fmt::format("{} of {} is reached before its {}: at the same value, {}", graver.name, of_metric(),
                             milder.name,
                             at_once ? fmt::format("at once and not after {}", amount(*mild.lasting))
                                     : fmt::format("after {} and not after {}", amount(*grave.lasting),
                                                   amount(*mild.lasting))));
            return Order::wrong;
        }
        if (!border) return Order::right;
        tell(Severity::warning, milder, graver,
             milder.good
                 ? fmt::format("{} of {} begins at a value that its {} still allows", graver.name, of_metric(),
                               milder.name)
                 : fmt::format("{} of {} begins at a value that is no {} yet", graver.name, of_metric(), milder.name));
        return Order::wrong;
    }

    std::string exact_message(const Threshold& milder, const Threshold& graver) const {
        if (!milder.good) return fmt::format("{} of {} lies outside its {}", graver.name, of_metric(), milder.name);
        const auto [inner, outer] =
            is_exact(milder) ? std::pair(milder.name, graver.name) : std::pair(graver.name, milder.name);
        return fmt::format("{} of {} lies within its {}", inner, of_metric(), outer);
    }

    void foreign_units(std::initializer_list<Threshold> thresholds) {
        for (const Threshold& one : thresholds) {
            if (told_units_ || !one.condition.given()) continue;
            if (!in_foreign_unit(one.condition, metric_.unit.value)) continue;
            told_units_ = true;
            Diagnostic& finding =
                findings_.add(Severity::warning, one.condition.span,
                              fmt::format("{} of {} is in {}, the metric in {}", one.name, of_metric(),
                                          quoted(one.condition.unit), quoted(metric_.unit.value)));
            finding.label = fmt::format("{} {}", one.name, one.condition.text);
            finding.others.push_back({metric_.unit.span, "measured in"});
        }
    }

    const Metric& metric_;
    Findings& findings_;
    bool told_units_ = false;
};

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Metric& metric : plan.metrics) Check(metric, findings).metric();
    for (const Stage& stage : plan.rollout.stages) {
        if (analysis.cancelled[stage.work]) continue;
        for (const Gate& gate : stage.gates) {
            const Metric* metric = plan.find_metric(gate.metric.value);
            if (metric != nullptr && gate.condition.given()) Check(*metric, findings).gate(gate);
        }
    }
}

} // namespace

const Rule rules::inconsistent_thresholds{
    .name = "inconsistent-thresholds",
    .group = "Metrics and rollback",
    .severity = Severity::error,
    .finds = "a metric whose target, alert and rollback are out of order or look in different directions, or a gate "
             "looser than the rollback. At one value the alert may not have to last longer than the rollback. It is a "
             "warning where the graver threshold has to last ten times as long, for a gate looser than the alert, "
             "where two meet at one number of pieces (`<= 5` and `>= 5`), and for units that cannot be compared.",
    .why = "With an alert behind the rollback nobody is warned; with a gate looser than the rollback a stage may pass "
           "and be rolled back at once.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
metrics:
  latency: {title: Response time, target: "< 500ms", alert: "> 2s", rollback: "> 1s for 5m"}
)",
    .mend = "As the value gets worse it should pass the target first, then the alert, then the rollback. Units are "
            "converted before they are compared: shares (`%`, `‰`, `ppm`), times (`ns` to `d`, `毫秒` to `天`), sizes "
            "(`B`, `KB`, `KiB`, …), numbers (`k`, `M`, `万`, `亿`) and rates of any of them (`QPS`, `req/min`, `MB/s`, "
            "`次/分钟`). Any other unit compares with itself.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
metrics:
  latency: {title: Response time, target: "< 500ms", alert: "> 1s", rollback: "> 2s for 5m"}
)",
    .related = "ungated-stage untriggered-rollback contradicting-limits",
    .check = check,
};

} // namespace planc
