// The parts of the search for secrets; `find_secrets` puts them together.
#pragma once

#include "rules/secrets.h"

namespace planc {

/// A word that announces a secret, if a sign of assignment and something secret follow.
struct Announcement {
    std::string_view word; ///< lower case; `_` stands for a blank, a hyphen, an underscore or nothing
    std::string_view kind;
    Announced announced;
};

struct AnnouncedHere {
    const Announcement* announcement = nullptr; ///< null if there is none
    std::size_t end = 0;                        ///< behind the word
};
AnnouncedHere announcement_at(std::string_view text, std::size_t at);

/// Over blanks, quotes and marks of Markdown.
std::size_t past_blanks(std::string_view text, std::size_t at);

/// Over `（初始）` and blanks behind it; `at` itself if there is no such remark.
std::size_t past_remark(std::string_view text, std::size_t at);

/// Where a secret that begins here would end, as far as it takes to tell whether it is one.
std::size_t secret_end(std::string_view text, std::size_t begin);

/// Where one ends of which `secret_end` gave `end`: a long one runs on.
std::size_t whole_end(std::string_view text, std::size_t begin, std::size_t end);

/// The secret that the whole of `cell` is, one that was announced; places count from the cell's begin.
std::optional<Secret> whole_secret(std::string_view cell, const Announcement& announcement);

// Each looks for secrets of one sort that begin, or are announced, at `at`.
std::optional<Secret> announced_at(std::string_view text, std::size_t at);
std::optional<Secret> account_at(std::string_view text, std::size_t at);       ///< `账号：admin/Test@1234`
std::optional<Secret> authorization_at(std::string_view text, std::size_t at); ///< `Authorization: Basic …`
std::optional<Secret> shaped_at(std::string_view text, std::size_t at);        ///< known by its own shape: `ghp_…`
std::optional<Secret> private_key_at(std::string_view text, std::size_t at);   ///< PEM
std::optional<Secret> in_address_at(std::string_view text, std::size_t at); ///< `scheme://user:secret@host`, webhooks
std::optional<Secret> in_source_name_at(std::string_view text, std::size_t at); ///< `user:secret@tcp(host)`
std::optional<Secret> in_command_at(std::string_view text, std::size_t at); ///< `mysql -pSECRET`, `curl -u user:secret`

/// The cells of a table of Markdown below a heading that announces secrets. Every table is gone through once.
class SecretTables {
public:
    explicit SecretTables(std::string_view text) : text_(text), line_end_(text.find('\n')) {}

    /// `at` is where an announcement stands that nothing is assigned to; places come in rising order.
    void look_at(std::size_t at, const AnnouncedHere& here, std::vector<Secret>& secrets);

private:
    void read_cell(std::size_t row, std::string_view line, std::ptrdiff_t column, const Announcement& announcement,
                   std::vector<Secret>& secrets) const;

    std::string_view text_;
    std::size_t line_end_;    ///< where the current line ends; npos for the last one
    std::size_t line_ = 0;    ///< where it begins
    bool is_header_ = true;   ///< it may be the heading of a table
    std::size_t columns_ = 0; ///< so many columns below it were read
    std::size_t end_ = 0;     ///< where the last table ends
};

} // namespace planc
