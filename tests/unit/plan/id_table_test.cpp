// The table of ids against the standard one.
#include "plan/id_table.h"

#include <catch2/catch.hpp>
#include <deque>
#include <random>
#include <string>
#include <unordered_map>

using namespace planc;

TEST_CASE("the table of ids finds what was added, and nothing else") {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::deque<std::string> texts;
        std::unordered_map<std::string_view, int> expected;
        IdTable<int> table;
        if (round % 2 == 0) table.reserve(random() % 300);
        for (int i = 0; i < 2000; ++i) {
            const std::string_view id = texts.emplace_back("task-" + std::to_string(random() % 1500));
            CHECK(table.contains(id) == expected.contains(id));
            const bool added = expected.try_emplace(id, i).second;
            const auto [entry, is_new] = table.try_emplace(id, i);
            CHECK(is_new == added);
            CHECK(entry->first == id);
            CHECK(entry->second == expected.at(id));
        }
        CHECK(table.size() == expected.size());
        for (const auto& [id, value] : expected) {
            REQUIRE(table.find(id) != nullptr);
            CHECK(table.find(id)->second == value);
        }
        table["one more"] = 7;
        CHECK(table["one more"] == 7);
        CHECK(table.find("nothing") == nullptr);
    }
    CHECK(IdTable<int>().find("a") == nullptr);
}
