// Who takes part: people, the roles they hold, and others to call.
#pragma once

#include "plan/value.h"

namespace planc {

struct Absence {
    DateRange dates;
    Span span;
};

struct Person {
    Text id;
    Text name;
    Text title; ///< what they are called at work
    Text phone;
    Text email;
    Reference backup;     ///< another person
    Reference reports_to; ///< a person or role
    std::vector<Absence> away;
    Span span; ///< the whole entry
};

struct Role {
    Text id;
    Text title;
    std::vector<Reference> people;
    Reference backup;     ///< a person or another role
    Reference reports_to; ///< a person or role
    Text duty;
    Located<int> headcount; ///< people in it where they are not named; at least 1
    Span span;
};

/// Somebody outside the team to call: a vendor's support line, a duty phone.
struct Contact {
    Text id;
    Text title;
    Text phone;
    Text email;
    Text hours; ///< when they can be reached
    Text duty;  ///< what they are called for
    Span span;
};

} // namespace planc
