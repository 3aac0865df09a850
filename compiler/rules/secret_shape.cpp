// Tells secrets from the many other things that stand behind words such as "password:".
#include "rules/secrets.h"
#include "rules/texts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace planc {

namespace {

constexpr std::size_t least_password = 5;
constexpr std::size_t least_key = 8;
constexpr std::size_t least_digits = 6;

/// What a text consists of.
struct Makeup {
    std::size_t digits = 0;
    std::size_t lower = 0;
    std::size_t upper = 0;
    std::size_t signs = 0; ///< anything else
    bool odd_sign = false; ///< one that hardly stands in names, amounts and dates
    bool varied = false;   ///< not one character throughout

    std::size_t letters() const { return lower + upper; }
};

Makeup makeup_of(std::string_view value) {
    Makeup makeup;
    for (const char byte : value) {
        if (byte >= '0' && byte <= '9') {
            ++makeup.digits;
        } else if (byte >= 'a' && byte <= 'z') {
            ++makeup.lower;
        } else if (byte >= 'A' && byte <= 'Z') {
            ++makeup.upper;
        } else {
            ++makeup.signs;
            makeup.odd_sign = makeup.odd_sign || std::string_view{"@!#$%^&*"}.find(byte) != std::string_view::npos;
        }
        makeup.varied = makeup.varied || byte != value.front();
    }
    return makeup;
}

// Algorithms, formats and password managers, whose names look like passwords.
constexpr std::array<std::string_view, 27> known_names{
    "aes",   "rsa",   "sha",    "md5", "hmac",      "hs256",   "rs256",  "es256",  "ed25519",
    "ecdsa", "oauth", "base64", "tls", "ssl",       "pbkdf2",  "argon2", "bcrypt", "x25519",
    "uuid",  "sm2",   "sm3",    "sm4", "1password", "keepass", "utf-8",  "utf8",   "p-256"};

bool known_name(std::string_view value) {
    return std::any_of(known_names.begin(), known_names.end(), [value](std::string_view name) {
        if (!has_word_at(value, 0, name) || value.size() > name.size() + 8) return false;
        // `AES-256-GCM`, `SHA256`; but not `aesop4Ever`.
        const std::string_view rest = value.substr(name.size());
        return rest.empty() || !is_word_byte(rest.front()) || (rest.front() >= '0' && rest.front() <= '9') ||
               name == "keepass" || name == "oauth";
    });
}

/// What a name is made of, between the signs that join it.
enum class NamePart : unsigned char {
    word,        ///< `prod`, `PROD`, `Prod`
    number,      ///< `7`, `v2`
    long_number, ///< `2026`
    numbered,    ///< `eu1`, `rc12`
    other,
};

constexpr std::size_t most_digits_of_a_number = 3;
constexpr std::size_t most_digits_behind_a_word = 2;

NamePart name_part(std::string_view part) {
    const Makeup makeup = makeup_of(part);
    const bool one_case =
        makeup.lower == 0 || makeup.upper == 0 || (makeup.upper == 1 && part.front() >= 'A' && part.front() <= 'Z');
    if (known_name(part)) return NamePart::word;
    if (part.empty() || makeup.signs != 0 || !one_case) return NamePart::other;
    if (makeup.digits == 0) return NamePart::word;
    if (makeup.letters() == 0) return part.size() <= most_digits_of_a_number ? NamePart::number : NamePart::long_number;
    if (part.size() <= 4 && (part.front() == 'v' || part.front() == 'V') && makeup.letters() == 1)
        return NamePart::number;
    // `4o`, `128k`
    if (part.size() <= 4 && makeup.letters() == 1 && !(part.back() >= '0' && part.back() <= '9'))
        return NamePart::number;
    const bool digits_last = part.find_first_of("0123456789") == makeup.letters();
    return digits_last && makeup.digits <= most_digits_behind_a_word ? NamePart::numbered : NamePart::other;
}

/// `db-password-2`, `shop.prod.v2`, `payments-api-2026-03`, `prod-db-replica-eu1`: words and numbers, joined.
bool joined_words(std::string_view value, Announced announced) {
    // In `admin/admin12` the password stands behind the slash.
    const std::string_view joints = announced == Announced::password ? "-_." : "-_./";
    std::size_t parts = 0;
    std::size_t words = 0;
    std::size_t numbers = 0;
    std::size_t numbered = 0;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find_first_of(joints), value.size());
        const NamePart part = name_part(value.substr(0, end));
        if (part == NamePart::other) return false;
        ++parts;
        if (part == NamePart::word) ++words;
        if (part == NamePart::number) ++numbers;
        if (part == NamePart::numbered) ++numbered;
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    if (parts < 2) return false;
    if (words + numbers == parts) return true;
    // People make passwords such as `Summer-2026`; licence keys look like `AB12-CD34-EF56`.
    return announced == Announced::password ? words > 1 : numbered < parts;
}

/// `INFRA-2041`
bool is_ticket(std::string_view value) {
    const std::size_t letters = std::min(value.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), value.size());
    const std::string_view rest = value.substr(letters);
    return letters > 0 && rest.size() > 1 && rest.front() == '-' &&
           rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// `3600s`, `90days`, `16MB`: a number and a short word.
bool is_amount(std::string_view value) {
    const std::size_t number = std::min(value.find_first_not_of("0123456789.,"), value.size());
    const std::string_view unit = value.substr(number);
    if (number == 0 || unit.size() > 5) return false;
    static constexpr std::array<std::string_view, 16> units{"s",    "ms",  "m",  "min", "h",  "d", "day",   "days",
                                                            "bits", "bit", "kb", "mb",  "gb", "x", "chars", "bytes"};
    return std::any_of(units.begin(), units.end(),
                       [unit](std::string_view one) { return unit.size() == one.size() && has_word_at(unit, 0, one); });
}

