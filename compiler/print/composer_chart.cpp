// The chart within a document: between its texts if it is legible there, else on a wide page of its own.
#include "print/composer.h"

#include <algorithm>

namespace planc {

namespace {

constexpr double legible = 6;   ///< points
constexpr double largest = 0.8; ///< points of a pixel; larger it would shout

double smallest_letter(const Picture& picture) {
    double smallest = 100;
    for (const PlacedText& text : picture.texts) smallest = std::min(smallest, lettering(text.ink).size);
    return smallest;
}

} // namespace

void Composer::put_chart(const Place& place) {
    if (chart_ == nullptr) return;
    if (!picture_) picture_ = lay_out(*chart_);
    const Picture& picture = *picture_;
    const auto scale_on = [&](double width, double height) {
        return std::min({width / picture.width, (height - flow_->waiting()) / picture.height, largest});
    };
    double scale = scale_on(place.width, frame_.body.height);
    const bool apart = smallest_letter(picture) * scale < legible;
    if (apart) {
        flow_->change_frame(wide_);
        scale = scale_on(wide_.body.width, wide_.body.height);
    }
    Slug slug;
    slug.height = picture.height * scale;
    slug.items.emplace_back(OpenPart{"Figure"});
    slug.items.emplace_back(PlacedChart{chart_, &picture, {place.x, 0, picture.width * scale, slug.height}});
    slug.items.emplace_back(ClosePart{"Figure"});
    put(std::move(slug), place);
    if (apart) flow_->change_frame(frame_);
}

} // namespace planc
