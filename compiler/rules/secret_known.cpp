// Secrets that are known by their own shape: keys of known makers, private keys, what stands in addresses.
#include "rules/secret_parts.h"
#include "rules/texts.h"

#include <algorithm>
#include <array>

namespace planc {

namespace {

struct Shape {
    std::string_view prefix;
    std::size_t least; ///< characters after the prefix
    std::string_view kind;
};
constexpr std::array shapes{
    Shape{"AKIA", 16, "a cloud access key"},
    Shape{"ASIA", 16, "a cloud access key"},
    Shape{"LTAI", 12, "a cloud access key"},
    Shape{"AKID", 28, "a cloud access key"},
    Shape{"AIza", 30, "a cloud API key"},
    Shape{"ghp_", 30, "a GitHub token"},
    Shape{"gho_", 30, "a GitHub token"},
    Shape{"ghu_", 30, "a GitHub token"},
    Shape{"ghs_", 30, "a GitHub token"},
    Shape{"ghr_", 30, "a GitHub token"},
    Shape{"github_pat_", 30, "a GitHub token"},
    Shape{"glpat-", 20, "a GitLab token"},
    Shape{"xoxb-", 20, "a Slack token"},
    Shape{"xoxp-", 20, "a Slack token"},
    Shape{"xoxa-", 20, "a Slack token"},
    Shape{"xoxr-", 20, "a Slack token"},
    Shape{"xoxs-", 20, "a Slack token"},
    Shape{"xapp-", 20, "a Slack token"},
    Shape{"sk_live_", 16, "a payment key"},
    Shape{"sk_test_", 16, "a payment key"},
    Shape{"rk_live_", 16, "a payment key"},
    Shape{"whsec_", 20, "a webhook secret"},
    Shape{"npm_", 30, "a registry token"},
    Shape{"pypi-", 40, "a registry token"},
    Shape{"hf_", 30, "an API token"},
    Shape{"SG.", 40, "an API key"},
    Shape{"sk-", 20, "an API key"},
    Shape{"eyJ", 30, "a JSON web token"},
};

constexpr std::size_t judged_of_token = 512;
constexpr std::size_t longest_key = 16384;
constexpr std::size_t least_unbroken = 16;

/// So many letters and digits in a row, of both sorts: `sk-learn-pipeline-of-2026` is made of words.
bool has_unbroken_mixture(std::string_view text) {
    std::size_t length = 0;
    bool digits = false;
    bool letters = false;
    for (const char byte : text) {
        if (!is_word_byte(byte)) {
            length = 0;
            digits = letters = false;
            continue;
        }
        ++length;
        (byte >= '0' && byte <= '9' ? digits : letters) = true;
        if (length >= least_unbroken && digits && letters) return true;
    }
    return false;
}

// `user:password@host` is how such an address is explained.
bool is_explanation(std::string_view value) {
    constexpr std::array<std::string_view, 11> words{"password", "passwd", "pass", "pwd",  "pw",           "secret",
                                                     "token",    "密码",   "口令", "user", "your-password"};
    return std::any_of(words.begin(), words.end(), [value](std::string_view word) {
        return value.size() == word.size() && has_word_at(value, 0, word);
    });
}

// Whoever knows these addresses can write into the group.
constexpr std::array<std::string_view, 4> webhooks{
    "hooks.slack.com/services/",
    "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", "open.feishu.cn/open-apis/bot/v2/hook/",
    "open.larksuite.com/open-apis/bot/v2/hook/"};

/// Over the lines of base64 below the first line of a key, and what is said of it (`Proc-Type: 4,ENCRYPTED`).
std::size_t past_key_lines(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 4> headers{"Proc-Type: ", "DEK-Info: ", "Version: ", "Comment: "};
    std::size_t last = at;
    for (bool first = true; at < text.size(); first = false) {
        const std::size_t line_end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, line_end - at);
        while (!line.empty() && std::string_view(" \t\r\"'").find(line.back()) != std::string_view::npos)
            line.remove_suffix(1);
        std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
        // In quotes the key may be written on one line.
        if (first && line.substr(begin).starts_with("\\n")) begin += 2;
        const std::size_t odd =
            std::min(line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=", begin),
                     line.size());
        const std::size_t length = line.size() - begin;
        // A word of prose is no line of a key.
        const bool encoded = odd == line.size() && (length >= least_unbroken || length % 4 == 0 || line.back() == '=');
        const bool header = std::any_of(headers.begin(), headers.end(),
                                        [=](std::string_view one) { return line.substr(begin).starts_with(one); });
        const bool one_line = first && odd - begin >= least_unbroken;
        if (!one_line && !encoded && !header) break;
        if (begin != line.size()) last = at + line.size();
        at = line_end + 1;
    }
    return last;
}

std::optional<Secret> webhook_at(std::string_view text, std::size_t begin) {
    for (const std::string_view webhook : webhooks) {
        if (!text.substr(begin).starts_with(webhook)) continue;
        const std::size_t first = begin + webhook.size();
        const std::size_t end = secret_end(text, first);
        const std::string_view value = text.substr(first, end - first);
        const bool digits = value.find_first_of("0123456789") != std::string_view::npos;
        if (value.size() < 20 || !digits || is_stand_in(value)) return std::nullopt;
        return Secret{first, whole_end(text, first, end), "the key of a webhook"};
    }
    return std::nullopt;
}

} // namespace

