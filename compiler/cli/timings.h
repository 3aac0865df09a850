// Where the time of a run goes, for --timings.
#pragma once

#include "host/host.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace planc {

/// What a plan goes through, one after another.
enum class RunStage : std::uint8_t { read, parse, include, bind, schedule, rules, render };

/// Seconds that were spent on each stage and each rule, of all plans and threads together.
class Timings {
public:
    explicit Timings(Host& host) : host_(host) {}
    /// A table of milliseconds and shares of the whole: the stages that took place, and below `rules` those of them
    /// that took more than a hundredth of the whole, the longest first.
    std::string table() const;

private:
    friend class Watch;
    static constexpr std::size_t stages = static_cast<std::size_t>(RunStage::render) + 1;
    using Seconds = std::map<std::string_view, double>;

    Host& host_;
    std::mutex mutex_;
    std::array<double, stages> of_stage_{};
    Seconds of_rule_;
};

/// Measures what one thread does, one thing after another. Without timings it looks at no clock.
class Watch {
public:
    /// Begins now. `timings` may be null, and gets the sums when the watch goes.
    explicit Watch(Timings* timings);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    bool runs() const { return timings_ != nullptr; }
    /// What was done since the last call, or the beginning, was this stage.
    void lap(RunStage stage);
    /// Likewise, this rule; `name` points to static text.
    void lap(std::string_view rule);

private:
    double since_last();

    Timings* timings_;
    double last_ = 0;
    std::array<double, Timings::stages> of_stage_{};
    Timings::Seconds of_rule_;
};

} // namespace planc
