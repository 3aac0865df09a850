// Rules are written with `@name` for a colour; expanding gives the plain value first and the custom property after it.
#include "gantt/svg_style.h"

#include "gantt/layout.h"
#include "gantt/palette.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace planc {
namespace {

constexpr std::string_view rules = R"(
.planc-gantt{font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,"Segoe UI",Roboto,sans-serif}
.planc-gantt text{fill:@ink;white-space:pre}
.planc-gantt .paper{fill:@paper}
.planc-gantt .rest{fill:@rest}
.planc-gantt .framed{stroke:@rule}
.planc-gantt .freeze{fill:url(#planc-gantt-hatch);stroke:@freeze;stroke-width:.75}
.planc-gantt .hatch-paper{fill:@freeze-paper}
.planc-gantt .hatch{stroke:@freeze;stroke-width:1;opacity:.55}
.planc-gantt path{fill:none}
.planc-gantt .rows{stroke:@line}
.planc-gantt .rules{stroke:@rule}
.planc-gantt .grid{stroke:@grid}
.planc-gantt .arrow{stroke:@arrow;stroke-width:1.25;stroke-linejoin:round;stroke-linecap:round}
.planc-gantt .head{fill:@arrow;stroke:none}
.planc-gantt .head.crit{fill:@critical-edge}
.planc-gantt .tab{fill:@freeze-paper}
.planc-gantt .tab-edge{stroke:@freeze;stroke-width:.75}
.planc-gantt .arrow.crit{stroke:@critical-edge;stroke-width:1.6}
.planc-gantt .slack{stroke:@slack;stroke-width:1.5}
.planc-gantt .today{stroke:@today;stroke-width:1.5;stroke-dasharray:4 3}
.planc-gantt .group{fill:@group}
.planc-gantt .task{fill:@task;stroke:@task-edge}
.planc-gantt .task.active{fill:@task-active}
.planc-gantt .task.done{fill:@task-done;stroke:@task-done}
.planc-gantt .task.crit{fill:@critical;stroke:@critical-edge;stroke-width:2}
.planc-gantt .task.crit.active{fill:@critical-active}
.planc-gantt .task.crit.done{fill:@task-done}
.planc-gantt .progress{fill:@task-active;stroke:@task-edge}
.planc-gantt .progress.crit{fill:@critical-active;stroke:@critical-edge}
.planc-gantt .actual{fill:@actual}
.planc-gantt .inlay{fill:none;stroke:@paper}
.planc-gantt .blocked{stroke-dasharray:5 2.5}
.planc-gantt .task.cancelled{fill:@paper;stroke:@muted;stroke-dasharray:2 2}
.planc-gantt .stage{fill:@stage}
.planc-gantt .stage-fill{fill:@stage-fill}
.planc-gantt .stage-fill.done{fill:@stage-edge}
.planc-gantt .stage-frame{fill:none;stroke:@stage-edge}
.planc-gantt .stage-frame.crit{stroke:@critical-edge;stroke-width:2}
.planc-gantt .cancelled.stage-fill{opacity:.25}
.planc-gantt rect.open.open{stroke:none}
.planc-gantt .mile{fill:@group;stroke:@group;stroke-linejoin:round}
.planc-gantt .mile.crit{fill:@critical-edge;stroke:@critical-edge}
.planc-gantt .mile.cancelled{fill:@paper}
.planc-gantt .mile-ring{stroke:@critical-edge;stroke-width:1.25}
.planc-gantt .sign{stroke:@ink;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.planc-gantt .sign.solid{fill:@ink}
.planc-gantt .sign.on{stroke:@on-done}
.planc-gantt .sign.solid.on{fill:@on-done}
.planc-gantt .muted,.planc-gantt .t-subtitle,.planc-gantt .t-column,.planc-gantt .t-minor,.planc-gantt .t-owner,.planc-gantt .t-legend,.planc-gantt .t-none{fill:@muted}
.planc-gantt .t-none{font-style:italic}
.planc-gantt .t-today{fill:@today}
.planc-gantt .t-freeze{fill:@muted}
.planc-gantt .t-dates.on{fill:@on-done}
.planc-gantt .halo{paint-order:stroke;stroke:@paper;stroke-width:3;stroke-linejoin:round}
.planc-gantt .struck{text-decoration:line-through;fill:@muted}
)";

struct InkClass {
    Ink ink;
    std::string_view name;
};

constexpr std::array<InkClass, 14> ink_classes{{{Ink::title, "t-title"},
                                                {Ink::subtitle, "t-subtitle"},
                                                {Ink::column, "t-column"},
                                                {Ink::major_tick, "t-major"},
                                                {Ink::minor_tick, "t-minor"},
                                                {Ink::group_label, "t-group"},
                                                {Ink::label, "t-label"},
                                                {Ink::owner, "t-owner"},
                                                {Ink::dates, "t-dates"},
                                                {Ink::percent, "t-percent"},
                                                {Ink::no_date, "t-none"},
                                                {Ink::freeze, "t-freeze"},
                                                {Ink::as_of, "t-today"},
                                                {Ink::legend, "t-legend"}}};

/// `fill:@ink` becomes `fill:#1d2733;fill:var(--planc-ink)`.
std::string expand(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t sign = text.find('@', at);
        if (sign == std::string_view::npos) break;
        const std::size_t end = text.find_first_of(";}", sign);
        const std::size_t colon = text.rfind(':', sign);
        const std::size_t property = text.find_last_of("{;", colon) + 1;
        const ChartColour* colour = find_colour(text.substr(sign + 1, end - sign - 1));
        out += text.substr(at, sign - at);
        if (colour != nullptr)
            out += fmt::format("{};{}:var(--planc-{})", colour->light, text.substr(property, colon - property),
                               colour->name);
        at = end;
    }
    out += text.substr(at);
    return out;
}

std::string make_style() {
    std::string style = ".planc-gantt{";
    for (const ChartColour& colour : chart_colours()) style += fmt::format("--planc-{}:{};", colour.name, colour.light);
    style += "color-scheme:light dark}\n@media (prefers-color-scheme:dark){.planc-gantt{";
    for (const ChartColour& colour : chart_colours()) style += fmt::format("--planc-{}:{};", colour.name, colour.dark);
    style += "}}";
    style += expand(rules);
    for (const InkClass& ink : ink_classes) {
        const Lettering type = lettering(ink.ink);
        style += fmt::format(".planc-gantt .{}{{font-size:{}px{}}}\n", ink.name, type.size,
                             type.bold ? ";font-weight:600" : "");
    }
    return style;
}

} // namespace

const std::string& svg_style() {
    static const std::string style = make_style();
    return style;
}

std::string_view ink_class(Ink ink) {
    for (const InkClass& entry : ink_classes)
        if (entry.ink == ink) return entry.name;
    return "t-label";
}

} // namespace planc
