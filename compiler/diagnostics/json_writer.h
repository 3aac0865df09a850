// Writing JSON straight into a text, in the order of the calls.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace planc {

/// Objects and lists are opened and closed by hand; every value in an object is given its key, in a list none.
class JsonWriter {
public:
    JsonWriter() = default;
    /// What lies deeper than so many objects and lists stands on the line of what holds it.
    explicit JsonWriter(std::size_t deepest) : deepest_(deepest) {}

    void open_object(std::string_view key = {}) { open(key, '{'); }
    void open_list(std::string_view key = {}) { open(key, '['); }
    void close_object() { close('}'); }
    void close_list() { close(']'); }
    void text(std::string_view key, std::string_view value);
    void null(std::string_view key);
    void flag(std::string_view key, bool value);
    void number(std::string_view key, std::int64_t value);
    void number(std::string_view key, double value);

    /// The text so far; whole once everything is closed.
    std::string take() { return std::move(out_); }

private:
    void open(std::string_view key, char bracket);
    void close(char bracket);
    void begin_value(std::string_view key);
    void quote(std::string_view text);

    std::string out_;
    std::size_t deepest_ = std::numeric_limits<std::size_t>::max();
    std::size_t depth_ = 0;
    bool first_ = true; ///< nothing yet in what is open
};

} // namespace planc
