#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Stage& stage : plan.rollout.stages) {
        const Work& work = plan.work[stage.work];
        if (work.status.value == Status::cancelled || !stage.percent.given() || stage.percent.value.last >= 100)
            continue;
        const bool ungated = stage.gates.empty();
        const bool unwatched = !stage.observe.given();
        if (!ungated && !unwatched) continue;
        const std::string_view lacks = ungated && unwatched ? "nothing to watch and no time to watch it"
                                       : ungated            ? "nothing to watch"
                                                            : "no time to watch its gates";
        Diagnostic& finding =
            findings.add(name_place(work), fmt::format("partial stage {} has {}", called(work), lacks));
        finding.help = ungated && unwatched ? "name metrics as `gates` and a watching time as `observe`"
                       : ungated            ? "name the metrics that decide as `gates`"
                                            : "say how long they are watched: `observe: 2h`";
    }
}

} // namespace

const Rule rules::ungated_stage{
    .name = "ungated-stage",
    .group = "Rollout",
    .severity = Severity::warning,
    .finds = "a partial stage without gates, or without time to watch them.",
    .why = "A small stage is there to find out something. With nothing to look at it finds out nothing, and merely "
           "delays the rest.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
rollout:
  - {id: gray-10, percent: 10, duration: 2d}
  - {id: full, percent: 100, duration: 1d}
)",
    .mend = "Name the metrics that decide whether the next stage may start, and how long they are watched.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
metrics:
  errors: {title: Error rate, target: "< 0.1%", rollback: "> 1% for 5m"}
rollout:
  - {id: gray-10, percent: 10, duration: 2d, observe: 4h, gates: [errors]}
  - {id: full, percent: 100, duration: 1d}
)",
    .related = "squeezed-observation inconsistent-thresholds",
    .check = check,
};

} // namespace planc