bool is_path(std::string_view value) {
    if (value.starts_with("/") || value.starts_with("./") || value.starts_with("~/") || value.starts_with("\\"))
        return true;
    if (value.size() > 2 && value[1] == ':' && value[2] == '\\') return true;
    const std::size_t slash = value.find('/');
    if (slash == std::string_view::npos) return false;
    for (const std::string_view store : {"secret", "secrets", "vault", "kv", "op:", "k8s"}) {
        if (value.substr(0, slash) == store) return true;
    }
    return value.find('/', slash + 1) != std::string_view::npos && makeup_of(value).upper == 0;
}

/// `shop2026.pem`, `id_ed25519`
bool is_file(std::string_view value) {
    if (value.starts_with("id_") && known_name(value.substr(3))) return true;
    if (value.find_first_of("@!#$%^&*+=?") != std::string_view::npos) return false;
    static constexpr std::array<std::string_view, 14> endings{".pem",  ".key", ".crt",  ".cer", ".pub",
                                                              ".p12",  ".pfx", ".jks",  ".txt", ".env",
                                                              ".yaml", ".yml", ".json", ".kdbx"};
    return std::any_of(endings.begin(), endings.end(), [value](std::string_view one) { return value.ends_with(one); });
}

/// `String64`
bool is_type(std::string_view value) {
    for (const std::string_view type : {"string", "varchar", "char"}) {
        const std::string_view rest = value.substr(std::min(type.size(), value.size()));
        if (has_word_at(value, 0, type) && rest.size() <= 3 &&
            rest.find_first_not_of("0123456789") == std::string_view::npos)
            return true;
    }
    return false;
}

/// `@ning2` is somebody.
bool is_mention(std::string_view value) {
    if (!value.starts_with("@") || value.size() < 2) return false;
    const NamePart part = name_part(value.substr(1));
    return part == NamePart::word || part == NamePart::numbered;
}

/// `ops1@example.com`
bool is_address(std::string_view value) {
    const std::size_t at = value.find('@');
    return at != std::string_view::npos && at > 0 && value.find('@', at + 1) == std::string_view::npos &&
           value.find('.', at) != std::string_view::npos && value.find_first_of("!#$%^&*", 0) == std::string_view::npos;
}

/// `$DB_PASSWORD`; but not `$ecret!2026`.
bool is_variable(std::string_view value) {
    return value.front() == '$' && value.substr(1).find_first_of("@!#%^&*+=?") == std::string_view::npos;
}

constexpr std::size_t least_of_vague = 16;
constexpr double least_entropy = 3.0; // bits a character: words have less

/// Bits for each character, if characters come as often as in this text.
double entropy(std::string_view value) {
    std::array<std::size_t, 256> counts{};
    for (const char byte : value) ++counts[static_cast<unsigned char>(byte)];
    double bits = 0;
    for (const std::size_t count : counts) {
        const double share = static_cast<double>(count) / static_cast<double>(value.size());
        if (count > 0) bits -= share * std::log2(share);
    }
    return bits;
}

/// A digest, the id of a commit, or a UUID.
bool is_fingerprint(std::string_view value) {
    if (value.find_first_not_of("0123456789abcdefABCDEF-") != std::string_view::npos) return false;
    static constexpr std::array<std::size_t, 7> lengths{32, 36, 40, 56, 64, 96, 128};
    return std::find(lengths.begin(), lengths.end(), value.size()) != lengths.end();
}

/// Digits and letters in no order that a name has.
bool looks_random(std::string_view value, const Makeup& makeup) {
    return value.size() >= least_of_vague && makeup.digits > 1 && makeup.letters() > 1 && !is_fingerprint(value) &&
           value.find_first_of("=/\\") >= value.size() - 2 && entropy(value) >= least_entropy;
}

} // namespace

bool is_stand_in(std::string_view value) {
    return is_variable(value) || (value.front() == '%' && (value.size() == 2 || value.back() == '%')) ||
           value.find("**") != std::string_view::npos || value.find("...") != std::string_view::npos ||
           value.find("xxx") != std::string_view::npos || value.find("XXX") != std::string_view::npos;
}

bool looks_secret(std::string_view value, Announced announced) {
    if (value.size() < (announced == Announced::password ? least_password : least_key)) return false;
    const Makeup makeup = makeup_of(value);
    if (!makeup.varied || is_stand_in(value) || value.find("://") != std::string_view::npos) return false;
    if (is_path(value) || is_address(value) || is_amount(value) || is_ticket(value) || known_name(value) ||
        is_file(value) || is_type(value) || is_mention(value) || joined_words(value, announced))
        return false;
    if (announced == Announced::vague) return looks_random(value, makeup);
    if (makeup.letters() == 0) {
        // Digits alone are a weak password; with signs they are a date, a range, an address.
        if (announced != Announced::password || makeup.digits < least_digits) return false;
        return makeup.signs == 0 || makeup.odd_sign;
    }
    // A word of plain letters is prose ("password: required").
    if (makeup.digits > 0) return true;
    return announced == Announced::password && makeup.odd_sign && makeup.lower > 0 && makeup.upper > 0;
}

bool looks_strong(std::string_view value) {
    const Makeup makeup = makeup_of(value);
    return makeup.odd_sign && makeup.letters() > 0 && makeup.digits > 0 && looks_secret(value, Announced::password);
}

} // namespace planc
