// What a template sees: text, ready text, flags, objects and lists.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace planc {

struct Member;
class Value;
using Members = std::vector<Member>;
using ValueList = std::vector<Value>;

/// Text that is Markdown, or in the page's view HTML, already and is not escaped again.
struct ReadyText {
    std::string text;
};

/// One value of a view. A default value is the flag `false`: what is absent.
class Value {
public:
    Value();
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();
    Value(bool flag);
    Value(std::string text);
    Value(std::string_view text);
    Value(const char* text);
    Value(ReadyText ready);
    Value(Members members);
    Value(ValueList list);

    const bool* flag() const { return std::get_if<bool>(&content_); }
    const std::string* text() const { return std::get_if<std::string>(&content_); }
    const ReadyText* ready() const { return std::get_if<ReadyText>(&content_); }
    const Members* members() const { return std::get_if<Members>(&content_); }
    const ValueList* list() const { return std::get_if<ValueList>(&content_); }

    /// The member of this name; null if this is no object or has none. The first if there are several.
    const Value* find(std::string_view name) const;
    /// True for what a section of a template passes over: `false`, an empty text, an empty list.
    bool empty() const;

private:
    std::variant<bool, std::string, ReadyText, Members, ValueList> content_;
};

/// A named value of an object; names are static text or live as long as the labels.
struct Member {
    std::string_view name;
    Value value;
};

// Here, where a Member is complete.
inline Value::Value(bool flag) : content_(flag) {}
inline Value::Value(std::string text) : content_(std::move(text)) {}
inline Value::Value(std::string_view text) : content_(std::string(text)) {}
inline Value::Value(const char* text) : content_(std::string(text)) {}
inline Value::Value(ReadyText ready) : content_(std::move(ready)) {}
inline Value::Value(ValueList list) : content_(std::move(list)) {}

} // namespace planc
