// The types of single values: how each is read, shown, and described. PlanReader and description stand side by side, so
// that the binder and the schema cannot disagree.
#pragma once

#include "binding/reader.h"
#include "plan/plan.h"

namespace planc {

// Each type has a `type`, a `read` that fills a value and returns false (after a finding) if there is nothing to use,
// and a `write` that appends the value for --dump=plan, or nothing where it is not given.

struct PlainText {
    static constexpr ValueType type{.form = Form::text, .takes = "a text", .several = "texts", .pattern = "\\S"};
    static bool read(PlanReader& reader, const Node& node, Text& value);
    static void write(std::string& out, const Text& value);
};

struct MarkdownText : PlainText {
    static constexpr ValueType type{
        .form = Form::text, .takes = "a text (Markdown)", .several = "Markdown texts", .pattern = "\\S"};
};

/// The id that an item declares for itself.
struct NewId {
    static constexpr ValueType type{
        .form = Form::pattern, .takes = "an id", .several = "ids", .pattern = "^[a-z][a-z0-9-]*$"};
    static bool read(PlanReader& reader, const Node& node, Text& value);
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
    /// Reports an id that is none.
    static void check(PlanReader& reader, const Node& node);
};

/// The id of the plan itself, which also names files: `reading-camp-1.0`.
struct PlanId {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "lower-case words joined by `-` or `.`",
                                    .pattern = "^[a-z][a-z0-9]*([.-][a-z0-9]+)*$"};
    static bool read(PlanReader& reader, const Node& node, Text& value);
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

/// The id of something declared elsewhere.
template <const IdKinds& kinds>
struct IdOf {
    static constexpr ValueType type{
        .form = Form::pattern, .takes = kinds.one, .several = kinds.several, .pattern = "^{id}$"};
    static bool read(PlanReader& reader, const Node& node, Reference& value);
    static void write(std::string& out, const Reference& value) { PlainText::write(out, value); }
};

bool read_reference(PlanReader& reader, const Node& node, const ValueType& type, const IdKinds& kinds,
                    Reference& value);

template <const IdKinds& kinds>
bool IdOf<kinds>::read(PlanReader& reader, const Node& node, Reference& value) {
    return read_reference(reader, node, type, kinds, value);
}

using OwnerId = IdOf<owner_ids>;
using PersonId = IdOf<person_ids>;
using WorkId = IdOf<work_ids>;
using MetricId = IdOf<metric_ids>;

/// The version of the language: 1. It leaves nothing in what is read.
struct LanguageVersion {
    static constexpr ValueType type{.form = Form::whole_number, .takes = "the number 1", .minimum = 1, .maximum = 1};
    template <class Object>
    static bool read(PlanReader& reader, const Node& node, Object&) {
        return check(reader, node);
    }
    template <class Object>
    static void write(std::string& out, const Object&) {
        out += "1";
    }
    /// Reports what is not 1.
    static bool check(PlanReader& reader, const Node& node);
};

struct TrueOrFalse {
    static constexpr ValueType type{.form = Form::flag, .takes = "`true` or `false`"};
    static bool read(PlanReader& reader, const Node& node, Flag& value);
    static void write(std::string& out, const Flag& value);
};

struct HeadCount {
    static constexpr ValueType type{
        .form = Form::whole_number, .takes = "a whole number from 1 up", .minimum = 1, .maximum = 1e6};
    static bool read(PlanReader& reader, const Node& node, Located<int>& value);
    static void write(std::string& out, const Located<int>& value);
};

/// `10`, `10%` or `2..5`
struct Percent {
    static constexpr ValueType type{.form = Form::number,
                                    .takes = "a share above 0, up to 100, such as `10` or `2..5`",
                                    .pattern = "^{decimal}%?( *\\.\\. *{decimal}%?)?$",
                                    .maximum = 100,
                                    .above = true};
    static bool read(PlanReader& reader, const Node& node, Located<NumberRange>& value);
    static void write(std::string& out, const Located<NumberRange>& value);
};

/// `70` or `70%`
struct Progress {
    static constexpr ValueType type{.form = Form::number,
                                    .takes = "a share from 0 to 100, such as `70`",
                                    .pattern = "^{decimal}%?$",
                                    .maximum = 100};
    static bool read(PlanReader& reader, const Node& node, Located<double>& value);
    static void write(std::string& out, const Located<double>& value);
};

/// `500` or `500..1000`
struct UserCount {
    static constexpr ValueType type{.form = Form::whole_number,
                                    .takes = "a whole number from 1 up, or a range such as `500..1000`",
                                    .pattern = "^[0-9]+( *\\.\\. *[0-9]+)?$",
                                    .minimum = 1,
                                    .maximum = 1e11};
    static bool read(PlanReader& reader, const Node& node, Located<NumberRange>& value);
    static void write(std::string& out, const Located<NumberRange>& value);
};

/// `> 0.5% for 2m`
struct ConditionText {
    static constexpr ValueType type{
        .form = Form::pattern,
        .takes = "a condition such as `< 0.5%` or `> 500ms for 5m`",
        .pattern = "^(<|<=|>|>=|=) *-?{decimal}( *(?!for( |$)|[eE][+-]?[0-9])[^\\s0-9.,]\\S*)?( +for +{duration})?$"};
    static bool read(PlanReader& reader, const Node& node, Condition& value);
    static void write(std::string& out, const Condition& value);
};

// --- enumerations --------------------------------------------------------------------------------------------------

bool read_choice(PlanReader& reader, const Node& node, const ValueType& type, std::size_t& value);

/// What the values of `Enum` mean, in its order; defined beside the table that uses it.
template <class Enum>
struct ChoicesOf {
    static const Choices choices;
};

// Used by more tables than the one that defines it.
template <>
const Choices ChoicesOf<Level>::choices;

template <class Enum>
struct OneOf {
    static constexpr ValueType type{.form = Form::choice, .choices = &ChoicesOf<Enum>::choices};

    static bool read(PlanReader& reader, const Node& node, Located<Enum>& value) {
        if (!read(reader, node, value.value)) return false;
        value.span = node.span();
        return true;
    }
    static bool read(PlanReader& reader, const Node& node, Enum& value) {
        std::size_t number = 0;
        if (!read_choice(reader, node, type, number)) return false;
        value = static_cast<Enum>(number);
        return true;
    }
    static void write(std::string& out, const Located<Enum>& value) {
        if (value.given()) write(out, value.value);
    }
    static void write(std::string& out, Enum value) { out += name(value); }
};

} // namespace planc
