// Finds lines and columns in a file's text; both tables are made at first use and in one pass.
#include "source/file.h"

#include "source/utf8.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <utility>

namespace planc {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Lines up to this many bytes are counted each time; longer ones need the column marks.
constexpr std::size_t mark_distance = 1024;

bool is_break(char c) { return c == '\n' || c == '\r'; }

/// Characters that end at or before `byte`, counted from `from`, where a character begins.
std::size_t count_characters(std::string_view text, std::size_t from, std::size_t byte) {
    std::size_t count = 0;
    while (from < byte) {
        const bool ascii = static_cast<unsigned char>(text[from]) < 0x80;
        from += ascii ? 1 : decode_utf8(text.substr(from)).bytes;
        if (from <= byte) ++count;
    }
    return count;
}

} // namespace

File::File(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

std::string_view File::text(Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
    return text().substr(begin, end - begin);
}

const std::vector<std::size_t>& File::line_begins() const {
    const std::lock_guard lock(mutex_);
    if (!line_begins_.empty()) return line_begins_;
    line_begins_.push_back(0);
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (!is_break(text_[at])) continue;
        if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') ++at;
        line_begins_.push_back(at + 1);
    }
    return line_begins_;
}

const std::vector<File::ColumnMark>& File::column_marks() const {
    const std::lock_guard lock(mutex_);
    if (!column_marks_.empty()) return column_marks_;
    std::size_t characters = 0;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text_.size(); ++characters) {
        if (at >= next) {
            column_marks_.push_back({at, characters});
            next += mark_distance;
        }
        at += decode_utf8(text().substr(at)).bytes;
    }
    return column_marks_;
}

std::size_t File::characters_before(std::size_t byte) const {
    const auto& marks = column_marks();
    const auto past = std::upper_bound(marks.begin(), marks.end(), byte,
                                       [](std::size_t value, const ColumnMark& mark) { return value < mark.byte; });
    const ColumnMark mark = past == marks.begin() ? ColumnMark{} : *std::prev(past);
    return mark.characters + count_characters(text_, mark.byte, byte);
}

std::size_t File::line_count() const { return line_begins().size(); }

std::size_t File::line_begin(std::size_t line) const {
    const auto& begins = line_begins();
    if (line == 0) return 0;
    return line <= begins.size() ? begins[line - 1] : text_.size();
}

std::string_view File::line(std::size_t line) const {
    const std::size_t begin = line_begin(line);
    std::size_t end = line_begin(line + 1);
    while (end > begin && is_break(text_[end - 1])) --end;
    return text().substr(begin, end - begin);
}

Position File::position(std::size_t byte) const {
    const auto& begins = line_begins();
    byte = std::min(byte, text_.size());
    const auto past = std::upper_bound(begins.begin(), begins.end(), byte);
    const auto number = static_cast<std::size_t>(past - begins.begin());
    std::size_t begin = begins[number - 1];
    byte = std::min(byte, begin + line(number).size());
    if (begin == 0 && text().starts_with(byte_order_mark)) begin = byte_order_mark.size();
    if (byte <= begin) return {number, 1};
    if (byte - begin <= mark_distance) return {number, 1 + count_characters(text_, begin, byte)};
    return {number, 1 + characters_before(byte) - characters_before(begin)};
}

std::shared_ptr<const File> make_file(std::string name, std::string text) {
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a source file of 4 GiB or more was passed to make_file");
    return std::make_shared<const File>(std::move(name), std::move(text));
}

std::uint32_t Files::add(std::string name, std::string text) {
    const std::uint32_t number = entries_.empty() ? 0 : entries_.back().number + 1;
    entries_.push_back({number, make_file(std::move(name), std::move(text))});
    return number;
}

const Files::Entry* Files::find(std::uint32_t number) const {
    // Mostly the numbers are the places.
    if (number < entries_.size() && entries_[number].number == number) return &entries_[number];
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [number](const Entry& entry) { return entry.number == number; });
    return found == entries_.end() ? nullptr : &*found;
}

const File& Files::at(std::uint32_t number) const {
    const Entry* const entry = find(number);
    if (entry == nullptr) throw std::out_of_range("a span names a file that is not there");
    return *entry->file;
}

} // namespace planc
