// The walk of cursor and events side by side.
#include "syntax/events.h"

#include "syntax/block_scalar.h"
#include "syntax/directives.h"
#include "syntax/escapes.h"
#include "syntax/text_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace planc {

void Events::stop(std::string_view expected) {
    explain_error(reading(), cursor_.at(), {}, expected);
    throw ParseStopped{};
}

Reading Events::reading() const {
    const std::size_t known = std::min(nodes_, recent_.size());
    std::size_t from = known == 0 ? cursor_.at() : recent_[(nodes_ - 1) % recent_.size()];
    for (std::size_t back = 2; back <= known; ++back) {
        const std::size_t earlier = recent_[(nodes_ - back) % recent_.size()];
        if (earlier > from || !cursor_.same_line(earlier, from)) break;
        from = earlier;
    }
    return {report_, cursor_, frames_, from, anchors_};
}

void Events::OnDocumentStart(const YAML::Mark&) {
    check_directives(report_, cursor_);
    if (cursor_.at_marker("---")) cursor_.consume(3);
}

// Before a node: the indicators that its place asks for.

void Events::enter_item(Frame& frame) {
    cursor_.skip_space();
    if (frame.shape == Shape::block_sequence) {
        if (cursor_.peek() != '-' || !cursor_.space_at(1)) stop("`- ` before the next item");
        frame.lead = report_.span(cursor_.at(), cursor_.at() + 1);
        cursor_.consume(1);
    } else if (frame.nodes > 0) {
        if (cursor_.peek() != ',') stop("`,` or `]`");
        cursor_.consume(1);
    }
}

void Events::enter_key(Frame& frame) {
    cursor_.skip_space();
    if (frame.shape == Shape::flow_mapping && frame.nodes > 0) {
        if (cursor_.peek() != ',') stop("`,` or `}`");
        cursor_.consume(1);
        cursor_.skip_space();
    }
    frame.explicit_key = cursor_.peek() == '?' && cursor_.space_at(1);
    if (!frame.explicit_key) return;
    frame.lead = report_.span(cursor_.at(), cursor_.at() + 1);
    cursor_.consume(1);
}

namespace {

/// Whether the key was meant to end at a full-width colon: `ann： {name` of `ann： {name: Ann}`.
bool ends_before_flow(std::string_view key) {
    constexpr std::string_view wide_colon = "：";
    const std::size_t wide = key.find(wide_colon);
    if (wide == std::string_view::npos || wide == 0) return false;
    const std::size_t next = key.find_first_not_of(' ', wide + wide_colon.size());
    return next != std::string_view::npos && (key[next] == '{' || key[next] == '[');
}

} // namespace

void Events::enter_value(Frame& frame, bool null_comes) {
    cursor_.skip_space();
    const bool in_block = frame.shape == Shape::block_mapping;
    const bool elsewhere = in_block && (!cursor_.space_at(1) || (!cursor_.same_line(frame.lead.begin, cursor_.at()) &&
                                                                 cursor_.column(cursor_.at()) != frame.column));
    if (cursor_.peek() == ':' && !elsewhere) {
        if (in_block && ends_before_flow(cursor_.text().substr(frame.lead.begin, frame.lead.end - frame.lead.begin)))
            explain_missing_colon(report_, frame.lead);
        return cursor_.consume(1);
    }
    const bool may_be_left_out = null_comes && (frame.explicit_key || !in_block);
    const std::string_view key = cursor_.text().substr(frame.lead.begin, frame.lead.end - frame.lead.begin);
    const bool meant_colon = frame.shape == Shape::flow_mapping && key.find("：") != std::string_view::npos;
    if (may_be_left_out && !meant_colon) return;
    explain_missing_colon(report_, frame.lead);
    if (!may_be_left_out) throw ParseStopped{};
}

void Events::enter_node(bool null_comes) {
    if (frames_.empty()) return;
    Frame& frame = frames_.back();
    if (is_sequence(frame.shape)) return enter_item(frame);
    if (frame.expects_key()) return enter_key(frame);
    enter_value(frame, null_comes);
}

