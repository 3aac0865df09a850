#include "binding/part.h"

#include "binding/reader.h"
#include "binding/tables.h"

#include <algorithm>
#include <array>

namespace planc {
namespace {

constexpr std::array<std::string_view, 6> part_keys{"planc", "include", "people", "roles", "contacts", "metrics"};

template <class T>
void join(Ids& ids, std::vector<T>& list, const std::vector<T>& from, Target::Kind kind) {
    list = from;
    for (std::size_t index = 0; index < list.size(); ++index)
        ids.declare(kind, index, list[index].id, list[index].span);
}

} // namespace

std::unique_ptr<const BoundPart> bind_part(const Node& root, const Files& files, std::uint32_t file,
                                           const Configuration& configuration, Diagnostics& diagnostics) {
    const auto shared = [](const Pair& pair) {
        return std::find(part_keys.begin(), part_keys.end(), pair.key.text()) != part_keys.end();
    };
    if (root.kind() != NodeKind::mapping || !std::all_of(root.pairs().begin(), root.pairs().end(), shared))
        return nullptr;
    auto part = std::make_unique<BoundPart>();
    part->plan.file = file;
    PlanReader reader(part->plan, files, configuration, diagnostics);
    reader.read_part(root, plan_record, &part->plan);
    part->open = reader.ids.take_open();
    return part;
}

void PlanReader::take_over(const BoundPart& part, std::string_view key) {
    if (key == "people") join(ids, plan.people, part.plan.people, Target::Kind::person);
    if (key == "roles") join(ids, plan.roles, part.plan.roles, Target::Kind::role);
    if (key == "contacts") join(ids, plan.contacts, part.plan.contacts, Target::Kind::contact);
    if (key == "metrics") join(ids, plan.metrics, part.plan.metrics, Target::Kind::metric);
}

} // namespace planc
