// Chains of slugs that belong together are held back until they end, and then placed on one page where that is
// possible.
#include "print/flow.h"

#include <algorithm>
#include <cmath>

namespace planc {

namespace {

constexpr double rounding = 0.01;
constexpr double softly_kept = 0.3; ///< of a page, at most

struct Shift {
    double by;

    void operator()(PlacedLines& one) const { one.at.y += by; }
    void operator()(PlacedWord& one) const { one.at.y += by; }
    void operator()(PlacedFill& one) const { one.box.y += by; }
    void operator()(PlacedStroke& one) const {
        one.from.y += by;
        one.to.y += by;
    }
    void operator()(PlacedDot& one) const { one.middle.y += by; }
    void operator()(PlacedTick& one) const { one.box.y += by; }
    void operator()(PlacedChart& one) const { one.box.y += by; }
    void operator()(PlacedLogo& one) const { one.box.y += by; }
    void operator()(OpenPart&) const {}
    void operator()(ClosePart&) const {}
    void operator()(PlacedAnchor& one) const { one.at.y += by; }
};

bool is_structure(const Placed& placed) {
    return std::holds_alternative<OpenPart>(placed) || std::holds_alternative<ClosePart>(placed) ||
           std::holds_alternative<PlacedAnchor>(placed);
}

double repeated_height(const Slug& slug) { return slug.repeated ? slug.repeated->height : 0; }

} // namespace

void shift(Placed& placed, double by) { std::visit(Shift{by}, placed); }

void Flow::add(Slug slug) {
    if (!marks_.empty()) slug.items.insert(slug.items.begin(), marks_.begin(), marks_.end());
    marks_.clear();
    const Keep keep = slug.keep;
    chain_height_ += (chain_.empty() ? 0 : slug.space) + slug.height;
    chain_.push_back(std::move(slug));
    const bool long_enough = chain_height_ > softly_kept * frame_.body.height;
    if (keep == Keep::apart || (keep == Keep::softly && long_enough)) place_chain();
}

void Flow::release() {
    if (!chain_.empty() && chain_.back().keep == Keep::softly) place_chain();
}

void Flow::place_chain() {
    if (chain_.empty()) return;
    std::vector<Slug> chain = std::move(chain_);
    chain_.clear();
    const double height = chain_height_;
    chain_height_ = 0;
    const double needed = height + (begun_ ? chain.front().space : 0);
    const bool fits_a_page = height + repeated_height(chain.front()) <= frame_.body.height + rounding;
    if (chain.front().new_page || (needed > rest() + rounding && fits_a_page)) end_page();
    for (Slug& slug : chain) place(slug);
}

void Flow::place(Slug& slug) {
    const double space = begun_ ? slug.space : 0;
    if (begun_ && space + slug.height > rest() + rounding) end_page();
    if (!begun_) {
        const bool first = !full_;
        if (full_) sink_(std::move(*full_));
        full_.reset();
        page_.size = frame_.size;
        y_ = frame_.body.y;
        if (slug.repeated && !first) {
            put(*slug.repeated, y_, true);
            y_ += slug.repeated->height;
        }
    } else {
        y_ += space;
    }
    put(slug, y_, false);
    y_ += slug.height;
    begun_ = true;
}

void Flow::put(const Slug& slug, double top, bool again) {
    std::vector<std::size_t> open;
    for (const Ground& ground : slug.grounds) {
        const auto same = [&](std::size_t index) {
            const PlacedFill& fill = page_.grounds[index];
            return fill.tint == ground.tint && fill.box.x == ground.x && fill.box.width == ground.width;
        };
        const auto found = std::find_if(open_grounds_.begin(), open_grounds_.end(), same);
        std::size_t index = page_.grounds.size();
        if (found != open_grounds_.end()) {
            index = *found;
        } else {
            page_.grounds.push_back({{ground.x, top, ground.width, 0}, ground.tint});
        }
        page_.grounds[index].box.height = top + slug.height - page_.grounds[index].box.y;
        open.push_back(index);
    }
    open_grounds_ = std::move(open);
    for (Placed item : slug.items) {
        if (again && is_structure(item)) continue;
        shift(item, top);
        page_.items.push_back(std::move(item));
    }
}

void Flow::end_page() {
    if (!begun_) return;
    full_ = std::move(page_);
    page_ = {};
    open_grounds_.clear();
    begun_ = false;
}

void Flow::change_frame(const PageFrame& frame) {
    if (frame.size.width == frame_.size.width && frame.size.height == frame_.size.height) return;
    end_page();
    // Rules that reach from edge to edge still do.
    for (Slug& slug : chain_)
        for (Placed& item : slug.items)
            if (auto* stroke = std::get_if<PlacedStroke>(&item); stroke && stroke->to.x == frame_.body.right())
                stroke->to.x = frame.body.right();
    frame_ = frame;
}

double Flow::room() const {
    const double above = chain_.empty() || !begun_ ? 0 : chain_.front().space;
    return (begun_ ? rest() : frame_.body.height) - chain_height_ - above;
}

void Flow::finish() {
    place_chain();
    end_page();
    if (!full_) full_ = PrintedPage{frame_.size, {}, {}, {}};
    for (Placed& mark : marks_) full_->items.push_back(std::move(mark));
    marks_.clear();
    sink_(std::move(*full_));
    full_.reset();
}

} // namespace planc
