// The model: a release plan as plain structs, every value with where it was written.
#pragma once

#include "plan/background.h"
#include "plan/id_table.h"
#include "plan/people.h"
#include "plan/record.h"
#include "plan/release.h"
#include "plan/response.h"
#include "plan/text_store.h"
#include "plan/wish.h"
#include "plan/work.h"
#include "time/calendar.h"

#include <span>
#include <string_view>
#include <vector>

namespace planc {

enum class PlanStatus : std::uint8_t { draft, in_review, approved, executing, done, abandoned };
enum class Language : std::uint8_t { zh_cn, en };
/// In what documents count from the anchor.
enum class CountIn : std::uint8_t { days, weeks };

/// The key `plan`.
struct Header {
    Text id;
    Text title;
    Text release;  ///< SemVer of what ships
    Text revision; ///< of this document
    Located<PlanStatus> status;
    WrittenDate date; ///< of this revision
    Located<Language> language;
    Text timezone;
    Text audience;
    Text summary;
    std::vector<Text> goals;
    std::vector<Text> scope;
    Reference owner;  ///< who answers for the release
    Reference anchor; ///< the milestone that `T` and weeks count from
    Located<CountIn> count;
    WrittenInstant start; ///< the declared window
    WrittenInstant end;
    Text notes; ///< Markdown
    Span span;  ///< the key `plan`
};

/// A named span in which nothing may start; whole days where no clock time is written.
struct Freeze {
    Text id; ///< may be missing
    Text title;
    WrittenInstant start;
    WrittenInstant end;
    Span span;
};

/// Days the calendar takes out (holidays) or puts in (make-up days), with what they are called.
struct NamedDays {
    DateRange dates;
    Text title; ///< may be missing
    Span span;
};

/// What an id names.
struct Target {
    enum class Kind : std::uint8_t {
        work,
        person,
        role,
        contact,
        metric,
        checklist,
        check_item,
        risk,
        rollback_step,
        freeze,
        contingency,
        notice,
        follow_up,
        environment,
        matrix,
        section,
        attachment
    };
    Kind kind = Kind::work;
    std::uint32_t index = 0; ///< in the plan's list of that kind; check items: the checklist's or follow-up's index
    Span span;               ///< where the id is declared
};

/// "phase", "role", …: how messages call it.
std::string_view name(Target::Kind kind);
std::string_view name(WorkKind kind);
/// As the plan writes them: "planned", "finish_to_start", "zh-CN", "in_review", "high", "<=".
std::string_view name(Status status);
std::string_view name(DependencyType type);
std::string_view name(PlanStatus status);
std::string_view name(Language language);
std::string_view name(CountIn count);
std::string_view name(Level level);
std::string_view name(Place place);
std::string_view name(EntryResult result);
std::string_view name(Outcome outcome);
std::string_view name(DocumentName document);
std::string_view name(DocumentFormat format);
std::string_view name(RecordRows rows);
std::string_view name(Paper paper);
std::string_view name(Comparison comparison);

struct Plan {
    Header header;
    Calendar calendar;               ///< prepared
    std::vector<NamedDays> holidays; ///< as written, and those of the sets; in `calendar` as well
    std::vector<Text> holiday_sets;  ///< names of ready-made sets that the calendar uses
    std::vector<Freeze> freezes;
    std::vector<Person> people;
    std::vector<Role> roles;
    std::vector<Contact> contacts;
    std::vector<Metric> metrics;
    /// Phases with all below them, then the stages with their steps, then the milestones; each in the order written.
    std::vector<Work> work;
    std::vector<WorkDetails> details; ///< of the work that has any
    Rollout rollout;
    std::vector<Milestone> milestones;
    Rollback rollback;
    std::vector<Checklist> checklists;
    std::vector<Risk> risks;
    std::vector<Contingency> contingencies;
    std::vector<Notice> notices;
    std::vector<FollowUp> follow_ups;
    std::vector<Version> versions;
    std::vector<Change> changes;
    std::vector<Environment> environments;
    std::vector<Matrix> matrices;
    std::vector<FreeSection> sections;
    std::vector<Attachment> attachments;
    SignOff sign_off;
    ExecutionRecord record;
    std::vector<WantedDocument> documents;   ///< none where the plan leaves it open
    std::vector<Text> includes;              ///< as written, of all files
    std::vector<std::uint32_t> record_files; ///< files that hold nothing but the record
    /// Files whose texts the fingerprint leaves out: those with the record, and the configuration unless the plan has
    /// its holidays from there.
    std::vector<std::uint32_t> outside_fingerprint;
    std::vector<std::uint32_t>
        part_files; ///< files that were bound, and whose texts were looked at, once for many plans
    /// Every id of the plan, written or made from its place. Of two things with one id, the first.
    IdTable<Target> ids;
    TextStore made_ids; ///< ids made from places, which nobody wrote
    std::uint32_t file = 0;

    const Target* find(std::string_view id) const;
    const Person* find_person(std::string_view id) const;
    const Role* find_role(std::string_view id) const;
    const Metric* find_metric(std::string_view id) const;
    /// `no_work` if the id names no work.
    WorkIndex find_work(std::string_view id) const;
    /// What the work says beside its times; blank where it says nothing more.
    const WorkDetails& details_of(const Work& work) const;
    /// The owner of work, its own or inherited from the nearest parent that has one, or the plan's; not given if none.
    Reference owner_of(WorkIndex work) const;
    /// Where the first date of its times is written, of work, window, checklists, notices or follow-ups; not given if
    /// it has none.
    Span first_date() const;
    /// Everybody who could act for an owner: the person, or the role's people. Views of declared person ids.
    std::vector<std::string_view> people_of(std::string_view owner) const;
};

} // namespace planc
