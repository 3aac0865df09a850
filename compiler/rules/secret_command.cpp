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
        return before.substr(line_break + 1);
    }
    return before;
}

bool calls(std::string_view command, std::initializer_list<std::string_view> programs) {
    for (const std::string_view program : programs) {
        for (std::size_t at = command.find(program); at != std::string_view::npos; at = command.find(program, at + 1)) {
            if (at == 0 || !is_word_byte(command[at - 1])) return true;
        }
    }
    return false;
}

std::optional<Secret> value_at(std::string_view text, std::size_t begin) {
    const std::size_t end = secret_end(text, begin);
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
    return value_at(text, end + 1);
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
            return value_at(text, past_blanks(text, at + 3));
        }
        if (!calls(command, {"mysql", "mariadb", "sshpass"})) return std::nullopt;
        return value_at(text, past_blanks(text, at + 2));
    }
    if (rest.starts_with("-a ") && calls(command_before(text, at), {"redis-cli"}))
        return value_at(text, past_blanks(text, at + 3));
    return std::nullopt;
}

} // namespace planc
