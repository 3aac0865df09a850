// Whatever a file holds, binding ends, and says where each finding is.
#include "bound.h"

#include "binding/tables.h"
#include "golden.h"

#include <random>

using namespace planc;
using namespace planc::testing;

namespace {

std::vector<std::string> seeds() {
    std::vector<std::string> texts;
    for (const auto& path : files_below(project() / "examples", ".plan.yaml")) texts.push_back(read_file(path));
    for (const auto& path : files_below(project() / "tests/plans/binding", ".plan.yaml"))
        texts.push_back(read_file(path));
    return texts;
}

/// Every key of the language, and values of every sort.
std::vector<std::string> words() {
    std::vector<std::string> words{"[]",     "{}",     "~",          "1",      "-1",   "2025-12-08", "02:00", "3d",
                                   "a + 2d", "true",   "\"\"",       "'x'",    "[[]]", "{a: b}",     "*x",    "&x y",
                                   "10%",    "1..100", "> 1 for 2m", "import", "。",   "\n",         "- ",    ": "};
    for (const Record* const record : all_records())
        for (const Field& field : record->fields) {
            words.push_back(std::string(field.key) + ": " + std::string(field.example));
            words.emplace_back(field.example);
        }
    return words;
}

template <class T>
const T& pick(const std::vector<T>& list, std::mt19937& random) {
    return list[random() % list.size()];
}

std::string mutate(std::string text, const std::vector<std::string>& words, std::mt19937& random) {
    for (auto count = 1 + random() % 6; count > 0; --count) {
        const std::size_t at = random() % (text.size() + 1);
        const std::size_t length = std::min<std::size_t>(random() % 12, text.size() - at);
        switch (random() % 4) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.replace(at, length, pick(words, random));
            break;
        case 2:
            text.insert(at, pick(words, random));
            break;
        default: {
            // A value for another: the same line up to its colon.
            const std::size_t colon = text.find(": ", at);
            if (colon == std::string::npos) break;
            const std::size_t end = std::min(text.find('\n', colon), text.size());
            text.replace(colon + 2, end - colon - 2, pick(words, random));
        }
        }
    }
    return text;
}

void check(const Bound& bound) {
    const std::size_t size = bound.files.at(0).text().size();
    for (const Diagnostic& finding : bound.findings) {
        REQUIRE(finding.span.begin <= finding.span.end);
        REQUIRE(finding.span.end <= size);
        REQUIRE_FALSE(finding.message.empty());
        CAPTURE(finding.message);
        if (finding.rule == "bad-syntax") continue; // not worded here
        REQUIRE(finding.message.find('\n') == std::string::npos);
    }
    const Plan& plan = bound.plan;
    for (std::size_t i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        REQUIRE(work.end_of_descendants > i);
        REQUIRE(work.end_of_descendants <= plan.work.size());
        REQUIRE((work.parent == no_work || work.parent < i));
        REQUIRE_FALSE(work.id.value.empty());
        REQUIRE(plan.find(work.id.value) != nullptr);
    }
    REQUIRE_FALSE(dump(plan).empty());
}

} // namespace

TEST_CASE("mutated plans bind to something whole") {
    std::mt19937 random(20251208);
    const auto texts = seeds();
    const auto parts = words();
    REQUIRE_FALSE(texts.empty());
    for (int i = 0; i < 3000; ++i) {
        const std::string text = mutate(pick(texts, random), parts, random);
        INFO(text);
        check(Bound(text));
    }
}

TEST_CASE("very many findings are still found quickly") {
    std::string text = "planc: 1\nplan: {id: demo, title: Demo}\nphases:\n";
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i)
        text += "  - {id: work-" + std::to_string(i) + ", title: T, depends_on: [wrok-" + std::to_string(i) +
                "], colour" + std::to_string(i) + ": red}\n";
    const Bound bound(text);
    CHECK(bound.findings.size() == 2 * count);
    CHECK(bound.plan.work.size() == count);
}