std::optional<Secret> shaped_at(std::string_view text, std::size_t at) {
    if (at > 0 && (is_word_byte(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '_')) return std::nullopt;
    for (const auto& [prefix, least, kind] : shapes) {
        if (!text.substr(at).starts_with(prefix)) continue;
        const auto run_from = [&text = text](std::size_t from, std::size_t stop) {
            while (from < stop &&
                   (is_word_byte(text[from]) || text[from] == '_' || text[from] == '-' || text[from] == '.'))
                ++from;
            return from;
        };
        // The beginning is enough to tell.
        std::size_t end = run_from(at + prefix.size(), std::min(text.size(), at + judged_of_token));
        while (end > at && text[end - 1] == '.') --end;
        const std::string_view rest = text.substr(at + prefix.size(), end - at - prefix.size());
        const bool mixed = prefix.size() == 3 ? has_unbroken_mixture(rest)
                                              : rest.find_first_of("0123456789") != std::string_view::npos;
        if (rest.size() < least || !mixed || is_stand_in(rest)) return std::nullopt;
        end = run_from(end, text.size());
        while (end > at && text[end - 1] == '.') --end;
        return Secret{at, end, kind};
    }
    return std::nullopt;
}

std::optional<Secret> private_key_at(std::string_view text, std::size_t at) {
    const std::string_view line = text.substr(at, 64);
    if (!line.starts_with("-----BEGIN ")) return std::nullopt;
    for (const std::string_view ending : {"PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"}) {
        const std::size_t end = line.find(ending);
        if (end == std::string_view::npos) continue;
        const std::size_t begin_key = at + end + ending.size();
        const std::size_t closing = text.substr(begin_key, longest_key).find(ending);
        const std::size_t last =
            closing == std::string_view::npos ? past_key_lines(text, begin_key) : begin_key + closing + ending.size();
        return Secret{at, last, "a private key"};
    }
    return std::nullopt;
}

std::optional<Secret> in_address_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("://")) return std::nullopt;
    if (auto webhook = webhook_at(text, at + 3)) return webhook;
    const std::size_t stop = std::min(text.find_first_of(" \n/<>{}\"'`", at + 3), text.size());
    const std::string_view authority = text.substr(at + 3, stop - at - 3);
    const std::size_t sign = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (sign == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= sign) return std::nullopt;
    const std::string_view value = authority.substr(colon + 1, sign - colon - 1);
    if (is_stand_in(value) || is_explanation(value)) return std::nullopt;
    return Secret{at + 3 + colon + 1, at + 3 + sign, "a password in an address"};
}

std::optional<Secret> in_source_name_at(std::string_view text, std::size_t at) {
    if (text[at] != '@') return std::nullopt;
    const std::string_view host = text.substr(at + 1, 16);
    const std::size_t number_end = std::min(host.find_first_not_of("0123456789."), host.size());
    const std::string_view number = host.substr(0, number_end);
    if (!host.starts_with("tcp(") && !host.starts_with("localhost") &&
        std::count(number.begin(), number.end(), '.') < 3)
        return std::nullopt;
    constexpr std::size_t longest_way_back = 80;
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_way_back && static_cast<unsigned char>(text[begin - 1]) < 0x80 &&
           std::string_view(" \t\n\"'`/").find(text[begin - 1]) == std::string_view::npos)
        --begin;
    const std::string_view pair = text.substr(begin, at - begin);
    const std::size_t colon = pair.find(':');
    if (colon == std::string_view::npos || colon == 0 || begin + colon + 1 == at) return std::nullopt;
    const std::string_view value = pair.substr(colon + 1);
    if (is_explanation(value) || !looks_secret(value, Announced::password)) return std::nullopt;
    return Secret{begin + colon + 1, at, "a password in an address"};
}

} // namespace planc
