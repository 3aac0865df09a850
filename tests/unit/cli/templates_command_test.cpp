// Listing, exporting and checking templates.
#include "run_on.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace planc;
using namespace planc::testing;

TEST_CASE("every template says what it is for, and one's own are marked") {
    MemoryHost host;
    host.files["look/theme.css"] = ":root {\n  --accent: #8a1538;\n}\n";
    const Run run = run_on(host, {"templates", "list", "--templates", "look"});
    REQUIRE(run.code == exit_clean);
    std::istringstream lines(run.output);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        INFO(line);
        CHECK(line.find("taken in by nothing") == std::string::npos);
        CHECK((line.find("(your own)") != std::string::npos) == line.starts_with("theme.css "));
    }
    CHECK(count > 30);
}

TEST_CASE("exported templates are the built-in ones, and make the same documents") {
    MemoryHost host;
    host.files["shop.plan.yaml"] = "planc: 1\nplan: {id: shop-2.0, title: Shop 2.0}\nphases: []\n";
    REQUIRE(run_on(host, {"templates", "export", "look"}).code == exit_clean);
    CHECK(host.files.count("look/plan.md.mustache") == 1);
    CHECK(host.files.count("look/theme.css") == 1);
    CHECK(run_on(host, {"templates", "check", "look"}).code == exit_clean);
    REQUIRE(run_on(host, {"build", "--fail-on", "never", "--out", "a", "shop.plan.yaml"}).code == exit_clean);
    REQUIRE(run_on(host, {"build", "--fail-on", "never", "--out", "b", "--templates", "look", "shop.plan.yaml"}).code ==
            exit_clean);
    CHECK(host.files["a/shop-2.0/plan.md"] == host.files["b/shop-2.0/plan.md"]);
}

TEST_CASE("an export never writes over what was changed, and writes all or nothing") {
    MemoryHost host;
    host.files["look/theme.css"] = ":root { --accent: #8a1538; }\n";
    const Run run = run_on(host, {"templates", "export", "look"});
    CHECK(run.code == exit_usage);
    CHECK(run.error.find("look/theme.css is there already") != std::string::npos);
    CHECK(host.files.size() == 1);
    CHECK(run_on(host, {"templates", "export", "look", "plan.md.mustache"}).code == exit_clean);
    const Run wrong = run_on(host, {"templates", "export", "look", "plam.md.mustache"});
    CHECK(wrong.code == exit_usage);
    CHECK(wrong.error.find("did you mean `plan.md.mustache`?") != std::string::npos);
}

TEST_CASE("a mistake in a template is told with its place") {
    MemoryHost host;
    host.files["look/plan.md.mustache"] = "# {{plan.titel}}\n";
    const Run run = run_on(host, {"templates", "check", "look"});
    CHECK(run.code == exit_findings);
    CHECK(run.error.find("look/plan.md.mustache:1:3") != std::string::npos);
    CHECK(run.error.find("did you mean `plan.title`?") != std::string::npos);
}

TEST_CASE("a logo has to be a picture of a sensible size") {
    MemoryHost host;
    const std::string picture("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x20", 24);
    host.files["look/logo.png"] = picture;
    CHECK(run_on(host, {"templates", "check", "look"}).code == exit_clean);

    host.files["look/logo.png"] = "GIF89a";
    Run run = run_on(host, {"templates", "check", "look"});
    CHECK(run.code == exit_findings);
    CHECK(run.error.find("look/logo.png: it is no PNG picture") != std::string::npos);

    host.files["look/logo.png"] = picture;
    host.files["look/logo.png"][18] = '\x27';
    run = run_on(host, {"templates", "check", "look"});
    CHECK(run.error.find("it has 10048 × 32 pixels; a logo has at most 4000 a side") != std::string::npos);

    host.files["look/logo.png"] = picture + std::string(50U << 20U, 'x');
    run = run_on(host, {"templates", "check", "look"});
    CHECK(run.error.find("it has 50 MiB") != std::string::npos);
}

TEST_CASE("a file that nothing asks for is told") {
    MemoryHost host;
    host.files["look/themes.css"] = ":root {}\n";
    const Run run = run_on(host, {"templates", "check", "look"});
    CHECK(run.code == exit_findings);
    CHECK(run.error.find("did you mean `theme.css`?") != std::string::npos);
}
