// What is said about broken YAML: findings/NAME.yaml beside NAME.out, the findings it should give.
#include "syntax/tree.h"

#include "golden.h"

#include <fmt/format.h>

using namespace planc;

namespace {

std::string place(const File& file, std::size_t byte) {
    const Position position = file.position(byte);
    return fmt::format("{}:{}", position.line, position.column);
}

std::string describe(const Diagnostics& diagnostics, const Files& files) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        const File& file = files.at(diagnostic.span);
        text += fmt::format("{} to {} [{}]: {}\n", place(file, diagnostic.span.begin), place(file, diagnostic.span.end),
                            diagnostic.rule, diagnostic.message);
        if (!diagnostic.label.empty()) text += fmt::format("  here: {}\n", diagnostic.label);
        for (const Label& other : diagnostic.others)
            text += fmt::format("  {} to {}: {}\n", place(file, other.span.begin), place(file, other.span.end),
                                other.message);
        for (const std::string& note : diagnostic.notes) text += fmt::format("  note: {}\n", note);
        if (!diagnostic.help.empty()) text += fmt::format("  help: {}\n", diagnostic.help);
    }
    return text;
}

} // namespace

TEST_CASE("broken YAML is told in plain words, at the place of the mistake") {
    const auto folder = testing::project() / "tests/unit/syntax/findings";
    const auto cases = testing::files_below(folder, ".yaml");
    REQUIRE(cases.size() > 50);
    for (const auto& path : cases) {
        Files files;
        const std::uint32_t file = files.add("a.plan.yaml", testing::read_file(path));
        Diagnostics diagnostics;
        const Tree tree = parse_yaml(files, file, diagnostics);
        sort_and_deduplicate(diagnostics);
        INFO(path.filename().string());
        CHECK(!diagnostics.empty());
        for (const Diagnostic& diagnostic : diagnostics) {
            CHECK(diagnostic.span.begin < diagnostic.span.end);
            CHECK(diagnostic.span.end <= files.at(file).text().size());
        }
        auto golden = path;
        testing::check_golden(golden.replace_extension(".out"), describe(diagnostics, files));
    }
}
