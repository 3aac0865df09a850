// Texts: many of them, and long ones made of what the rules stop at.
#include "worst.h"

namespace planc::bench {

namespace {

/// One text of about 16 n bytes that repeats a few.
std::string long_text(std::size_t n, std::string_view part) {
    std::string text;
    while (text.size() < n * 16) text += part;
    return whole("", "sections:\n- title: S\n  body: '" + text + "'\n");
}

/// n such texts, with a line break in each, so that none is as in the file.
std::string many_texts(std::size_t n, std::string_view part) {
    return whole("", "sections:\n" + each(n, [part](std::size_t) {
                         return fmt::format("- {{title: S, body: \"{}\\n\"}}\n", part);
                     }));
}

/// A table in Markdown with n rows below two headings that announce a secret.
std::string table(std::size_t n) {
    return whole("", "sections:\n- title: S\n  body: |\n    | password | token | password | token | password |\n    "
                     "|---|---|---|---|---|\n" +
                         each(n, [](std::size_t i) { return fmt::format("    | a | b | c | d{} | e |\n", i); }));
}

} // namespace

std::vector<Worst> worst_texts() {
    return {
        {"unverifiable-step", "n steps",
         [](std::size_t n) {
             return whole("", "phases:\n- title: P\n  steps:\n" +
                                  each(n / 2, [](std::size_t i) { return fmt::format("  - {{do: Step {}}}\n", i); }) +
                                  "rollback:\n  steps:\n" +
                                  each(n / 2, [](std::size_t i) { return fmt::format("  - {{do: Step {}}}\n", i); }));
         }},
        {"weekday-mismatch", "one text of wrong dates", [](std::size_t n) { return long_text(n, "2026-03-02 Tue, "); }},
        {"weekday-mismatch", "one text of digits", [](std::size_t n) { return long_text(n, "2026-03-0"); }},
        {"weekday-mismatch", "n texts with a wrong date",
         [](std::size_t n) { return many_texts(n, "x 2026-03-02 Tue"); }},
        {"weekday-mismatch", "n dates without a year in Chinese",
         [](std::size_t n) { return long_text(n, "3月2日（周五）"); }},
        {"placeholder-text", "brackets that never close", [](std::size_t n) { return long_text(n, "["); }},
        {"placeholder-text", "dots of three", [](std::size_t n) { return long_text(n, "…"); }},
        {"placeholder-text", "dots between letters", [](std::size_t n) { return long_text(n, "a..."); }},
        {"placeholder-text", "wide lines", [](std::size_t n) { return long_text(n, "＿＿＿a"); }},
        {"placeholder-text", "instructions that never close", [](std::size_t n) { return long_text(n, "[your "); }},
        {"placeholder-text", "words in code", [](std::size_t n) { return long_text(n, "`tbd` "); }},
        {"placeholder-text", "blanks around words", [](std::size_t n) { return long_text(n, "tbd          a "); }},
        {"placeholder-text", "n texts with one", [](std::size_t n) { return many_texts(n, "TBD: xxx"); }},
        {"garbled-text", "cited pieces of lost texts", [](std::size_t n) { return long_text(n, "「锟斤拷」"); }},
        {"garbled-text", "letters that may be misread", [](std::size_t n) { return long_text(n, "Ãé é"); }},
        {"garbled-text", "a misread text in code", [](std::size_t n) { return long_text(n, "`Ã©Ã©Ã©`"); }},
        {"garbled-text", "n texts with one", [](std::size_t n) { return many_texts(n, "a\\u0007b"); }},
        {"plaintext-secret", "announcements of nothing", [](std::size_t n) { return long_text(n, "password "); }},
        {"plaintext-secret", "announcements in brackets", [](std::size_t n) { return long_text(n, "password("); }},
        {"plaintext-secret", "one text of secrets", [](std::size_t n) { return long_text(n, "password: Aq3!xyzW "); }},
        {"plaintext-secret", "addresses that never end", [](std::size_t n) { return long_text(n, "://a:b"); }},
        {"plaintext-secret", "signs at the end", [](std::size_t n) { return long_text(n, "token=****????...."); }},
        {"plaintext-secret", "shapes in a row", [](std::size_t n) { return long_text(n, " eyJ-sk-ghp_"); }},
        {"plaintext-secret", "a table of n rows", table},
        {"plaintext-secret", "n texts with one", [](std::size_t n) { return many_texts(n, "password: Aq3!xyzW"); }},
        {"bad-version", "n versions",
         [](std::size_t n) {
             return whole(", release: 1.0.0", "versions:\n" + each(n, [](std::size_t i) {
                                                  return fmt::format("- {{version: v1.{}}}\n", i);
                                              }));
         }},
        {"bad-version", "one version of n parts",
         [](std::size_t n) {
             std::string parts = "1.0.0-a";
             for (std::size_t i = 0; i < n; ++i) parts += ".v1.1";
             return whole(", release: " + parts, "versions: [{version: " + parts + "}]\n");
         }},
        {"status-conflict", "n groups that are done, with an open part",
         [](std::size_t n) {
             return whole("", "phases:\n" + each(n, [](std::size_t i) {
                                  return fmt::format(
                                      "- {{id: p-{}, title: P, status: done, tasks: [{{title: T, status: active}}]}}\n",
                                      i);
                              }));
         }},
        {"status-conflict", "one statement n times, ticked and open",
         [](std::size_t n) {
             return whole("", "checklists:\n" + each(n, [](std::size_t i) {
                                  return fmt::format(
                                      "- {{title: L {}, items: [{{check: Ready, done: {}, due: 2026-03-{:02}}}]}}\n", i,
                                      i % 2 == 0, 1 + i % 28);
                              }));
         }},
        {"empty-section", "n tasks with nothing in them, beside one",
         [](std::size_t n) {
             return whole("", one_phase("  - {title: T, duration: 1d}\n" + each(n, [](std::size_t i) {
                                            return fmt::format("  - {{id: t-{}, title: T}}\n", i);
                                        })));
         }},
        {"empty-section", "n stages that reach nobody, n lists of nothing",
         [](std::size_t n) {
             return whole(
                 "", "rollout:\n- {title: S, percent: 1}\n" +
                         each(n / 2, [](std::size_t) { return "- {title: S, duration: 1h}\n"; }) + "checklists:\n" +
                         each(n / 2, [](std::size_t i) { return fmt::format("- {{title: L {}, items: []}}\n", i); }));
         }},
        {"empty-section", "one task with a long text of colons",
         [](std::size_t n) {
             return whole("", one_phase("  - {title: T, duration: 1d}\n  - title: '" + std::string(n * 8, ':') +
                                        std::string(n * 8, '[') + "'\n"));
         }},
    };
}

} // namespace planc::bench
