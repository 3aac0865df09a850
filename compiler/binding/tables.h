// Every field table of the language.
#pragma once

#include "binding/fields.h"

#include <vector>

namespace planc {

extern const Record plan_record; ///< the whole file
extern const Record phase_record;
extern const Record task_record;
extern const Record step_record;
extern const Record stage_record;
extern const Record milestone_record;

extern const Record configuration_record; ///< all of `.planc.yaml`

/// Every record that can be reached from `root`, it first, each once, in the order of the language.
std::vector<const Record*> all_records(const Record& root = plan_record);

} // namespace planc
