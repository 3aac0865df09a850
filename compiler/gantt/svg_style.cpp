// Rules are written with `@name` for a colour; expanding gives the plain value first and the custom property after it.
#include "gantt/svg_style.h"

#include "gantt/layout.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace planc {
namespace {

struct Colour {
    std::string_view name;
    std::string_view light;
    std::string_view dark;
};

constexpr std::array<Colour, 24> colours{{
    {"paper", "#ffffff", "#14191f"},
    {"ink", "#1d2733", "#e8edf3"},
    {"muted", "#5a6776", "#9fadbc"},
    {"line", "#edf0f4", "#232b34"},
    {"rule", "#d5dbe3", "#3a4552"},
    {"grid", "#e6eaf0", "#262e37"},
    {"rest", "#f4f6f9", "#1a2028"},
    {"freeze", "#8b97a8", "#6f7e90"},
    {"freeze-paper", "#eceff3", "#222a33"},
    {"group", "#3a4756", "#aab7c5"},
    {"task", "#cfdff3", "#24405f"},
    {"task-edge", "#4a7ab0", "#6d9fd6"},
    {"task-active", "#93b9e4", "#356aa5"},
    {"task-done", "#5f7488", "#8398ad"},
    {"critical", "#fbdccb", "#5a2c18"},
    {"critical-edge", "#c2410c", "#f58a52"},
    {"critical-active", "#f3ab85", "#94451d"},
    {"stage", "#d9efe9", "#1c3a37"},
    {"stage-fill", "#4ea28f", "#3f9a87"},
    {"stage-edge", "#2c7a6a", "#6cc7b3"},
    {"on-done", "#ffffff", "#10151a"},
    {"arrow", "#8794a3", "#7b8997"},
    {"slack", "#a7b2bf", "#5d6a78"},
    {"today", "#7a3fb0", "#c39af0"},
}};

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
.planc-gantt .inlay{fill:none;stroke:@paper}
.planc-gantt .blocked{stroke-dasharray:5 2.5}
.planc-gantt .task.cancelled{fill:@paper;stroke:@muted;stroke-dasharray:2 2}
.planc-gantt .stage{fill:@stage}
.planc-gantt .stage-fill{fill:@stage-fill}
.planc-gantt .stage-fill.done{fill:@stage-edge}
.planc-gantt .stage-frame{fill:none;stroke:@stage-edge}
.planc-gantt .stage-frame.crit{stroke:@critical-edge;stroke-width:2}
.planc-gantt .cancelled.stage-fill{opacity:.25}
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

const Colour* find_colour(std::string_view name) {
    for (const Colour& colour : colours)
        if (colour.name == name) return &colour;
    return nullptr;
}

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
        const Colour* colour = find_colour(text.substr(sign + 1, end - sign - 1));
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
    for (const Colour& colour : colours) style += fmt::format("--planc-{}:{};", colour.name, colour.light);
    style += "color-scheme:light dark}\n@media (prefers-color-scheme:dark){.planc-gantt{";
    for (const Colour& colour : colours) style += fmt::format("--planc-{}:{};", colour.name, colour.dark);
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
