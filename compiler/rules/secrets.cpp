#include "rules/secrets.h"

#include "rules/secret_parts.h"
#include "rules/texts.h"

#include <algorithm>

namespace planc {

namespace {

// What announcements, known shapes, addresses and commands begin with.
constexpr Openings openings{"密", "秘",  "口令", "令牌", "私钥", "凭证", "凭据", "账", "帐", "用户名", "pa", "pw",
                            "se", "ap",  "ac",   "au",   "cl",   "to",   "pr",   "en", "ke", "be",     "cr", "ak",
                            "as", "lo",  "lt",   "ai",   "gh",   "gi",   "gl",   "ey", "xo", "xa",     "sk", "rk",
                            "wh", "np",  "py",   "sg",   "hf",   "us",   "--",   "-u", "-p", "-a",     ":/", "@t",
                            "@l", "_pa", "@1",   "@2",   "@3",   "@4",   "@5",   "@6", "@7", "@8",     "@9"};

} // namespace

std::vector<Secret> find_secrets(std::string_view text) {
    std::vector<Secret> secrets;
    SecretTables tables(text);
    for (std::size_t at = openings.next(text, 0); at < text.size();) {
        std::size_t next = at + 1;
        for (const auto find : {announced_at, account_at, authorization_at, shaped_at, private_key_at, in_address_at,
                                in_source_name_at, in_command_at}) {
            if (const auto secret = find(text, at)) {
                secrets.push_back(*secret);
                next = std::max(next, secret->end);
                break;
            }
        }
        if (next == at + 1) {
            if (const AnnouncedHere here = announcement_at(text, at); here.announcement != nullptr)
                tables.look_at(at, here, secrets);
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

std::size_t shown_of_secret(std::size_t length) { return length > 8 ? 2 : 1; }

} // namespace planc
