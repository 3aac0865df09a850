// Addresses are looked up by the anchors that GitHub would give the headings.
#include "print/addresses.h"

#include <fmt/format.h>

namespace planc {

namespace {

std::string without_percents(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = [&](char c) { return digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c); };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool encoded = text[i] == '%' && i + 2 < text.size() && value(text[i + 1]) != std::string_view::npos &&
                             value(text[i + 2]) != std::string_view::npos;
        if (encoded) {
            out += static_cast<char>(value(text[i + 1]) * 16 + value(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace

std::uint32_t heading_of(const Content& content, std::string_view address) {
    if (!address.starts_with('#')) return 0;
    const auto named = [&](const std::string& anchor) {
        const auto found = content.anchors.find(anchor);
        return found == content.anchors.end() ? 0 : found->second;
    };
    const std::uint32_t plain = named(std::string(address.substr(1)));
    return plain != 0 ? plain : named(without_percents(address.substr(1)));
}

std::string safe_address(std::string_view address) {
    const bool known = address.starts_with("http://") || address.starts_with("https://") ||
                       address.starts_with("mailto:") || address.starts_with("tel:");
    constexpr std::size_t longest = 2'000;
    if (!known || address.size() > longest) return {};
    std::string out;
    for (const char c : address) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || std::string_view("-._~:/?#[]@!$&*+,;=%").find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

} // namespace planc
