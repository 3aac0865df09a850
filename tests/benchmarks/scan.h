// The bare event scan: what yaml-cpp alone takes to read a text. All ratios to the size of a plan are ratios to it.
#pragma once

#include <string>

namespace planc::bench {

/// Reads every document of a text and does nothing with it. Throws on what is no YAML.
void scan(const std::string& text);

} // namespace planc::bench
