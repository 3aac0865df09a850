// A signed sheet and the plans it may belong to.
#include "run_on.h"

#include <catch2/catch.hpp>

using namespace planc;
using namespace planc::testing;

namespace {

const std::string plan = "planc: 1\nplan: {id: shop-2.0, title: Shop 2.0}\nphases: []\n";

/// What the plan's sign-off sheet says.
std::string printed_fingerprint(MemoryHost& host) {
    const Run built = run_on(host, {"build", "shop.plan.yaml", "--out", "out", "--fail-on", "never"});
    REQUIRE(built.code == exit_clean);
    const std::string& sheet = host.files["out/shop-2.0/signoff.md"];
    const std::size_t at = sheet.find("| `");
    REQUIRE(at != std::string::npos);
    return sheet.substr(at + 3, 12);
}

} // namespace

TEST_CASE("a sheet belongs to the plan it was made from, however its digits are typed") {
    MemoryHost host;
    host.files["shop.plan.yaml"] = plan;
    const std::string digits = printed_fingerprint(host);
    CHECK(run_on(host, {"verify", digits, "shop.plan.yaml"}).code == exit_clean);

    std::string typed = digits.substr(0, 4) + "-" + digits.substr(4, 4) + " " + digits.substr(8);
    for (char& c : typed) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c == '0' ? 'O' : c;
    const Run run = run_on(host, {"verify", typed, "."});
    CHECK(run.code == exit_clean);
    CHECK(run.output.find("shop.plan.yaml: " + digits) == 0);
}

TEST_CASE("a sheet of a changed plan is told from it, and a mistyped digit is shown") {
    MemoryHost host;
    host.files["shop.plan.yaml"] = plan;
    const std::string digits = printed_fingerprint(host);
    host.files["shop.plan.yaml"] += "# looked at again\n";
    Run run = run_on(host, {"verify", digits, "shop.plan.yaml"});
    CHECK(run.code == exit_findings);
    CHECK(run.output.find("made from other sources") != std::string::npos);

    host.files["shop.plan.yaml"] = plan;
    std::string mistyped = digits;
    mistyped[5] = mistyped[5] == '7' ? '8' : '7';
    run = run_on(host, {"verify", mistyped, "shop.plan.yaml"});
    CHECK(run.code == exit_findings);
    CHECK(run.output.find("did you mean `" + digits + "`?") != std::string::npos);
}

TEST_CASE("a record that grows does not change what was signed") {
    MemoryHost host;
    host.files["shop.plan.yaml"] = plan;
    const std::string digits = printed_fingerprint(host);
    host.files["shop.plan.yaml"] = "include: night.yaml\n" + plan;
    host.files["night.yaml"] = "record: {outcome: success}\n";
    host.files["out/shop-2.0/signoff.md"].clear();
    const std::string with_record = printed_fingerprint(host);
    host.files["night.yaml"] = "record: {outcome: failed}\n";
    CHECK(with_record != digits);
    CHECK(run_on(host, {"verify", with_record, "shop.plan.yaml"}).code == exit_clean);
}

TEST_CASE("what is no fingerprint, and a plan that is not there, are wrong use") {
    MemoryHost host;
    host.files["shop.plan.yaml"] = plan;
    Run run = run_on(host, {"verify", "shop.plan.yaml"});
    CHECK(run.code == exit_usage);
    CHECK(run.error.find("is no fingerprint") != std::string::npos);
    CHECK(run_on(host, {"verify", "0123456789ab", "shap.plan.yaml"}).code == exit_usage);
    CHECK(run_on(host, {"verify"}).code == exit_usage);
}
