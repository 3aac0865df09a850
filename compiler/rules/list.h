// Which rules there are: one line each, by group, in the order of the documentation.
#pragma once

#include "rules/rule.h"

#define PLANC_RULES(RULE)                                                                                              \
    RULE(bad_syntax)                                                                                                   \
    RULE(duplicate_key)                                                                                                \
    RULE(bad_include)                                                                                                  \
    RULE(unknown_key)                                                                                                  \
    RULE(wrong_type)                                                                                                   \
    RULE(missing_key)                                                                                                  \
    RULE(bad_value)                                                                                                    \
    RULE(duplicate_id)                                                                                                 \
    RULE(unknown_reference)                                                                                            \
    RULE(unused_declaration)                                                                                           \
    RULE(unused_suppression)                                                                                           \
    RULE(dependency_cycle)                                                                                             \
    RULE(early_start)                                                                                                  \
    RULE(same_day_handoff)                                                                                             \
    RULE(redundant_dependency)                                                                                         \
    RULE(isolated_work)                                                                                                \
    RULE(done_before_dependency)                                                                                       \
    RULE(reversed_span)                                                                                                \
    RULE(duration_mismatch)                                                                                            \
    RULE(outside_parent)                                                                                               \
    RULE(missed_milestone)                                                                                             \
    RULE(late_deadline)                                                                                                \
    RULE(unfit_estimate)                                                                                               \
    RULE(freeze_violation)                                                                                             \
    RULE(non_working_day)                                                                                              \
    RULE(unknown_holidays)                                                                                             \
    RULE(after_hours)                                                                                                  \
    RULE(stale_status)                                                                                                 \
    RULE(unrealistic_review)                                                                                           \
    RULE(undated_anchor)                                                                                               \
    RULE(overlapping_stages)                                                                                           \
    RULE(shrinking_rollout)                                                                                            \
    RULE(unequal_population)                                                                                           \
    RULE(unfinished_rollout)                                                                                           \
    RULE(rollout_gap)                                                                                                  \
    RULE(rollout_jump)                                                                                                 \
    RULE(squeezed_observation)                                                                                         \
    RULE(ungated_stage)                                                                                                \
    RULE(missing_rollback)                                                                                             \
    RULE(inconsistent_thresholds)                                                                                      \
    RULE(contradicting_limits)                                                                                         \
    RULE(unwatched_metric)                                                                                             \
    RULE(untriggered_rollback)                                                                                         \
    RULE(rollback_over_time_limit)                                                                                     \
    RULE(unmet_data_loss_limit)                                                                                        \
    RULE(unmitigated_risk)                                                                                             \
    RULE(inconsistent_risk)                                                                                            \
    RULE(missing_owner)                                                                                                \
    RULE(vague_owner)                                                                                                  \
    RULE(unstaffed_role)                                                                                               \
    RULE(absent_owner)                                                                                                 \
    RULE(double_booked)                                                                                                \
    RULE(missing_contact)                                                                                              \
    RULE(shared_contact)                                                                                               \
    RULE(missing_approval)                                                                                             \
    RULE(self_approval)                                                                                                \
    RULE(late_approval)                                                                                                \
    RULE(unverifiable_step)                                                                                            \
    RULE(weekday_mismatch)                                                                                             \
    RULE(placeholder_text)                                                                                             \
    RULE(garbled_text)                                                                                                 \
    RULE(plaintext_secret)                                                                                             \
    RULE(bad_version)                                                                                                  \
    RULE(status_conflict)                                                                                              \
    RULE(empty_section)                                                                                                \
    RULE(foreign_record)                                                                                               \
    RULE(unplanned_entry)                                                                                              \
    RULE(out_of_order_execution)                                                                                       \
    RULE(unauthorised_executor)                                                                                        \
    RULE(unrecorded_step)

namespace planc::rules {

#define PLANC_DECLARE(rule) extern const Rule rule;
PLANC_RULES(PLANC_DECLARE)
#undef PLANC_DECLARE

} // namespace planc::rules
