// The field tables of people, roles and contacts.
#include "binding/collections.h"
#include "binding/times.h"
#include "binding/values.h"

namespace planc {
namespace {

/// One absence, written as a date or a range.
struct AbsenceText {
    static constexpr ValueType type = DateRangeText::type;
    static bool read(PlanReader& reader, const Node& node, Absence& value) {
        value.span = node.span();
        return DateRangeText::read(reader, node, value.dates);
    }
    static void write(std::string& out, const Absence& value) { DateRangeText::write(out, value.dates); }
};

constexpr Field person_name = field<&Person::name, PlainText>("name", Need::required, "What people call them.", "Lin");

constexpr Field person_fields[] = {
    person_name,
    field<&Person::title, PlainText>("title", Need::optional, "Their position at work.", "Head of operations",
                                     "position job role"),
    field<&Person::phone, PlainText>("phone", Need::optional, "The number that reaches them.", "\"+86 10 5550 0101\"",
                                     "tel telephone mobile"),
    field<&Person::email, PlainText>("email", Need::optional, "The address that reaches them.", "lin@example.com",
                                     "mail"),
    field<&Person::backup, PersonId>("backup", Need::optional, "The person who stands in for them.", "zhou", "deputy"),
    field<&Person::reports_to, OwnerId>("reports_to", Need::optional, "The person or role above them.",
                                        "release-manager", "manager boss"),
    field<&Person::away, List<AbsenceText>>("away", Need::optional,
                                            "When they cannot be reached; both days of a range are included.",
                                            "[2025-12-24 .. 2025-12-26, 2026-01-02]", "vacation leave absent"),
};

constexpr Field role_fields[] = {
    field<&Role::title, PlainText>("title", Need::required, "What the role is called in documents.", "Operations",
                                   "name"),
    field<&Role::people, List<PersonId>>("people", Need::optional, "Who holds it.", "[lin, zhou]",
                                         "members persons staff"),
    field<&Role::backup, OwnerId>("backup", Need::optional, "The person or role that stands in.", "developer",
                                  "deputy"),
    field<&Role::reports_to, OwnerId>("reports_to", Need::optional, "The person or role above it.", "release-manager"),
    field<&Role::duty, PlainText>("duty", Need::optional, "What it answers for.",
                                  "Carries out the release and the rollback", "duties responsibility responsibilities"),
    field<&Role::headcount, HeadCount>("headcount", Need::optional, "How many people it has, where they are not named.",
                                       "3"),
};

constexpr Field contact_fields[] = {
    field<&Contact::title, PlainText>("title", Need::required, "Who or what it is.", "Store support", "name"),
    field<&Contact::phone, PlainText>("phone", Need::optional, "The number to call.", "\"+86 10 5550 0199\"",
                                      "tel telephone mobile"),
    field<&Contact::email, PlainText>("email", Need::optional, "The address to write to.", "support@example.com",
                                      "mail"),
    field<&Contact::hours, PlainText>("hours", Need::optional, "When somebody answers, in words.",
                                      "Mondays to Fridays from 9 to 18"),
    field<&Contact::duty, PlainText>("duty", Need::optional, "What they are called for.", "Speeding up a review"),
};

} // namespace

template <>
constinit const Record TableOf<Person>::record{.name = "person",
                                               .noun = "a person",
                                               .meaning = "Somebody who takes part; just the name will do.",
                                               .fields = person_fields,
                                               .short_form = &person_name};
template <>
constinit const Record TableOf<Role>::record{.name = "role",
                                             .noun = "a role",
                                             .meaning =
                                                 "What people are there for; work belongs to roles or to people.",
                                             .fields = role_fields};
template <>
constinit const Record TableOf<Contact>::record{
    .name = "contact", .noun = "a contact", .meaning = "Somebody outside the team to call.", .fields = contact_fields};

} // namespace planc
