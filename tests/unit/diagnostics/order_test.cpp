// Findings come in one order, whoever reports them first, and each once.
#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <random>

namespace planc {
namespace {

/// A finding in one string, so that lists of them can be compared.
std::string text_of(const Diagnostic& d) {
    std::string text = fmt::format("{}:{}-{} {} {} {}|{}|{}", d.span.file, d.span.begin, d.span.end, name(d.severity),
                                   d.rule, d.message, d.label, d.help);
    for (const Label& label : d.others) text += fmt::format("|{}{}", label.span.begin, label.message);
    for (const std::string& note : d.notes) text += fmt::format("|{}", note);
    return text;
}

std::vector<std::string> texts_of(const Diagnostics& diagnostics) {
    std::vector<std::string> texts;
    for (const Diagnostic& diagnostic : diagnostics) texts.push_back(text_of(diagnostic));
    return texts;
}

Diagnostic finding(std::string_view rule, Severity severity, std::string message, Span span) {
    Diagnostic diagnostic;
    diagnostic.rule = rule;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.span = span;
    return diagnostic;
}

TEST_CASE("findings are ordered by file, place, severity, rule and message") {
    const Diagnostics expected = {
        finding("z", Severity::info, "z", {0, 1, 2}),  finding("z", Severity::info, "z", {0, 1, 3}),
        finding("b", Severity::error, "m", {0, 4, 5}), finding("a", Severity::warning, "m", {0, 4, 5}),
        finding("a", Severity::info, "a", {0, 4, 5}),  finding("a", Severity::info, "b", {0, 4, 5}),
        finding("b", Severity::info, "a", {0, 4, 5}),  finding("a", Severity::error, "a", {1, 0, 1}),
    };
    Diagnostics shuffled(expected.rbegin(), expected.rend());
    sort_and_deduplicate(shuffled);
    CHECK(texts_of(shuffled) == texts_of(expected));
}

TEST_CASE("only exact repetitions are dropped") {
    Diagnostic told = finding("a", Severity::error, "m", {0, 4, 5});
    told.notes = {"a note"};
    Diagnostic labelled = told;
    labelled.others = {{{0, 1, 2}, "here"}};
    Diagnostics diagnostics = {told, labelled, told, labelled, told};
    sort_and_deduplicate(diagnostics);
    CHECK(texts_of(diagnostics) == texts_of({told, labelled}));
}

TEST_CASE("the order does not depend on the order before") {
    std::mt19937 random(5);
    const std::vector<std::string> words = {"", "a", "b"};
    for (int round = 0; round < 200; ++round) {
        Diagnostics diagnostics;
        for (int count = 0; count < 30; ++count) {
            Diagnostic d = finding(random() % 2 == 0 ? "a" : "b", static_cast<Severity>(random() % 3),
                                   words[random() % 3], {0, static_cast<std::uint32_t>(random() % 2), 2});
            d.label = words[random() % 2];
            d.help = words[random() % 2];
            if (random() % 2 == 0) d.notes.push_back(words[random() % 3]);
            if (random() % 2 == 0) d.others.push_back({{0, 1, 2}, words[random() % 3]});
            diagnostics.push_back(d);
        }
        Diagnostics shuffled = diagnostics;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        sort_and_deduplicate(diagnostics);
        sort_and_deduplicate(shuffled);
        CHECK(texts_of(diagnostics) == texts_of(shuffled));
    }
}

} // namespace
} // namespace planc
