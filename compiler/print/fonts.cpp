// What the theme's style sheet says of fonts.
#include "print/fonts.h"

#include <algorithm>

namespace planc {

namespace {

/// Begins with a byte of the ideographs' range.
bool may_hold_chinese(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE4U && byte <= 0xE9U;
    });
}

} // namespace

std::mutex& drawing() {
    static std::mutex mutex;
    return mutex;
}

std::string_view tag_of(Language language) { return language == Language::zh_cn ? "zh-CN" : "en"; }

FontFamilies families_for(const Theme& theme, Language language, std::string_view text) {
    const bool chinese = language == Language::zh_cn || may_hold_chinese(text);
    return find_families(theme.find("font", R"("Noto Sans CJK SC", sans-serif)"),
                         theme.find("code-font", R"("Noto Sans Mono CJK SC", monospace)"), chinese);
}

} // namespace planc
