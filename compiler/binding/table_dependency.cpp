// The field table of dependencies, and their short form: an id with a lag.
#include "binding/collections.h"
#include "binding/times.h"
#include "binding/values.h"

#include <array>
#include <fmt/format.h>

namespace planc {

namespace {
constexpr std::array<std::string_view, 4> type_meanings{
    "this starts when the other has ended", "this starts when the other has started",
    "this ends when the other has ended", "this ends when the other has started"};
} // namespace

template <>
constinit const Choices ChoicesOf<DependencyType>::choices{
    [](std::size_t value) { return name(static_cast<DependencyType>(value)); }, type_meanings};

namespace {

/// `build`, `build + 2d`
struct DependencyText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "an id of work, such as `build` or `build + 2d`",
                                    .several = "ids of work",
                                    .pattern = "^{id}( [+-] {duration})?$"};
    static bool read(PlanReader& reader, const Node& node, Dependency& value);
    static void write(std::string&, const Dependency&) {}
};

/// An id, then a blank, then a sign: what follows is meant as a lag.
bool is_meant_as_lag(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos || !is_any_id(text.substr(0, blank))) return false;
    const std::size_t sign = text.find_first_not_of(' ', blank);
    return sign != std::string_view::npos && (text[sign] == '+' || text[sign] == '-');
}

/// Several ids in one text, as a list; empty if it is something else.
std::string as_list(std::string_view text) {
    std::string list;
    while (true) {
        const std::size_t comma = text.find(',');
        std::string_view id = text.substr(0, comma);
        while (!id.empty() && id.front() == ' ') id.remove_prefix(1);
        if (!is_any_id(id)) return {};
        list += fmt::format("{}{}", list.empty() ? "" : ", ", id);
        if (comma == std::string_view::npos) return fmt::format("write a list: `[{}]`", list);
        text.remove_prefix(comma + 1);
    }
}

bool DependencyText::read(PlanReader& reader, const Node& node, Dependency& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    if (is_any_id(text)) return WorkId::read(reader, node, value.on);
    const auto result = parse_instant(text, reader.whole_text(node));
    const auto* const written = std::get_if<WrittenInstant>(&result);
    if (written == nullptr) {
        const auto& error = std::get<TimeError>(result);
        if (is_meant_as_lag(text))
            return reader.bad_value(reader.part(node, error.begin, error.end), error.message, error.help);
        if (text.find(',') != std::string_view::npos) return reader.not_taken(node, type, as_list(text));
        return WorkId::read(reader, node, value.on); // reported as an id that nobody declares
    }
    if (written->form != WrittenInstant::Form::relative)
        return reader.not_taken(node, type, "a fixed time goes to `start`");
    value.on = {written->target, written->target_span};
    value.lag = written->offset;
    reader.ids.refer(value.on, work_ids, reader.place.key);
    if (written->anchor == Anchor::unspecified) return true;
    const bool start = written->anchor == Anchor::start;
    return reader.not_taken(
        node, type,
        start ? fmt::format("write `{{on: {}, type: start_to_start}}`", written->target)
              : fmt::format("leave `.end` out: the end of `{}` is what is waited for", written->target));
}

constexpr Field dependency_fields[] = {
    field<&Dependency::on, WorkId>("on", Need::required, "The work that is waited for.", "build", "id work task"),
    field<&Dependency::type, OneOf<DependencyType>>(
        "type", Need::optional, "Which end waits for which; finish_to_start where it is not written.",
        "start_to_start"),
    field<&Dependency::lag, LagText>("lag", Need::optional,
                                     "How long to wait after that; negative to begin so much earlier.", "1d", "delay"),
};

constexpr Field dependency_text = whole<Dependency, DependencyText>("", Need::optional, "", "build + 2d");

} // namespace

template <>
constinit const Record TableOf<Dependency>::record{.name = "dependency",
                                                   .noun = "a dependency",
                                                   .meaning = "Work that has to come first.",
                                                   .fields = dependency_fields,
                                                   .short_form = &dependency_text};

} // namespace planc
