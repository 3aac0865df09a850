// The words of one language: what documents say, and the patterns of its dates and lengths of time.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planc {

/// A label file: a flat JSON object of texts. Texts may hold `{name}` to be filled in; `one|many` is for counts.
class Labels {
public:
    Labels() = default;
    /// Sorts the entries by key.
    explicit Labels(std::vector<std::pair<std::string, std::string>> entries);

    /// The text of a key; the key itself where there is none, which `check_templates` has ruled out.
    std::string_view operator[](std::string_view key) const;
    /// Null if there is none.
    const std::string* find(std::string_view key) const;
    const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

/// Reads a label file; on a mistake gives what is wrong with it in `message` and where (a byte) in `at`.
bool read_labels(std::string_view json, Labels& labels, std::string& message, std::size_t& at);

struct Filling {
    std::string_view name;
    std::string_view text;
};

/// `pattern` with each `{name}` replaced by its text.
std::string fill(std::string_view pattern, std::initializer_list<Filling> fillings);

/// The names in braces of a pattern, in order.
std::vector<std::string_view> placeholders(std::string_view pattern);

/// The part of a pattern `one|many` that fits a count, and the whole where there is no bar.
std::string_view plural(std::string_view pattern, bool one);

} // namespace planc
