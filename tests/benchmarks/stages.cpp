#include "stages.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace planc::bench {

std::unique_ptr<Staged> stage(const std::string& text) {
    auto staged = std::make_unique<Staged>();
    const std::uint32_t file = staged->files.add("worst.plan.yaml", text);
    staged->tree = parse_yaml(staged->files, file, staged->findings);
    staged->plan = bind_plan(staged->tree, staged->files, file, staged->findings);
    staged->schedule = make_schedule(staged->plan);
    return staged;
}

Analysis analysed(const Staged& staged) {
    const LocalTime now = std::chrono::local_days{std::chrono::year{2026} / 7 / 1};
    static const Configuration none;
    return analyse(staged.files, staged.plan, staged.schedule, none, staged.plan.calendar.zone.to_instant(now));
}

Diagnostics findings_of(const Rule& rule, const Analysis& analysis) {
    Diagnostics found;
    if (rule.check != nullptr) {
        Findings findings(found, rule);
        rule.check(analysis, findings);
    }
    return found;
}

double fastest(const std::function<void()>& work) {
    // Time of the processor: what else goes on in the machine does not count.
    const auto now = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    };
    double best = 0;
    double all = 0;
    for (int run = 0; run == 0 || (run < 3 && all < 0.5) || (all < 0.05 && run < 30); ++run) {
        const double begin = now();
        work();
        const double taken = now() - begin;
        all += taken;
        best = run == 0 ? taken : std::min(best, taken);
    }
    return best;
}

} // namespace planc::bench
