// The rollout, its metrics, the rollback and risks.
#include "worst.h"

namespace planc::bench {

namespace {

/// n stages, of which every second one is of the other sort.
std::string stages(std::size_t n, std::string_view even, std::string_view odd) {
    return whole(", owner: lin, start: 2026-03-02", std::string(lin) + "rollout:\n" + each(n, [=](std::size_t i) {
                                                        return fmt::format("- {{id: s-{}, title: S, {}}}\n", i,
                                                                           i % 2 == 0 ? even : odd);
                                                    }));
}

std::string rollback(std::size_t n, std::string_view keys, std::string_view step) {
    return whole(", owner: lin",
                 std::string(lin) + fmt::format("rollback:\n  {}\n  steps:\n", keys) +
                     each(n, [step](std::size_t i) { return fmt::format("  - {{do: Step {}, {}}}\n", i, step); }));
}

std::string metrics(std::size_t n, std::string_view keys) {
    return "metrics:\n" +
           each(n, [keys](std::size_t i) { return fmt::format("  m-{}: {{title: Errors, {}}}\n", i, keys); });
}

std::string risks(std::size_t n, std::string_view keys) {
    return whole("", "risks:\n" +
                         each(n, [keys](std::size_t i) { return fmt::format("- {{title: Risk {}, {}}}\n", i, keys); }));
}

} // namespace

std::vector<Worst> worst_rollout() {
    return {
        {"overlapping-stages", "n stages at one time",
         [](std::size_t n) {
             return stages(n, "percent: 1, start: 2026-03-02, duration: 9d",
                           "percent: 1, start: 2026-03-02, duration: 9d, observe: 1d");
         }},
        {"shrinking-rollout", "n stages, every second one smaller",
         [](std::size_t n) {
             return stages(n, "percent: 50, users: 500, duration: 1d", "percent: 5, users: 50, duration: 1d");
         }},
        {"unequal-population", "n stages of two populations",
         [](std::size_t n) {
             return stages(n, "percent: 50, users: 500, duration: 1h", "percent: 5, users: 5000, duration: 1h");
         }},
        {"unfinished-rollout", "n stages of one per cent",
         [](std::size_t n) { return stages(n, "percent: 1, duration: 1h", "percent: 1, duration: 1h"); }},
        {"rollout-gap", "n stages with days between them",
         [](std::size_t n) {
             return whole("",
                          "rollout:\n" + each(n, [](std::size_t i) {
                              return fmt::format("- {{title: S, percent: 1, duration: 1d, start: {:04}-{:02}-{:02}}}\n",
                                                 1990 + i / 120 % 500, 1 + i / 10 % 12, 1 + i % 10 * 2);
                          }));
         }},
        {"rollout-jump", "n stages, every second one fifty times as large",
         [](std::size_t n) { return stages(n, "percent: 1, duration: 1h", "percent: 50, duration: 1h"); }},
        {"squeezed-observation", "n stages that are watched for longer than they last",
         [](std::size_t n) {
             return stages(n, "percent: 1, duration: 1h, observe: 9wd", "percent: 1, duration: 1h, observe: 9h");
         }},
        {"ungated-stage", "n stages without gates",
         [](std::size_t n) { return stages(n, "percent: 1", "percent: 1, duration: 1h"); }},
        {"missing-rollback", "n stages and no rollback",
         [](std::size_t n) { return stages(n, "percent: 1", "percent: 1, duration: 1h"); }},
        {"inconsistent-thresholds", "n metrics, n gates of one of them",
         [](std::size_t n) {
             return whole("", metrics(n / 2, "target: \"< 5%\", alert: \"> 3%\", rollback: \"> 2%\"") +
                                  "rollout:\n- title: S\n  percent: 1\n  gates:\n" +
                                  each(n / 2, [](std::size_t) { return "  - {metric: m-0, target: \"< 9%\"}\n"; }));
         }},
        {"contradicting-limits", "n metrics of one title",
         [](std::size_t n) {
             return whole("", "metrics:\n" + each(n, [](std::size_t i) {
                                  return fmt::format("  m-{0}: {{title: Errors, target: \"< {0}%\"}}\n", i);
                              }));
         }},
        {"unwatched-metric", "n gates on n metrics",
         [](std::size_t n) {
             return whole("", metrics(n / 2, "target: \"< 5%\"") + "rollout:\n" + each(n / 2, [](std::size_t i) {
                                  return fmt::format("- {{title: S, percent: 1, gates: [m-{}, m-0]}}\n", i);
                              }));
         }},
        {"untriggered-rollback", "n steps without a trigger",
         [](std::size_t n) { return rollback(n, "owner: lin", "expect: x"); }},
        {"rollback-over-time-limit", "n steps longer than the limit",
         [](std::size_t n) { return rollback(n, "time_limit: 1m", "duration: 1h, expect: x"); }},
        {"unmet-data-loss-limit", "n steps, and backups too far apart",
         [](std::size_t n) { return rollback(n, "data_loss_limit: 1h\n  backup_every: 1d", "expect: x"); }},
        {"unmitigated-risk", "n grave risks", [](std::size_t n) { return risks(n, "level: critical"); }},
        {"inconsistent-risk", "n risks of another level",
         [](std::size_t n) { return risks(n, "level: low, probability: high, impact: high"); }},
    };
}

} // namespace planc::bench
