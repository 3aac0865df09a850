// The sections of the compiled plan as JSON, and writing the plan's values.
#pragma once

#include "diagnostics/json_writer.h"
#include "documents/documents.h"

namespace planc {

/// Each leaves out what the plan does not say.
void put(JsonWriter& json, std::string_view key, const Text& text);
void put(JsonWriter& json, std::string_view key, const WrittenDuration& duration);
void put(JsonWriter& json, std::string_view key, const Flag& flag);
void put(JsonWriter& json, std::string_view key, const Located<Level>& level);
void put(JsonWriter& json, std::string_view key, const Condition& condition);
void put(JsonWriter& json, std::string_view key, const Located<NumberRange>& range);
void put(JsonWriter& json, std::string_view key, const std::vector<Text>& texts);
std::string local(const Plan& plan, Instant instant);
void put_placed(JsonWriter& json, std::string_view key, const WrittenInstant& written, const Compiled& compiled);
void put_dates(JsonWriter& json, std::string_view key, const std::vector<DateRange>& ranges);

void put_milestones(JsonWriter& json, const Plan& plan);
void put_rollout(JsonWriter& json, const Plan& plan);
void put_metrics(JsonWriter& json, const Plan& plan);
void put_triggers(JsonWriter& json, const std::vector<Trigger>& triggers);
void put_rollback(JsonWriter& json, const Plan& plan);
void put_checklists(JsonWriter& json, const Compiled& compiled);
/// Check items; `owner` and `due` are theirs where they do not say.
void put_items(JsonWriter& json, const std::vector<CheckItem>& items, const Reference& owner, const WrittenInstant& due,
               const Compiled& compiled);
void put_contingencies(JsonWriter& json, const Plan& plan);
void put_notices(JsonWriter& json, const Compiled& compiled);
void put_follow_ups(JsonWriter& json, const Compiled& compiled);
void put_versions(JsonWriter& json, const Plan& plan);
void put_changes(JsonWriter& json, const Plan& plan);
void put_environments(JsonWriter& json, const Plan& plan);
void put_matrices(JsonWriter& json, const Plan& plan);
void put_sections(JsonWriter& json, const Plan& plan);
void put_attachments(JsonWriter& json, const Plan& plan);
void put_risks(JsonWriter& json, const Plan& plan);
void put_people(JsonWriter& json, const Plan& plan);
void put_calendar(JsonWriter& json, const Compiled& compiled);
void put_sign_off(JsonWriter& json, const Plan& plan);
/// Nothing where there is no record.
void put_record(JsonWriter& json, const Plan& plan);
void put_findings(JsonWriter& json, const Compiled& compiled);

} // namespace planc
