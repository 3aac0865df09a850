// Writing the plan's values as JSON.
#include "documents/data_sections.h"

namespace planc {

void put(JsonWriter& json, std::string_view key, const Text& text) {
    if (text.given()) json.text(key, text.value);
}
void put(JsonWriter& json, std::string_view key, const WrittenDuration& duration) {
    if (duration.given()) json.text(key, format_duration(duration.value));
}
void put(JsonWriter& json, std::string_view key, const Flag& flag) {
    if (flag.given()) json.flag(key, flag.value);
}
void put(JsonWriter& json, std::string_view key, const Located<Level>& level) {
    if (level.given()) json.text(key, name(level.value));
}
void put(JsonWriter& json, std::string_view key, const Condition& condition) {
    if (condition.given()) json.text(key, condition.text);
}
void put(JsonWriter& json, std::string_view key, const Located<NumberRange>& range) {
    if (!range.given()) return;
    json.open_object(key);
    json.number("first", range.value.first);
    json.number("last", range.value.last);
    json.close_object();
}
void put(JsonWriter& json, std::string_view key, const std::vector<Text>& texts) {
    if (texts.empty()) return;
    json.open_list(key);
    for (const Text& text : texts) json.text({}, text.value);
    json.close_list();
}

std::string local(const Plan& plan, Instant instant) {
    const std::string time = format_local(plan.calendar.zone.to_local(instant));
    if (!plan.calendar.counted) return time;
    return format_from_origin(*plan.calendar.counted, plan.calendar.date_of(instant)) + time.substr(10);
}

void put_placed(JsonWriter& json, std::string_view key, const WrittenInstant& written, const Compiled& compiled) {
    using When = WrittenInstant::Form;
    if (compiled.plan.calendar.counted && (written.form == When::date || written.form == When::date_time))
        json.text(key, format_local(LocalTime{written.date} + minutes{written.minute})); // something that is past
    else if (const auto instant = place(written, compiled.plan, compiled.schedule, true))
        json.text(key, local(compiled.plan, *instant));
}

void put_dates(JsonWriter& json, std::string_view key, const std::vector<DateRange>& ranges) {
    if (ranges.empty()) return;
    json.open_list(key);
    for (const DateRange& range : ranges) {
        json.open_object();
        json.text("first", format_date(range.first));
        json.text("last", format_date(range.last));
        json.close_object();
    }
    json.close_list();
}

} // namespace planc
