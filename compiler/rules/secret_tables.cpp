// Secrets in tables: below a heading that announces them.
#include "rules/secret_parts.h"
#include "rules/texts.h"

#include <algorithm>

namespace planc {

namespace {

constexpr std::size_t most_columns = 4;

// What announcements begin with.
constexpr Openings openings{"密", "秘", "口令", "令牌", "私钥", "凭证", "凭据", "pa", "pw", "se", "ap", "ac",
                            "au", "cl", "to",   "pr",   "en",   "ke",   "be",   "cr", "ak", "sk", "_p"};

std::string_view line_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

bool is_delimiter_row(std::string_view line) {
    return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

/// `密码`, `密码（初始）`, `Password / PIN`; but not `密码长度`.
bool ends_heading(std::string_view text, std::size_t at) {
    at = past_remark(text, past_blanks(text, at));
    if (const std::string_view sign = character_at(text, at); sign == ":" || sign == "：")
        at = past_blanks(text, at + sign.size());
    return at == text.size() || text[at] == '|' || text[at] == '/' || text[at] == '\n' || text[at] == '\r';
}

} // namespace

std::optional<Secret> whole_secret(std::string_view cell, const Announcement& announcement) {
    std::size_t begin = past_blanks(cell, 0);
    std::size_t end = secret_end(cell, begin);
    // `admin / Test@1234`
    if (const std::size_t slash = past_blanks(cell, end);
        end > begin && slash > end && cell.substr(slash).starts_with("/")) {
        begin = past_blanks(cell, slash + 1);
        end = secret_end(cell, begin);
    }
    const std::size_t last = whole_end(cell, begin, end);
    const std::size_t after = past_blanks(cell, last);
    if (after < cell.size() && cell[after] != '\r') return std::nullopt;
    if (!looks_secret(cell.substr(begin, end - begin), announcement.announced)) return std::nullopt;
    return Secret{begin, last, announcement.kind};
}

std::optional<Secret> secret_in_cell(std::string_view heading, std::string_view cell) {
    constexpr std::size_t longest_heading = 80;
    if (heading.size() > longest_heading || cell.empty()) return std::nullopt;
    for (std::size_t at = openings.next(heading, 0); at < heading.size(); at = openings.next(heading, at + 1)) {
        const AnnouncedHere here = announcement_at(heading, at);
        if (here.announcement != nullptr && ends_heading(heading, here.end))
            return whole_secret(cell, *here.announcement);
    }
    return std::nullopt;
}

void SecretTables::look_at(std::size_t at, const AnnouncedHere& here, std::vector<Secret>& secrets) {
    // The end of the line is searched for once a line: a long one may hold many announcements.
    while (line_end_ < at) {
        line_ = line_end_ + 1;
        line_end_ = text_.find('\n', line_);
        is_header_ = true;
        columns_ = 0;
    }
    if (line_ < end_ && columns_ == 0) return; // inside of a table
    if (!is_header_ || columns_ == most_columns || !ends_heading(text_, here.end)) return;
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
        read_cell(row, line, column, *here.announcement, secrets);
        row += line.size() + 1;
    }
    end_ = std::min(row, text_.size());
}

void SecretTables::read_cell(std::size_t row, std::string_view line, std::ptrdiff_t column,
                             const Announcement& announcement, std::vector<Secret>& secrets) const {
    std::size_t begin = 0;
    for (; column > 0; --column) {
        const std::size_t bar = line.find('|', begin);
        if (bar == std::string_view::npos) return;
        begin = bar + 1;
    }
    const std::string_view cell = line.substr(begin, std::min(line.find('|', begin), line.size()) - begin);
    if (const auto secret = whole_secret(cell, announcement))
        secrets.push_back({row + begin + secret->begin, row + begin + secret->end, secret->kind});
}

} // namespace planc
