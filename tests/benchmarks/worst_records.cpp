// The record of what really happened.
#include "worst.h"

namespace planc::bench {

namespace {

std::string chain(std::size_t n) {
    return each(n, [](std::size_t i) {
        return fmt::format("  - {{id: t-{}, title: T, duration: 1h, depends_on: [{}]}}\n", i,
                           i > 0 ? fmt::format("t-{}", i - 1) : "");
    });
}

} // namespace

std::vector<Worst> worst_records() {
    return {
        {"foreign-record", "n entries, and a fingerprint",
         [](std::size_t n) {
             return whole("", one_phase("  - {id: t, title: T}\n") +
                                  "record:\n  fingerprint: \"0123456789ab\"\n  entries:\n" +
                                  each(n, [](std::size_t) { return "  - {of: t, result: failed}\n"; }));
         }},
        {"unplanned-entry", "n entries near to one of n tasks",
         [](std::size_t n) {
             return whole(
                 "", one_phase(
                         each(n, [](std::size_t i) { return fmt::format("  - {{id: task-{:06}, title: T}}\n", i); })) +
                         "record:\n  entries:\n" + each(n, [](std::size_t i) {
                             return fmt::format("  - {{of: taks-{:06}, result: done}}\n", i);
                         }));
         }},
        {"out-of-order-execution", "a chain of n, begun last first",
         [](std::size_t n) {
             return whole(
                 "", one_phase(chain(n)) + "record:\n  entries:\n" + each(n, [n](std::size_t i) {
                         return fmt::format(
                             "  - {{of: t-{}, start: 2026-03-02 10:{:02}, end: 2026-03-02 11:{:02}, result: done}}\n",
                             n - 1 - i, i * 60 / n, i * 60 / n);
                     }));
         }},
        {"out-of-order-execution", "n tries at one task",
         [](std::size_t n) {
             return whole("",
                          one_phase(chain(2)) + "record:\n  entries:\n" + each(n, [](std::size_t i) {
                              return fmt::format(
                                  "  - {{of: t-{}, start: 2026-03-02 10:00, end: 2026-03-02 11:00, result: failed}}\n",
                                  i % 2);
                          }));
         }},
        {"unauthorised-executor", "n entries by n people of another role",
         [](std::size_t n) {
             std::string ids;
             for (std::size_t i = 0; i < n; ++i) ids += fmt::format("{}p-{}", i > 0 ? ", " : "", i);
             return whole("", "people:\n  lin: {name: Lin}\n" +
                                  each(n, [](std::size_t i) { return fmt::format("  p-{}: {{name: P}}\n", i); }) +
                                  fmt::format("roles: {{r: {{title: R, people: [{}]}}}}\n", ids) +
                                  one_phase("  - {id: t, title: T, duration: 1d}\n") + "record:\n  entries:\n" +
                                  each(n, [](std::size_t i) {
                                      return fmt::format("  - {{of: t, by: p-{}, result: done}}\n", i);
                                  }));
         }},
        {"unrecorded-step", "n phases without an entry",
         [](std::size_t n) {
             return whole(", status: done",
                          "phases:\n" + each(n, [](std::size_t i) {
                              return fmt::format("- {{id: p-{}, title: P, steps: [{{do: x}}, {{do: y}}]}}\n", i);
                          }) + "record: {entries: [{of: p-0, result: done}]}\n");
         }},
    };
}

} // namespace planc::bench
