// Fills pages from top to bottom with pieces that are not torn, and finds where pages end.
#pragma once

#include "print/placed.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace planc {

/// A stripe of ground that goes on from slug to slug without a seam: the shade of code, the bar beside a quote.
struct Ground {
    double x = 0;
    double width = 0;
    Tint tint = Tint::shade;
};

/// Whether a page may end behind a slug: it may, it should not if what belongs together is short, it must not.
enum class Keep : std::uint8_t { apart, softly, firmly };

/// What is never torn: a line, a row of a table, a picture. Its things are placed from its own top.
struct Slug {
    double space = 0; ///< above it; left out at the top of a page
    double height = 0;
    Keep keep = Keep::apart; ///< together with the next
    bool new_page = false;   ///< a page begins with it
    std::vector<Ground> grounds;
    std::vector<Placed> items;
    std::shared_ptr<const Slug> repeated; ///< stands again above it where a page begins with it: the head of its table
};

struct PageFrame {
    PaperSize size;
    Box body; ///< where slugs go
};

/// Takes slugs in the order of reading; gives each page away when it is full.
class Flow {
public:
    using Sink = std::function<void(PrintedPage)>;

    Flow(const PageFrame& frame, Sink sink) : frame_(frame), sink_(std::move(sink)) {}

    void add(Slug slug);
    /// What belongs to the structure alone goes with the next slug.
    void add_mark(Placed mark) { marks_.push_back(std::move(mark)); }
    /// What was kept softly up to here need not stay with what follows.
    void release();
    /// Ends the page, if it holds anything, and goes on with pages of another form. What waits for the next slug, as a
    /// heading does, goes along.
    void change_frame(const PageFrame& frame);
    /// The height of what waits for the next slug.
    double waiting() const { return chain_height_; }
    /// Gives the last page away. There is at least one.
    void finish();

    /// How high the next slug may be without beginning a page, its space included.
    double room() const;

private:
    void place_chain();
    void place(Slug& slug);
    void put(const Slug& slug, double top, bool again);
    void end_page();
    double rest() const { return frame_.body.bottom() - y_; }

    PageFrame frame_;
    Sink sink_;
    PrintedPage page_;
    double y_ = 0;
    bool begun_ = false;              ///< something stands on the page
    std::optional<PrintedPage> full_; ///< the page before, which may still have to take what ends the structure
    std::vector<Slug> chain_;
    double chain_height_ = 0;
    std::vector<Placed> marks_;
    std::vector<std::size_t> open_grounds_; ///< of page_.grounds, those that reach the last slug's end
};

} // namespace planc
