#include "rules/list.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <optional>

namespace planc {

namespace {

struct Secret {
    std::size_t begin = 0; ///< of the secret itself
    std::size_t end = 0;
    std::string_view kind;
};

/// A word that announces a secret, if a sign of assignment and something secret follow.
struct Announcement {
    std::string_view word; ///< lower case
    std::string_view kind;
};
constexpr std::array announcements{
    Announcement{"密码", "a password"},
    Announcement{"口令", "a password"},
    Announcement{"password", "a password"},
    Announcement{"passwd", "a password"},
    Announcement{"pwd", "a password"},
    Announcement{"密钥", "a key"},
    Announcement{"appsecret", "an app secret"},
    Announcement{"app_secret", "an app secret"},
    Announcement{"client_secret", "a client secret"},
    Announcement{"secret", "a secret"},
    Announcement{"access_key", "an access key"},
    Announcement{"accesskey", "an access key"},
    Announcement{"api_key", "an API key"},
    Announcement{"apikey", "an API key"},
    Announcement{"api key", "an API key"},
    Announcement{"access token", "a token"},
    Announcement{"token", "a token"},
    Announcement{"令牌", "a token"},
};

/// Secrets that are known by their own shape.
struct Shape {
    std::string_view prefix;
    std::size_t least; ///< characters after the prefix
    std::string_view kind;
};
constexpr std::array shapes{
    Shape{"AKIA", 16, "a cloud access key"}, Shape{"LTAI", 12, "a cloud access key"},
    Shape{"ghp_", 30, "a GitHub token"},     Shape{"glpat-", 20, "a GitLab token"},
    Shape{"eyJ", 30, "a JSON web token"},    Shape{"xoxb-", 20, "a Slack token"},
    Shape{"sk-", 32, "an API key"},
};

constexpr std::size_t least_secret = 4;

constexpr std::array<bool, 256> make_starts() {
    std::array<bool, 256> starts_of_secrets{};
    for (const char byte : std::string_view{"pPsStTaA\xE5\xE4-LgexGcC:"})
        starts_of_secrets[static_cast<unsigned char>(byte)] = true;
    return starts_of_secrets;
}
constexpr std::array<bool, 256> starts = make_starts();

bool is_secret_byte(char byte) {
    return is_word_byte(byte) || (byte != '\0' && std::strchr("@!#$%^&*_+-=./~?|\\", byte) != nullptr);
}

std::size_t secret_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_secret_byte(text[at])) ++at;
    // A full stop ends the sentence, not the secret.
    while (at > 0 && (text[at - 1] == '.' || text[at - 1] == '?')) --at;
    return at;
}

/// Passes over blanks and one sign of assignment: `:`, `：`, `=`, `是`, `为`, ` is `. Nothing if there is none.
std::optional<std::size_t> past_assignment(std::string_view text, std::size_t at) {
    const auto skip_blanks = [&] {
        while (at < text.size() &&
               (text[at] == ' ' || text[at] == '`' || text[at] == '"' || text[at] == '\'' || text[at] == '*'))
            ++at;
    };
    skip_blanks();
    for (const std::string_view sign : {":", "：", "=", "是", "为", "is "}) {
        if (!text.substr(at).starts_with(sign)) continue;
        at += sign.size();
        skip_blanks();
        return at;
    }
    return std::nullopt;
}

/// A word of plain letters is prose ("password: required"); secrets mix kinds of characters or are digits.
bool looks_secret(std::string_view value) {
    if (value.size() < least_secret) return false;
    bool digit = false;
    bool letter = false;
    bool lower = false;
    bool upper = false;
    bool sign = false;
    bool varied = false;
    for (const char byte : value) {
        digit = digit || (byte >= '0' && byte <= '9');
        lower = lower || (byte >= 'a' && byte <= 'z');
        upper = upper || (byte >= 'A' && byte <= 'Z');
        sign = sign || !is_word_byte(byte);
        varied = varied || byte != value.front();
    }
    letter = lower || upper;
    if (!varied || value.front() == '$' || value.find("://") != std::string_view::npos)
        return false; // `****`, `${PASSWORD}`, a link
    return digit && (letter || sign || value.size() >= 6);
}

std::optional<Secret> announced_at(std::string_view text, std::size_t at) {
    if (at > 0 && is_word_byte(text[at]) && is_word_byte(text[at - 1]) && text[at] >= 'a')
        return std::nullopt; // inside a word
    for (const auto& [word, kind] : announcements) {
        if (!has_word_at(text, at, word)) continue;
        const auto value = past_assignment(text, at + word.size());
        if (!value) return std::nullopt;
        const std::size_t end = secret_end(text, *value);
        if (looks_secret(text.substr(*value, end - *value))) return Secret{*value, end, kind};
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Secret> shaped_at(std::string_view text, std::size_t at) {
    if (at > 0 && is_word_byte(text[at - 1])) return std::nullopt;
    for (const auto& [prefix, least, kind] : shapes) {
        if (!text.substr(at).starts_with(prefix)) continue;
        std::size_t end = at + prefix.size();
        while (end < text.size() &&
               (is_word_byte(text[end]) || text[end] == '_' || text[end] == '-' || text[end] == '.'))
            ++end;
        if (end - at - prefix.size() >= least) return Secret{at, end, kind};
    }
    return std::nullopt;
}

std::optional<Secret> private_key_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("-----BEGIN ")) return std::nullopt;
    const std::size_t end = text.find("PRIVATE KEY-----", at);
    if (end == std::string_view::npos || end - at > 40) return std::nullopt;
    return Secret{at, end + 16, "a private key"};
}

/// `scheme://user:secret@host`, at the `://`.
std::optional<Secret> in_address_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("://")) return std::nullopt;
    const std::size_t stop = std::min(text.find_first_of(" \n/<>\"'`", at + 3), text.size());
    const std::string_view authority = text.substr(at + 3, stop - at - 3);
    const std::size_t sign = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (sign == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= sign) return std::nullopt;
    const std::string_view value = authority.substr(colon + 1, sign - colon - 1);
    if (value.front() == '$' || value.front() == '*') return std::nullopt;
    return Secret{at + 3 + colon + 1, at + 3 + sign, "a password in an address"};
}

std::optional<Secret> find_secret(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!starts[static_cast<unsigned char>(text[at])]) continue;
        for (const auto find : {announced_at, shaped_at, private_key_at, in_address_at}) {
            if (auto secret = find(text, at)) return secret;
        }
    }
    return std::nullopt;
}

/// The first two characters and how many follow, so that a log does not spread the secret.
std::string masked(std::string_view secret) {
    const std::size_t shown = secret.size() > 8 ? 2 : 1;
    return fmt::format("`{}…`, {} characters", secret.substr(0, shown), secret.size());
}

void check(const Analysis& analysis, Findings& findings) {
    for_each_text(analysis.plan, [&](const Text& text) {
        std::size_t from = 0;
        while (const std::optional<Secret> secret = find_secret(text.value, from)) {
            from = secret->end;
            const std::string_view value = text.value.substr(secret->begin, secret->end - secret->begin);
            Diagnostic& finding =
                findings.add(part_of(analysis.files, text, secret->begin, secret->end),
                             fmt::format("{} stands here in clear text ({})", secret->kind, masked(value)));
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
      - {do: "Enter the test account, password: ${TEST_PASSWORD} from the vault", expect: The console opens
}
)",
    .related = "placeholder-text",
    .check = check,
}
;

} // namespace planc
