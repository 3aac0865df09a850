// A plan given as text, compiled on a disk that holds nothing else.
#pragma once

#include "cli/compile.h"
#include "host/memory_host.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace planc::testing {

/// With everything that is found in it.
inline std::unique_ptr<Compilation> compiled(std::string_view text, std::optional<Date> as_of = std::nullopt) {
    static MemoryHost host;
    static SharedFiles shared(host);
    WrittenInstant now;
    if (as_of) {
        now.form = WrittenInstant::Form::date;
        now.date = *as_of;
    }
    return compile({"rule.plan.yaml", "rule.plan.yaml", std::string(text)}, {}, now, shared);
}

} // namespace planc::testing
