#include "rules/secrets.h"

#include "rules/texts.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace planc {

namespace {

/// A word that announces a secret, if a sign of assignment and something secret follow.
struct Announcement {
    std::string_view word; ///< lower case
    std::string_view kind;
    Announced announced;
};
constexpr std::array announcements{
    Announcement{"密码", "a password", Announced::password},
    Announcement{"口令", "a password", Announced::password},
    Announcement{"password", "a password", Announced::password},
    Announcement{"passwd", "a password", Announced::password},
    Announcement{"pwd", "a password", Announced::password},
    Announcement{"密钥", "a key", Announced::key},
    Announcement{"appsecret", "an app secret", Announced::key},
    Announcement{"app_secret", "an app secret", Announced::key},
    Announcement{"client_secret", "a client secret", Announced::key},
    Announcement{"secret", "a secret", Announced::key},
    Announcement{"access_key", "an access key", Announced::key},
    Announcement{"accesskey", "an access key", Announced::key},
    Announcement{"api_key", "an API key", Announced::key},
    Announcement{"apikey", "an API key", Announced::key},
    Announcement{"api key", "an API key", Announced::key},
    Announcement{"access token", "a token", Announced::key},
    Announcement{"token", "a token", Announced::key},
    Announcement{"令牌", "a token", Announced::key},
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

constexpr Openings openings{"密", "口令", "令牌", "pa", "pw", "se", "ap", "ac", "cl", "to",
                            "ak", "lt",   "gh",   "gl", "ey", "xo", "sk", "--", ":/"};

constexpr std::string_view blanks = " \t`\"'*“”「」";

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::string_view character = character_at(text, at);
        if (blanks.find(character) == std::string_view::npos) break;
        at += character.size();
    }
    return at;
}

bool is_secret_byte(char byte) {
    return is_word_byte(byte) || (byte != '\0' && std::strchr("@!#$%^&*_+-=./~?\\", byte) != nullptr);
}

// Nobody writes longer ones by hand; the beginning is enough to tell.
constexpr std::size_t longest_secret = 128;

std::size_t secret_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < longest_secret && is_secret_byte(text[end])) ++end;
    // Such signs end the sentence or the emphasis, not the secret.
    while (end > begin && std::strchr(".?*_", text[end - 1]) != nullptr) --end;
    return end;
}

// A remark may stand between the word and the sign: `密码（初始）：`.
constexpr std::size_t longest_remark = 40;

std::size_t past_remark(std::string_view text, std::size_t at) {
    for (const auto& [open, close] : {std::array{"(", ")"}, std::array{"（", "）"}}) {
        if (!text.substr(at).starts_with(open)) continue;
        const std::string_view rest = text.substr(at, longest_remark);
        const std::size_t end = rest.find(close);
        if (end != std::string_view::npos) return past_blanks(text, at + end + std::strlen(close));
    }
    return at;
}

/// Passes over blanks and one sign of assignment. Nothing if there is none.
std::optional<std::size_t> past_assignment(std::string_view text, std::size_t at) {
    at = past_remark(text, past_blanks(text, at));
    for (const std::string_view sign : {":", "：", "=>", "=", "都是", "均为", "统一为", "是", "为", "is "}) {
        if (text.substr(at).starts_with(sign)) return past_blanks(text, at + sign.size());
    }
    return std::nullopt;
}

/// Upper and lower case, digits and signs together: nothing else looks like that.
bool unmistakable(std::string_view value) {
    const auto any = [value](auto is) { return std::any_of(value.begin(), value.end(), is); };
    return any([](char byte) { return byte >= 'a' && byte <= 'z'; }) &&
           any([](char byte) { return byte >= 'A' && byte <= 'Z'; }) &&
           any([](char byte) { return byte >= '0' && byte <= '9'; }) &&
           value.find_first_of("@!#$%^&") != std::string_view::npos;
}

bool inside_a_word(std::string_view text, std::size_t at) {
    // `dbPassword` announces one, too; `compassword` does not.
    const bool lower = text[at] >= 'a' && text[at] <= 'z';
    return at > 0 && is_word_byte(text[at - 1]) && lower;
}

const Announcement* announcement_at(std::string_view text, std::size_t at) {
    if (inside_a_word(text, at)) return nullptr;
    for (const Announcement& announcement : announcements) {
        if (has_word_at(text, at, announcement.word)) return &announcement;
    }
    return nullptr;
}

std::optional<Secret> announced_at(std::string_view text, std::size_t at) {
    const Announcement* announcement = announcement_at(text, at);
    if (announcement == nullptr) return std::nullopt;
    const std::size_t after = at + announcement->word.size();
    if (const auto value = past_assignment(text, after)) {
        const std::size_t end = secret_end(text, *value);
        if (looks_secret(text.substr(*value, end - *value), announcement->announced))
            return Secret{*value, end, announcement->kind};
        return std::nullopt;
    }
    if (announcement->announced != Announced::password || after >= text.size() || text[after] != ' ')
        return std::nullopt;
    const std::size_t begin = past_blanks(text, after);
    const std::size_t end = secret_end(text, begin);
    const std::string_view value = text.substr(begin, end - begin);
    if (looks_secret(value, Announced::password) && unmistakable(value)) return Secret{begin, end, announcement->kind};
    return std::nullopt;
}

constexpr std::size_t longest_token = 512;

