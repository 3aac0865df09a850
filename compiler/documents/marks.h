// Layout marks: what a template says that Markdown has no words for, such as where a table is signed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// A mark as it stands in rendered Markdown, between two control characters that no text of a plan can hold. Marks of
/// blocks stand alone in a paragraph and speak of the block behind it; marks of items stand at the begin of a list
/// item's or table cell's text, marks of words anywhere.
///
/// | mark | of | says |
/// | --- | --- | --- |
/// | `chart` | block | here stands the chart; a code block behind is its text form, for Markdown alone |
/// | `wide` | block | the whole document is printed on wide pages |
/// | `page` | block | a new page begins |
/// | `sign` | block | the table or list behind is filled in by hand to be signed: high rows, framed |
/// | `contents` | block | the list behind is the list of contents |
/// | `facts` | block | the table behind has no head: each row is a name and its value, the first row too |
/// | `write` | block | the table behind has columns to write in by hand: its empty cells are wide and high |
/// | `issues`, `lessons`, `suggestions`, `outcome` | block | this part of the record follows |
/// | `of ID` | item | a record entry may speak of it |
/// | `tick` | item | the box of this cell is ticked when it is done |
/// | `begin`, `end`, `by`, `result`, `note` | cell of a head | its column shows this of the entry |
/// | `choice WORD` | item | this value of the outcome |
/// | `progress`, `open` | word | the word behind says how many of its section are done, or not yet |
std::string mark(std::string_view content);

/// Stands on both sides of a mark.
inline constexpr char mark_border = '\x03';

struct Mark {
    std::string word;     ///< `of`
    std::string argument; ///< `build.1`; may be empty
};

/// Takes all marks out of a text, in order. An unclosed one is taken to the end.
std::vector<Mark> take_marks(std::string& text);

/// The Markdown without marks, for a file: what stood alone in a line leaves no line.
std::string without_marks(std::string_view markdown);

} // namespace planc
