// The chart within a document: between its texts where it is legible there, else on pages of its own.
#include "print/composer.h"

#include <algorithm>

namespace planc {

namespace {

constexpr double between = 12; ///< at most, from what waits above to the chart

} // namespace

void Composer::put_chart(const Place& place) {
    if (chart_ == nullptr) return;
    if (tiles_.empty()) {
        const double above = flow_->waiting() + between;
        tiles_ = tile(*chart_, place.width, frame_.body.height - above);
        if (tiles_.size() > 1) {
            std::vector<PageTile> turned = tile(*chart_, wide_.body.width, wide_.body.height - above);
            tiles_turned_ = turned.size() <= tiles_.size();
            if (tiles_turned_) tiles_ = std::move(turned);
        }
    }
    if (tiles_turned_) flow_->change_frame(wide_);
    for (const PageTile& one : tiles_) {
        Slug slug;
        slug.new_page = &one != &tiles_.front();
        slug.height = one.picture.height * one.scale;
        slug.items.emplace_back(OpenPart{"Figure"});
        slug.items.emplace_back(
            PlacedChart{chart_, &one.picture, {place.x, 0, one.picture.width * one.scale, slug.height}});
        slug.items.emplace_back(ClosePart{"Figure"});
        put(std::move(slug), place);
    }
    if (tiles_turned_) flow_->change_frame(frame_);
}

} // namespace planc
