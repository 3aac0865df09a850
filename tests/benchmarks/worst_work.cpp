// Dependencies and dates.
#include "worst.h"

namespace planc::bench {

namespace {

std::string tasks(std::string_view header, std::size_t n, std::string_view keys) {
    return whole(header, std::string(lin) + one_phase(each(n, [keys](std::size_t i) {
                             return fmt::format("  - {{id: t-{}, title: T, {}}}\n", i, keys);
                         })));
}

/// n phases rather than n tasks in one: what is told once a phase is told of each.
std::string phases(std::string_view header, const std::string& before, std::size_t n, std::string_view keys) {
    return whole(header, std::string(lin) + before + "phases:\n" + each(n, [keys](std::size_t i) {
                             return fmt::format("- {{id: p-{}, title: P, owner: lin, {}}}\n", i, keys);
                         }));
}

/// n tasks, each of which waits for the `many` before it.
std::string chains(std::size_t n, std::size_t many, std::string_view keys) {
    return whole(", start: 2026-03-02", std::string(lin) + one_phase(each(n, [=](std::size_t i) {
                                            std::string before;
                                            for (std::size_t k = 1; k <= many && k <= i; ++k)
                                                before += fmt::format("{}t-{}", k > 1 ? ", " : "", i - k);
                                            return fmt::format("  - {{id: t-{}, title: T, {}, depends_on: [{}]}}\n", i,
                                                               keys, before);
                                        })));
}

/// One task that waits for n others, which wait for one another.
std::string fan(std::size_t n) {
    std::string all;
    for (std::size_t i = 0; i < n; ++i) all += fmt::format("{}t-{}", i > 0 ? ", " : "", i);
    return whole(", start: 2026-03-02",
                 one_phase(each(n,
                                [](std::size_t i) {
                                    return fmt::format("  - {{id: t-{}, title: T, duration: 1h{}}}\n", i,
                                                       i > 0 ? fmt::format(", depends_on: t-{}", i - 1) : "");
                                }) +
                           fmt::format("  - {{id: last, title: T, duration: 1h, depends_on: [{}]}}\n", all)));
}

/// Groups in groups, as deep as can be, with n tasks at the bottom that lie outside all of them.
std::string deep(std::size_t n) {
    std::string text = "phases:\n";
    std::string indent;
    for (int depth = 0; depth < 28; ++depth) {
        text += fmt::format("{0}- id: g-{1}\n{0}  title: G\n{0}  start: 2026-03-02\n{0}  end: 2026-03-03\n{0}  "
                            "tasks:\n",
                            indent, depth);
        indent += "  ";
    }
    text += each(n, [&](std::size_t i) {
        return fmt::format("{}- {{id: t-{}, title: T, start: 2026-02-02, end: 2026-04-01}}\n", indent, i);
    });
    return whole(", owner: lin", std::string(lin) + text);
}

} // namespace

std::vector<Worst> worst_work() {
    return {
        {"dependency-cycle", "n / 2 circles of two",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [](std::size_t i) {
                              return fmt::format("  - {{id: t-{}, title: T, duration: 1d, depends_on: t-{}}}\n", i,
                                                 i ^ 1);
                          })));
         }},
        {"dependency-cycle", "one circle of n",
         [](std::size_t n) {
             return whole("", one_phase(each(n, [n](std::size_t i) {
                              return fmt::format("  - {{id: t-{}, title: T, duration: 1d, depends_on: t-{}}}\n", i,
                                                 (i + 1) % n);
                          })));
         }},
        {"early-start", "n tasks before the eight they wait for",
         [](std::size_t n) { return chains(n, 8, "start: 2026-03-02, duration: 5d"); }},
        {"same-day-handoff", "n tasks on the day on which eight end",
         [](std::size_t n) { return chains(n, 8, "start: 2026-03-02, duration: 1d"); }},
        {"redundant-dependency", "n tasks that wait for the eight before",
         [](std::size_t n) { return chains(n, 8, "duration: 1h"); }},
        {"redundant-dependency", "one that waits for n in a chain", fan},
        {"isolated-work", "n phases, of which a third stands alone",
         [](std::size_t n) {
             return whole("", "phases:\n" + each(n, [](std::size_t i) {
                                  const bool tied = i % 3 != 0;
                                  return fmt::format("- {{id: p-{}, title: P, duration: 1d{}}}\n", i,
                                                     tied ? fmt::format(", depends_on: p-{}", i ^ 3) : "");
                              }));
         }},
        {"done-before-dependency", "n tasks that are done before eight others",
         [](std::size_t n) { return chains(n, 8, "duration: 1h, status: active"); }},
        {"reversed-span", "n tasks that end before they start",
         [](std::size_t n) { return tasks("", n, "start: 2026-03-05, end: 2026-03-02"); }},
        {"duration-mismatch", "n tasks of another length",
         [](std::size_t n) { return tasks("", n, "start: 2026-03-02, end: 2026-03-05, duration: 9wd"); }},
        {"outside-parent", "n tasks outside groups 28 deep", deep},
        {"outside-parent", "n phases outside the window",
         [](std::size_t n) {
             return phases(", start: 2026-03-02, end: 2026-03-03", "", n, "start: 2026-02-02, end: 2026-04-02");
         }},
        {"missed-milestone", "n milestones before what they wait for",
         [](std::size_t n) {
             return whole(", start: 2026-03-02",
                          one_phase("  - {id: a, title: A, duration: 9d}\n  - {id: b, title: B, duration: 9d}\n") +
                              "milestones:\n" + each(n, [](std::size_t i) {
                                  return fmt::format("- {{id: m-{}, title: M, date: 2026-03-03, depends_on: [a, b]}}\n",
                                                     i);
                              }));
         }},
        {"late-deadline", "n items due after n pieces of work they gate",
         [](std::size_t n) {
             std::string gates;
             for (std::size_t i = 0; i < n / 2; ++i) gates += fmt::format("{}t-{}", i > 0 ? ", " : "", i);
             return tasks(", date: 2026-04-01", n / 2, "start: 2026-03-02, duration: 1d") +
                    "checklists:\n- title: List\n  owner: lin\n  gates: [" + gates + "]\n  items:\n" +
                    each(n / 2,
                         [](std::size_t i) { return fmt::format("  - {{check: Item {}, due: 2026-05-01}}\n", i); });
         }},
        {"late-deadline", "n notices before the plan was written",
         [](std::size_t n) {
             return whole(", date: 2026-04-01", "notices:\n" + each(n, [](std::size_t i) {
                                                    return fmt::format("- {{title: N {}, to: [All], at: 2026-03-01}}\n",
                                                                       i);
                                                }));
         }},
        {"unfit-estimate", "n tasks far longer than estimated",
         [](std::size_t n) { return tasks("", n, "start: 2026-03-02, duration: 30wd, estimate: 1wd..2wd"); }},
        {"freeze-violation", "n phases, n freezes around one another",
         [](std::size_t n) {
             return phases("",
                           "calendar:\n  freezes:\n" +
                               each(n,
                                    [](std::size_t i) {
                                        return fmt::format(
                                            "  - {{title: F, start: 20{:02}-01-01, end: 2{:03}-12-31}}\n", i % 26,
                                            100 + i % 800);
                                    }),
                           n, "start: 2026-03-02, duration: 9d");
         }},
        {"freeze-violation", "n tasks over n short freezes",
         [](std::size_t n) {
             return phases("",
                           "calendar:\n  freezes:\n" +
                               each(n,
                                    [](std::size_t i) {
                                        const std::string day = fmt::format("{:04}-{:02}-{:02}", 1990 + i / 336 % 100,
                                                                            1 + i / 28 % 12, 1 + i % 28);
                                        return fmt::format("  - {{title: F, start: {0} 10:00, end: {0} 11:00}}\n", day);
                                    }),
                           n, "start: 1990-01-01 12:00, end: 2100-01-01 12:00");
         }},
        {"non-working-day", "n phases on n holidays",
         [](std::size_t n) {
             return phases("",
                           "calendar:\n  holidays:\n" +
                               each(n,
                                    [](std::size_t i) {
                                        return fmt::format("  - {{dates: 20{:02}-01-01 .. 2{:03}-12-31, title: H}}\n",
                                                           i % 26, 100 + i % 800);
                                    }),
                           n, "start: 2026-03-07, duration: 9d");
         }},
        {"unknown-holidays", "one set of holidays n times",
         [](std::size_t n) {
             std::string sets;
             for (std::size_t i = 0; i < n; ++i) sets += i > 0 ? ", china-mainland" : "china-mainland";
             return phases("", "calendar: {public_holidays: [" + sets + "]}\n", 1, "start: 2031-03-03, duration: 1d");
         }},
        {"after-hours", "n phases at night, owned by one of n roles",
         [](std::size_t n) {
             return whole(
                 "",
                 fmt::format("people: {{lin: {{name: Lin, title: \"{}\"}}}}\ncalendar: {{hours: 09:00 .. "
                             "18:00}}\nroles:\n",
                             std::string(n * 20, 'o')) +
                     each(n, [](std::size_t i) { return fmt::format("  r-{}: {{title: R, people: [lin]}}\n", i); }) +
                     "phases:\n" + each(n, [](std::size_t i) {
                         return fmt::format("- {{title: P, owner: r-{}, start: 2026-03-02 22:00, "
                                            "duration: 2h}}\n",
                                            i);
                     }));
         }},
        {"stale-status", "n tasks that ended before today",
         [](std::size_t n) { return tasks("", n, "start: 2026-03-02, duration: 1d, status: planned"); }},
        {"undated-anchor", "n times counted from nothing",
         [](std::size_t n) {
             return phases(", anchor: kickoff", "milestones: [{id: kickoff, title: K}]\n", n,
                           "start: T+3d, duration: 1d") +
                    "- {title: P, start: 2026-03-02, duration: 1d}\n";
         }},
    };
}

} // namespace planc::bench
