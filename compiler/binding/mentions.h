// People as texts mention them: by id where they are declared, in words where they are not.
#pragma once

#include "binding/values.h"

namespace planc {

inline constexpr IdKinds mention_ids{bit(Target::Kind::role) | bit(Target::Kind::person) | bit(Target::Kind::contact),
                                     "the id of a role, person or contact", "ids of roles, people or contacts",
                                     "roles, people or contacts"};

/// `operations` or `All staff`: what looks like an id has to be one.
struct MentionText {
    static constexpr ValueType type{.form = Form::text,
                                    .takes = "the id of a role, person or contact, or a text that is no id",
                                    .several = "ids of roles, people or contacts, or texts",
                                    .pattern = "\\S"};
    static bool read(PlanReader& reader, const Node& node, Text& value) {
        if (!PlainText::read(reader, node, value)) return false;
        if (is_written_id(value.value)) reader.ids.refer(value, mention_ids, reader.place.key);
        return true;
    }
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

} // namespace planc
