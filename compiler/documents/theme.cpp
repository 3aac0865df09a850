// Reading the custom properties of a style sheet.
#include "documents/theme.h"

#include "gantt/svg_style.h"

#include <algorithm>
#include <charconv>

namespace planc {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

double part(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return digits.size() == 1 ? value / 15.0 : value / 255.0;
}

} // namespace

std::string_view Theme::find(std::string_view name, std::string_view otherwise) const {
    const auto found =
        std::find_if(properties.begin(), properties.end(), [&](const auto& one) { return one.first == name; });
    return found == properties.end() ? otherwise : std::string_view(found->second);
}

Theme read_theme(std::string css, std::string logo) {
    Theme theme;
    const std::string text = without_css_comments(css);
    const std::size_t root = text.find(":root");
    const std::size_t open = root == std::string::npos ? root : text.find('{', root);
    if (open != std::string::npos) {
        std::string_view rest = std::string_view(text).substr(open + 1);
        rest = rest.substr(0, rest.find('}'));
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            const std::string_view one = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const std::size_t colon = one.find(':');
            if (!one.starts_with("--") || colon == std::string_view::npos) continue;
            theme.properties.emplace_back(trimmed(one.substr(2, colon - 2)), trimmed(one.substr(colon + 1)));
        }
    }
    theme.css = std::move(css);
    theme.logo = std::move(logo);
    return theme;
}

Colour read_colour(std::string_view text) {
    if (!text.starts_with('#')) return {};
    text.remove_prefix(1);
    const std::size_t each = text.size() == 3 ? 1 : text.size() == 6 ? 2 : 0;
    if (each == 0 || text.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) return {};
    return {part(text.substr(0, each)), part(text.substr(each, each)), part(text.substr(2 * each, each))};
}

} // namespace planc
