// The suggested name is the one a brute search finds.
#include "diagnostics/suggestion.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace planc {
namespace {

/// The textbook table of optimal string alignment, in bytes: words here are ASCII.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

std::string plain(std::string word) {
    for (char& c : word) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return word;
}

std::string_view nearest_slowly(const std::string& word, const std::vector<std::string>& candidates) {
    std::string_view best;
    std::size_t best_distance = 1000;
    for (const std::string& candidate : candidates) {
        const std::size_t longer = std::max(word.size(), candidate.size());
        const std::size_t found = distance(plain(word), plain(candidate));
        if (found > std::max<std::size_t>(1, longer / 3) || (longer < 2 && found > 0)) continue;
        if (found >= best_distance) continue;
        best = candidate;
        best_distance = found;
    }
    return best;
}

std::string random_word(std::mt19937& random) {
    constexpr std::string_view letters = "abcAB-_";
    std::string word;
    for (std::size_t length = random() % 12; length > 0; --length) word += letters[random() % letters.size()];
    return word;
}

TEST_CASE("the nearest name is the one that a brute search finds") {
    std::mt19937 random(6);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::string> names;
        for (std::size_t count = random() % 8; count > 0; --count) names.push_back(random_word(random));
        const std::vector<std::string_view> candidates(names.begin(), names.end());
        const std::string word = random_word(random);
        const std::string_view fast = nearest(word, candidates);
        const std::string_view slow = nearest_slowly(word, names);
        if (fast != slow) FAIL("for `" << word << "`: `" << fast << "` instead of `" << slow << "`");
    }
}

TEST_CASE("slips of the hand are recognised") {
    const std::vector<std::string_view> keys = {"owner", "depends_on", "duration", "start", "end", "percent"};
    CHECK(did_you_mean("onwer", keys) == "did you mean `owner`?");
    CHECK(did_you_mean("depends-on", keys) == "did you mean `depends_on`?");
    CHECK(did_you_mean("dependsOn", keys) == "did you mean `depends_on`?");
    CHECK(did_you_mean("ｅｎｄ", keys) == "did you mean `end`?");
    CHECK(did_you_mean("Duration", keys) == "did you mean `duration`?");
    CHECK(did_you_mean("percentage", keys) == "did you mean `percent`?");
    CHECK(did_you_mean("colour", keys).empty());
    CHECK(did_you_mean("", keys).empty());
    CHECK(did_you_mean("owner", {}).empty());
}

TEST_CASE("Chinese names are compared by characters") {
    const std::vector<std::string_view> names = {"运维", "测试负责人", "开发负责人"};
    CHECK(nearest("开发负责", names) == "开发负责人");
    CHECK(nearest("测试负债人", names) == "测试负责人");
    CHECK(nearest("产品", names).empty());
    CHECK(nearest("甲", {"乙"}).empty());
}

TEST_CASE("of two equally near names the first is meant") {
    CHECK(nearest("cat", {"bat", "hat"}) == "bat");
    CHECK(nearest("cat", {"hat", "bat"}) == "hat");
}

TEST_CASE("words that are no names have no nearest one") {
    const std::string endless(100'000, 'a');
    const std::string other = endless + "b";
    CHECK(nearest(endless, {other}).empty());
    CHECK(nearest("\xFF\xFE", {"\xFF\xFD"}) == "\xFF\xFD");
}

} // namespace
} // namespace planc
