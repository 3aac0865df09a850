// Secrets behind a word that announces them: `密码：…`, `API_KEY=…`, `the password is …`.
#include "rules/secret_parts.h"
#include "rules/texts.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace planc {

namespace {

constexpr std::array announcements{
    Announcement{"密码", "a password", Announced::password},
    Announcement{"口令", "a password", Announced::password},
    Announcement{"password", "a password", Announced::password},
    Announcement{"passwd", "a password", Announced::password},
    Announcement{"passcode", "a password", Announced::password},
    Announcement{"passphrase", "a password", Announced::password},
    Announcement{"pwd", "a password", Announced::password},
    Announcement{"密钥", "a key", Announced::key},
    Announcement{"秘钥", "a key", Announced::key},
    Announcement{"私钥", "a key", Announced::key},
    Announcement{"令牌", "a token", Announced::key},
    Announcement{"app_secret", "an app secret", Announced::key},
    Announcement{"client_secret", "a client secret", Announced::key},
    Announcement{"secret_access_key", "an access key", Announced::key},
    Announcement{"secret_key", "a secret key", Announced::key},
    Announcement{"secret", "a secret", Announced::key},
    Announcement{"access_key_secret", "an access key", Announced::key},
    Announcement{"access_key", "an access key", Announced::key},
    Announcement{"access_token", "a token", Announced::key},
    Announcement{"api_key", "an API key", Announced::key},
    Announcement{"private_key", "a key", Announced::key},
    Announcement{"encryption_key", "a key", Announced::key},
    Announcement{"token", "a token", Announced::key},
    Announcement{"凭证", "a credential", Announced::vague},
    Announcement{"凭据", "a credential", Announced::vague},
    Announcement{"credentials", "a credential", Announced::vague},
    Announcement{"credential", "a credential", Announced::vague},
    Announcement{"bearer", "a token", Announced::vague},
    Announcement{"auth", "a credential", Announced::vague},
    Announcement{"key", "a key", Announced::vague},
    Announcement{"ak", "an access key", Announced::vague},
    Announcement{"sk", "a secret key", Announced::vague},
};
// `DB_PASS=…`; by itself the word says many things.
constexpr Announcement suffix{"_pass", "a password", Announced::password};

constexpr std::string_view blanks = " \t`\"'*“”「」【】　";

bool one_of(std::string_view character, std::string_view signs) {
    return !character.empty() && signs.find(character) != std::string_view::npos;
}

/// Where the word ends that begins at `at`; npos if another one stands there.
std::size_t word_end(std::string_view text, std::size_t at, std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '_') {
            if (at < text.size() && std::strchr(" -_", text[at]) != nullptr) ++at;
            continue;
        }
        if (!has_word_at(text, at, word.substr(i, 1))) return std::string_view::npos;
        ++at;
    }
    return at;
}

bool inside_a_word(std::string_view text, std::size_t at) {
    // `dbPassword` announces one, too; `compassword` does not.
    const bool lower = text[at] >= 'a' && text[at] <= 'z';
    return at > 0 && is_word_byte(text[at - 1]) && lower;
}

bool is_secret_byte(char byte) {
    return is_word_byte(byte) || (byte != '\0' && std::strchr("@!#$%^&*_+-=./~?\\", byte) != nullptr);
}

// Nobody writes longer ones by hand; the beginning is enough to tell.
constexpr std::size_t longest_secret = 128;
constexpr std::size_t longest_remark = 40;

/// What stands between the word and what is announced.
struct Assignment {
    std::size_t end = 0;
    bool certain = false; ///< a sign, and no mere blank or word that says much else
};

/// Passes over blanks and one sign of assignment. Nothing if there is none.
std::optional<Assignment> past_assignment(std::string_view text, std::size_t at) {
    // `密码2：`
    for (int digits = 0; digits < 2 && at < text.size() && text[at] >= '0' && text[at] <= '9'; ++digits) ++at;
    std::size_t behind = past_remark(text, past_blanks(text, at));
    for (const std::string_view all : {"统一", "都", "均", "已", "现"}) {
        if (text.substr(behind).starts_with(all)) behind += all.size();
    }
    for (const std::string_view sign :
         {"默认为", "默认是", "改为", "设为", "设置为", "重置为", "是", "为", ":=",  ":",   "：",
          "=>",     "=",      "＝",   "is:",  "改成",   "设成",   "->", "→",  "is ", "was "}) {
        if (!text.substr(behind).starts_with(sign)) continue;
        const std::size_t end = past_blanks(text, behind + sign.size());
        if (is_word_byte(sign.front()) || sign.size() < 3 || !one_of(character_at(text, end), ":："))
            return Assignment{end, true};
        return Assignment{past_blanks(text, end + character_at(text, end).size()), true};
    }
    for (const std::string_view sign : {"默认", "填写", "输入", "使用", "填", "用", "to ", "- "}) {
        if (text.substr(behind).starts_with(sign)) return Assignment{past_blanks(text, behind + sign.size()), false};
    }
    if (at < text.size() && text[at] == ' ') return Assignment{past_blanks(text, at), false};
    // `密码admin123`
    const bool touches = at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0x80 && at < text.size();
    if (touches && is_word_byte(text[at])) return Assignment{at, false};
    return std::nullopt;
}