void Events::leave_node(Span node) {
    recent_[nodes_++ % recent_.size()] = std::min<std::size_t>(std::exchange(properties_, no_end), node.begin);
    if (frames_.empty()) return;
    Frame& frame = frames_.back();
    if (frame.expects_key()) frame.lead = node;
    ++frame.nodes;
}

Events::Properties Events::read_properties(NodeKind kind, bool expected) {
    Properties found{cursor_.at(), cursor_.at()};
    cursor_.skip_space();
    while (node_may_stand_here() && (cursor_.peek() == '&' || cursor_.peek() == '!')) {
        const std::size_t begin = cursor_.at();
        if (found.begin == found.end) properties_ = found.begin = begin;
        cursor_.consume_to(cursor_.name_end());
        if (cursor_.text()[begin] == '!') {
            check_tag(report_, begin, cursor_.at(), kind);
            found.tag = cursor_.text().substr(begin, cursor_.at() - begin);
        }
        if (cursor_.text()[begin] == '&')
            anchors_.push_back(cursor_.text().substr(begin + 1, cursor_.at() - begin - 1));
        found.end = cursor_.at();
        cursor_.skip_space();
    }
    if (expected && found.begin == found.end) stop("a value");
    return found;
}

/// False if what stands at the cursor belongs to a later node, because the one that comes now is empty.
bool Events::node_may_stand_here() const {
    if (cursor_.done() || frames_.empty()) return !cursor_.done();
    const Frame& frame = frames_.back();
    if (is_flow(frame.shape)) return std::string_view(":,]}").find(cursor_.peek()) == std::string_view::npos;
    if (frame.expects_key() && !frame.explicit_key) return true;
    return cursor_.same_line(frame.lead.begin, cursor_.at()) || cursor_.column(cursor_.at()) > frame.column;
}

/// Bytes of a `~` or `null` at the cursor, 0 if there is none.
std::size_t Events::written_null() const {
    if (!node_may_stand_here()) return 0;
    const std::string_view rest = cursor_.text().substr(cursor_.at());
    std::size_t length = rest.starts_with('~') ? 1 : 0;
    for (const std::string_view word : {"null", "Null", "NULL"})
        if (rest.starts_with(word)) length = 4;
    if (length == 0 || cursor_.space_at(length) || rest[length] == ':') return length;
    const bool in_flow = !frames_.empty() && is_flow(frames_.back().shape);
    return in_flow && std::string_view(",[]{}").find(rest[length]) != std::string_view::npos ? length : 0;
}

/// Called where a node begins: in block context no tab may stand before it on its line.
void Events::check_indentation() {
    const std::size_t tab = cursor_.take_indenting_tab();
    if (tab != no_end && (frames_.empty() || !is_flow(frames_.back().shape))) explain_tab(report_, tab);
}

void Events::report_empty(const Frame& frame) {
    cursor_.skip_space();
    const std::size_t at = cursor_.at();
    const bool text = !cursor_.done() && std::string_view(":,]}").find(cursor_.peek()) == std::string_view::npos;
    if (frame.shape == Shape::flow_mapping && text) {
        // yaml-cpp sees a key without a value only if a `,` or `}` follows on its line.
        const std::size_t end = std::min(cursor_.text().find_first_of(",{}[]\r\n", at), cursor_.text().size());
        explain_missing_colon(report_, report_.span(at, end));
        throw ParseStopped{};
    }
    if (frame.shape == Shape::flow_sequence || (frame.shape == Shape::flow_mapping && cursor_.peek() != ':')) {
        const std::string_view what = is_sequence(frame.shape) ? "value" : "key";
        report_.error(report_.span(at, at + 1), fmt::format("there is no {} before this `{}`", what, cursor_.peek()),
                      fmt::format("expected a {}", what), "remove the extra comma");
    } else if (cursor_.peek() == ':') {
        report_.error(report_.span(at, at + 1), "there is no key before this `:`", "expected a key");
    } else {
        report_.error(frame.lead, "there is no key after this `?`", "expected a key");
    }
}

