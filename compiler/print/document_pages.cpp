// Composer and flow, with what stands on every page.
#include "print/document_pages.h"

#include "print/composer.h"
#include "print/running.h"

namespace planc {

namespace {

/// Beside the title.
void put_logo(const Logo& logo, const PageFrame& frame, PrintedPage& page) {
    if (!logo.surface) return;
    page.items.insert(page.items.begin(),
                      PlacedLogo{{frame.body.right() - logo.width, frame.body.y, logo.width, logo.height}});
}

PageNumbers number_pages(Composer& composer, const PageFrame& frame, std::size_t headings) {
    PageNumbers numbers;
    numbers.headings.resize(headings + 1);
    Flow flow(frame, [&](const PrintedPage& printed) {
        ++numbers.total;
        for (const Placed& item : printed.items)
            if (const auto* anchor = std::get_if<PlacedAnchor>(&item))
                numbers.headings[anchor->heading] = numbers.total;
    });
    composer.compose(flow, {});
    flow.finish();
    return numbers;
}

} // namespace

void lay_out_document(const Page& page, Typesetter& typesetter, const Logo& logo, Paper paper, const Flow::Sink& sink) {
    const PageFrame frame = frame_of(paper, typesetter.content().wide);
    const PageFrame wide = frame_of(paper, true);
    Composer composer(typesetter, frame, wide, page.chart, logo.width);
    const PageNumbers numbers = number_pages(composer, frame, typesetter.content().headings.size());
    std::size_t number = 0;
    Flow flow(frame, [&](PrintedPage printed) {
        if (++number == 1) put_logo(logo, frame, printed);
        add_running(printed, page, number, numbers.total, typesetter);
        sink(std::move(printed));
    });
    composer.compose(flow, numbers);
    flow.finish();
}

} // namespace planc
