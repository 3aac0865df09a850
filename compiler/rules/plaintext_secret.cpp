#include "rules/list.h"
#include "rules/secrets.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

// So many secrets of one text are pointed at exactly; one that holds more is pointed at as a whole.
constexpr std::size_t most_places = 8;

void report(const Analysis& analysis, const Text& text, const Secret& secret, bool exact, Findings& findings) {
    const std::string_view value = text.value.substr(secret.begin, secret.end - secret.begin);
    const std::string_view line = value.substr(0, value.find('\n'));
    const auto place_of = [&](std::size_t end) {
        return exact ? part_of(analysis.files, text, secret.begin, end) : text.span;
    };
    // Every private key begins with the same line.
    const std::string which =
        value.starts_with("-----")
            ? std::string{}
            : fmt::format(" (`{}…`, {} characters)", value.substr(0, shown_of_secret(value.size())), value.size());
    Diagnostic& finding = findings.add(place_of(secret.begin + line.size()),
                                       fmt::format("{} stands here in clear text{}", secret.kind, which));
    finding.notes.push_back("whoever can read the plan, its history or its documents has it; change it as well");
    finding.help = "say where it is kept, or write the name of a variable: `${TEST_PASSWORD}`";
    finding.masked.push_back(place_of(secret.end));
}

/// A text that says by itself what it holds.
void check_text(const Analysis& analysis, const Text& text, Findings& findings) {
    const std::vector<Secret> secrets = find_secrets(text.value);
    for (std::size_t i = 0; i < secrets.size(); ++i) report(analysis, text, secrets[i], i < most_places, findings);
}

/// A text that another one says about what it holds.
void check_cell(const Analysis& analysis, const Text& heading, const Text& cell, Findings& findings) {
    if (looked_at_before(analysis.plan, cell.span)) return;
    const std::optional<Secret> secret = secret_in_cell(heading.value, cell.value);
    // What says so itself has been told.
    if (secret && find_secrets(cell.value).empty()) report(analysis, cell, *secret, true, findings);
}

void check_matrix(const Analysis& analysis, const Matrix& matrix, Findings& findings) {
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
        const Text& heading = matrix.columns[column];
        // One look at the heading tells for most columns that no cell needs any.
        if (!secret_in_cell(heading.value, "Test@1234")) continue;
        for (const std::vector<Text>& row : matrix.rows)
            if (column < row.size()) check_cell(analysis, heading, row[column], findings);
    }
    for (const std::vector<Text>& row : matrix.rows)
        for (std::size_t i = 1; i < row.size(); ++i) check_cell(analysis, row[i - 1], row[i], findings);
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for_each_text(plan, [&](const Text& text) { check_text(analysis, text, findings); });
    for (const Matrix& matrix : plan.matrices) check_matrix(analysis, matrix, findings);
    for (const Attachment& one : plan.attachments) {
        for (const Text* heading : {&one.title, &one.kind})
            for (const Text* text : {&one.location, &one.notes}) check_cell(analysis, *heading, *text, findings);
    }
    for (const Environment& one : plan.environments)
        for (const Text* text : {&one.address, &one.notes}) check_cell(analysis, one.title, *text, findings);
}

} // namespace

const Rule rules::plaintext_secret{
    .name = "plaintext-secret",
    .group = "Content",
    .severity = Severity::error,
    .finds =
        "passwords, tokens, keys and private keys in any text: behind a word that announces them, in tables, commands, "
        "headers and addresses, or by the shape that the keys of well-known services have.",
    .why = "A plan is mailed, printed and kept in a repository for years. Every copy of it opens the door.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - title: Review
    steps:
      - {do: "Enter the test account, password: Hello@4321", expect: The console opens}
)",
    .mend =
        "Change the secret, and say where it is kept: a vault, a variable such as `${TEST_PASSWORD}`, a person. What "
        "once stood in the plan stays in its history. Variables, stand-ins (`***`, `<password>`), digests, ids and "
        "plain words are taken for no secrets; so a password that is a plain word, or Chinese, is not seen. No finding "
        "shows a secret: it is masked in the lines and names shown. `--diff` prints the plan's own lines as they are.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - title: Review
    steps:
      - {do: "Enter the test account, password: ${TEST_PASSWORD} from the vault", expect: The console opens}
)",
    .related = "placeholder-text",
    .check = check,
};

} // namespace planc
