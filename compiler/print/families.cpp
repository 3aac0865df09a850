// Which of the theme's fonts the machine has.
#include "print/typesetter.h"

#include <algorithm>
#include <pango/pangocairo.h>
#include <set>

namespace planc {

namespace {

/// Names of families in small letters.
std::set<std::string> installed_families() {
    std::set<std::string> names;
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(font_map(), &families, &count);
    for (int i = 0; i < count; ++i) {
        char* folded = g_ascii_strdown(pango_font_family_get_name(families[i]), -1);
        names.insert(folded);
        g_free(folded);
    }
    g_free(families);
    return names;
}

/// The families of a list as in a style sheet that are among `installed`, as a list for Pango; `otherwise` if none is.
std::string chosen(std::string_view list, const std::set<std::string>& installed, std::string_view otherwise) {
    std::string out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        std::string_view name = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        while (!name.empty() && (name.front() == ' ' || name.front() == '"' || name.front() == '\''))
            name.remove_prefix(1);
        while (!name.empty() && (name.back() == ' ' || name.back() == '"' || name.back() == '\''))
            name.remove_suffix(1);
        char* folded = g_ascii_strdown(name.data(), static_cast<gssize>(name.size()));
        const bool found = installed.contains(folded);
        g_free(folded);
        if (!found) continue;
        out += out.empty() ? "" : ",";
        out += name;
    }
    return out.empty() ? std::string(otherwise) : out;
}

bool can_write_chinese(const std::string& families) {
    const std::unique_ptr<PangoContext, FreeObject> context(pango_font_map_create_context(font_map()));
    PangoFontDescription* font = pango_font_description_from_string((families + " 10").c_str());
    PangoLanguage* language = pango_language_from_string("zh-cn");
    PangoFontset* set = pango_font_map_load_fontset(font_map(), context.get(), font, language);
    pango_font_description_free(font);
    if (set == nullptr) return false;
    constexpr guint sample = 0x53D1; // 发
    PangoFont* found = pango_fontset_get_font(set, sample);
    const bool can = found != nullptr && pango_font_has_char(found, sample) != 0;
    if (found != nullptr) g_object_unref(found);
    g_object_unref(set);
    return can;
}

} // namespace

FontFamilies find_families(std::string_view text_list, std::string_view code_list, bool chinese) {
    const std::set<std::string> installed = installed_families();
    FontFamilies families;
    if (installed.empty()) {
        families.missing = "there is no font on this machine; install the Debian package `fonts-noto-cjk`";
        return families;
    }
    families.text = chosen(text_list, installed, "sans-serif");
    families.code = chosen(code_list, installed, "monospace");
    if (chinese && !can_write_chinese(families.text))
        families.missing = "there is no font for Chinese on this machine; install the Debian package `fonts-noto-cjk`";
    return families;
}

} // namespace planc
