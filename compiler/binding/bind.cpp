// Binds a tree: makes room, reads the file by its table, then settles what needs all of it.
#include "binding/bind.h"

#include "binding/anchor.h"
#include "binding/calendar_draft.h"
#include "binding/reader.h"
#include "binding/tables.h"
#include "binding/work_draft.h"

#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::string_view default_zone = "Asia/Shanghai";

/// Room for all work and ids, so that the largest lists are allocated once, in the right size.
void make_room(Plan& plan, Ids& ids, std::span<const FileRoot> roots) {
    std::size_t work = 0;
    std::size_t others = 0;
    for (const FileRoot& file : roots) {
        for (const Pair& pair : file.root->pairs()) {
            const std::string_view key = pair.key.text();
            const bool tree = key == "phases" || key == "milestones" || key == "rollout";
            if (!tree) {
                others += pair.value.pairs().size() + pair.value.items().size();
                for (const Node& item : pair.value.items())
                    for (const Pair& inner : item.pairs())
                        if (inner.key.text() == "items") others += inner.value.items().size();
                continue;
            }
            work += count_work(pair.value);
            for (const Pair& inner : pair.value.pairs()) work += count_work(inner.value);
        }
    }
    plan.work.reserve(work);
    plan.details.reserve(work); // what is not used of it takes no memory, where the room is large
    ids.reserve(work + others);
}

bool holds_record_alone(const Node& root) {
    bool record = false;
    for (const Pair& pair : root.pairs()) {
        if (pair.key.text() != "record" && pair.key.text() != "planc") return false;
        record = record || pair.key.text() == "record";
    }
    return record;
}

/// The zone of a plan that names none. Where the system does not have it, all times would be those of UTC in silence.
void set_default_zone(PlanReader& reader, Span start_of_file) {
    Plan& plan = reader.plan;
    plan.header.timezone.value = default_zone;
    if (const auto zone = Zone::find(default_zone))
        plan.calendar.zone = *zone;
    else
        reader.no_zone(start_of_file, default_zone);
}

/// What the configuration says for plans that do not say it.
void take_defaults(PlanReader& reader) {
    Plan& plan = reader.plan;
    if (!reader.chose_holidays) use_holiday_sets(plan, reader.configuration.public_holidays);
    plan.outside_fingerprint = plan.record_files;
    const bool dated_by_it = !reader.chose_holidays && !reader.configuration.public_holidays.empty();
    if (!dated_by_it && reader.configuration.file != 0) plan.outside_fingerprint.push_back(reader.configuration.file);
    if (plan.documents.empty()) plan.documents = reader.configuration.build.documents;
}

} // namespace

Plan bind_plan(std::span<const FileRoot> roots, const Files& files, std::uint32_t file,
               const Configuration& configuration, Diagnostics& diagnostics) {
    Plan plan;
    plan.file = file;
    PlanReader reader(plan, files, configuration, diagnostics);
    const Span start_of_file{file, 0, files.at(file).text().empty() ? 0U : 1U};
    if (roots.empty() || roots[0].root == nullptr || roots[0].root->kind() == NodeKind::null) {
        // What is no YAML at all has its finding by now.
        if (diagnostics.empty()) reader.missing(start_of_file, "the file holds no plan", "begin it with `planc: 1`");
    } else {
        std::vector<FileRoot> given(roots.begin(), roots.end());
        std::erase_if(given, [](const FileRoot& one) { return one.root == nullptr; });
        make_room(plan, reader.ids, given);
        reader.read_files(given, plan_record, &plan);
        reader.ids.check();
        for (const FileRoot& one : given) {
            const std::uint32_t number = one.root->span().file;
            if (holds_record_alone(*one.root)) plan.record_files.push_back(number);
            if (one.part != nullptr) plan.part_files.push_back(number);
        }
    }
    take_defaults(reader);
    if (!plan.header.timezone.given()) set_default_zone(reader, start_of_file);
    settle_anchor(reader);
    plan.calendar.prepare();
    return plan;
}

Plan bind_plan(const Tree& tree, const Files& files, std::uint32_t file, Diagnostics& diagnostics) {
    static const Configuration none;
    const FileRoot root{tree.root(), nullptr};
    return bind_plan({&root, 1}, files, file, none, diagnostics);
}

} // namespace planc
