// Makes slugs of a document's blocks and hands them to the flow.
#pragma once

#include "gantt/tiles.h"
#include "print/content.h"
#include "print/flow.h"
#include "print/typesetter.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace planc {

/// Some columns of a table that stand side by side on a page, and how they are set.
struct GridPart {
    std::vector<std::size_t> columns;
    std::vector<double> widths;         ///< with the room at their sides
    Typeface face = Typeface::cell;     ///< of all but the head
    std::vector<std::uint16_t> heights; ///< lines of each row
};

/// A table with more columns than a page holds has several parts.
using GridParts = std::vector<GridPart>;

/// What is told of the document's pages when they have been laid out once.
struct PageNumbers {
    std::vector<std::size_t> headings; ///< by heading, from 1: its page, from 1
    std::size_t total = 0;
};

class Composer {
public:
    /// `chart` may be null. The title leaves `beside_title` free at its right. What is referred to outlives it.
    Composer(Typesetter& typesetter, const PageFrame& frame, const PageFrame& wide, const Chart* chart,
             double beside_title)
        : typesetter_(typesetter), frame_(frame), wide_(wide), chart_(chart), beside_title_(beside_title) {}

    /// May be called again, and gives the same slugs but for `numbers`, which the table of contents shows.
    void compose(Flow& flow, const PageNumbers& numbers);

private:
    /// Where blocks stand, and what goes on beside or below them.
    struct Place {
        double x = 0;
        double width = 0;
        std::vector<Ground> grounds;
        int depth = 0; ///< of lists
    };

    void put_blocks(const std::vector<Element>& elements, const Place& place);
    void put_block(const Element& element, const Place& place);
    void put_heading(const Element& element, const Place& place);
    void put_paragraph(const TextPassage& text, Typeface face, const Place& place, bool ruled_by_hand);
    void put_list(const Element& list, const Place& place);
    void put_item(const Element& item, const Element& list, const Place& place, double indent);
    void put_contents(const Element& list, const Place& place);
    void put_entry(const TextPassage& text, int level, int lines, Box box, Slug& slug);
    void put_code(const Element& element, const Place& place);
    void put_quote(const Element& element, const Place& place);
    void put_chart(const Place& place);
    void plan_alike(const std::vector<Element>& elements);
    void put_grid(const Element& element, const Place& place);
    void put_grid_part(const Grid& grid, const GridPart& part, Handwriting handwriting, const Place& place);

    /// Hands a slug on, with the space that is due and what was waiting for it.
    void put(Slug slug, const Place& place);
    void open(std::string_view part) { flow_->add_mark(OpenPart{part}); }
    void close(std::string_view part) { flow_->add_mark(ClosePart{part}); }
    /// The number of the page a link within the document leads to; empty if there is none.
    std::string page_of(std::string_view address) const;
    const Content& content() const { return typesetter_.content(); }

    Typesetter& typesetter_;
    PageFrame frame_;
    PageFrame wide_;
    const Chart* chart_;
    double beside_title_;
    Flow* flow_ = nullptr;
    const PageNumbers* numbers_ = nullptr;
    double space_ = 0;           ///< above the next slug
    bool new_page_ = false;      ///< the next slug begins a page
    Keep keep_ = Keep::apart;    ///< at least so all slugs go with the next
    std::vector<Placed> marker_; ///< of the item whose first slug comes next
    std::unordered_map<const Grid*, GridParts> grids_;
    std::vector<PageTile> tiles_; ///< of the chart
    bool tiles_turned_ = false;   ///< they stand on wide pages
};

/// Tables of one document that have the same head; their columns stand below one another.
struct AlikeGrids {
    std::vector<const Grid*> grids;
    Handwriting handwriting = Handwriting::none;
};

/// How each of them is set, in their order: their columns in parts that fit into `width`, and how high their rows are.
std::vector<GridParts> plan_grids(const AlikeGrids& alike, Typesetter& typesetter, double width);

/// Whether all of a list are links to headings.
bool is_contents(const Content& content, const Element& list);

/// Room between the letters of a cell and its edges.
struct CellPadding {
    double side = 0;
    double above = 0;
};
CellPadding cell_padding(Typeface face);

/// How high a row is at least, for its kind.
double least_row_height(Handwriting handwriting);

} // namespace planc
