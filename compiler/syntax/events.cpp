// The walk of cursor and events side by side.
#include "syntax/events.h"

#include <fmt/format.h>

#include <algorithm>

namespace planc {

void Events::stop(std::string message, std::string label, std::string help) {
    report_.error(span(cursor_.at(), cursor_.at()), std::move(message), std::move(label), std::move(help));
    throw ParseStopped{};
}

void Events::OnDocumentStart(const YAML::Mark&) {
    cursor_.skip_space();
    while (cursor_.peek() == '%' && cursor_.column(cursor_.at()) == 0) {
        const std::size_t end = std::min(cursor_.text().find_first_of("\r\n", cursor_.at()), cursor_.text().size());
        cursor_.consume_to(end);
        cursor_.skip_space();
    }
    if (cursor_.at_marker("---")) cursor_.consume(3);
}

void Events::enter_item(Frame& frame) {
    cursor_.skip_space();
    if (frame.shape == Shape::block_sequence) {
        if (cursor_.peek() != '-' || !cursor_.space_at(1)) stop("expected `- ` before the next item");
        frame.lead = span(cursor_.at(), cursor_.at() + 1);
        cursor_.consume(1);
    } else if (frame.nodes > 0) {
        if (cursor_.peek() != ',') stop("expected `,` or `]`");
        cursor_.consume(1);
    }
}

void Events::enter_key(Frame& frame) {
    cursor_.skip_space();
    if (frame.shape == Shape::flow_mapping && frame.nodes > 0) {
        if (cursor_.peek() != ',') stop("expected `,` or `}`");
        cursor_.consume(1);
        cursor_.skip_space();
    }
    frame.explicit_key = cursor_.peek() == '?' && cursor_.space_at(1);
    if (frame.explicit_key) cursor_.consume(1);
}

void Events::enter_value(Frame& frame, bool empty_allowed) {
    cursor_.skip_space();
    if (cursor_.peek() == ':') return cursor_.consume(1);
    if (empty_allowed && (frame.explicit_key || frame.shape != Shape::block_mapping)) return;
    const std::string_view key = cursor_.text().substr(frame.lead.begin, frame.lead.end - frame.lead.begin);
    report_.error(frame.lead, fmt::format("`{}` has no `:` after it", key), "a key needs a `:` and a value");
    throw ParseStopped{};
}

void Events::enter_node(bool empty_allowed) {
    if (frames_.empty()) return;
    Frame& frame = frames_.back();
    if (frame.shape == Shape::block_sequence || frame.shape == Shape::flow_sequence) return enter_item(frame);
    if (frame.nodes % 2 == 0) return enter_key(frame);
    enter_value(frame, empty_allowed);
}

void Events::leave_node(Span node) {
    if (frames_.empty()) return;
    frames_.back().lead = node;
    ++frames_.back().nodes;
}

void Events::read_properties(const std::string&, bool) {
    cursor_.skip_space();
    while (cursor_.peek() == '&' || cursor_.peek() == '!') {
        cursor_.consume_to(cursor_.name_end());
        cursor_.skip_space();
    }
}

std::size_t Events::written_null() const {
    const std::string_view rest = cursor_.text().substr(cursor_.at());
    std::size_t length = 0;
    if (rest.starts_with('~')) length = 1;
    for (const std::string_view word : {"null", "Null", "NULL"})
        if (rest.starts_with(word)) length = 4;
    if (length == 0) return 0;
    const bool in_flow = !frames_.empty() && frames_.back().shape >= Shape::flow_sequence;
    const bool ends = cursor_.space_at(length) || rest[length] == ':' ||
                      (in_flow && std::string_view(",[]{}").find(rest[length]) != std::string_view::npos);
    if (!ends) return 0;
    if (frames_.empty() || in_flow || cursor_.same_line(frames_.back().lead.begin, cursor_.at())) return length;
    const bool key = frames_.back().shape == Shape::block_mapping && frames_.back().nodes % 2 == 0;
    return key || cursor_.column(cursor_.at()) > frames_.back().column ? length : 0;
}

void Events::OnNull(const YAML::Mark&, YAML::anchor_t anchor) {
    enter_node(true);
    const std::size_t end_before = cursor_.last_end();
    read_properties({}, anchor != 0);
    const std::size_t length = written_null();
    Span place;
    if (length > 0) {
        place = span(cursor_.at(), cursor_.at() + length);
        cursor_.consume(length);
    } else if (frames_.empty()) {
        place = span(end_before, end_before);
    } else {
        place = frames_.back().lead;
    }
    builder_.add_null(place, anchor);
    leave_node(place);
}

void Events::OnAlias(const YAML::Mark&, YAML::anchor_t anchor) {
    enter_node(false);
    cursor_.skip_space();
    const Span place = span(cursor_.at(), cursor_.name_end());
    cursor_.consume_to(place.end);
    builder_.add_alias(place, anchor);
    leave_node(place);
}

void Events::OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor, const std::string& value) {
    enter_node(false);
    read_properties(tag, anchor != 0);
    const std::string_view text = cursor_.text();
    const std::size_t begin = cursor_.at();
    std::size_t end = no_end;
    std::size_t inner = begin;
    ScalarStyle style = ScalarStyle::plain;
    switch (cursor_.peek()) {
    case '"':
    case '\'':
        style = cursor_.peek() == '"' ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
        end = quoted_end(text, begin);
        inner = begin + 1;
        break;
    case '|':
    case '>': {
        style = cursor_.peek() == '|' ? ScalarStyle::literal : ScalarStyle::folded;
        const int parent = frames_.empty() ? -1 : static_cast<int>(frames_.back().column);
        end = block_end(text, begin, parent);
        break;
    }
    default:
        end = plain_end(text, begin, value);
        break;
    }
    if (end == no_end) stop("the text that begins here is not understood");
    const Span place = span(begin, end);
    cursor_.consume_to(end);
    std::string_view kept = text.substr(inner, value.size());
    if (kept != value) kept = value;
    builder_.add_scalar(place, style, kept, anchor);
    leave_node(place);
}

