// Finds passwords, tokens and keys in a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace planc {

struct Secret {
    std::size_t begin = 0; ///< of the secret itself, in bytes of the text
    std::size_t end = 0;
    std::string_view kind; ///< "a password", "an API key", …
};

/// In their order; none twice.
std::vector<Secret> find_secrets(std::string_view text);

/// The secret that a cell consists of, if the heading it stands under, or beside, announces one.
std::optional<Secret> secret_in_cell(std::string_view heading, std::string_view cell);

/// How much of a secret of `length` bytes may be shown, so that whoever knows it sees which one is meant.
std::size_t shown_of_secret(std::size_t length);

/// What an announcement ("password:", "token=") makes expect behind it.
enum class Announced : unsigned char {
    password, ///< anything that is no plain word
    key,      ///< something long and mixed
    vague,    ///< what looks like chance: `key=` stands before many things
};

/// True for `****`, `ab****yz`, `${PASSWORD}`, `%PASSWORD%`, `%s`, `xxxx`: put there so that the secret is not. `value`
/// is not empty.
bool is_stand_in(std::string_view value);

/// True if this could be the secret that was announced, and not a name, a path, an amount, a date or the like.
bool looks_secret(std::string_view value, Announced announced);

/// True for letters, digits and signs together, such as nothing but passwords has: `Test@1234`.
bool looks_strong(std::string_view value);

} // namespace planc
