// Made-up YAML for the properties: well-formed documents, and what is left of them after a few accidents.
#pragma once

#include <random>
#include <string>

namespace planc::test {

/// A document as people write plans: block and flow collections, all scalar styles, comments, anchors, Chinese, emoji.
std::string random_document(std::mt19937& random);

/// The text after one to three accidents: a character lost, doubled, moved or put in, a line cut or joined.
std::string mutate(std::string text, std::mt19937& random);

} // namespace planc::test
