// Reading label files and filling in their patterns.
#include "documents/labels.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace planc {

namespace {

/// Collects the texts of a flat object and says what else it met.
class FlatObject : public nlohmann::json_sax<nlohmann::json> {
public:
    std::vector<std::pair<std::string, std::string>> entries;
    std::string message;
    std::size_t at = 0;

    bool null() override { return not_text(); }
    bool boolean(bool) override { return not_text(); }
    bool number_integer(number_integer_t) override { return not_text(); }
    bool number_unsigned(number_unsigned_t) override { return not_text(); }
    bool number_float(number_float_t, const string_t&) override { return not_text(); }
    bool binary(binary_t&) override { return not_text(); }
    bool start_array(std::size_t) override { return not_text(); }
    bool end_array() override { return true; }
    bool end_object() override { return true; }
    bool start_object(std::size_t) override { return ++depth_ == 1 ? true : not_text(); }
    bool string(string_t& text) override {
        if (depth_ == 0) return not_text();
        entries.emplace_back(key_, text);
        return true;
    }
    bool key(string_t& key) override {
        key_ = key;
        const bool again =
            std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.first == key; });
        if (again) message = "label `" + key + "` is there twice";
        return !again;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        message = "this is not JSON from here on";
        at = position == 0 ? 0 : position - 1;
        return false;
    }

private:
    bool not_text() {
        message = depth_ == 0 ? "a label file is one JSON object of texts" : "label `" + key_ + "` is not a text";
        return false;
    }

    std::string key_;
    int depth_ = 0;
};

} // namespace

Labels::Labels(std::vector<std::pair<std::string, std::string>> entries) : entries_(std::move(entries)) {
    std::sort(entries_.begin(), entries_.end());
}

const std::string* Labels::find(std::string_view key) const {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), key,
                                     [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return at != entries_.end() && at->first == key ? &at->second : nullptr;
}

std::string_view Labels::operator[](std::string_view key) const {
    const std::string* text = find(key);
    return text != nullptr ? std::string_view(*text) : key;
}

bool read_labels(std::string_view json, Labels& labels, std::string& message, std::size_t& at) {
    FlatObject object;
    const bool good = nlohmann::json::sax_parse(json.begin(), json.end(), &object);
    if (good) {
        labels = Labels(std::move(object.entries));
        return true;
    }
    message = std::move(object.message);
    at = object.at;
    return false;
}

std::string fill(std::string_view pattern, std::initializer_list<Filling> fillings) {
    std::string out;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) break;
        out += pattern.substr(0, open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        for (const Filling& filling : fillings)
            if (filling.name == name) out += filling.text;
        pattern.remove_prefix(close + 1);
    }
    out += pattern;
    return out;
}

std::vector<std::string_view> placeholders(std::string_view pattern) {
    std::vector<std::string_view> names;
    for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open)) {
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) break;
        names.push_back(pattern.substr(open + 1, close - open - 1));
        open = close;
    }
    return names;
}

std::string_view plural(std::string_view pattern, bool one) {
    const std::size_t bar = pattern.find('|');
    if (bar == std::string_view::npos) return pattern;
    return one ? pattern.substr(0, bar) : pattern.substr(bar + 1);
}

} // namespace planc
