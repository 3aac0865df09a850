// Anchors, merge keys, and the limits that keep small files from becoming large trees.
#include "syntax/tree.h"

#include <catch2/catch.hpp>

#include <string>

using namespace planc;

namespace {

struct Parsed {
    std::string tree;
    std::vector<std::string> messages;
};

Parsed parse(std::string text, const SyntaxLimits& limits = {}) {
    Files files;
    const std::uint32_t file = files.add("a.plan.yaml", std::move(text));
    Diagnostics diagnostics;
    const Tree tree = parse_yaml(files, file, diagnostics, limits);
    Parsed parsed{dump(tree), {}};
    for (const Diagnostic& diagnostic : diagnostics) parsed.messages.push_back(diagnostic.message);
    return parsed;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

} // namespace

TEST_CASE("an alias has its own place and the anchored value") {
    const Parsed parsed = parse("a: &x [1, 2]\nb: *x\n");
    CHECK(parsed.messages.empty());
    CHECK(parsed.tree == "[0, 18) mapping of 2\n"
                         "  key [0, 1) plain \"a\"\n"
                         "    value [6, 12) sequence of 2\n"
                         "      - [7, 8) plain \"1\"\n"
                         "      - [10, 11) plain \"2\"\n"
                         "  key [13, 14) plain \"b\"\n"
                         "    value [16, 18) alias of sequence of 2\n"
                         "      - [7, 8) plain \"1\"\n"
                         "      - [10, 11) plain \"2\"\n");
}

TEST_CASE("merged pairs stand after the mapping's own, which win over them; of several mappings the first wins") {
    const Parsed parsed = parse("- &a {x: 1, y: 2}\n"
                                "- &b {y: 3, z: 4}\n"
                                "- {<<: [*a, *b], x: 5}\n");
    CHECK(parsed.messages.empty());
    CHECK(parsed.tree.substr(parsed.tree.find("  - [38")) == "  - [38, 58) mapping of 3\n"
                                                             "    key [53, 54) plain \"x\"\n"
                                                             "      value [56, 57) plain \"5\"\n"
                                                             "    key [12, 13) plain \"y\"\n"
                                                             "      value [15, 16) plain \"2\"\n"
                                                             "    key [30, 31) plain \"z\"\n"
                                                             "      value [33, 34) plain \"4\"\n");
}

TEST_CASE("nesting is bounded, at exactly the limit") {
    for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"{a: ", "}"}}) {
        const auto nested = [&, open = open, close = close](std::size_t depth) {
            return repeated(open, depth) + "1" + repeated(close, depth);
        };
        CHECK(parse(nested(64)).messages.empty());
        CHECK(parse(nested(65)).messages == std::vector<std::string>{"collections are nested more than 64 deep"});
        CHECK(parse(nested(3), {.depth = 2}).messages ==
              std::vector<std::string>{"collections are nested more than 2 deep"});
    }
    CHECK(parse(repeated("- ", 64) + "a").messages.empty());
    CHECK(parse(repeated("- ", 100000) + "a").messages ==
          std::vector<std::string>{"collections are nested more than 64 deep"});
}

TEST_CASE("an alias counts with the depth of what it stands for") {
    const std::string text = "a: &x [[[1]]]\nb: [[*x]]\n";
    CHECK(parse(text, {.depth = 6}).messages.empty());
    CHECK(parse(text, {.depth = 5}).messages ==
          std::vector<std::string>{"with `*x` written out, collections are nested more than 5 deep"});
}

TEST_CASE("aliases of aliases are counted as they would be written out") {
    std::string text = "- &a0 [1, 1]\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = std::to_string(i - 1);
        text += "- &a" + std::to_string(i) + " [*a" + before + ", *a" + before + "]\n";
    }
    CHECK(parse(text).messages ==
          std::vector<std::string>{
              "with its aliases written out the file would grow by more than 1000000 values, or 61 MiB"});
    // Merge keys copy what they bring.
    std::string merges = "- &m0 {k0: 1}\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = std::to_string(i - 1);
        merges +=
            "- &m" + std::to_string(i) + " {<<: [*m" + before + ", *m" + before + "], k" + std::to_string(i) + ": 1}\n";
    }
    CHECK(parse(merges).messages ==
          std::vector<std::string>{
              "with its aliases written out the file would grow by more than 1000000 values, or 61 MiB"});
}

TEST_CASE("aliases of long texts are counted by their length") {
    std::string text = "- &long \"" + repeated("x", 1000000) + "\"\n";
    const std::string one = text;
    for (int i = 0; i < 40; ++i) text += "- *long\n";
    CHECK(parse(text).messages.empty());
    for (int i = 0; i < 40; ++i) text += "- *long\n";
    CHECK(parse(text).messages ==
          std::vector<std::string>{
              "with its aliases written out the file would grow by more than 1000000 values, or 61 MiB"});
}

TEST_CASE("an anchor may be given again; aliases before that stand for the first") {
    const Parsed parsed = parse("- &x 1\n- *x\n- &x 2\n- *x\n");
    CHECK(parsed.messages.empty());
    CHECK(parsed.tree == "[0, 23) sequence of 4\n"
                         "  - [5, 6) plain \"1\"\n"
                         "  - [9, 11) alias of plain \"1\"\n"
                         "  - [17, 18) plain \"2\"\n"
                         "  - [21, 23) alias of plain \"2\"\n");
}

TEST_CASE("one value may be just so long") {
    CHECK(parse("a: " + repeated("x", 5000), {.value_bytes = 10000}).messages.empty());
    const Parsed parsed = parse("b: 1\na: \"" + repeated("x", 20000) + "\"\n", {.value_bytes = 10000});
    REQUIRE(parsed.messages.size() == 1);
    CHECK(parsed.tree.starts_with("[0, 6) mapping of"));
}
