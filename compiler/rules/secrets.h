// Finds passwords, tokens and keys in a text.
#pragma once

#include <cstddef>
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

/// What an announcement ("password:", "token=") makes expect behind it.
enum class Announced : unsigned char {
    password, ///< anything that is no plain word
    key,      ///< something long and mixed
};

/// True for `****`, `ab****yz`, `${PASSWORD}`, `%PASSWORD%`, `%s`, `xxxx`: put there so that the secret is not. `value`
/// is not empty.
bool is_stand_in(std::string_view value);

/// True if this could be the secret that was announced, and not a name, a path, an amount, a date or the like.
bool looks_secret(std::string_view value, Announced announced);

} // namespace planc