void Events::open(NodeKind kind, Shape shape, std::size_t anchor) {
    cursor_.skip_space();
    Frame frame{shape, cursor_.column(cursor_.at())};
    builder_.open(kind, span(cursor_.at(), cursor_.at() + 1), anchor);
    if (shape == Shape::flow_sequence || shape == Shape::flow_mapping) cursor_.consume(1);
    frames_.push_back(frame);
}

void Events::OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
    enter_node(false);
    read_properties(tag, anchor != 0);
    open(NodeKind::sequence, style == YAML::EmitterStyle::Flow ? Shape::flow_sequence : Shape::block_sequence, anchor);
}

void Events::OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                        YAML::EmitterStyle::value style) {
    enter_node(false);
    if (style == YAML::EmitterStyle::Flow || anchor != 0) read_properties(tag, anchor != 0);
    cursor_.skip_space();
    Shape shape = Shape::block_mapping;
    if (style == YAML::EmitterStyle::Flow) shape = cursor_.peek() == '{' ? Shape::flow_mapping : Shape::single_pair;
    open(NodeKind::mapping, shape, anchor);
}

void Events::OnSequenceEnd() {
    if (frames_.back().shape == Shape::flow_sequence) {
        cursor_.skip_space();
        if (cursor_.peek() == ',') {
            cursor_.consume(1);
            cursor_.skip_space();
        }
        if (cursor_.peek() != ']') stop("expected `]`");
        cursor_.consume(1);
    }
    frames_.pop_back();
    builder_.close(cursor_.last_end());
    leave_node(span(cursor_.last_end() - 1, cursor_.last_end()));
}

void Events::OnMapEnd() {
    if (frames_.back().shape == Shape::flow_mapping) {
        cursor_.skip_space();
        if (cursor_.peek() == ',') {
            cursor_.consume(1);
            cursor_.skip_space();
        }
        if (cursor_.peek() != '}') stop("expected `}`");
        cursor_.consume(1);
    }
    frames_.pop_back();
    builder_.close(cursor_.last_end());
    leave_node(span(cursor_.last_end() - 1, cursor_.last_end()));
}

void Events::check_rest() {
    cursor_.skip_space();
    while (cursor_.at_marker("...")) {
        cursor_.consume(3);
        cursor_.skip_space();
    }
    if (cursor_.done()) return;
    if (cursor_.at_marker("---")) stop("a second document begins here", "a plan file holds one document");
    stop("expected the end of the file here");
}

} // namespace planc