constexpr std::size_t longest_way_back = 60;

/// What stands before `at` on its line, as far as it matters.
std::string_view line_before(std::string_view text, std::size_t at) {
    const std::size_t reach = std::min(at, longest_way_back);
    std::string_view before = text.substr(at - reach, reach);
    const std::size_t line_break = before.rfind('\n');
    if (line_break != std::string_view::npos) before.remove_prefix(line_break + 1);
    return before;
}

constexpr std::array<std::string_view, 4> given{"初始", "默认", "临时", "统一"};

constexpr std::array<std::string_view, 8> account_words{"账号",   "帐号",    "账户", "帐户",
                                                        "用户名", "account", "user", "login"};

/// True where an account was named before, and the value has more than one digit.
bool completes_account(std::string_view text, std::string_view value) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t digit = value.find_first_of(digits);
    if (digit == std::string_view::npos || value.find_first_of(digits, digit + 1) == std::string_view::npos)
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const std::string_view word : account_words) {
            if (has_word_at(text, at, word)) return true;
        }
    }
    return false;
}

/// `账号/密码`, `用户名和密码`, `账号密码`: two things are announced.
bool announces_pair(std::string_view text, std::size_t at) {
    std::string_view before = line_before(text, at);
    for (const std::string_view joint : {" ", "/", "／", "、", "和", "与", "及", "+", "&", " ", "and", " "}) {
        if (before.ends_with(joint)) before.remove_suffix(joint.size());
    }
    return std::any_of(account_words.begin(), account_words.end(), [before](std::string_view word) {
        return before.size() >= word.size() && has_word_at(before, before.size() - word.size(), word);
    });
}

/// `admin / Test@1234`: the second of two words.
std::optional<Secret> second_of_pair(std::string_view text, std::size_t begin, std::size_t end, std::string_view kind) {
    const std::string_view first = text.substr(begin, end - begin);
    if (first.empty()) return std::nullopt;
    std::size_t at = past_blanks(text, end);
    if (one_of(character_at(text, at), "/／、,，:：|")) at = past_blanks(text, at + character_at(text, at).size());
    if (text.substr(at).starts_with("密码") || at == end) return std::nullopt;
    const std::size_t second_end = secret_end(text, at);
    if (!looks_secret(text.substr(at, second_end - at), Announced::password)) return std::nullopt;
    return Secret{at, second_end, kind};
}

/// `初始密码 Abc12345`: one that somebody gave.
bool is_given(std::string_view text, std::size_t at) {
    const std::string_view before = line_before(text, at);
    return std::any_of(given.begin(), given.end(), [before](std::string_view word) { return before.ends_with(word); });
}