std::optional<Secret> shaped_at(std::string_view text, std::size_t at) {
    if (at > 0 && (is_word_byte(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '_')) return std::nullopt;
    for (const auto& [prefix, least, kind] : shapes) {
        if (!text.substr(at).starts_with(prefix)) continue;
        std::size_t end = at + prefix.size();
        while (end < text.size() && end - at < longest_token &&
               (is_word_byte(text[end]) || text[end] == '_' || text[end] == '-' || text[end] == '.'))
            ++end;
        const std::string_view rest = text.substr(at + prefix.size(), end - at - prefix.size());
        const bool mixed = rest.find_first_of("0123456789") != std::string_view::npos;
        if (rest.size() >= least && mixed) return Secret{at, end, kind};
    }
    return std::nullopt;
}

std::optional<Secret> private_key_at(std::string_view text, std::size_t at) {
    constexpr std::string_view ending = "PRIVATE KEY-----";
    const std::string_view line = text.substr(at, 64);
    if (!line.starts_with("-----BEGIN ")) return std::nullopt;
    const std::size_t end = line.find(ending);
    if (end == std::string_view::npos) return std::nullopt;
    return Secret{at, at + end + ending.size(), "a private key"};
}

/// `scheme://user:secret@host`, at the `://`.
std::optional<Secret> in_address_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("://")) return std::nullopt;
    const std::size_t stop = std::min(text.find_first_of(" \n/<>{}\"'`", at + 3), text.size());
    const std::string_view authority = text.substr(at + 3, stop - at - 3);
    const std::size_t sign = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (sign == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= sign) return std::nullopt;
    const std::string_view value = authority.substr(colon + 1, sign - colon - 1);
    if (is_stand_in(value)) return std::nullopt;
    // `user:password@host` is how such an address is explained.
    for (const std::string_view word : {"password", "passwd", "pass", "pwd", "secret", "token", "密码", "口令"}) {
        if (value.size() == word.size() && has_word_at(value, 0, word)) return std::nullopt;
    }
    return Secret{at + 3 + colon + 1, at + 3 + sign, "a password in an address"};
}

std::string_view line_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

bool is_delimiter_row(std::string_view line) {
    return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

/// The cells of a table below a heading that announces secrets. Every table is gone through once.
class Tables {
public:
    explicit Tables(std::string_view text) : text_(text), line_end_(text.find('\n')) {}

    /// `at` is where an announcement stands that nothing is assigned to; places come in rising order.
    void look_at(std::size_t at, const Announcement& announcement, std::vector<Secret>& secrets) {
        // The end of the line is searched for once a line: a long one may hold many announcements.
        while (line_end_ < at) {
            line_ = line_end_ + 1;
            line_end_ = text_.find('\n', line_);
            is_header_ = true;
            columns_ = 0;
        }
        if (line_ < end_ && columns_ == 0) return; // inside of a table
        if (!is_header_ || columns_ == most_columns) return;
        const std::string_view header = line_at(text_, line_);
        std::size_t row = line_ + header.size() + 1;
        is_header_ = header.find('|') != std::string_view::npos && row < text_.size();
        if (!is_header_) return;
        const std::string_view delimiter = line_at(text_, row);
        is_header_ = is_delimiter_row(delimiter);
        if (!is_header_) return;
        ++columns_;
        const std::string_view before = header.substr(0, at - line_);
        const auto column = std::count(before.begin(), before.end(), '|');
        for (row += delimiter.size() + 1; row < text_.size();) {
            const std::string_view line = line_at(text_, row);
            if (line.find('|') == std::string_view::npos) break;
            read_cell(row, line, column, announcement, secrets);
            row += line.size() + 1;
        }
        end_ = std::min(row, text_.size());
    }

private:
    static constexpr std::size_t most_columns = 4;

    void read_cell(std::size_t row, std::string_view line, std::ptrdiff_t column, const Announcement& announcement,
                   std::vector<Secret>& secrets) const {
        std::size_t begin = 0;
        for (; column > 0; --column) {
            const std::size_t bar = line.find('|', begin);
            if (bar == std::string_view::npos) return;
            begin = bar + 1;
        }
        begin = past_blanks(line, begin);
        const std::size_t end = secret_end(line, begin);
        // The cell holds the secret and nothing else.
        const std::size_t after = past_blanks(line, end);
        if (after < line.size() && line[after] != '|' && line[after] != '\r') return;
        if (looks_secret(line.substr(begin, end - begin), announcement.announced))
            secrets.push_back({row + begin, row + end, announcement.kind});
    }

    std::string_view text_;
    std::size_t line_end_;    ///< where the current line ends; npos for the last one
    std::size_t line_ = 0;    ///< where it begins
    bool is_header_ = true;   ///< it may be the heading of a table
    std::size_t columns_ = 0; ///< so many columns below it were read
    std::size_t end_ = 0;     ///< where the last table ends
};

} // namespace

std::vector<Secret> find_secrets(std::string_view text) {
    std::vector<Secret> secrets;
    Tables tables(text);
    for (std::size_t at = openings.next(text, 0); at < text.size();) {
        std::size_t next = at + 1;
        for (const auto find : {announced_at, shaped_at, private_key_at, in_address_at}) {
            if (const auto secret = find(text, at)) {
                secrets.push_back(*secret);
                next = secret->end;
                break;
            }
        }
        if (next == at + 1) {
            if (const Announcement* announcement = announcement_at(text, at))
                tables.look_at(at, *announcement, secrets);
        }
        at = openings.next(text, next);
    }
    std::stable_sort(secrets.begin(), secrets.end(),
                     [](const Secret& a, const Secret& b) { return a.begin < b.begin; });
    secrets.erase(
        std::unique(secrets.begin(), secrets.end(), [](const Secret& a, const Secret& b) { return b.begin < a.end; }),
        secrets.end());
    return secrets;
}

} // namespace planc
