// From the tree of a file to a plan, driven by the field tables.
#pragma once

#include "binding/part.h"
#include "diagnostics/diagnostic.h"
#include "plan/baseline.h"
#include "plan/configuration.h"
#include "plan/plan.h"
#include "source/file.h"
#include "syntax/tree.h"

#include <span>
#include <string>

namespace planc {

/// A file of a plan.
struct FileRoot {
    const Node* root = nullptr;      ///< null of a file that holds nothing
    const BoundPart* part = nullptr; ///< of an included file that has been bound
};

/// Binds the root of a file with the roots of those it includes, at any depth, which are in `files` too. `file` is the
/// number of the first. `configuration` must outlive the plan. Otherwise as below.
Plan bind_plan(std::span<const FileRoot> roots, const Files& files, std::uint32_t file,
               const Configuration& configuration, Diagnostics& diagnostics);

/// Binds a tree. Rules: unknown-key, wrong-type, missing-key, bad-value, duplicate-id, unknown-reference.
/// Whatever is well formed is in the plan even with findings. `tree` and `files` must outlive the plan.
Plan bind_plan(const Tree& tree, const Files& files, std::uint32_t file, Diagnostics& diagnostics);

/// Binds `.planc.yaml`, whose number is `file`. Rules as above. `tree` must outlive the configuration. Whether its
/// rules exist is for others to say.
Configuration bind_configuration(const Tree& tree, const Files& files, std::uint32_t file, Diagnostics& diagnostics);

/// Binds a baseline; otherwise as above.
Baseline bind_baseline(const Tree& tree, const Files& files, std::uint32_t file, Diagnostics& diagnostics);

/// The JSON Schema (draft-07) of the language, from the same field tables; ends in a line break.
std::string plan_schema();
/// Its `$id`, by which it is recognised.
inline constexpr std::string_view plan_schema_id = "planc/plan.schema.json";
/// The same for `.planc.yaml`, whose `rules` may be these.
std::string configuration_schema(const std::vector<std::string_view>& rules);

/// The language reference as Markdown, from the field tables, for docs/language.md.
std::string language_reference();

/// The same of `.planc.yaml`, for docs/configuration.md.
std::string configuration_reference();

/// For --dump=plan: the model as indented text, in the order of the language.
std::string dump(const Plan& plan);

} // namespace planc
