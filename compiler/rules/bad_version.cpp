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

/// What keeps it from being a version, if that is one plain thing.
std::string_view reason(std::string_view text) {
    if (text[0] == 'v' || text[0] == 'V') text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_of("-+"), text.size());
    std::string_view core = text.substr(0, end);
    const std::string_view tail = text.substr(end);
    std::string_view number;
    int numbers = 0;
    for (bool more = true; next_part(core, number, more); ++numbers)
        if (!is_number(number)) return {};
    if (numbers > 3) return "has more than three numbers";
    const std::string_view before_build = tail.substr(0, tail.find('+'));
    const bool has_zero = before_build.starts_with('-') && are_identifiers(before_build.substr(1), true) &&
                          !are_identifiers(before_build.substr(1), false);
    return numbers == 3 && has_zero ? "has a number that begins with a zero" : std::string_view{};
}

void check_version(const Text& version, Findings& findings) {
    if (!version.given()) return;
    const std::size_t begin = version.value.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return; // told as bad-value
    const std::string_view text = version.value.substr(begin, version.value.find_last_not_of(" \t\r\n") + 1 - begin);
    const std::optional<Reading> reading = read_version(text);
    if (!reading) {
        const std::string_view why = reason(text);
        findings.add(version.span, why.empty() ? fmt::format("{} is not a version like `1.2.3`", quoted(text))
                                               : fmt::format("version {} {}", quoted(text), why));
        return;
    }
    if (reading->written == text) return;
    const std::string_view wrong = reading->letter        ? "begins with a letter"
                                   : reading->numbers < 3 ? "has fewer than three numbers"
                                                          : "has a number that begins with a zero";
    findings.add(version.span, fmt::format("version {} {}", quoted(text), wrong)).help =
        fmt::format("write {}", quoted(reading->written));
}

bool is_letter_or_digit(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// The numbers with dots that begin there, without a dot at their end.
std::string_view numbers_at(std::string_view text, std::size_t begin) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", begin), text.size());
    std::string_view found = text.substr(begin, end - begin);
    while (found.ends_with('.')) found.remove_suffix(1);
    return found;
}

/// `2.4` of `shop-2.4` or `shop-v2.4`; empty if the id does not end with numbers that have a dot between them.
std::string_view version_in_id(std::string_view id) {
    const std::size_t last = id.find_last_not_of("0123456789.");
    if (last == std::string_view::npos) return {};
    const std::size_t marked = id[last] == 'v' || id[last] == 'V' ? last : last + 1;
    if (marked == 0 || is_letter_or_digit(id[marked - 1])) return {};
    const std::string_view found = numbers_at(id, last + 1);
    return found.find('.') == std::string_view::npos ? std::string_view{} : found;
}

/// `升级自 v2.4`, `from v2.4`, `API v1.0`: not the version that the plan releases.
bool is_of_another(std::string_view title, std::size_t at) {
    while (at > 0 && title[at - 1] == ' ') --at;
    const std::string_view before = title.substr(0, at);
    const auto ends_with = [&](std::string_view word) {
        return before.ends_with(word) &&
               (before.size() == word.size() || !is_letter_or_digit(before[before.size() - word.size() - 1]));
    };
    return before.ends_with("从") || before.ends_with("自") || before.ends_with("接口") || ends_with("from") ||
           ends_with("From") || ends_with("API") || ends_with("api") || ends_with("Api");
}

bool is_year(std::string_view version) {
    const std::string_view first = version.substr(0, version.find('.'));
    return first.size() == 4 && (first.starts_with("19") || first.starts_with("20"));
}

/// `2.4` of `Shop v2.4`; empty if there is none, or several. Numbers without the `v` may be of anything.
std::string_view version_in_title(std::string_view title) {
    std::string_view only;
    for (std::size_t at = title.find_first_of("vV"); at != std::string_view::npos;
         at = title.find_first_of("vV", at + 1)) {
        if (at > 0 && is_letter_or_digit(title[at - 1])) continue;
        if (is_of_another(title, at)) continue;
        const std::string_view found = numbers_at(title, at + 1);
        if (found.find('.') == std::string_view::npos || found.starts_with('.')) continue;
        if (!only.empty()) return {};
        only = found;
    }
    return only;
}

/// Whether the release could be called so for short: `2.4` and `2.4.0`, but not `2.4` and `2.40.0`.
bool is_of_release(std::string_view version, std::string_view release) {
    std::string_view number;
    std::string_view released;
    bool more_released = true;
    for (bool more = true; next_part(version, number, more);) {
        if (!next_part(release, released, more_released)) return false;
        if (number != released) return false;
    }
    return true;
}

/// A plan copied from that of the last release often keeps its name.
void check_names(const Header& header, Findings& findings) {
    if (!header.release.given() || header.release.value.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    const std::optional<Reading> release = read_version(header.release.value);
    if (!release) return;
    const std::string_view numbers = numbers_at(release->written, 0);
    const auto told = [&](const auto& name, std::string_view what, std::string_view version) {
        if (version.empty() || is_of_release(version, numbers)) return;
        if (is_year(version) && !is_year(numbers)) return; // `shop-2026.03`
        Diagnostic& finding = findings.add(Severity::warning, header.release.span,
                                           fmt::format("the release is {}, but the plan's {} says {}",
                                                       quoted(release->written), what, quoted(version)));
        finding.others.push_back({name.span, "another version than the release's"});
    };
    told(header.id, "id", version_in_id(header.id.value));
    told(header.title, "title", version_in_title(header.title.value));
}

void check(const Analysis& analysis, Findings& findings) {
    check_version(analysis.plan.header.release, findings);
    check_names(analysis.plan.header, findings);
    for (const Version& version : analysis.plan.versions) check_version(version.version, findings);
}

} // namespace

const Rule rules::bad_version{
    .name = "bad-version",
    .group = "Content",
    .severity = Severity::error,
    .finds =
        "a version, of the release or of the road map, that does not follow Semantic Versioning 2.0.0; and, as a "
        "warning, a plan whose `id` (`shop-2.4`) or `title` (`Shop v2.4`) names another version than its `release`.",
    .why =
        "Tags, packages and the documents of the release are found by this number. One that is written in two ways "
        "is two versions to a program. A plan that was copied from the last release's and kept its name is taken for "
        "that one.",
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
