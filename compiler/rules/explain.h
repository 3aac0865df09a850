// What the rules say of themselves: for a terminal, as the pages of docs/rules, and for other programs.
#pragma once

#include "rules/rule.h"

#include <cstdint>
#include <string>

namespace planc {

enum class PageForm : std::uint8_t { text, markdown, json };

/// A rule's documentation: plain text for a terminal; the page docs/rules/NAME.md; or a JSON object with the keys of
/// Rule, `related` as a list.
std::string explain(const Rule& rule, PageForm form);

/// The page docs/rules/NAME.md without what only makes sense among the others: title and links.
std::string explanation(const Rule& rule);

/// All rules by group: name, severity and what they find; as the page docs/rules/README.md; or a JSON list of what
/// `explain` gives of each.
std::string explain_all(PageForm form);

} // namespace planc
