// What the stages before the rules find: there is as much wrong as there are things.
#include "worst.h"

namespace planc::bench {

std::vector<Worst> worst_structure() {
    return {
        {"bad-syntax", "n tags",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t) { return "  - {title: !x T, duration: 1d}\n"; })));
         }},
        {"duplicate-key", "one key n times",
         [](std::size_t n) { return whole("", each(n, [](std::size_t) { return "phases: []\n"; })); }},
        {"unknown-key", "n tasks with a key near to a known one",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t i) {
                              return fmt::format("  - {{title: Task {}, duraton: 1d}}\n", i);
                          })));
         }},
        {"unknown-key", "n unknown keys in one mapping",
         [](std::size_t n) {
             return whole("", each(n, [](std::size_t i) { return fmt::format("phase{}: []\n", i); }));
         }},
        {"wrong-type", "n titles that are lists",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t) { return "  - {title: [a, b], duration: 1d}\n"; })));
         }},
        {"missing-key", "n tasks without a title",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t) { return "  - {duration: 1d}\n"; })));
         }},
        {"bad-value", "n durations that are none",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t i) {
                              return fmt::format("  - {{title: T, duration: soon-{}, start: 2026-02-30}}\n", i);
                          })));
         }},
        {"duplicate-id", "one id n times",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t) { return "  - {id: same, title: T}\n"; })));
         }},
        {"duplicate-id", "n ids made from one as long as they are many",
         [](std::size_t n) {
             return whole("", fmt::format("phases:\n- id: {}\n  title: P\n  tasks:\n", std::string(n * 16, 'a')) +
                                  each(n, [](std::size_t) { return "  - {title: T, steps: [{do: x}]}\n"; }));
         }},
        {"unknown-reference", "n owners near to one of n people",
         [](std::size_t n) {
             return whole("", "people:\n" + each(n, [](std::size_t i) {
                                  return fmt::format("  person-{:06}: {{name: P}}\n", i);
                              }) + one_phase(each(n, [](std::size_t i) {
                                  return fmt::format("  - {{title: T, duration: 1d, owner: persson-{:06}}}\n", i);
                              })));
         }},
        {"unknown-reference", "n dependencies near to one of n tasks",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t i) {
                              return fmt::format("  - {{id: task-{:06}, title: T, depends_on: taks-{:06}}}\n", i, i);
                          })));
         }},
        {"unused-declaration", "n people, roles, metrics and freezes",
         [](std::size_t n) {
             const auto list = [n](std::string_view key, std::string_view value) {
                 return fmt::format("{}:\n", key) +
                        each(n / 4, [&](std::size_t i) { return fmt::format("  {}-{}: {}\n", key, i, value); });
             };
             return whole(", start: 2026-03-02",
                          list("people", "{name: P}") + list("roles", "{title: R}") + list("metrics", "{title: M}") +
                              "calendar:\n  freezes:\n" +
                              each(n / 4,
                                   [](std::size_t i) {
                                       return fmt::format("  - {{title: F, start: {}-05-01, end: {}-05-03}}\n",
                                                          2030 + i % 50, 2030 + i % 50);
                                   }) +
                              one_phase("  - {title: T, duration: 1d}\n"));
         }},
    };
}

} // namespace planc::bench
