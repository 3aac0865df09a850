// Walks over the inline nodes of cmark-gfm's tree.
#include "print/passages.h"

#include "source/utf8.h"
#include "source/width.h"

#include <algorithm>

namespace planc {

namespace {

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

/// Chinese, whose lines join without a blank.
bool ends_wide(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return !text.empty() && display_width(text.substr(at)) >= 2;
}

bool begins_wide(std::string_view text) {
    return !text.empty() && display_width(text.substr(0, decode_utf8(text).bytes)) >= 2;
}

class PassageReader {
public:
    PassageReader(Content& content, std::vector<Mark>& marks) : content_(content), marks_(marks) {}

    void read(cmark_node* parent, std::uint8_t looks, std::uint32_t link) {
        if (depth_ == deepest) return read_flat(parent, looks, link);
        ++depth_;
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
            read_node(node, looks, link);
        --depth_;
    }

private:
    static constexpr int deepest = 100; ///< no person nests emphasis deeper

    /// Without a call per level.
    void read_flat(cmark_node* parent, std::uint8_t looks, std::uint32_t link) {
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(parent), &cmark_iter_free);
        while (cmark_iter_next(iter.get()) != CMARK_EVENT_DONE) {
            cmark_node* node = cmark_iter_get_node(iter.get());
            const std::string_view type = cmark_node_get_type_string(node);
            if (type == "text" || type == "code") read_node(node, looks, link);
        }
    }

    void read_node(cmark_node* node, std::uint8_t looks, std::uint32_t link) {
        const std::string_view type = cmark_node_get_type_string(node);
        if (type == "text") {
            std::string text(literal_of(node));
            for (Mark& mark : take_marks(text)) marks_.push_back(std::move(mark));
            put(text, looks, link);
        } else if (type == "code") {
            put(literal_of(node), looks | code_look, link);
        } else if (type == "softbreak") {
            pending_blank_ = true;
        } else if (type == "linebreak") {
            put("\n", looks, link);
        } else if (type == "html_inline") {
            const std::string_view html = literal_of(node);
            put(html == "<br>" || html == "<br/>" || html == "<br />" ? "\n" : html, looks, link);
        } else if (type == "emph") {
            read(node, looks | italic_look, link);
        } else if (type == "strong") {
            read(node, looks | bold_look, link);
        } else if (type == "strikethrough") {
            read(node, looks | struck_look, link);
        } else if (type == "link" || type == "image") {
            const char* url = cmark_node_get_url(node);
            const std::string_view address = url == nullptr ? "" : url;
            const std::uint32_t own = address.empty() ? link : add_link(address);
            const std::size_t before = content_.letters.size();
            read(node, looks, own);
            if (content_.letters.size() == before) put(address, looks, own);
        } else {
            read(node, looks, link);
        }
    }

    std::uint32_t add_link(std::string_view address) {
        content_.links.emplace_back(address);
        return static_cast<std::uint32_t>(content_.links.size() - 1);
    }

    void put(std::string_view text, std::uint8_t looks, std::uint32_t link) {
        if (text.empty()) return;
        std::string& letters = content_.letters;
        if (pending_blank_ && !(ends_wide(letters) && begins_wide(text))) append(" ", 0, 0);
        pending_blank_ = false;
        append(text, looks, link);
    }

    void append(std::string_view text, std::uint8_t looks, std::uint32_t link) {
        const auto begin = static_cast<std::uint32_t>(content_.letters.size());
        content_.letters += text;
        const auto end = static_cast<std::uint32_t>(content_.letters.size());
        if (looks == 0 && link == 0) return;
        content_.styles.push_back({begin, end, looks, link});
    }

    Content& content_;
    std::vector<Mark>& marks_;
    int depth_ = 0;
    bool pending_blank_ = false;
};

/// Takes blanks of any width off both ends.
void trim(const Content& content, TextPassage& passage) {
    constexpr std::string_view blanks[] = {" ", "\n", "\xC2\xA0", "\xE2\x80\x83", "\xE2\x80\x82", "\xE3\x80\x80"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : blanks) {
            const std::string_view text = content.text(passage);
            const auto size = static_cast<std::uint32_t>(blank.size());
            if (text.ends_with(blank)) {
                passage.end -= size;
                again = true;
            } else if (text.starts_with(blank)) {
                passage.begin += size;
                again = true;
            }
        }
    }
}

/// Underscores at the end, with which people draw a rule in text.
void take_rule(const Content& content, TextPassage& passage) {
    constexpr std::size_t shortest = 6;
    const std::string_view text = content.text(passage);
    const std::size_t last = text.find_last_not_of('_');
    const std::size_t size = text.size() - (last == std::string_view::npos ? 0 : last + 1);
    if (size < shortest) return;
    passage.end -= static_cast<std::uint32_t>(size);
    passage.rule = true;
    trim(content, passage);
}

} // namespace

TextPassage read_passage(cmark_node* parent, Content& content, std::vector<Mark>& marks) {
    TextPassage passage;
    passage.begin = static_cast<std::uint32_t>(content.letters.size());
    passage.first_style = static_cast<std::uint32_t>(content.styles.size());
    PassageReader(content, marks).read(parent, 0, 0);
    passage.end = static_cast<std::uint32_t>(content.letters.size());
    passage.last_style = static_cast<std::uint32_t>(content.styles.size());
    trim(content, passage);
    take_rule(content, passage);
    return passage;
}

TextPassage read_code(std::string_view code, Content& content) {
    TextPassage passage;
    passage.begin = static_cast<std::uint32_t>(content.letters.size());
    while (code.ends_with('\n')) code.remove_suffix(1);
    for (const char c : code) {
        if (c == '\t') {
            content.letters += "    ";
        } else {
            content.letters += c;
        }
    }
    passage.end = static_cast<std::uint32_t>(content.letters.size());
    passage.first_style = passage.last_style = static_cast<std::uint32_t>(content.styles.size());
    return passage;
}

} // namespace planc
