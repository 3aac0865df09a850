// The fonts a theme asks for, and one lock for all that draws with them.
#pragma once

#include "documents/theme.h"
#include "plan/plan.h"
#include "print/typesetter.h"

#include <mutex>
#include <string_view>

namespace planc {

/// Held while anything is drawn: pango, cairo and fontconfig share fonts between documents.
std::mutex& drawing();

/// `zh-CN`
std::string_view tag_of(Language language);

/// The fonts for a text in a language; `missing` where Chinese has to be written and cannot be.
FontFamilies families_for(const Theme& theme, Language language, std::string_view text);

} // namespace planc
