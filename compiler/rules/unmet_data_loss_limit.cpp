#include "rules/list.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

/// How many days backups are apart at most that are made each `working` working days of the week; holidays aside.
std::int64_t days_apart(const Calendar& calendar, std::int64_t working) {
    const std::int64_t in_week = static_cast<std::int64_t>(calendar.working_weekdays.count());
    if (in_week == 0) return working;
    std::int64_t most = 0;
    for (std::size_t first = 0; first < 7; ++first) {
        if (!calendar.working_weekdays.test(first)) continue;
        std::int64_t days = 0;
        for (std::int64_t left = working % in_week; left > 0;) {
            ++days;
            if (calendar.working_weekdays.test((first + static_cast<std::size_t>(days)) % 7)) --left;
        }
        most = std::max(most, days);
    }
    return working / in_week * 7 + most;
}

/// On some days of the week backups are kept close enough, but not over the others.
void look_at_weekends(const Analysis& analysis, Duration limit, Duration every, Findings& findings) {
    if (!every.working || limit.working || limit.count == 0 || every.count % minutes_per_day != 0) return;
    if (analysis.plan.calendar.counted) return;
    const std::int64_t days = days_apart(analysis.plan.calendar, every.count / minutes_per_day);
    if (days * minutes_per_day <= limit.count) return;
    const Rollback& rollback = analysis.plan.rollback;
    Diagnostic& finding =
        findings.add(Severity::warning, rollback.backup_every.span,
                     fmt::format("backups are {} apart, which may be {}, but at most {} of data may be lost",
                                 amount(every), amount(days * minutes_per_day), amount(limit)));
    finding.others.push_back({rollback.data_loss_limit.span, "what may be lost"});
}

void check(const Analysis& analysis, Findings& findings) {
    const Rollback& rollback = analysis.plan.rollback;
    if (!rollback.data_loss_limit.given() || !rollback.backup_every.given()) return;
    const Duration limit = rollback.data_loss_limit.value;
    const Duration every = rollback.backup_every.value;
    if (limit.working && !every.working) return; // how much longer than a day that is depends on where it falls
    if (every.count <= limit.count) {
        look_at_weekends(analysis, limit, every, findings);
        return;
    }
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
    .finds = "backups further apart than the data that may be lost. Where no data at all may be lost it is a warning, "
             "and so it is where they are too far apart over a weekend alone.",
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