void Events::OnNull(const YAML::Mark&, YAML::anchor_t anchor) {
    enter_node(true);
    const Properties properties = read_properties(NodeKind::null, anchor != 0);
    check_indentation();
    if (const std::size_t length = written_null(); length > 0) {
        const Span place = report_.span(cursor_.at(), cursor_.at() + length);
        cursor_.consume(length);
        const std::string_view text = cursor_.text().substr(place.begin, length);
        const bool as_text = properties.tag == "!!str" || (!frames_.empty() && frames_.back().expects_key());
        if (as_text)
            builder_.add_scalar(place, ScalarStyle::plain, text, anchor);
        else
            builder_.add_null(place, anchor);
        return leave_node(place);
    }
    if (frames_.empty()) {
        check_nothing_follows();
        only_space_ = properties.begin == properties.end;
        return builder_.add_null(report_.span(properties.begin, properties.end), anchor);
    }
    const Frame& frame = frames_.back();
    const bool named = properties.begin != properties.end;
    if (frame.expects_key() || (frame.shape == Shape::flow_sequence && !named)) report_empty(frame);
    const Span place = named ? report_.span(properties.begin, properties.end) : frame.lead;
    builder_.add_null(place, anchor);
    leave_node(place);
}

/// A document without a node: all that may follow is its end.
void Events::check_nothing_follows() {
    if (cursor_.done() || cursor_.at_marker("...")) return;
    if (!cursor_.at_marker("---") && cursor_.peek() != '%') stop("a key and `: `");
    explain_rest(reading());
    throw ParseStopped{};
}

void Events::OnAlias(const YAML::Mark&, YAML::anchor_t anchor) {
    enter_node(false);
    cursor_.skip_space();
    if (cursor_.peek() != '*' || !node_may_stand_here()) stop("an alias");
    check_indentation();
    const Span place = report_.span(cursor_.at(), cursor_.name_end());
    cursor_.consume_to(place.end);
    builder_.add_alias(place, anchor);
    leave_node(place);
}

void Events::OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t anchor, const std::string& given) {
    enter_node(false);
    const Properties properties = read_properties(NodeKind::scalar, anchor != 0);
    check_indentation();
    const char first = node_may_stand_here() ? cursor_.peek() : '\0';
    if (first == '"' || first == '\'') return read_quoted(TextStream::restore(given, room_), anchor);
    if (first == '|' || first == '>') return read_block(anchor);
    if (given.empty() && properties.begin != properties.end) { // a tag with nothing behind it
        const Span place = report_.span(properties.begin, properties.end);
        builder_.add_scalar(place, ScalarStyle::plain, {}, anchor);
        return leave_node(place);
    }
    const std::string_view value = TextStream::restore(given, room_);
    const std::size_t end = plain_end(cursor_.text(), cursor_.at(), value);
    if (end == no_end || value.empty() || first == '\0') stop("a value");
    add_scalar(end, ScalarStyle::plain, cursor_.at(), value, anchor);
}

/// Adds the scalar from the cursor to `end`; its value is the source's from `inner` on if that is the same.
void Events::add_scalar(std::size_t end, ScalarStyle style, std::size_t inner, std::string_view value,
                        std::size_t anchor) {
    const Span place = report_.span(cursor_.at(), end);
    cursor_.consume_to(end);
    const std::string_view written = cursor_.text().substr(inner, value.size());
    builder_.add_scalar(place, style, written == value ? written : value, anchor);
    leave_node(place);
}

