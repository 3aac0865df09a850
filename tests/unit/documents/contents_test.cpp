// The list of contents and its anchors.
#include "documents/contents.h"
#include "documents/marks.h"

#include <catch2/catch.hpp>

using namespace planc;

TEST_CASE("anchors are named as GitHub names them") {
    CHECK(anchor_of("Key dates") == "key-dates");
    CHECK(anchor_of("1. 在微信开发者工具中导入源码") == "1-在微信开发者工具中导入源码");
    CHECK(anchor_of("提审资质材料（阶段一，已完成）") == "提审资质材料阶段一已完成");
    CHECK(anchor_of("C++ & C#: what's new?") == "c--c-whats-new");
    CHECK(anchor_of("snake_case-and_dash") == "snake_case-and_dash");
    CHECK(anchor_of("ÄÖÜ Straße") == "äöü-straße");
    CHECK(anchor_of("🚀 Launch") == "-launch");
    CHECK(anchor_of("a  b") == "a--b");
}

TEST_CASE("the contents list the headings behind them") {
    CHECK(without_marks(
              fill_contents("# T\n\n## Contents\n\n" + contents_mark() +
                            "\n\n## One\n\n### 1. A \\*x\\*\n\n#### deep\n\n```\n## not one\n```\n\n## One\n")) ==
          "# T\n\n## Contents\n\n\n- [One](#one)\n  - [1. A \\*x\\*](#1-a-x)\n- [One](#one-1)\n\n## One\n\n### 1. A "
          "\\*x\\*\n\n#### deep\n\n```\n## not one\n```\n\n## One\n");
    CHECK(fill_contents("## A\n") == "## A\n");
}
