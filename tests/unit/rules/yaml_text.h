// A document to be changed in places and then written as YAML in varying notation.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A text, a list or a mapping; of an empty one the kind it is given.
struct Yaml {
    enum class Kind { text, list, mapping };

    Yaml(std::string value = {}) : text(std::move(value)) {}
    Yaml(const char* value) : text(value) {}
    static Yaml list(std::vector<Yaml> items = {});
    static Yaml mapping(std::vector<std::pair<std::string, Yaml>> keys = {});

    /// The value of a key; it is made where it is not there.
    Yaml& operator[](std::string_view key);
    const Yaml* find(std::string_view key) const;
    void erase(std::string_view key);
    /// The mapping in here, however deep, whose `id` this is, or which is the value of this key; null if there is none.
    Yaml* with_id(std::string_view id);

    Kind kind = Kind::text;
    std::string text;
    std::vector<Yaml> items;
    std::vector<std::pair<std::string, Yaml>> keys;
};

/// In block and flow style, quoted in one way or another.
std::string written(const Yaml& plan, std::mt19937& random);
