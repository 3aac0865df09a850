#include "rules/list.h"
#include "rules/secrets.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

// So many secrets of one text are pointed at exactly; one that holds more is pointed at as a whole.
constexpr std::size_t most_places = 8;

/// The first one or two characters and how many there are, so that a log does not spread the secret.
std::string masked(std::string_view secret) {
    const std::size_t shown = secret.size() > 8 ? 2 : 1;
    return fmt::format("`{}…`, {} characters", secret.substr(0, shown), secret.size());
}

void check(const Analysis& analysis, Findings& findings) {
    for_each_text(analysis.plan, [&](const Text& text) {
        const std::vector<Secret> secrets = find_secrets(text.value);
        for (std::size_t i = 0; i < secrets.size(); ++i) {
            const Secret& secret = secrets[i];
            const std::string_view value = text.value.substr(secret.begin, secret.end - secret.begin);
            const Span place = i < most_places ? part_of(analysis.files, text, secret.begin, secret.end) : text.span;
            Diagnostic& finding =
                findings.add(place, fmt::format("{} stands here in clear text ({})", secret.kind, masked(value)));
            finding.notes.push_back(
                "whoever can read the plan, its history or its documents has it; change it as well");
            finding.help = "say where it is kept, or write the name of a variable: `${TEST_PASSWORD}`";
        }
    });
}

} // namespace

const Rule rules::plaintext_secret{
    .name = "plaintext-secret",
    .group = "Content",
    .severity = Severity::error,
    .finds = "passwords, tokens, keys and private keys in any text.",
    .why = "A plan is mailed, printed and kept in a repository for years. Every copy of it opens the door.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - title: Review
    steps:
      - {do: "Enter the test account, password: Hello@4321", expect: The console opens}
)",
    .mend = "Change the secret, and say where it is kept: a vault, a variable such as `${TEST_PASSWORD}`, a person.",
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
