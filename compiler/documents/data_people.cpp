// People, calendar, sign-off and findings as JSON.
#include "documents/data_sections.h"

#include <fmt/format.h>

namespace planc {

void put_people(JsonWriter& json, const Plan& plan) {
    json.open_list("people");
    for (const Person& person : plan.people) {
        json.open_object();
        json.text("id", person.id.value);
        json.text("name", person.name.value);
        put(json, "title", person.title);
        put(json, "phone", person.phone);
        put(json, "email", person.email);
        put(json, "backup", person.backup);
        put(json, "reports_to", person.reports_to);
        std::vector<DateRange> away;
        for (const Absence& absence : person.away) away.push_back(absence.dates);
        put_dates(json, "away", away);
        json.close_object();
    }
    json.close_list();
    json.open_list("roles");
    for (const Role& role : plan.roles) {
        json.open_object();
        json.text("id", role.id.value);
        json.text("title", role.title.value);
        put(json, "people", role.people);
        put(json, "backup", role.backup);
        put(json, "reports_to", role.reports_to);
        put(json, "duty", role.duty);
        if (role.headcount.given()) json.number("headcount", std::int64_t{role.headcount.value});
        json.close_object();
    }
    json.close_list();
    json.open_list("contacts");
    for (const Contact& contact : plan.contacts) {
        json.open_object();
        json.text("id", contact.id.value);
        json.text("title", contact.title.value);
        put(json, "phone", contact.phone);
        put(json, "email", contact.email);
        put(json, "hours", contact.hours);
        put(json, "duty", contact.duty);
        json.close_object();
    }
    json.close_list();
}

void put_calendar(JsonWriter& json, const Compiled& compiled) {
    constexpr std::string_view days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const Plan& plan = compiled.plan;
    json.open_object("calendar");
    json.open_list("working_days");
    for (std::size_t i = 0; i < 7; ++i)
        if (plan.calendar.working_weekdays.test(i)) json.text({}, days[i]);
    json.close_list();
    const ClockRange& hours = plan.calendar.hours;
    json.text("hours", fmt::format("{:02}:{:02} .. {:02}:{:02}", hours.begin / 60, hours.begin % 60, hours.end / 60,
                                   hours.end % 60));
    put_dates(json, "holidays", plan.calendar.holidays);
    put_dates(json, "make_up_days", plan.calendar.make_up_days);
    json.open_list("freezes");
    for (const Freeze& freeze : plan.freezes) {
        json.open_object();
        put(json, "id", freeze.id);
        json.text("title", freeze.title.value);
        const auto begin = place(freeze.start, plan, compiled.schedule);
        const auto end = place(freeze.end, plan, compiled.schedule, true, begin);
        if (begin) json.text("start", local(plan, *begin));
        if (end) json.text("end", local(plan, *end));
        json.close_object();
    }
    json.close_list();
    json.close_object();
}

void put_sign_off(JsonWriter& json, const Plan& plan) {
    const SignOff& sign_off = plan.sign_off;
    if (!sign_off.span) return;
    json.open_object("sign_off");
    put(json, "prepared_by", sign_off.prepared_by);
    put(json, "reviewed_by", sign_off.reviewed_by);
    put(json, "approved_by", sign_off.approved_by);
    if (sign_off.date.given()) json.text("date", format_date(sign_off.date.value));
    json.close_object();
}

void put_findings(JsonWriter& json, const Compiled& compiled) {
    json.open_list("findings");
    for (const Diagnostic& finding : compiled.findings) {
        json.open_object();
        json.text("rule", finding.rule);
        json.text("severity", name(finding.severity));
        json.text("message", finding.message);
        if (finding.span) {
            const Position position = compiled.files.at(finding.span).position(finding.span.begin);
            json.number("line", static_cast<std::int64_t>(position.line));
            json.number("column", static_cast<std::int64_t>(position.column));
        }
        if (!finding.help.empty()) json.text("help", finding.help);
        json.close_object();
    }
    json.close_list();
}

} // namespace planc
