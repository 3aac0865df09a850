// A document as it is printed: its Markdown read into blocks, with the layout marks resolved and all text in one place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace planc {

/// How letters stand out; several may hold at once.
enum Look : std::uint8_t { bold_look = 1, italic_look = 2, code_look = 4, struck_look = 8 };

/// Bytes of `Content::letters`, half-open, that look alike.
struct Styled {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t looks = 0;
    std::uint32_t link = 0; ///< an index of `Content::links`; 0 is none
};

/// A text with its looks: bytes of `Content::letters` and elements of `Content::styles`, half-open. A line feed in it
/// begins a new line.
struct TextPassage {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t first_style = 0;
    std::uint32_t last_style = 0;
    bool rule = false; ///< it goes on as a rule to write on

    bool empty() const { return begin == end; }
};

enum class Tick : std::uint8_t { none, open, done };

/// Whether a block is filled in by hand.
enum class Handwriting : std::uint8_t { none, write, sign };

enum class Alignment : std::uint8_t { start, middle, end };

struct GridCell {
    TextPassage text;
    Tick tick = Tick::none; ///< the cell is a box and nothing else
};

struct Grid {
    std::vector<Alignment> columns;
    std::vector<bool> remarks;   ///< of columns: longer notes are written into it
    std::vector<GridCell> cells; ///< row by row; the first row is the head

    std::size_t rows() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
    const GridCell& cell(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

enum class ElementKind : std::uint8_t { heading, paragraph, list, item, quote, code, rule, grid, chart, new_page };

/// A block.
struct Element {
    ElementKind kind = ElementKind::paragraph;
    std::uint8_t level = 0;   ///< of a heading, from 1
    bool ordered = false;     ///< of a list
    bool tight = true;        ///< of a list: nothing stands between its items
    std::uint32_t number = 1; ///< of an item of an ordered list
    Tick tick = Tick::none;   ///< of an item
    Handwriting handwriting = Handwriting::none;
    std::uint32_t heading = 0; ///< of a heading: its number in the document, from 1
    TextPassage text;              ///< of headings, paragraphs and code
    std::vector<Element> children;
    std::vector<Grid> grid; ///< of a grid: one
};

/// A heading as links and the outline speak of it.
struct Anchored {
    std::uint8_t level = 0;
    std::string title;
};

struct Content {
    std::string letters;
    std::vector<Styled> styles;
    std::vector<std::string> links{""}; ///< the first stands for none
    std::vector<Anchored> headings;
    std::unordered_map<std::string, std::uint32_t> anchors; ///< of headings: their numbers
    std::vector<Element> elements;
    bool wide = false; ///< printed on wide pages

    std::string_view text(const TextPassage& passage) const {
        return std::string_view(letters).substr(passage.begin, passage.end - passage.begin);
    }
};

/// Reads Markdown with layout marks.
Content read_content(std::string_view markdown);

} // namespace planc
