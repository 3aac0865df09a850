#include "rules/list.h"
#include "rules/misread_gbk.h"
#include "rules/texts.h"
#include "rules/wording.h"
#include "source/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <string>

namespace planc {

namespace {

struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string message;
    bool may_be_cited = false; ///< what somebody may write on purpose
    bool in_run = false;       ///< with more of the kind around it
};

// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows_1252{u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š',
                                                u'‹', u'Œ', 0,    u'Ž', 0,    0,    u'‘', u'’', u'“', u'”', u'•',
                                                u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0,    u'ž', u'Ÿ'};

// What may well follow an accented letter in a good text: first quotes, dashes and the like, which also follow
// capitals, then signs and letters, of which one may stand between the two.
constexpr std::u32string_view usual_after_letter = U"\u00A0«»·‚„…‹›‘’“”•–—™†‡®©°¹²³ªºŠšŽžŒœŸ";
constexpr std::u32string_view usual_after_capital = usual_after_letter.substr(0, 17);

/// The byte that was read as this character; 0 for ASCII and for what no such byte is read as.
unsigned byte_of(char32_t c) {
    if (c >= 0xA0 && c <= 0xFF) return static_cast<unsigned>(c);
    if (c < 0x100) return 0;
    const auto* const found = std::find(windows_1252.begin(), windows_1252.end(), c);
    return found == windows_1252.end() ? 0 : 0x80 + static_cast<unsigned>(found - windows_1252.begin());
}

/// Characters in a row that are the bytes of UTF-8, each read as a character of Windows-1252.
struct Run {
    std::size_t end = 0;        ///< byte behind it
    std::size_t characters = 0; ///< how many it was meant to be
    bool unusual = false;       ///< has what does not follow a letter in a good text
    unsigned lead = 0;          ///< the first byte meant
    std::string meant;
};

Run run_at(std::string_view text, std::size_t at) {
    Run run{at, 0, false, 0, {}};
    while (run.end < text.size()) {
        const Decoded first = decode_utf8(text.substr(run.end));
        const unsigned lead = byte_of(first.code_point);
        const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        std::string meant(1, static_cast<char>(lead));
        std::size_t end = run.end + first.bytes;
        bool unusual = false;
        const std::u32string_view usual = length == 2 ? usual_after_capital : usual_after_letter;
        while (meant.size() < length && end < text.size()) {
            const Decoded next = decode_utf8(text.substr(end));
            const unsigned byte = byte_of(next.code_point);
            if (byte < 0x80 || byte > 0xBF) break;
            unusual = unusual || usual.find(next.code_point) == std::u32string_view::npos;
            meant += static_cast<char>(byte);
            end += next.bytes;
        }
        if (length == 0 || meant.size() < length || first_malformed_utf8(meant)) break;
        if (run.characters++ == 0) run.lead = lead;
        run.unusual = run.unusual || unusual;
        run.meant += meant;
        run.end = end;
    }
    return run;
}

bool is_lower_case(char byte) { return byte >= 'a' && byte <= 'z'; }

/// True if no good text has this: `CAFÉ»`, `„Menü“` and `MAÇÃ…` are good ones.
bool is_mojibake(std::string_view text, std::size_t at, const Run& run) {
    if (run.characters == 0) return false;
    if (run.characters >= 3) return true;
    if (run.lead >= 0xE0) return run.unusual || run.characters == 2;
    const bool usual_lead = run.lead == 0xC2 || run.lead == 0xC3; // of nearly all of western Europe
    if (usual_lead && run.unusual) return true;
    const bool after_letter = at > 0 && is_lower_case(text[at - 1]);
    const bool capital = run.lead != 0xD7 && run.lead != 0xDF;
    if (after_letter && capital) return true;
    const std::string_view before = character_before(text, at);
    const bool begins_word = !is_letter(before) || (before.front() >= '0' && before.front() <= '9');
    return usual_lead && begins_word && run.end < text.size() && is_lower_case(text[run.end]);
}

bool is_chinese(std::string_view character) { return character.size() > 2 && is_letter(character); }

/// `“锟斤拷”` in quotes or as code is what a test looks for, not what the plan says.
bool is_cited(std::string_view text, const Match& match, CodeMarks& code) {
    constexpr std::size_t longest_run = 90; // further characters of the damage may be in the quotes
    std::size_t begin = match.begin;
    std::size_t end = match.end;
    while (match.in_run && match.begin - begin < longest_run && is_chinese(character_before(text, begin)))
        begin -= character_before(text, begin).size();
    while (match.in_run && end - match.end < longest_run && is_chinese(character_at(text, end)))
        end += character_at(text, end).size();
    const std::string_view before = character_before(text, begin);
    const std::string_view after = character_at(text, end);
    const bool in_quotes = !before.empty() && !after.empty() &&
                           std::string_view("\"'「『“‘《（(").find(before) != std::string_view::npos &&
                           std::string_view("\"'」』”’》）)").find(after) != std::string_view::npos;
    return in_quotes || code.in_code(match.begin);
}

