// A scheduler that is slow and obvious: the language page, sentence by sentence, until nothing changes any more.
#pragma once

#include "schedule/schedule.h"

#include <set>

class SlowSchedule {
public:
    explicit SlowSchedule(const planc::Plan& plan);

    static constexpr planc::Instant any_time = planc::Instant::max();

    struct Item {
        std::optional<planc::Instant> start;
        std::optional<planc::Instant> end;
        planc::Instant earliest;
        planc::Instant latest_start; ///< `any_time` where nothing holds it
        planc::Instant latest_end;
        std::int64_t slack = 0;
        bool cancelled = false; ///< it, a group around it or all in it
        /// Of cancelled work: when all is over that it and the groups around it wait for at the start, and at the end.
        struct Pass {
            bool known = false;
            std::optional<planc::Instant> at; ///< nothing if they wait for nothing
            planc::Instant latest = any_time;
        };
        Pass pass_start{};
        Pass pass_end{};

        bool dated() const { return start && end; }
    };

    std::vector<Item> items;
    std::size_t circles = 0; ///< sets of events that all wait for one another
    planc::Interval window;

private:
    using Instant = planc::Instant;
    using Duration = planc::Duration;
    using WorkIndex = planc::WorkIndex;

    /// `by` and all below it wait for `on` and all below it.
    struct Wait {
        WorkIndex on;
        WorkIndex by;
        planc::DependencyType type;
        Duration lag;
    };
    /// The start or the end of a piece of work, or of what cancelled work waits for.
    using Event = std::size_t;
    static Event start_of(WorkIndex work) { return 4 * work; }
    static Event end_of(WorkIndex work) { return 4 * work + 1; }
    static Event pass_start_of(WorkIndex work) { return 4 * work + 2; }
    static Event pass_end_of(WorkIndex work) { return 4 * work + 3; }

    static bool from_end(const Wait& wait);
    static bool to_end(const Wait& wait);

    std::vector<WorkIndex> with_all_below(WorkIndex work) const;
    std::vector<WorkIndex> children(WorkIndex work) const;
    bool gone(WorkIndex work) const;
    std::vector<WorkIndex> kept_children(WorkIndex work) const;
    std::vector<WorkIndex> kept_below(WorkIndex work) const;
    std::vector<WorkIndex> with_groups_around(WorkIndex work) const;
    bool is_group(WorkIndex work) const;
    const planc::Stage* stage(WorkIndex work) const;
    std::optional<Duration> length(WorkIndex work) const;
    bool moves_as_one(WorkIndex work) const;
    bool has_own_start(WorkIndex work) const;
    bool ends_with_children(WorkIndex work) const;
    bool related(WorkIndex a, WorkIndex b) const;

    std::optional<WorkIndex> last_kept_before(const std::vector<WorkIndex>& list, WorkIndex work) const;
    void collect_waits();
    void find_origin();
    void collect_events();
    std::set<Event> awaited(const Wait& wait) const;
    std::set<Event> after(Event event) const;
    void find_circles();

    bool known(Event event) const;
    void find_dates();
    void date_start(WorkIndex work);
    void date_end(WorkIndex work);
    void date_pass(WorkIndex work, bool end);
    std::optional<Instant> place(const planc::WrittenInstant& written, WorkIndex work, bool as_end,
                                 std::optional<Instant> beside) const;
    std::optional<Instant> dependencies_allow(WorkIndex work, bool end, bool with_group_starts) const;
    Instant earliest_to_end(Instant end, Duration length) const;
    Instant opening() const;
    void find_earliest();

    void find_latest();
    bool bound(Instant& value, Instant by);
    bool bound_start(WorkIndex work, Instant by);
    Instant before_lag(Instant bound, Duration lag) const;
    Instant latest_end_of(WorkIndex work) const;
    bool tighten(WorkIndex work);
    bool tighten_waits();
    bool tighten_passes();
    bool bound_awaited(const Wait& wait, Instant by);
    bool bound_opening(Instant by);
    bool tighten_relative(WorkIndex work);
    std::int64_t find_slack(WorkIndex work);

    const planc::Plan& plan_;
    const planc::Calendar& calendar_;
    std::vector<Wait> waits_;
    std::optional<WorkIndex> within_;
    std::vector<WorkIndex> opened_stages_; ///< those that start when work in `within_` does
    std::optional<Instant> origin_;
    std::vector<std::set<Event>> follows_; ///< what must be known before the event is
    std::vector<WorkIndex> opened_by_;     ///< the children of `within_` that do not wait for the rollout
};
