// The tree as people read it: one line a node, for --dump=tree and for tests.
#include "syntax/tree.h"

#include <fmt/format.h>

#include <iterator>

namespace planc {

namespace {

using Out = std::back_insert_iterator<std::string>;

void write_text(Out out, std::string_view text) {
    *out++ = '"';
    for (const char c : text) {
        if (c == '\n')
            fmt::format_to(out, "\\n");
        else if (c == '"' || c == '\\')
            fmt::format_to(out, "\\{}", c);
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            fmt::format_to(out, "\\x{:02x}", static_cast<unsigned char>(c));
        else
            *out++ = c;
    }
    *out++ = '"';
}

std::string_view name(ScalarStyle style) {
    switch (style) {
    case ScalarStyle::plain:
        return "plain";
    case ScalarStyle::single_quoted:
        return "single-quoted";
    case ScalarStyle::double_quoted:
        return "double-quoted";
    case ScalarStyle::literal:
        return "literal";
    case ScalarStyle::folded:
        return "folded";
    }
    return {};
}

void write_node(Out out, const Node& node, std::string_view lead, std::size_t depth) {
    fmt::format_to(out, "{:{}}{}", "", depth * 2, lead);
    const Span span = node.span();
    fmt::format_to(out, "[{}, {}) ", span.begin, span.end);
    if (node.aliased()) fmt::format_to(out, "alias of ");
    switch (node.kind()) {
    case NodeKind::null:
        fmt::format_to(out, "null\n");
        break;
    case NodeKind::scalar:
        fmt::format_to(out, "{} ", name(node.style()));
        write_text(out, node.text());
        fmt::format_to(out, "\n");
        break;
    case NodeKind::sequence:
        fmt::format_to(out, "sequence of {}\n", node.items().size());
        for (const Node& item : node.items()) write_node(out, item, "- ", depth + 1);
        break;
    case NodeKind::mapping:
        fmt::format_to(out, "mapping of {}\n", node.pairs().size());
        for (const Pair& pair : node.pairs()) {
            write_node(out, pair.key, "key ", depth + 1);
            write_node(out, pair.value, "value ", depth + 2);
        }
        break;
    }
}

} // namespace

std::string dump(const Tree& tree) {
    if (tree.root() == nullptr) return "nothing\n";
    std::string text;
    write_node(std::back_inserter(text), *tree.root(), "", 0);
    return text;
}

} // namespace planc
