// Finds the nearest name: cheap filters first, then the distance inside the narrow band that can still win.
#include "diagnostics/suggestion.h"

#include "source/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

namespace planc {
namespace {

constexpr std::size_t longest_word = 100;
constexpr std::size_t most_compared = 10'000;

/// A word's characters as they are compared, and the set of them, folded into 64 bits.
struct Word {
    std::array<char32_t, longest_word> characters; // the first `length` hold something
    std::size_t length = 0;
    std::uint64_t set = 0;
};

char32_t fold(char32_t c) {
    constexpr char32_t full_width_first = 0xFF01;
    constexpr char32_t full_width_last = 0xFF5E;
    if (c >= full_width_first && c <= full_width_last) c = c - full_width_first + U'!';
    if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
    return c == U'_' ? U'-' : c;
}

/// Fills `word`; false if the text is too long to be a name.
bool read(std::string_view text, Word& word) {
    word.length = 0;
    word.set = 0;
    while (!text.empty()) {
        if (word.length == longest_word) return false;
        const auto first = static_cast<unsigned char>(text[0]);
        const Decoded decoded = first < 0x80U ? Decoded{first, 1} : decode_utf8(text);
        text.remove_prefix(decoded.bytes);
        const char32_t c = fold(decoded.code_point);
        word.characters[word.length++] = c;
        word.set |= std::uint64_t{1} << (c % 64U);
    }
    return true;
}

/// The greatest distance at which one word may have been meant for another; none if nothing would be left in common.
std::size_t allowance(std::size_t longer) { return longer < 2 ? 0 : std::max<std::size_t>(1, longer / 3); }

/// Whether some text of so many bytes can be near a word of `length` characters: it has from a quarter of them to all.
bool length_may_fit(std::size_t length, std::size_t bytes) {
    if (bytes < length) return length - bytes <= allowance(length);
    const std::size_t least = (bytes + 3) / 4;
    return least <= length || least - length <= allowance(least);
}

/// The distance of two words if it is at most `limit`. Time: the first word's length times the limit.
std::optional<std::size_t> distance_within(const Word& a, const Word& b, std::size_t limit) {
    const std::size_t out_of_reach = limit + 1;
    std::array<std::array<std::size_t, longest_word + 1>, 3> rows; // each row writes what the next two read
    for (std::size_t j = 0; j <= std::min(b.length, limit); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.length; ++i) {
        auto& row = rows[i % 3];
        const auto& last = rows[(i + 2) % 3];
        const auto& before_last = rows[(i + 1) % 3];
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t end = std::min(b.length, i + limit);
        row[first - 1] = first == 1 ? i : out_of_reach;
        std::size_t least = row[first - 1];
        for (std::size_t j = first; j <= end; ++j) {
            const bool equal = a.characters[i - 1] == b.characters[j - 1];
            const std::size_t above = j < i + limit ? last[j] : out_of_reach;
            std::size_t cost = std::min({last[j - 1] + (equal ? 0U : 1U), row[j - 1] + 1, above + 1});
            if (i > 1 && j > 1 && a.characters[i - 1] == b.characters[j - 2] &&
                a.characters[i - 2] == b.characters[j - 1])
                cost = std::min(cost, before_last[j - 2] + 1);
            row[j] = cost;
            least = std::min(least, cost);
        }
        if (least > limit) return std::nullopt;
    }
    const std::size_t distance = rows[a.length % 3][b.length];
    if (distance > limit) return std::nullopt;
    return distance;
}

} // namespace

namespace {

struct Nearest {
    std::string_view best;
    std::string_view tied; ///< another at the same distance
};

Nearest find_nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    Word meant;
    Word other;
    if (word.size() > 4 * longest_word || !read(word, meant)) return {};
    Nearest found;
    std::size_t best_distance = longest_word;
    std::size_t compared = 0;
    for (const std::string_view candidate : candidates) {
        if (!length_may_fit(meant.length, candidate.size())) continue;
        if (++compared > most_compared) break;
        if (!read(candidate, other)) continue;
        const auto [shorter, longer] = std::minmax({meant.length, other.length});
        const std::size_t limit = std::min(allowance(longer), best_distance);
        if (longer - shorter > limit) continue;
        // An edit takes at most one character out of the set and puts one in.
        if (static_cast<std::size_t>(std::popcount(meant.set ^ other.set)) > 2 * limit) continue;
        const auto distance = distance_within(meant, other, limit);
        if (!distance || candidate == found.best) continue;
        if (!found.best.empty() && *distance == best_distance) {
            if (found.tied.empty()) found.tied = candidate;
            continue;
        }
        found = {candidate, {}};
        best_distance = *distance;
        if (best_distance == 0) break;
    }
    return found;
}

} // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    return find_nearest(word, candidates).best;
}

std::string write_instead(std::string_view text) { return fmt::format("write `{}`", text); }

std::string_view literal_mend(std::string_view help) {
    for (const auto& [before, after] : {std::pair<std::string_view, std::string_view>{"write `", "`"},
                                        std::pair<std::string_view, std::string_view>{"did you mean `", "`?"}}) {
        if (!help.starts_with(before) || !help.ends_with(after) || help.size() <= before.size() + after.size())
            continue;
        const std::string_view text = help.substr(before.size(), help.size() - before.size() - after.size());
        if (text.find('`') == std::string_view::npos) return text;
    }
    return {};
}

void add_literal_fix(Diagnostic& finding, std::string_view written) {
    const std::string_view mend = literal_mend(finding.help);
    const bool plain = !written.empty() &&
                       std::string_view("*&|>\"'").find(written.front()) == std::string_view::npos &&
                       written.find_first_of("\r\n") == std::string_view::npos;
    if (!mend.empty() && plain) finding.fix = {{finding.span, std::string(mend)}};
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    const auto [best, tied] = find_nearest(word, candidates);
    if (best.empty()) return {};
    return tied.empty() ? fmt::format("did you mean `{}`?", best)
                        : fmt::format("did you mean `{}` or `{}`?", best, tied);
}

} // namespace planc
