// People, their times and their signatures.
#include "worst.h"

namespace planc::bench {

namespace {

std::string people(std::size_t n, std::string_view keys) {
    return "people:\n" + each(n, [keys](std::size_t i) { return fmt::format("  p-{}: {{name: P{}}}\n", i, keys); });
}

/// `p-0` to `p-(n - 1)`.
std::string ids(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += fmt::format("{}p-{}", i > 0 ? ", " : "", i);
    return text;
}

std::string date(std::size_t i) {
    return fmt::format("{:04}-{:02}-{:02}", 1990 + i / 168 % 1000, 1 + i / 14 % 12, 1 + i % 14 * 2);
}

} // namespace

std::vector<Worst> worst_people() {
    return {
        {"missing-owner", "n tasks and n lists without one",
         [](std::size_t n) {
             return whole(
                 "",
                 "phases:\n" +
                     each(n / 2,
                          [](std::size_t i) { return fmt::format("- {{id: p-{}, title: P, duration: 1d}}\n", i); }) +
                     "checklists:\n" +
                     each(n / 2, [](std::size_t i) { return fmt::format("- {{title: L {}, items: [x]}}\n", i); }));
         }},
        {"vague-owner", "n decisions by one role of n people",
         [](std::size_t n) {
             return whole("", people(n / 2, "") +
                                  fmt::format("roles: {{r: {{title: R, people: [{}]}}}}\n", ids(n / 2)) +
                                  "contingencies:\n" + each(n / 2, [](std::size_t i) {
                                      return fmt::format("- {{title: C {}, actions: [x], decided_by: r}}\n", i);
                                  }));
         }},
        {"unstaffed-role", "n roles that own n tasks",
         [](std::size_t n) {
             return whole("", "roles:\n" + each(n, [](std::size_t i) {
                                  return fmt::format("  r-{}: {{title: R}}\n", i);
                              }) + one_phase(each(n, [](std::size_t i) {
                                  return fmt::format("  - {{title: T, owner: r-{}, duration: 1d}}\n", i);
                              })));
         }},
        {"absent-owner", "n phases of one who is away n times",
         [](std::size_t n) {
             std::string away;
             for (std::size_t i = 0; i < n; ++i) away += (i > 0 ? ", " : "") + date(i);
             return whole("", fmt::format("people: {{lin: {{name: Lin, away: [{}]}}}}\nphases:\n", away) +
                                  each(n, [](std::size_t i) {
                                      return fmt::format("- {{title: P, owner: lin, start: {}, duration: 1d}}\n",
                                                         date(i));
                                  }));
         }},
        {"absent-owner", "n phases of a role of 32 who are away n times",
         [](std::size_t n) {
             return whole("", "people:\n" +
                                  each(32,
                                       [n](std::size_t p) {
                                           std::string away;
                                           for (std::size_t i = 0; i < n / 32; ++i)
                                               away += (i > 0 ? ", " : "") + date(i);
                                           return fmt::format("  p-{}: {{name: P, away: [{}]}}\n", p, away);
                                       }) +
                                  fmt::format("roles: {{r: {{title: R, people: [{}]}}}}\nphases:\n", ids(31)) +
                                  each(n, [n](std::size_t i) {
                                      return fmt::format("- {{title: P, owner: r, start: {}, duration: 1d}}\n",
                                                         date(i % (n / 32)));
                                  }));
         }},
        {"double-booked", "n tasks of one person at one time",
         [](std::size_t n) {
             return whole("", std::string(lin) + one_phase(each(n, [](std::size_t i) {
                                  return fmt::format("  - {{title: T, start: 2026-03-02 10:{:02}, duration: 2h}}\n",
                                                     i % 60);
                              })));
         }},
        {"missing-contact", "n people who sign, n roles that roll back",
         [](std::size_t n) {
             return whole(
                 "", people(n / 2, "") + "roles:\n" +
                         each(n / 2,
                              [](std::size_t i) {
                                  return fmt::format("  r-{0}: {{title: R, people: [p-{0}, p-0]}}\n", i);
                              }) +
                         "rollback:\n  steps:\n" +
                         each(n / 2,
                              [](std::size_t i) { return fmt::format("  - {{do: x, expect: x, owner: r-{}}}\n", i); }) +
                         fmt::format("sign_off: {{approved_by: [{}]}}\n", ids(n / 2)));
         }},
        {"shared-contact", "n people with one telephone and one address",
         [](std::size_t n) { return whole("", people(n, ", phone: \"+86 10 5550 0101\", email: all@example.com")); }},
        {"missing-approval", "n phases of an approved plan",
         [](std::size_t n) {
             return whole(", status: approved",
                          "phases:\n" + each(n, [](std::size_t) { return "- {title: P, duration: 1d}\n"; }));
         }},
        {"self-approval", "n people who prepare, review and approve",
         [](std::size_t n) {
             return whole(
                 "", people(n, "") +
                         fmt::format("sign_off:\n  prepared_by: [{0}]\n  reviewed_by: [{0}]\n  approved_by: [{0}]\n",
                                     ids(n)));
         }},
        {"late-approval", "n changes after n phases have begun",
         [](std::size_t n) {
             return whole(
                 ", status: approved",
                 "phases:\n" +
                     each(n / 2, [](std::size_t) { return "- {title: P, start: 2020-03-02, duration: 1d}\n"; }) +
                     "changes:\n" +
                     each(n / 2,
                          [](std::size_t i) {
                              return fmt::format("- {{revision: \"1.{}\", date: 2026-04-01, changes: x}}\n", i);
                          }) +
                     "sign_off: {approved_by: [], date: 2026-04-01}\n");
         }},
    };
}

} // namespace planc::bench
