// The text of the files being compiled, and where lines begin in them.
#pragma once

#include "source/span.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// A place as people count: line from 1, column from 1 in characters (Unicode code points).
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// One source file, whole and unchanged.
class File {
public:
    File(std::string name, std::string text);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    /// The bytes of a span of this file, cut to what the file holds.
    std::string_view text(Span span) const;
    std::size_t line_count() const;
    /// Line `line` (from 1) without its line break ("\n", "\r\n" or "\r"); empty past the end.
    std::string_view line(std::size_t line) const;
    /// Byte where line `line` (from 1) begins.
    std::size_t line_begin(std::size_t line) const;
    /// The position of a byte; a byte past the end counts as the end, one inside a line break as the line's end.
    /// Malformed bytes are a character each, a byte-order mark at the front is none.
    Position position(std::size_t byte) const;

private:
    /// How many characters come before a byte where one begins; one mark about every 1024 bytes.
    struct ColumnMark {
        std::size_t byte = 0;
        std::size_t characters = 0;
    };

    const std::vector<std::size_t>& line_begins() const;
    const std::vector<ColumnMark>& column_marks() const;
    std::size_t characters_before(std::size_t byte) const;

    std::string name_;
    std::string text_;
    // Built at first use: a clean file never needs it. Several threads may look into one file.
    mutable std::mutex mutex_;
    mutable std::vector<std::size_t> line_begins_;
    // Built when a column far along a line is asked for, so that many findings on one endless line stay cheap.
    mutable std::vector<ColumnMark> column_marks_;
};

/// The files of one compilation; a `Span` names one by its number. Files never move, and may be shared with others.
class Files {
public:
    struct Entry {
        std::uint32_t number = 0;
        std::shared_ptr<const File> file;
    };

    /// Gives the number: that of the files before, plus one.
    std::uint32_t add(std::string name, std::string text);
    /// Adds a file that has its number already, which none here has.
    void add(Entry entry) { entries_.push_back(std::move(entry)); }
    bool has(std::uint32_t number) const { return find(number) != nullptr; }
    const File& at(std::uint32_t number) const;
    const File& at(Span span) const { return at(span.file); }
    std::size_t size() const { return entries_.size(); }
    const std::vector<Entry>& entries() const { return entries_; } ///< in the order they were added

private:
    const Entry* find(std::uint32_t number) const;

    std::vector<Entry> entries_;
};

/// A file for `Files`; it may have at most 4 GiB.
std::shared_ptr<const File> make_file(std::string name, std::string text);

} // namespace planc
