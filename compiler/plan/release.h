// What a release consists of beside its work: rollout, metrics, rollback, checklists, risks, sign-off.
#pragma once

#include "plan/value.h"
#include "plan/work.h"

namespace planc {

enum class Comparison : std::uint8_t { less, less_or_equal, greater, greater_or_equal, equal };

/// `> 0.5% for 2m`
struct Condition {
    Comparison comparison = Comparison::less;
    double number = 0;
    std::string_view unit;           ///< `%`, `ms`, … or empty
    std::optional<Duration> lasting; ///< `for 2m`
    std::string_view text;           ///< as written
    Span span;

    bool given() const { return static_cast<bool>(span); }
};

struct Metric {
    Text id;
    Text title;
    Text unit;
    Text source; ///< where it is watched
    Condition target;
    Condition alert;
    Condition rollback;
    Text notes; ///< Markdown
    Span span;
};

/// A metric that must hold before the next stage; `condition` where it is stricter than the metric's own target.
struct Gate {
    Reference metric;
    Condition condition;
    Span span;
};

/// A rollout stage's own facts; the rest is in its `Work`.
struct Stage {
    WorkIndex work = no_work;
    Located<NumberRange> percent; ///< of the users, 0 to 100
    Located<NumberRange> users;   ///< head count
    Text audience;
    WrittenDuration observe; ///< watching time, the last part of the stage
    std::vector<Gate> gates;
};

struct Rollout {
    Reference within; ///< the work in which it takes place
    std::vector<Stage> stages;
    Span span; ///< the key
};

/// A milestone's own facts; the rest is in its `Work`.
struct Milestone {
    WorkIndex work = no_work;
    Flag launch; ///< this is the launch
};

struct Trigger {
    Reference metric; ///< its rollback condition triggers; or
    Text when;        ///< an event in words
    Flag manual;      ///< somebody decides
    Span span;
};

struct RollbackStep {
    Text id; ///< `rollback.2` where none is written
    Text title;
    Reference owner;
    WrittenDuration duration;
    Text verify;
    Text expect;
    Text run; ///< commands to type, shown and never executed
    Text notes;
    Span span;
};

struct Rollback {
    Reference owner;
    WrittenDuration decision_limit;  ///< from the trigger to the decision
    WrittenDuration time_limit;      ///< for all steps (RTO)
    WrittenDuration data_loss_limit; ///< how much data may be lost (RPO)
    WrittenDuration backup_every;    ///< how often backups are made
    std::vector<Trigger> triggers;
    std::vector<RollbackStep> steps;
    Text notes; ///< Markdown
    Span span;  ///< the key `rollback`; not given where the plan has none
};

struct CheckItem {
    Text id; ///< `env.2` where none is written
    Text check;
    Flag done;
    Text by;           ///< who did it
    WrittenInstant at; ///< when
    Reference owner;
    WrittenInstant due;
    Text notes; ///< Markdown
    Span span;
};

struct Checklist {
    Text id;
    bool id_written = false;
    Text title;
    Reference owner;
    WrittenInstant due;
    std::vector<Reference> gates; ///< work that may not start before all items are done
    std::vector<CheckItem> items;
    Text notes; ///< Markdown
    Span span;
};

struct Risk {
    Text id;
    Text title;
    Text effect; ///< what happens then
    Located<Level> probability;
    Located<Level> impact;
    Located<Level> level;
    Text mitigation;
    Reference owner;
    Span span;
};

struct SignOff {
    std::vector<Reference> prepared_by;
    std::vector<Reference> reviewed_by;
    std::vector<Reference> approved_by;
    WrittenDate date;
    Span span; ///< the key `sign_off`; not given where the plan has none
};

} // namespace planc
