// Flattening our tree and libyaml's events, and comparing them.
#include "written.h"

#include <yaml.h>

#include <fmt/format.h>

#include <algorithm>

namespace planc::test {

namespace {

/// Byte of every character libyaml counts, and one more for the end.
std::vector<std::size_t> character_bytes(std::string_view text) {
    std::vector<std::size_t> bytes;
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) bytes.push_back(at);
    bytes.push_back(text.size());
    return bytes;
}

ScalarStyle style_of(yaml_scalar_style_t style) {
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return ScalarStyle::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return ScalarStyle::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
        return ScalarStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return ScalarStyle::folded;
    default:
        return ScalarStyle::plain;
    }
}

void flatten(const Node& node, std::string_view text, std::vector<Written>& out) {
    Written written;
    const Span span = node.span();
    written.begin = span.begin;
    written.end = span.end;
    if (node.aliased()) {
        written.type = Written::Type::alias;
        out.push_back(written);
        return;
    }
    switch (node.kind()) {
    case NodeKind::null: {
        const std::string_view spelled = text.substr(span.begin, span.end - span.begin);
        const bool is_written = spelled == "~" || spelled == "null" || spelled == "Null" || spelled == "NULL";
        // A key before a left-out value may itself be spelled `null`; then the key is the node before this one.
        const bool is_key = !out.empty() && out.back().begin == written.begin && out.back().end == written.end;
        if (is_written && !is_key) written.value = spelled;
        out.push_back(written);
        return;
    }
    case NodeKind::scalar:
        written.style = node.style();
        written.value = node.text();
        out.push_back(written);
        return;
    case NodeKind::sequence:
    case NodeKind::mapping:
        written.type = node.kind() == NodeKind::sequence ? Written::Type::sequence : Written::Type::mapping;
        written.flow = text[span.begin] == (node.kind() == NodeKind::sequence ? '[' : '{');
        out.push_back(written);
        for (const Node& item : node.items()) flatten(item, text, out);
        for (const Pair& pair : node.pairs()) {
            flatten(pair.key, text, out);
            flatten(pair.value, text, out);
        }
        out.push_back({.type = Written::Type::end, .flow = written.flow, .end = span.end, .value = {}});
    }
}

std::string describe(const Written& written, std::string_view text) {
    constexpr std::string_view types[] = {"scalar", "alias", "sequence", "mapping", "end"};
    return fmt::format("{}{} style {} [{}, {}) `{}` = `{}`", written.flow ? "flow " : "",
                       types[static_cast<std::size_t>(written.type)], static_cast<int>(written.style), written.begin,
                       written.end, text.substr(written.begin, written.end - std::min(written.end, written.begin)),
                       written.value);
}

} // namespace

Verdict libyaml_verdict(std::string_view text) {
    const std::vector<std::size_t> bytes = character_bytes(text);
    const auto byte = [&](const yaml_mark_t& mark) { return bytes[std::min(mark.index, bytes.size() - 1)]; };
    Verdict verdict;
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::vector<bool> flow;
    for (;;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            verdict.problem = parser.problem == nullptr ? "unknown" : parser.problem;
            if (parser.context != nullptr) verdict.problem += fmt::format(" ({})", parser.context);
            break;
        }
        Written written;
        written.begin = byte(event.start_mark);
        written.end = byte(event.end_mark);
        const yaml_event_type_t type = event.type;
        if (type == YAML_SCALAR_EVENT) {
            written.named = event.data.scalar.anchor != nullptr || event.data.scalar.tag != nullptr;
            written.style = style_of(event.data.scalar.style);
            written.value.assign(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
            verdict.nodes.push_back(written);
        } else if (type == YAML_ALIAS_EVENT) {
            written.type = Written::Type::alias;
            verdict.nodes.push_back(written);
        } else if (type == YAML_SEQUENCE_START_EVENT) {
            written.type = Written::Type::sequence;
            written.flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
            written.named = event.data.sequence_start.anchor != nullptr || event.data.sequence_start.tag != nullptr;
            flow.push_back(written.flow);
            verdict.nodes.push_back(written);
        } else if (type == YAML_MAPPING_START_EVENT) {
            written.type = Written::Type::mapping;
            written.named = event.data.mapping_start.anchor != nullptr || event.data.mapping_start.tag != nullptr;
            written.flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE &&
                           (written.named || text[written.begin] == '{'); // the mapping in `[a: b]` has no bracket
            flow.push_back(written.flow);
            verdict.nodes.push_back(written);
        } else if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT) {
            written.type = Written::Type::end;
            written.flow = flow.back();
            flow.pop_back();
            verdict.nodes.push_back(written);
        }
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT) {
            verdict.accepted = true;
            break;
        }
    }
    yaml_parser_delete(&parser);
    return verdict;
}

Verdict our_verdict(std::string_view text, bool& duplicates) {
    Files files;
    const std::uint32_t file = files.add("generated.plan.yaml", std::string(text));
    Diagnostics diagnostics;
    const Tree tree = parse_yaml(files, file, diagnostics);
    Verdict verdict;
    duplicates = false;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.rule == "duplicate-key")
            duplicates = true;
        else if (verdict.problem.empty())
            verdict.problem = diagnostic.message;
    }
    verdict.accepted = verdict.problem.empty();
    if (tree.root() != nullptr) flatten(*tree.root(), files.at(file).text(), verdict.nodes);
    return verdict;
}

std::string difference(const std::vector<Written>& ours, const std::vector<Written>& theirs, std::string_view text) {
    for (std::size_t at = 0; at < std::min(ours.size(), theirs.size()); ++at) {
        const Written& a = ours[at];
        Written b = theirs[at];
        const bool block_scalar = b.style == ScalarStyle::literal || b.style == ScalarStyle::folded;
        if (block_scalar) // libyaml's end is the start of a later line; ours the last visible character
            while (b.end > b.begin && std::string_view(" \t\r\n").find(text[b.end - 1]) != std::string_view::npos)
                --b.end;
        bool same = a.type == b.type && a.flow == b.flow && a.style == b.style && a.value == b.value;
        const bool left_out = b.type == Written::Type::scalar && b.style == ScalarStyle::plain && b.value.empty();
        if (a.type == Written::Type::scalar && !left_out) {
            const bool invisible = block_scalar && b.value.find_first_not_of(" \t\n") == std::string::npos;
            const bool same_end = a.end == b.end || invisible;
            same = same && (a.begin == b.begin || b.named) && same_end;
        } else if (a.type == Written::Type::alias) {
            same = same && a.begin == b.begin && a.end == b.end;
        } else if (a.type == Written::Type::end) {
            same = same && (!a.flow || a.end == b.end);
        } else if (a.flow) {
            same = same && (a.begin == b.begin || b.named);
        }
        if (!same) return fmt::format("node {}: ours {}, libyaml's {}", at, describe(a, text), describe(b, text));
    }
    if (ours.size() != theirs.size()) return fmt::format("{} nodes, libyaml has {}", ours.size(), theirs.size());
    return {};
}

} // namespace planc::test
