// Spans, kinds and values of ordinary plans.
#include "syntax/tree.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

std::string dump_of(std::string text) {
    Files files;
    const std::uint32_t file = files.add("a.plan.yaml", std::move(text));
    Diagnostics diagnostics;
    const Tree tree = parse_yaml(files, file, diagnostics);
    std::string result = dump(tree);
    for (const Diagnostic& diagnostic : diagnostics)
        result += std::to_string(diagnostic.span.begin) + "-" + std::to_string(diagnostic.span.end) + ": " +
                  diagnostic.message + "\n";
    return result;
}

} // namespace

TEST_CASE("a small plan is read with exact spans") {
    CHECK(dump_of("planc: 1\n"
                  "plan:\n"
                  "  title: \"阅读营\" # comment\n"
                  "tags: [a, {b: c}]\n"
                  "empty:\n") == R"([0, 70) mapping of 4
  key [0, 5) plain "planc"
    value [7, 8) plain "1"
  key [9, 13) plain "plan"
    value [17, 35) mapping of 1
      key [17, 22) plain "title"
        value [24, 35) double-quoted "阅读营"
  key [46, 50) plain "tags"
    value [52, 63) sequence of 2
      - [53, 54) plain "a"
      - [56, 62) mapping of 1
        key [57, 58) plain "b"
          value [60, 61) plain "c"
  key [64, 69) plain "empty"
    value [64, 69) null
)");
}
