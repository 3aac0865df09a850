#include "rules/list.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>

namespace planc {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view identifier_bytes = "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

bool begins_with_zero(std::string_view number) { return number.size() > 1 && number[0] == '0'; }

/// Takes off `text` all up to the separator, and the separator; false if there is nothing more to take.
bool next_part(std::string_view& text, std::string_view& part, bool& more) {
    if (!more) return false;
    const std::size_t dot = text.find('.');
    part = text.substr(0, dot);
    more = dot != std::string_view::npos;
    text = more ? text.substr(dot + 1) : std::string_view{};
    return true;
}

bool are_identifiers(std::string_view text, bool zeros_may_lead) {
    std::string_view part;
    for (bool more = true; next_part(text, part, more);) {
        if (part.empty() || part.find_first_not_of(identifier_bytes) != std::string_view::npos) return false;
        if (!zeros_may_lead && is_number(part) && begins_with_zero(part)) return false;
    }
    return true;
}

/// `-beta.1+build.7`, either part or none.
bool is_tail(std::string_view tail) {
    const std::size_t plus = tail.find('+');
    if (plus != std::string_view::npos && !are_identifiers(tail.substr(plus + 1), true)) return false;
    tail = tail.substr(0, plus);
    return tail.empty() || are_identifiers(tail.substr(1), false);
}

/// What is read of a version, and how it would be written.
struct Reading {
    std::string written;
    int numbers = 0;     ///< written ones
    bool letter = false; ///< a `v` stands before it
    bool zeros = false;  ///< one of the numbers begins with a zero
};

std::optional<Reading> read_version(std::string_view text) {
    Reading reading;
    if (text[0] == 'v' || text[0] == 'V') {
        reading.letter = true;
        text.remove_prefix(1);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    const std::size_t end = std::min(text.find_first_of("-+"), text.size());
    const std::string_view tail = text.substr(end);
    std::string_view core = text.substr(0, end);
    std::string_view number;
    for (bool more = true; next_part(core, number, more);) {
        if (!is_number(number) || ++reading.numbers > 3) return std::nullopt;
        reading.zeros = reading.zeros || begins_with_zero(number);
        number.remove_prefix(std::min(number.find_first_not_of('0'), number.size() - 1));
        reading.written += fmt::format("{}{}", reading.written.empty() ? "" : ".", number);
    }
    // `20251208` and `2025-12` are dates.
    const bool month = tail.size() > 1 && tail[0] == '-' && digits.find(tail[1]) != std::string_view::npos;
    if ((reading.numbers < 3 && month) || (reading.numbers == 1 && reading.written.size() > 3)) return std::nullopt;
    for (int count = reading.numbers; count < 3; ++count) reading.written += ".0";
    if (!is_tail(tail)) return std::nullopt;
    reading.written += tail;
    return reading;
}

void check_version(const Text& version, Findings& findings) {
    if (!version.given()) return;
    const std::size_t begin = version.value.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return; // told as bad-value
    const std::string_view text = version.value.substr(begin, version.value.find_last_not_of(" \t\r\n") + 1 - begin);
    const std::optional<Reading> reading = read_version(text);
    if (!reading) {
        findings.add(version.span, fmt::format("{} is not a version like `1.2.3`", quoted(text)));
        return;
    }
    if (reading->written == text) return;
    const std::string_view wrong = reading->letter        ? "begins with a letter"
                                   : reading->numbers < 3 ? "has fewer than three numbers"
                                                          : "has a number that begins with a zero";
    findings.add(version.span, fmt::format("version {} {}", quoted(text), wrong)).help =
        fmt::format("write {}", quoted(reading->written));
}

void check(const Analysis& analysis, Findings& findings) {
    check_version(analysis.plan.header.release, findings);
    for (const Version& version : analysis.plan.versions) check_version(version.version, findings);
}

} // namespace

const Rule rules::bad_version{
    .name = "bad-version",
    .group = "Content",
    .severity = Severity::error,
    .finds = "a version, of the release or of the road map, that does not follow Semantic Versioning 2.0.0.",
    .why = "Tags, packages and the documents of the release are found by this number. One that is written in two ways "
           "is two versions to a program.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, release: v2.4.0}
)",
    .mend = "Write three numbers without leading zeros, and no letter before them: `2.4.0`, `2.4.0-beta.1`. A name "
            "that the version has belongs into `title` or `notes`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, release: 2.4.0}
)",
    .related = "placeholder-text",
    .check = check,
};

} // namespace planc
