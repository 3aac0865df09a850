#include "cli/shell_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

/// In every shell, anywhere in a word but at its start.
bool is_plain(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           std::string_view("_-+=,./:@%").find(byte) != std::string_view::npos;
}

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

} // namespace

std::string shell_word(std::string_view word) {
    // zsh takes `=name` for a command.
    if (!word.empty() && word.front() != '=' && std::all_of(word.begin(), word.end(), is_plain))
        return std::string(word);
    const bool controls = std::any_of(word.begin(), word.end(), is_control);
    std::string quoted = controls ? "$'" : "'";
    for (const char byte : word) {
        if (is_control(byte))
            quoted += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
        else if (controls && (byte == '\'' || byte == '\\'))
            quoted += {'\\', byte};
        else if (byte == '\'')
            quoted += "'\\''";
        else
            quoted += byte;
    }
    return quoted + "'";
}

std::string shell_command(const std::vector<std::string>& words) {
    std::string command;
    for (const std::string& word : words) command += (command.empty() ? "" : " ") + shell_word(word);
    return command;
}

} // namespace planc
