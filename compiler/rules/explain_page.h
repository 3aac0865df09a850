// The forms that explain.h promises, one file each.
#pragma once

#include "rules/rule.h"

#include <string>
#include <vector>

namespace planc {

std::string text_page(const Rule& rule);
std::string text_index();
std::string markdown_page(const Rule& rule);
std::string markdown_index();
std::string json_page(const Rule& rule);
std::string json_index();

/// What the configuration can say of the rule, as Markdown; empty for most.
std::string options_of(const Rule& rule);

/// The names in `Rule::related`.
std::vector<std::string_view> related_names(const Rule& rule);

} // namespace planc
