// Binds a text, for tests.
#pragma once

#include "binding/bind.h"

#include <string>
#include <string_view>

namespace planc {

/// A plan with everything it looks into; findings are those of syntax and binding, sorted.
struct Bound {
    Files files;
    Tree tree;
    Diagnostics findings;
    Plan plan;

    explicit Bound(std::string text, std::string name = "test.plan.yaml") {
        const std::uint32_t file = files.add(std::move(name), std::move(text));
        tree = parse_yaml(files, file, findings);
        plan = bind_plan(tree, files, file, findings);
        sort_and_deduplicate(findings);
    }
    Bound(const Bound&) = delete;
    Bound& operator=(const Bound&) = delete;

    std::string_view text(Span span) const { return files.at(span).text(span); }
};

} // namespace planc
