// Encodings, control characters and misplaced byte-order marks.
#include "syntax/byte_check.h"

#include "source/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace planc {

namespace {

constexpr std::size_t most_characters_told = 20;

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool is_gbk_pair(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return false;
    const unsigned char lead = byte_at(text, at);
    const unsigned char trail = byte_at(text, at + 1);
    return lead >= 0x81 && lead <= 0xFE && trail >= 0x40 && trail <= 0xFE && trail != 0x7F;
}

/// True if all bytes beyond ASCII from here on (a sample of them) pair up as GBK's do.
bool looks_like_gbk(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.size(), at + 4096);
    std::size_t pairs = 0;
    while (at < end) {
        if (byte_at(text, at) < 0x80) {
            ++at;
        } else if (is_gbk_pair(text, at)) {
            at += 2;
            ++pairs;
        } else {
            return at + 1 >= end && pairs > 0;
        }
    }
    return pairs > 0;
}

/// The name of a wide encoding the file begins in, or looks like; empty if none.
std::string_view wide_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) return "UTF-16";
    const std::string_view sample = text.substr(0, 1024);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t at = 0; at < sample.size(); ++at)
        if (sample[at] == '\0') ++(at % 2 == 0 ? even : odd);
    const std::size_t most = std::max(even, odd);
    const std::size_t least = std::min(even, odd);
    return most * 4 >= sample.size() && most > 0 && least * 8 < most ? "UTF-16"sv : ""sv;
}

void report_malformed(const SyntaxReport& report, std::size_t at) {
    const std::string_view text = report.text;
    Diagnostic& made = report.error(
        report.span(at, at + 1), fmt::format("byte {} of the file, 0x{:02X}, is not UTF-8 text", at, byte_at(text, at)),
        "cannot be read from here", "save the file as UTF-8");
    if (looks_like_gbk(text, at)) made.notes.push_back("the bytes look like GBK, which older Chinese programs write");
}

void report_character(const SyntaxReport& report, std::size_t at, const Decoded& decoded) {
    const Span span = report.span(at, at + decoded.bytes);
    if (decoded.code_point == 0xFEFF) {
        report.error(span, "a byte-order mark (U+FEFF) in the middle of the file", "invisible in most editors",
                     "delete it; only the very beginning of a file may have one");
        return;
    }
    report.error(span,
                 fmt::format("the control character U+{:04X} does not belong in a plan",
                             static_cast<std::uint32_t>(decoded.code_point)),
                 "", "delete it, or write it in double quotes as an escape");
}

/// What YAML calls printable, byte-order mark excepted.
bool is_allowed(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0x7F && (c < 0x80 || c > 0x9F || c == 0x85) && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

} // namespace

bool check_bytes(const SyntaxReport& report, std::size_t origin) {
    const std::string_view text = report.text;
    if (const std::string_view wide = wide_encoding(text); !wide.empty()) {
        report.error(report.span(0, 1), fmt::format("the file is {}, not UTF-8", wide), "", "save the file as UTF-8");
        return false;
    }
    std::size_t told = 0;
    for (std::size_t at = origin; at < text.size();) {
        const unsigned char c = byte_at(text, at);
        if (c >= 0x20 && c < 0x7F) {
            ++at;
            continue;
        }
        if (c == 0) {
            report.error(report.span(at, at + 1), fmt::format("byte {} of the file is 0: this is no text file", at));
            return false;
        }
        const Decoded decoded = decode_utf8(text.substr(at));
        if (decoded.bytes == 1 && c >= 0x80) {
            report_malformed(report, at);
            return false;
        }
        if (!is_allowed(decoded.code_point) && told++ < most_characters_told) report_character(report, at, decoded);
        at += decoded.bytes;
    }
    return true;
}

} // namespace planc
