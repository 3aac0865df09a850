#include "yaml_text.h"

#include <algorithm>

Yaml Yaml::list(std::vector<Yaml> items) {
    Yaml made;
    made.kind = Kind::list;
    made.items = std::move(items);
    return made;
}

Yaml Yaml::mapping(std::vector<std::pair<std::string, Yaml>> keys) {
    Yaml made;
    made.kind = Kind::mapping;
    made.keys = std::move(keys);
    return made;
}

Yaml& Yaml::operator[](std::string_view key) {
    kind = Kind::mapping;
    for (auto& [name, value] : keys)
        if (name == key) return value;
    return keys.emplace_back(std::string(key), Yaml()).second;
}

const Yaml* Yaml::find(std::string_view key) const {
    for (const auto& [name, value] : keys)
        if (name == key) return &value;
    return nullptr;
}

void Yaml::erase(std::string_view key) {
    keys.erase(std::remove_if(keys.begin(), keys.end(), [&](const auto& pair) { return pair.first == key; }),
               keys.end());
}

Yaml* Yaml::with_id(std::string_view id) {
    if (const Yaml* own = find("id"); own != nullptr && own->text == id) return this;
    for (auto& [name, value] : keys) {
        if (name == id && value.kind == Kind::mapping) return &value;
        if (Yaml* found = value.with_id(id)) return found;
    }
    for (Yaml& item : items)
        if (Yaml* found = item.with_id(id)) return found;
    return nullptr;
}

namespace {

class Writer {
public:
    explicit Writer(std::mt19937& random) : random_(random) {}

    std::string write(const Yaml& plan) {
        out_ = "planc: 1\n";
        block_mapping(plan, "", true);
        return std::move(out_);
    }

private:
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

    /// True for what needs no quotes: it reads as a text, and nothing in it means something to YAML.
    static bool is_plain(const std::string& text) {
        if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
        if (std::string_view("-?:,[]{}#&*!|>'\"%@`<=+").find(text.front()) != std::string_view::npos) return false;
        if (text.find_first_of(",[]{}\n\"") != std::string::npos) return false;
        return text.find(": ") == std::string::npos && text.find(" #") == std::string::npos && text.back() != ':';
    }

    void scalar(const std::string& text) {
        // Numbers are no texts.
        if (!text.empty() && text.find_first_not_of("0123456789.") == std::string::npos) {
            out_ += text;
            return;
        }
        const int style = below(6);
        // Plain where it is possible: dates, numbers, flags and ids are mostly written so.
        if (is_plain(text) && style > 1) {
            out_ += text;
            return;
        }
        if (style == 0 && text.find('\n') == std::string::npos) {
            out_ += '\'';
            for (const char byte : text) out_.append(byte == '\'' ? 2 : 1, byte);
            out_ += '\'';
            return;
        }
        out_ += '"';
        for (const char byte : text) {
            if (byte == '\n') {
                out_ += "\\n";
                continue;
            }
            if (byte == '"' || byte == '\\') out_ += '\\';
            out_ += byte;
        }
        out_ += '"';
    }

    void flow(const Yaml& value) {
        if (value.kind == Yaml::Kind::text) {
            // Numbers and flags are no texts in quotes.
            if (value.text == "true" || value.text == "false") {
                out_ += value.text;
                return;
            }
            scalar(value.text);
        } else if (value.kind == Yaml::Kind::list) {
            out_ += '[';
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                if (i > 0) out_ += ", ";
                flow(value.items[i]);
            }
            out_ += ']';
        } else {
            out_ += '{';
            bool first = true;
            for (const auto& [key, one] : value.keys) {
                if (!first) out_ += ", ";
                first = false;
                out_ += key + ": ";
                flow(one);
            }
            out_ += '}';
        }
    }

    /// What has lists of mappings in it is large.
    static bool is_large(const Yaml& value) {
        for (const Yaml& item : value.items)
            if (item.kind == Yaml::Kind::mapping) return true;
        for (const auto& [key, one] : value.keys)
            if (one.kind != Yaml::Kind::text && is_large(one)) return true;
        return false;
    }

    void value_of_key(const Yaml& value, const std::string& indent, bool top) {
        const bool empty = value.items.empty() && value.keys.empty();
        if (value.kind == Yaml::Kind::text || empty || (!top && !is_large(value) && below(3) > 0)) {
            out_ += ' ';
            flow(value);
            out_ += '\n';
        } else if (value.kind == Yaml::Kind::list) {
            out_ += '\n';
            block_list(value, indent + (below(2) == 0 ? "" : "  "));
        } else {
            out_ += '\n';
            block_mapping(value, indent + "  ", true);
        }
    }

    void block_mapping(const Yaml& value, const std::string& indent, bool indent_first) {
        for (const auto& [key, one] : value.keys) {
            if (indent_first) out_ += indent;
            indent_first = true;
            out_ += key + ":";
            value_of_key(one, indent, indent.empty());
        }
    }

    void block_list(const Yaml& value, const std::string& indent) {
        for (const Yaml& item : value.items) {
            out_ += indent + "- ";
            if (item.kind == Yaml::Kind::mapping && !item.keys.empty() && (is_large(item) || below(2) == 0)) {
                block_mapping(item, indent + "  ", false);
            } else {
                flow(item);
                out_ += '\n';
            }
        }
    }

    std::mt19937& random_;
    std::string out_;
};

} // namespace

std::string written(const Yaml& plan, std::mt19937& random) { return Writer(random).write(plan); }