void Events::read_quoted(std::string_view value, std::size_t anchor) {
    const std::size_t begin = cursor_.at();
    const std::size_t end = quoted_end(cursor_.text(), begin);
    if (end == no_end) stop("a value");
    const char quote = cursor_.peek();
    const std::string_view written = cursor_.text().substr(begin + 1, end - begin - 2);
    if (written.find_first_of(quote == '"' ? "\\\r\n" : "\r\n") != std::string_view::npos) {
        if (const std::size_t at = first_escaped_apostrophe(written); quote == '"' && at != std::string_view::npos)
            explain_escape(report_, begin + 1 + at, begin + 1 + at + 2);
        decode_quoted(written, quote, room_);
        value = room_;
    }
    add_scalar(end, quote == '"' ? ScalarStyle::double_quoted : ScalarStyle::single_quoted, begin + 1, value, anchor);
}

void Events::read_block(std::size_t anchor) {
    const int parent = frames_.empty() ? -1 : static_cast<int>(frames_.back().column);
    const BlockScalar scalar = read_block_scalar(cursor_.text(), cursor_.at(), parent);
    const bool folded = cursor_.peek() == '>';
    const std::string_view header = cursor_.text().substr(cursor_.at(), scalar.lines - cursor_.at());
    if (const std::size_t comment = header.find('#'); comment != std::string_view::npos)
        cursor_.notice_comment(cursor_.at() + comment);
    block_scalar_value(cursor_.text(), scalar, folded, room_);
    add_scalar(scalar.end, folded ? ScalarStyle::folded : ScalarStyle::literal, scalar.lines, room_, anchor);
}

void Events::open(Shape shape, std::size_t anchor) {
    cursor_.skip_space();
    check_indentation();
    const std::size_t at = cursor_.at();
    const char bracket = shape == Shape::flow_sequence ? '[' : '{';
    const bool has_bracket = shape == Shape::flow_sequence || shape == Shape::flow_mapping;
    if (has_bracket && (cursor_.peek() != bracket || !node_may_stand_here()))
        stop(shape == Shape::flow_sequence ? "`[`" : "`{`");
    builder_.open(is_sequence(shape) ? NodeKind::sequence : NodeKind::mapping, report_.span(at, at + 1), anchor);
    // In brackets columns mean nothing, and to count one is to go back to the start of what may be one long line.
    frames_.push_back({shape, at, is_flow(shape) ? 0 : cursor_.column(at)});
    if (has_bracket) cursor_.consume(1);
}

void Events::close(char bracket) {
    const Frame frame = frames_.back();
    if (frame.shape == Shape::flow_sequence || frame.shape == Shape::flow_mapping) {
        cursor_.skip_space();
        if (cursor_.peek() == ',' && frame.nodes > 0) {
            cursor_.consume(1);
            cursor_.skip_space();
        }
        if (cursor_.peek() != bracket) stop(bracket == ']' ? "`,` or `]`" : "`,` or `}`");
        cursor_.consume(1);
    }
    if (is_flow(frame.shape)) cursor_.take_indenting_tab();
    frames_.pop_back();
    builder_.close(cursor_.last_end());
    if (frames_.empty()) return;
    if (frames_.back().expects_key()) frames_.back().lead = report_.span(frame.begin, cursor_.last_end());
    ++frames_.back().nodes;
}

void Events::OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
    enter_node(false);
    if (anchor != 0 || tag != "?") read_properties(NodeKind::sequence, true);
    open(style == YAML::EmitterStyle::Block ? Shape::block_sequence : Shape::flow_sequence, anchor);
}

void Events::OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                        YAML::EmitterStyle::value style) {
    enter_node(false);
    if (anchor != 0 || tag != "?") read_properties(NodeKind::mapping, true);
    cursor_.skip_space();
    const Shape flow = cursor_.peek() == '{' ? Shape::flow_mapping : Shape::single_pair;
    open(style == YAML::EmitterStyle::Block ? Shape::block_mapping : flow, anchor);
}

bool Events::check_rest() {
    cursor_.skip_space();
    while (cursor_.at_marker("...")) {
        cursor_.consume(3);
        cursor_.skip_space();
    }
    if (cursor_.done()) return true;
    explain_rest(reading());
    return false;
}

} // namespace planc
