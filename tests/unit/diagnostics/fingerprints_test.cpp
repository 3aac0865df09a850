// What findings are recognised by: unique, and the same whatever order they come in.
#include "diagnostics/finding_fingerprints.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

namespace planc {
namespace {

Diagnostic finding(std::uint32_t file, std::uint32_t begin, const std::string& place, const std::string& message) {
    Diagnostic made;
    made.rule = "vague-owner";
    made.span = {file, begin, begin + 3};
    made.place = place;
    made.message = message;
    return made;
}

std::map<std::string, std::string> by_message(const Diagnostics& findings, const std::vector<std::string>& paths) {
    const std::vector<std::string> fingerprints = fingerprints_of(findings, paths);
    std::map<std::string, std::string> found;
    for (std::size_t i = 0; i < findings.size(); ++i) found[findings[i].message] = fingerprints[i];
    return found;
}

TEST_CASE("findings that are alike are told apart, and which is which does not depend on their order") {
    const std::vector<std::string> paths{"a.yaml", "b.yaml"};
    Diagnostics findings{finding(0, 5, "x/y", "1"), finding(0, 5, "x/y", "2"), finding(0, 9, "x/y", "3"),
                         finding(1, 5, "x/y", "4"), finding(0, 5, "x", "5"),   finding(0, 5, "", "6"),
                         finding(0, 7, "", "7")};
    const auto first = by_message(findings, paths);
    std::set<std::string> unlike;
    for (const auto& [message, fingerprint] : first) {
        CHECK(fingerprint.size() == 64);
        unlike.insert(fingerprint);
    }
    CHECK(unlike.size() == findings.size());
    std::reverse(findings.begin(), findings.end());
    CHECK(by_message(findings, paths) == first);
}

TEST_CASE("bytes and words do not count where nothing is alike") {
    const std::vector<std::string> paths{"a.yaml"};
    CHECK(fingerprints_of({finding(0, 5, "x/y", "3 days")}, paths) ==
          fingerprints_of({finding(0, 99, "x/y", "4 days")}, paths));
}

} // namespace
} // namespace planc
