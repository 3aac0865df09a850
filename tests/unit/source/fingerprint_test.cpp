// The fingerprint names exactly these sources.
#include "source/fingerprint.h"

#include <catch2/catch.hpp>

namespace planc {
namespace {

std::string fingerprint_of(const std::vector<std::string>& texts) {
    Files files;
    for (const std::string& text : texts) files.add("any name", text);
    return fingerprint(files);
}

// The expected digits are those of another SHA-256, over each text and its length as eight bytes, least first.
TEST_CASE("the fingerprint is the SHA-256 of the texts and their lengths") {
    CHECK(fingerprint_of({}) == "e3b0c44298fc");
    CHECK(fingerprint_of({"planc: 1\n"}) == "f9752926fc14");
    CHECK(fingerprint_of({"a", "b"}) == "94d51f90e8b4");
    CHECK(fingerprint_of({"ab"}) == "87eadf225685");
    CHECK(fingerprint_of({""}) == "af5570f5a181");
}

TEST_CASE("where one file ends and the next begins makes a difference") {
    CHECK(fingerprint_of({"ab", "c"}) != fingerprint_of({"a", "bc"}));
    CHECK(fingerprint_of({"a", "b"}) != fingerprint_of({"b", "a"}));
}

} // namespace
} // namespace planc

TEST_CASE("hashes and bytes are written in base64") {
    CHECK(planc::hash_in_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK(planc::base64("") == "");
    CHECK(planc::base64("a") == "YQ==");
    CHECK(planc::base64(std::string_view("\0\xFF", 2)) == "AP8=");
}
