// The stages of the program on one text, within this process, each rule by itself.
#pragma once

#include "binding/bind.h"
#include "rules/all.h"
#include "schedule/schedule.h"
#include "syntax/tree.h"

#include <functional>
#include <memory>
#include <string>

namespace planc::bench {

/// What the stages before the rules made of a text.
struct Staged {
    Files files;
    Tree tree;
    Plan plan;
    Schedule schedule;
    Diagnostics findings; ///< of these stages
};

std::unique_ptr<Staged> stage(const std::string& text);

/// What the rules look at; "now" is a day of 2026.
Analysis analysed(const Staged& staged);

/// What one rule finds.
Diagnostics findings_of(const Rule& rule, const Analysis& analysis);

/// Seconds of processor of the fastest of several runs: more of what is quickly over, one of what takes long.
double fastest(const std::function<void()>& work);

} // namespace planc::bench
