// Looking into the values a template sees.
#include "documents/value.h"

namespace planc {

// Here rather than in the class, where the compiler loses sight of which alternative is alive.
Value::Value() : content_(false) {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Value::Value(Members members) : content_(std::move(members)) {}

const Value* Value::find(std::string_view name) const {
    const Members* all = members();
    if (all == nullptr) return nullptr;
    for (const Member& member : *all)
        if (member.name == name) return &member.value;
    return nullptr;
}

bool Value::empty() const {
    if (const bool* one = flag()) return !*one;
    if (const std::string* one = text()) return one->empty();
    if (const ReadyText* one = ready()) return one->text.empty();
    if (const ValueList* one = list()) return one->empty();
    return false;
}

} // namespace planc
