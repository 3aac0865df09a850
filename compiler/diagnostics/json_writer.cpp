// JSON with two blanks of indentation; ill-formed UTF-8 is replaced.
#include "diagnostics/json_writer.h"

#include "source/utf8.h"

#include <fmt/format.h>

#include <array>

namespace planc {

namespace {

/// Of each byte, whether it is ASCII that a text in JSON may hold as it is.
constexpr std::array<bool, 256> stands_for_itself = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = byte != '"' && byte != '\\';
    return plain;
}();

} // namespace

void JsonWriter::begin_value(std::string_view key) {
    if (!first_) out_ += depth_ > deepest_ ? ", " : ",";
    if (depth_ > 0 && depth_ <= deepest_) {
        out_ += '\n';
        out_.append(depth_ * 2, ' ');
    }
    first_ = false;
    if (key.empty()) return;
    quote(key);
    out_ += ": ";
}

void JsonWriter::open(std::string_view key, char bracket) {
    begin_value(key);
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!first_ && depth_ < deepest_) {
        out_ += '\n';
        out_.append(depth_ * 2, ' ');
    }
    out_ += bracket;
    first_ = false;
}

void JsonWriter::text(std::string_view key, std::string_view value) {
    begin_value(key);
    quote(value);
}

void JsonWriter::null(std::string_view key) {
    begin_value(key);
    out_ += "null";
}

void JsonWriter::flag(std::string_view key, bool value) {
    begin_value(key);
    out_ += value ? "true" : "false";
}

void JsonWriter::number(std::string_view key, std::int64_t value) {
    begin_value(key);
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::number(std::string_view key, double value) {
    begin_value(key);
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::quote(std::string_view text) {
    out_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (stands_for_itself[byte]) {
            ++i;
            continue;
        }
        out_ += text.substr(plain, i - plain);
        const Decoded decoded = decode_utf8(text.substr(i));
        if (byte == '"' || byte == '\\') {
            out_ += '\\';
            out_ += text[i];
        } else if (byte == '\n') {
            out_ += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            fmt::format_to(std::back_inserter(out_), "\\u{:04x}", byte);
        } else if (decoded.code_point == 0xFFFD) {
            out_ += "\xEF\xBF\xBD";
        } else {
            out_ += text.substr(i, decoded.bytes);
        }
        i += decoded.bytes;
        plain = i;
    }
    out_ += text.substr(plain);
    out_ += '"';
}

} // namespace planc