std::optional<Match> filler_match(std::string_view text, std::size_t at) {
    for (const std::string_view filler : {"锟斤拷", "烫烫烫", "屯屯屯"}) {
        if (text.substr(at).starts_with(filler))
            return Match{at, at + filler.size(), fmt::format("{} stands where a text was lost", quoted(filler)), true};
    }
    return std::nullopt;
}

/// `鍙戝竷` for `发布`
std::optional<Match> gbk_match(std::string_view text, std::size_t at) {
    const std::string_view first = text.substr(at, 3);
    const auto* word = std::lower_bound(
        misread_as_gbk.begin(), misread_as_gbk.end(), first,
        [](const MisreadWord& one, std::string_view wanted) { return one.seen.substr(0, 3) < wanted; });
    for (; word != misread_as_gbk.end() && word->seen.starts_with(first); ++word) {
        if (!text.substr(at).starts_with(word->seen)) continue;
        return Match{at, at + word->seen.size(),
                     fmt::format("{} {} {}, read in another encoding", quoted(word->seen),
                                 word->seen.size() > 6 ? "is" : "looks like", quoted(word->meant)),
                     true, true};
    }
    return std::nullopt;
}

std::optional<Match> misread_match(std::string_view text, std::size_t at) {
    const Run run = run_at(text, at);
    // The rest of quotes and dashes, whose last byte Windows-1252 does not have.
    constexpr std::string_view cut = "â€";
    if (run.characters == 0 && text.substr(at).starts_with(cut))
        return Match{at, at + cut.size(),
                     fmt::format("{} is left of a character read in another encoding", quoted(cut)), true};
    if (!is_mojibake(text, at, run)) return std::nullopt;
    return Match{
        at, run.end,
        fmt::format("{} is {}, read in another encoding", quoted(text.substr(at, run.end - at)), quoted(run.meant)),
        true};
}

bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

std::optional<Match> character_match(std::string_view text, std::size_t at) {
    const Decoded decoded = decode_utf8(text.substr(at));
    const char32_t c = decoded.code_point;
    const auto match = [&](std::string_view message) {
        return Match{at, at + decoded.bytes, fmt::format(fmt::runtime(message), static_cast<std::uint32_t>(c)), false};
    };
    if (c == 0xFFFD) return match("U+{:04X} stands where a character was lost");
    if (is_private(c)) return match("U+{:04X} is a private-use character: each font shows something else, or nothing");
    const bool line_break = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if ((c < 0x20 && !line_break) || (c >= 0x7F && c < 0xA0))
        return match("the text has the control character U+{:04X}");
    return std::nullopt;
}

std::optional<Match> match_at(std::string_view text, std::size_t at) {
    switch (static_cast<unsigned char>(text[at])) {
    case 0xC3: // `Â` to `ô`, as which the first byte of a character is read
        return misread_match(text, at);
    case 0xE5: // `屯`
    case 0xE7: // `烫`
    case 0xE9: // `锟`
        if (auto filler = filler_match(text, at)) return filler;
        [[fallthrough]];
    case 0xE4:
    case 0xE6:
        return gbk_match(text, at);
    case 0xC2: // C1 control characters
    case 0xEE: // private use, up to 0xEF
    case 0xEF:
    case 0xF3:
    case 0xF4:
        return character_match(text, at);
    default:
        return static_cast<unsigned char>(text[at]) < 0x80 ? character_match(text, at) : std::nullopt;
    }
}

std::optional<Match> find_garbled(std::string_view text) {
    CodeMarks code(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if ((byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n') continue;
        std::optional<Match> match = match_at(text, at);
        if (!match) continue;
        if (!match->may_be_cited || !is_cited(text, *match, code)) return match;
        at = match->end - 1;
    }
    return std::nullopt;
}

void check(const Analysis& analysis, Findings& findings) {
    for_each_text(analysis.plan, [&](const Text& text) {
        std::optional<Match> match = find_garbled(text.value);
        if (match) findings.add(part_of(analysis.files, text, match->begin, match->end), std::move(match->message));
    });
}

} // namespace

const Rule rules::garbled_text{
    .name = "garbled-text",
    .group = "Content",
    .severity = Severity::warning,
    .finds = "a text that was damaged on its way: replacement characters (U+FFFD), control characters, characters for "
             "private use, and what is seen when one encoding is read as another: `CafÃ©`, `â€™`, `ä½ å¥½`, `鍙戝竷` "
             "for `发布`, `锟斤拷`.",
    .why = "What was lost cannot be read on release night, and what is copied out of it is wrong without looking so.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: The menu of the CafÃ© moves to the new shop}
)",
    .mend = "Write the text anew, or take it from where it came from, read as UTF-8. What is quoted on purpose stands "
            "in quotes or back quotes.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: The menu of the Café moves to the new shop}
)",
    .related = "placeholder-text bad-syntax",
    .check = check,
};

} // namespace planc
