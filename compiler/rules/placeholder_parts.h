// The parts of the search for placeholders, and what they ask of the text around a place.
#pragma once

#include "rules/placeholders.h"

#include <optional>

namespace planc {

/// True if `character` is one of `signs`.
bool is_one_of(std::string_view character, std::string_view signs);

/// Bytes of `sign` after `sign` from `at` on.
std::size_t run_length(std::string_view text, std::size_t at, std::string_view sign);

/// True if no ASCII letter or digit goes on before or behind it.
bool is_whole_word(std::string_view text, Placeholder match);

/// The character before or behind it, blanks passed over; empty at the edge of the text.
std::string_view sign_before(std::string_view text, Placeholder match);
std::string_view sign_behind(std::string_view text, Placeholder match);

/// True if it is all that is said: behind a colon, in brackets, in a table's cell, or the whole line.
bool is_all_said(std::string_view text, Placeholder match);

/// True where the line speaks of how something is written: `日期格式：YYYY-MM-DD`.
bool tells_a_format(std::string_view text, std::size_t at);

// Each looks for those of one sort that begin at `at`.
std::optional<Placeholder> placeholder_word_at(std::string_view text, std::size_t at, TextPlace place);
std::optional<Placeholder> bracketed_placeholder_at(std::string_view text, std::size_t at, TextPlace place);
std::optional<Placeholder> placeholder_sign_at(std::string_view text, std::size_t at, TextPlace place);

} // namespace planc
