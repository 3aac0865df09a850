// Finding the tags of a template and putting partials in their place.
#include "documents/template_tags.h"

#include "source/utf8.h"

#include <algorithm>

namespace planc {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

TagKind kind_of(char sign) {
    switch (sign) {
    case '#':
        return TagKind::section;
    case '^':
        return TagKind::inverted;
    case '/':
        return TagKind::close;
    case '>':
        return TagKind::partial;
    case '&':
        return TagKind::unescaped;
    case '!':
        return TagKind::comment;
    default:
        return TagKind::variable;
    }
}

/// Appends [begin, end) of a template.
void append_keeping_blanks(std::string& out, std::string_view text, std::size_t begin, std::size_t end) {
    bool line_begin = begin == 0 || text[begin - 1] == '\n';
    for (const char c : text.substr(begin, end - begin)) {
        if (c == '\n' && line_begin) out += kept_blank;
        line_begin = c == '\n';
        out += c;
    }
}

} // namespace

TemplateError error_at(const std::string& file, std::string_view text, std::size_t byte, std::string message) {
    const std::string_view before = text.substr(0, byte);
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    TemplateError error;
    error.file = file;
    error.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    error.column = 1 + count_code_points(before.substr(line_begin));
    error.message = std::move(message);
    return error;
}

std::string partial_file(std::string_view name) { return std::string(name) + ".md.mustache"; }

std::vector<Tag> scan_tags(const std::string& file, std::string_view text, std::vector<TemplateError>& errors) {
    std::vector<Tag> tags;
    for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open)) {
        const bool triple = text.substr(open).starts_with("{{{");
        const std::string_view closing = triple ? "}}}" : "}}";
        const std::size_t inner = open + closing.size();
        const std::size_t close = text.find(closing, inner);
        if (close == std::string_view::npos) {
            errors.push_back(error_at(
                file, text, open, triple ? "this tag is not closed with `}}}`" : "this tag is not closed with `}}`"));
            return tags;
        }
        std::string_view content = trimmed(text.substr(inner, close - inner));
        if (content.starts_with('=')) {
            errors.push_back(error_at(file, text, open, "templates keep the delimiters `{{` and `}}`"));
            return tags;
        }
        Tag tag;
        tag.begin = open;
        tag.end = close + closing.size();
        tag.kind = triple ? TagKind::unescaped : kind_of(content.empty() ? ' ' : content[0]);
        if (!triple && tag.kind != TagKind::variable) content = trimmed(content.substr(1));
        tag.name = content;
        const bool one_name = content.find_first_of(" \t\r\n{}") == std::string_view::npos && !content.empty();
        if (tag.kind != TagKind::comment && !one_name) {
            errors.push_back(error_at(file, text, open, "a tag holds one name"));
            return tags;
        }
        tags.push_back(tag);
        open = tag.end;
    }
    return tags;
}

std::string prepare_template(const Templates& templates, std::string_view text, int depth) {
    std::vector<TemplateError> errors;
    std::string out;
    std::size_t done = 0;
    for (const Tag& tag : scan_tags({}, text, errors)) {
        if (tag.kind == TagKind::variable || tag.kind == TagKind::unescaped) continue;
        std::size_t begin = tag.begin;
        std::size_t end = tag.end;
        const std::size_t line_begin = text.substr(0, begin).rfind('\n') + 1;
        const std::size_t line_end = std::min(text.find('\n', end), text.size());
        const bool alone = trimmed(text.substr(line_begin, begin - line_begin)).empty() &&
                           trimmed(text.substr(end, line_end - end)).empty();
        if (alone) {
            begin = line_begin;
            end = std::min(line_end + 1, text.size());
        }
        append_keeping_blanks(out, text, done, begin);
        done = end;
        if (tag.kind == TagKind::comment) continue;
        if (tag.kind != TagKind::partial) {
            out += text.substr(tag.begin, tag.end - tag.begin);
            continue;
        }
        const std::string* partial = templates.find(partial_file(tag.name));
        if (partial != nullptr && depth < max_partial_depth) out += prepare_template(templates, *partial, depth + 1);
    }
    append_keeping_blanks(out, text, done, text.size());
    return out;
}

} // namespace planc