bool is_telephone(std::string_view value) {
    return value.size() == 11 && value.front() == '1' &&
           value.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `getToken1()`, `config["db1"]`: code that fetches it; but not `Test@1234(5678)`.
bool is_fetched(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view value = text.substr(begin, end - begin);
    if (!std::all_of(value.begin(), value.end(),
                     [](char byte) { return is_word_byte(byte) || byte == '_' || byte == '.' || byte == '$'; }))
        return false;
    if (end + 1 >= text.size() || (text[end] != '(' && text[end] != '[')) return false;
    return is_word_byte(text[end + 1]) || std::strchr(")'\"$", text[end + 1]) != nullptr;
}

/// Over `,2026;Zz` and `(5678)` behind a password that they seem to belong to; but not over `,timeout=30`.
std::size_t past_tail(std::string_view text, std::size_t end) {
    while (end + 1 < text.size() && (text[end] == ',' || text[end] == ';' || text[end] == '(')) {
        const std::size_t last = secret_end(text, end + 1);
        const bool named = last < text.size() && (text[last] == ':' || text[last] == '(');
        if (last == end + 1 || named || text.substr(end + 1, last - end - 1).find('=') != std::string_view::npos) break;
        const bool closed = last < text.size() && text[last] == ')';
        if (text[end] == '(' && !closed) break;
        end = text[end] == '(' ? last + 1 : last;
    }
    return end;
}

/// Over further pairs: `a1/Test@1234，b1/Test@5678`.
std::size_t past_pairs(std::string_view text, std::size_t end) {
    for (;;) {
        const std::size_t at = past_blanks(text, end);
        const std::string_view sign = character_at(text, at);
        if (!one_of(sign, "，,、；;")) return end;
        const std::size_t begin = past_blanks(text, at + sign.size());
        const std::size_t last = secret_end(text, begin);
        const std::string_view pair = text.substr(begin, last - begin);
        const std::size_t slash = pair.find('/');
        if (slash == std::string_view::npos || !looks_strong(pair.substr(slash + 1))) return end;
        end = whole_end(text, begin, last);
    }
}

/// `DB_PASSWORD= DB_HOST=10.0.0.1`, `PASSWORD="" PORT=6379`: nothing was assigned.
bool is_left_empty(std::string_view between, std::string_view value) {
    if (between.find("\"\" ") != std::string_view::npos || between.find("'' ") != std::string_view::npos) return true;
    if (!between.starts_with("= ")) return false;
    std::size_t name = 0;
    while (name < value.size() && (is_word_byte(value[name]) || value[name] == '_')) ++name;
    return value.starts_with("--") || (name > 0 && name + 1 < value.size() && value[name] == '=');
}

/// `P@ssw0rd 这类弱口令不得使用`: one that nobody has.
bool is_example(std::string_view text, std::size_t end) {
    const std::string_view after = text.substr(past_blanks(text, end));
    return after.starts_with("这类") || after.starts_with("之类") || after.starts_with("这样的") ||
           after.starts_with("等弱");
}

bool in_query(std::string_view text, std::size_t at) { return at > 0 && (text[at - 1] == '?' || text[at - 1] == '&'); }

/// `| 密码 | Test@1234 |`
std::optional<Secret> in_next_cell(std::string_view text, std::size_t bar, const Announcement& announcement) {
    const std::size_t begin = bar + 1;
    constexpr std::size_t longest_cell = 160;
    constexpr std::size_t longest_row = 400;
    const std::string_view rest = text.substr(begin, longest_row);
    const std::size_t cell_end = rest.substr(0, longest_cell).find_first_of("|\n");
    if (cell_end == std::string_view::npos) return std::nullopt;
    std::optional<Secret> secret = whole_secret(rest.substr(0, cell_end), announcement);
    if (!secret) return std::nullopt;
    // In the heading of a table the next cell is another heading.
    const std::size_t line_end = rest.find('\n');
    if (line_end != std::string_view::npos) {
        const std::string_view next = rest.substr(line_end + 1);
        const std::size_t mark = next.find_first_not_of(" |:");
        if (mark != std::string_view::npos && next.substr(mark).starts_with("--")) return std::nullopt;
    }
    return Secret{begin + secret->begin, begin + secret->end, announcement.kind};
}

} // namespace

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::string_view character = character_at(text, at);
        if (!one_of(character, blanks)) break;
        at += character.size();
    }
    return at;
}

std::size_t past_remark(std::string_view text, std::size_t at) {
    for (const auto& [open, close] : {std::array{"(", ")"}, std::array{"（", "）"}}) {
        if (!text.substr(at).starts_with(open)) continue;
        const std::string_view rest = text.substr(at, longest_remark);
        const std::size_t end = rest.find(close);
        if (end != std::string_view::npos) return past_blanks(text, at + end + std::strlen(close));
    }
    return at;
}

std::size_t secret_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    // `Hello'World9!`; a quote before it would end it.
    const bool quoted = begin > 0 && text[begin - 1] == '\'';
    const auto belongs = [=](std::size_t at) {
        if (is_secret_byte(text[at])) return true;
        return text[at] == '\'' && !quoted && at > begin && at + 1 < text.size() && is_secret_byte(text[at + 1]);
    };
    while (end < text.size() && end - begin < longest_secret && belongs(end)) ++end;
    // Such signs end the sentence or the emphasis, not the secret.
    while (end > begin && std::strchr(".?*_", text[end - 1]) != nullptr) --end;
    return end;
}

std::size_t whole_end(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t last = end;
    while (last < text.size() && is_secret_byte(text[last])) ++last;
    if (last - begin < longest_secret) return end;
    while (last > end && std::strchr(".?*_", text[last - 1]) != nullptr) --last;
    return last;
}

AnnouncedHere announcement_at(std::string_view text, std::size_t at) {
    if (text[at] == '_') {
        const std::size_t end = word_end(text, at, suffix.word);
        return end == std::string_view::npos || at == 0 || !is_word_byte(text[at - 1]) ? AnnouncedHere{}
                                                                                       : AnnouncedHere{&suffix, end};
    }
    const bool inside = inside_a_word(text, at);
    // `cache-key: …` is another thing.
    const bool joined = at > 0 && text[at - 1] == '-';
    const char first = text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at] + ('a' - 'A')) : text[at];
    for (const Announcement& announcement : announcements) {
        if (announcement.word.front() != first) continue;
        const std::size_t end = word_end(text, at, announcement.word);
        if (end == std::string_view::npos) continue;
        // `mysqlpassword=`
        if (joined && announcement.announced == Announced::vague) return {};
        if (inside && announcement.word != "password" && announcement.word != "passwd") return {};
        return {&announcement, end};
    }
    return {};
}

