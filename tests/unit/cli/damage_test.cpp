// Damaged plans go the whole way from bytes to documents: an answer every time, and the same one twice.
#include "cli/run.h"
#include "golden.h"
#include "host/memory_host.h"
#include "paper.h"

#include <random>

using namespace planc;
using namespace planc::testing;

namespace {

/// Exchanges, repeats, removes or overwrites a few pieces of a text.
std::string damaged(std::string text, std::mt19937& random) {
    static const std::vector<std::string> pieces{":",          "- ",    "\n",  "\t",           "\"",           "[",
                                                 "{",          "&a ",   "*a",  "<<: ",         "\xEF\xBC\x9A", "\xFF",
                                                 "2026-02-30", "24:00", "-3d", "99999999999d", "null",         "|\n"};
    for (unsigned times = 1 + random() % 4; times > 0 && text.size() > 40; --times) {
        const std::size_t at = random() % text.size();
        const std::size_t length = std::min<std::size_t>(1 + random() % 40, text.size() - at);
        switch (random() % 4) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, text.substr(random() % (text.size() - length), length));
            break;
        case 2:
            text.insert(at, pieces[random() % pieces.size()]);
            break;
        default:
            text.replace(at, 1, pieces[random() % pieces.size()]);
            break;
        }
    }
    return text;
}

std::string answer(const std::string& text) {
    MemoryHost host;
    give_paper(host);
    host.files["damaged.plan.yaml"] = text;
    const int code =
        run({"build", "--draft", "damaged.plan.yaml", "--out", "out", "--format", "json", "-j", "1"}, host);
    CHECK((code == exit_clean || code == exit_findings));
    std::string all = host.output + host.error_output;
    for (const auto& [name, document] : host.files) all += name + document;
    return all;
}

} // namespace

TEST_CASE("damaged plans are answered, and the same way every time") {
    std::mt19937 random(20261121);
    for (const auto& path : files_below(project() / "examples", ".plan.yaml")) {
        const std::string whole = read_file(path);
        for (int i = 0; i < 30; ++i) {
            const std::string text = damaged(whole, random);
            INFO(path << " damaged, number " << i);
            const std::string said = answer(text);
            if (i % 10 == 0) CHECK(answer(text) == said);
        }
    }
}

TEST_CASE("damaged configurations and baselines are answered") {
    std::mt19937 random(20261122);
    const std::string plan = read_file(project() / "tests/configurations/shop.plan.txt");
    for (const char* whole : {"tests/configurations/everything.yaml", "tests/fixes/baseline.txt"}) {
        for (int i = 0; i < 400; ++i) {
            const std::string text = damaged(read_file(project() / whole), random);
            INFO(text);
            MemoryHost host;
            host.files = {{"shop.plan.yaml", plan}, {".planc.yaml", text}, {"known.yaml", text}};
            for (const std::vector<std::string>& arguments :
                 {std::vector<std::string>{"check"}, {"config"}, {"check", "--baseline", "known.yaml"}}) {
                const int code = run(arguments, host);
                CHECK((code == exit_clean || code == exit_findings));
            }
        }
    }
}
