#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Rollback& rollback = analysis.plan.rollback;
    if (!rollback.data_loss_limit.given() || !rollback.backup_every.given()) return;
    const Duration limit = rollback.data_loss_limit.value;
    const Duration every = rollback.backup_every.value;
    // Working days are never shorter than days, but how much longer depends on where they fall.
    if (every.count <= limit.count || (limit.working && !every.working)) return;
    // To lose nothing takes a second copy; backups may be there beside it.
    const bool nothing = limit.count == 0;
    Diagnostic& finding =
        nothing ? findings.add(Severity::warning, rollback.backup_every.span,
                               fmt::format("no data may be lost, but backups are {} apart", amount(every)))
                : findings.add(rollback.backup_every.span,
                               fmt::format("backups are {} apart, but at most {} of data may be lost", amount(every),
                                           amount(limit)));
    finding.others.push_back({rollback.data_loss_limit.span, "what may be lost"});
}

} // namespace

const Rule rules::unmet_data_loss_limit{
    .name = "unmet-data-loss-limit",
    .group = "Metrics and rollback",
    .severity = Severity::error,
    .finds = "backups further apart than the data that may be lost. Where no data at all may be lost it is a warning.",
    .why = "All that came in since the last backup is gone when it is restored. The limit is what was promised, and it "
           "is broken by luck alone.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollback:
  data_loss_limit: 30m
  backup_every: 4h
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Restore the last backup, expect: The orders are there}]
)",
    .mend = "Make backups more often, or agree on a limit that can be kept. Where a replica or a log keeps what comes "
            "in between backups, write how often that is saved.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning, phone: "+86 10 5550 0101"}}
rollback:
  data_loss_limit: 30m
  backup_every: 30m
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Restore the last backup, expect: The orders are there}]
)",
    .related = "rollback-over-time-limit untriggered-rollback",
    .check = check,
};

} // namespace planc
