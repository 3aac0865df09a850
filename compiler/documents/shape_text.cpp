// The shape of the view as a page of documentation, and holding a value against it.
#include "documents/shape.h"

#include <array>
#include <fmt/format.h>

namespace planc {

namespace {

std::string_view kind_and_absence(const ViewField& field) {
    if (field.kind == ValueKind::list && field.members.empty()) return "list of texts";
    return name(field.kind);
}

void describe(std::string& out, std::span<const ViewField> fields, const std::string& path) {
    fmt::format_to(std::back_inserter(out), "| name | kind | meaning |\n| --- | --- | --- |\n");
    for (const ViewField& field : fields)
        fmt::format_to(std::back_inserter(out), "| `{}` | {} | {} |\n", field.name, kind_and_absence(field),
                       field.meaning);
    for (const ViewField& field : fields) {
        if (field.members.empty()) continue;
        const std::string here = path.empty() ? std::string(field.name) : fmt::format("{}.{}", path, field.name);
        fmt::format_to(std::back_inserter(out), "\n### `{}`{}\n\n", here,
                       field.kind == ValueKind::list ? ", each" : "");
        describe(out, field.members, here);
    }
}

std::string find_misshapen(const Members& members, std::span<const ViewField> fields, const std::string& path);

std::string find_misshapen(const Value& value, const ViewField& field, const std::string& path) {
    const auto wrong = [&] { return fmt::format("{}: a {} is wanted", path, name(field.kind)); };
    if (const bool* flag = value.flag()) return *flag && field.kind != ValueKind::flag ? wrong() : std::string();
    switch (field.kind) {
    case ValueKind::flag:
        return wrong();
    case ValueKind::text:
        return value.text() != nullptr ? std::string() : wrong();
    case ValueKind::markdown:
    case ValueKind::html:
        return value.ready() != nullptr ? std::string() : wrong();
    case ValueKind::object:
        return value.members() != nullptr ? find_misshapen(*value.members(), field.members, path) : wrong();
    case ValueKind::list:
        break;
    }
    if (value.list() == nullptr) return wrong();
    for (const Value& item : *value.list()) {
        if (field.members.empty()) {
            if (item.text() == nullptr) return wrong() + " of texts";
            continue;
        }
        if (item.members() == nullptr) return wrong() + " of objects";
        if (std::string found = find_misshapen(*item.members(), field.members, path); !found.empty()) return found;
    }
    return {};
}

std::string find_misshapen(const Members& members, std::span<const ViewField> fields, const std::string& path) {
    const auto here = [&](std::string_view name) {
        return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
    };
    for (const Member& member : members) {
        if (path.empty() && member.name == "labels") continue;
        const ViewField* known = nullptr;
        for (const ViewField& field : fields)
            if (field.name == member.name) known = &field;
        if (known == nullptr) return fmt::format("{}: the shape has no such name", here(member.name));
        if (std::string found = find_misshapen(member.value, *known, here(member.name)); !found.empty()) return found;
    }
    for (const ViewField& field : fields) {
        bool there = false;
        for (const Member& member : members) there = there || member.name == field.name;
        if (!there) return fmt::format("{}: the view has no such name", here(field.name));
    }
    return {};
}

} // namespace

std::string_view name(ValueKind kind) {
    constexpr std::array<std::string_view, 6> names{"text", "Markdown", "HTML", "flag", "object", "list"};
    return names[static_cast<std::size_t>(kind)];
}

std::string describe_view(std::span<const ViewField> shape) {
    std::string out;
    describe(out, shape, {});
    return out;
}

std::string find_misshapen(const Value& value, std::span<const ViewField> shape) {
    if (value.members() == nullptr) return "the view is no object";
    return find_misshapen(*value.members(), shape, {});
}

} // namespace planc