std::optional<Secret> announced_at(std::string_view text, std::size_t at) {
    const AnnouncedHere here = announcement_at(text, at);
    if (here.announcement == nullptr) return std::nullopt;
    const auto& [word, kind, announced] = *here.announcement;
    const std::size_t cell = past_remark(text, past_blanks(text, here.end));
    if (cell < text.size() && text[cell] == '|') return in_next_cell(text, cell, *here.announcement);
    const std::optional<Assignment> assignment = past_assignment(text, here.end);
    if (!assignment) return std::nullopt;
    const std::size_t begin = assignment->end;
    std::size_t end = secret_end(text, begin);
    const bool query = in_query(text, at);
    if (query) end = begin + std::min(text.substr(begin, end - begin).find('&'), end - begin);
    const std::string_view value = text.substr(begin, end - begin);
    const bool password = announced == Announced::password;
    if (assignment->certain && password && announces_pair(text, at)) {
        const std::size_t slash = value.find('/');
        if (slash != std::string_view::npos && slash > 0 && looks_secret(value.substr(slash + 1), announced))
            return Secret{begin + slash + 1, past_pairs(text, whole_end(text, begin, end)), kind};
        if (auto second = second_of_pair(text, begin, end, kind))
            return Secret{second->begin, whole_end(text, second->begin, second->end), kind};
        if (is_telephone(value)) return std::nullopt;
    }
    if (is_left_empty(text.substr(here.end, begin - here.end), value) || is_example(text, end)) return std::nullopt;
    if (!looks_secret(value, announced) || is_fetched(text, begin, end)) return std::nullopt;
    // With nothing but a blank or a word between, much else may follow; not behind `--password`, and hardly where an
    // account was named.
    const bool certain =
        assignment->certain || (at > 1 && text[at - 1] == '-' && text[at - 2] == '-') || word == "bearer" ||
        (password && (is_given(text, at) || looks_strong(value) || completes_account(line_before(text, at), value)));
    if (!certain) return std::nullopt;
    if (!query || end == text.size() || text[end] != '&') end = whole_end(text, begin, end);
    if (query) end = begin + std::min(text.substr(begin, end - begin).find('&'), end - begin);
    if (password && !query) end = past_tail(text, end);
    return Secret{begin, end, kind};
}

std::optional<Secret> account_at(std::string_view text, std::size_t at) {
    for (const std::string_view word : account_words) {
        if (!has_word_at(text, at, word) || inside_a_word(text, at)) continue;
        const std::optional<Assignment> assignment = past_assignment(text, at + word.size());
        if (!assignment || !assignment->certain) return std::nullopt;
        const std::size_t begin = assignment->end;
        const std::string_view first = text.substr(begin, secret_end(text, begin) - begin);
        auto second = second_of_pair(text, begin, begin + std::min(first.find('/'), first.size()), "a password");
        if (!second || !looks_strong(text.substr(second->begin, second->end - second->begin))) return std::nullopt;
        second->end = whole_end(text, second->begin, second->end);
        return second;
    }
    return std::nullopt;
}

std::optional<Secret> authorization_at(std::string_view text, std::size_t at) {
    constexpr std::string_view word = "authorization";
    if (!has_word_at(text, at, word)) return std::nullopt;
    const std::optional<Assignment> assignment = past_assignment(text, at + word.size());
    if (!assignment || !assignment->certain) return std::nullopt;
    std::size_t begin = assignment->end;
    bool basic = false;
    for (const std::string_view scheme : {"basic ", "bearer ", "token "}) {
        if (!has_word_at(text, begin, scheme)) continue;
        begin = past_blanks(text, begin + scheme.size());
        basic = scheme.front() == 'b' && scheme[1] == 'a';
        break;
    }
    const std::size_t end = secret_end(text, begin);
    const std::string_view value = text.substr(begin, end - begin);
    const auto any = [value](char first, char last) {
        return std::any_of(value.begin(), value.end(), [=](char byte) { return byte >= first && byte <= last; });
    };
    const bool encoded = basic && value.size() >= 8 && any('a', 'z') && any('A', 'Z') && !is_stand_in(value);
    if (!encoded && !looks_secret(value, Announced::key)) return std::nullopt;
    return Secret{begin, whole_end(text, begin, end), "a credential"};
}

} // namespace planc
