// Secrets on command lines: `mysql -pSECRET`, `curl -u user:SECRET`.
#include "rules/secret_parts.h"
#include "rules/texts.h"

#include <algorithm>
#include <array>

namespace planc {

namespace {

constexpr std::size_t longest_way_back = 300;
constexpr std::size_t least = 3;

/// What stands before `at` in the same command; a backslash carries it over the end of a line.
std::string_view command_before(std::string_view text, std::size_t at) {
    const std::size_t reach = std::min(at, longest_way_back);
    std::string_view before = text.substr(at - reach, reach);
    for (std::size_t line_break = before.rfind('\n'); line_break != std::string_view::npos;
         line_break = line_break == 0 ? std::string_view::npos : before.rfind('\n', line_break - 1)) {
        if (line_break > 0 && before[line_break - 1] == '\\') continue;
        before.remove_prefix(line_break + 1);
        break;
    }
    // Behind `&&`, `;` or `|` another command begins.
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const char byte = before[i];
        if (quote != 0) {
            if (byte == quote) quote = 0;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == ';' || byte == '|' || (byte == '&' && i > 0 && before[i - 1] == '&')) {
            begin = i + 1;
        }
    }
    return before.substr(begin);
}

bool calls(std::string_view command, std::initializer_list<std::string_view> programs) {
    for (const std::string_view program : programs) {
        for (std::size_t at = command.find(program); at != std::string_view::npos; at = command.find(program, at + 1)) {
            const std::size_t end = at + program.size();
            const bool whole = program.back() == ' ' || end == command.size() ||
                               std::string_view(" \t\n\\").find(command[end]) != std::string_view::npos;
            const bool begins = at == 0 || (!is_word_byte(command[at - 1]) && command[at - 1] != '-');
            if (whole && begins) return true;
        }
    }
    return false;
}

/// Where the value of an option begins: behind blanks and a quote. Nothing if it is empty, or another command gives it.
std::optional<std::size_t> value_begin(std::string_view text, std::size_t at) {
    const std::size_t begin = past_blanks(text, at);
    const std::string_view between = text.substr(at, begin - at);
    const bool empty = between.find("''") != std::string_view::npos || between.find("\"\"") != std::string_view::npos;
    if (empty || between.find('`') != std::string_view::npos) return std::nullopt;
    return begin;
}

/// `3306`, `8080:80`
bool is_port(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t most_digits = 5;
    const std::string_view value = text.substr(begin, end - begin);
    if (value.find_first_not_of("0123456789.") != std::string_view::npos) return false;
    return value.size() < most_digits || (end < text.size() && text[end] == ':');
}

std::optional<Secret> value_at(std::string_view text, std::size_t at, bool colons = false) {
    const std::optional<std::size_t> first = value_begin(text, at);
    if (!first) return std::nullopt;
    const std::size_t begin = *first;
    std::size_t end = secret_end(text, begin);
    while (colons && end + 1 < text.size() && text[end] == ':' && secret_end(text, end + 1) > end + 1)
        end = secret_end(text, end + 1);
    if (!colons && is_port(text, begin, end)) return std::nullopt;
    const std::string_view value = text.substr(begin, end - begin);
    if (value.size() < least || value.front() == '-' || is_stand_in(value)) return std::nullopt;
    for (const std::string_view word : {"password", "passwd", "pass", "secret", "token"}) {
        if (value.size() == word.size() && has_word_at(value, 0, word)) return std::nullopt;
    }
    return Secret{begin, whole_end(text, begin, end), "a password in a command"};
}

/// `user:secret`
std::optional<Secret> after_user(std::string_view text, std::size_t at) {
    at = past_blanks(text, at);
    const std::size_t end = secret_end(text, at);
    if (end == at || end >= text.size() || text[end] != ':') return std::nullopt;
    return value_at(text, end + 1, true);
}

} // namespace

std::optional<Secret> in_command_at(std::string_view text, std::size_t at) {
    if (text[at] != '-' || at == 0 || (text[at - 1] != ' ' && text[at - 1] != '\n')) return std::nullopt;
    const std::string_view rest = text.substr(at, 8);
    const bool blank = rest.size() > 2 && rest[2] == ' ';
    if (rest.starts_with("-u ") || rest.starts_with("--user ") || rest.starts_with("--user=")) {
        if (!calls(command_before(text, at), {"curl", "wget", "http "})) return std::nullopt;
        return after_user(text, at + (rest[1] == 'u' ? 3 : 7));
    }
    if (rest.starts_with("-p") && !rest.starts_with("--")) {
        const std::string_view command = command_before(text, at);
        if (blank) {
            if (!calls(command, {"sshpass", "docker login", "registry login"})) return std::nullopt;
            return value_at(text, at + 3);
        }
        if (!calls(command, {"mysql", "mysqldump", "mysqladmin", "mysqlimport", "mysqlcheck", "mysqlsh", "mariadb",
                             "mariadb-dump", "mariadb-admin", "sshpass"}))
            return std::nullopt;
        return value_at(text, at + 2);
    }
    if (rest.starts_with("-a ") && calls(command_before(text, at), {"redis-cli"})) return value_at(text, at + 3);
    return std::nullopt;
}

} // namespace planc
