// The field tables of versions, changes, environments, matrices, sections, attachments and wanted documents.
#include "binding/collections.h"
#include "binding/mentions.h"
#include "binding/times.h"

#include <array>

namespace planc {

namespace {
constexpr std::array<std::string_view, place_count> place_meanings{"the overview",
                                                                   "the key dates",
                                                                   "the schedule as a table",
                                                                   "the schedule as a picture",
                                                                   "the work",
                                                                   "the rollout",
                                                                   "the metrics",
                                                                   "the rollback",
                                                                   "the contingencies",
                                                                   "the checklists",
                                                                   "the risks",
                                                                   "the notices",
                                                                   "the follow-ups",
                                                                   "people and roles",
                                                                   "the calendar",
                                                                   "the environments",
                                                                   "the tables",
                                                                   "the road map",
                                                                   "the attachments",
                                                                   "what really happened",
                                                                   "the changes of the plan",
                                                                   "the signatures",
                                                                   "the end"};
constexpr std::array<std::string_view, document_names> document_meanings{"the whole plan",
                                                                         "what to tick",
                                                                         "the day itself, step by step",
                                                                         "planned beside what really happened",
                                                                         "one sheet to sign",
                                                                         "the schedule as a picture",
                                                                         "everything, for other programs"};
constexpr std::array<std::string_view, document_formats> format_meanings{
    "Markdown",          "a page for a browser",     "pages for paper", "a picture that can be enlarged",
    "a Mermaid diagram", "a picture for a terminal", "a picture",       "data for other programs"};
constexpr std::array<std::string_view, 2> rows_meanings{"a row for each step", "a row for each phase and stage"};

} // namespace

template <>
constinit const Choices ChoicesOf<Place>::choices{[](std::size_t value) { return name(static_cast<Place>(value)); },
                                                  place_meanings};

template <>
constinit const Choices ChoicesOf<DocumentName>::choices{
    [](std::size_t value) { return name(static_cast<DocumentName>(value)); }, document_meanings};

template <>
constinit const Choices ChoicesOf<DocumentFormat>::choices{
    [](std::size_t value) { return name(static_cast<DocumentFormat>(value)); }, format_meanings};

template <>
constinit const Choices ChoicesOf<RecordRows>::choices{
    [](std::size_t value) { return name(static_cast<RecordRows>(value)); }, rows_meanings};

namespace {

std::string_view place_in_order(std::size_t value) {
    return static_cast<Place>(value) == Place::end ? "rest" : name(static_cast<Place>(value));
}
constexpr Choices places_in_order{place_in_order, place_meanings};

/// A section of the plan document, or `rest`.
struct SectionInOrder {
    static constexpr ValueType type{.form = Form::choice, .choices = &places_in_order};
    static bool read(PlanReader& reader, const Node& node, Located<Place>& value) {
        std::size_t number = 0;
        if (!read_choice(reader, node, type, number)) return false;
        value = {static_cast<Place>(number), node.span()};
        return true;
    }
    static void write(std::string& out, const Located<Place>& value) {
        out += place_in_order(static_cast<std::size_t>(value.value));
    }
};

/// `2025-12-08`, or the month alone.
struct MonthOrDate {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a month such as `2025-12`, or a date",
                                    .pattern = "^({date}|[0-9]{4}-(0[1-9]|1[0-2]))$"};
    static bool read(PlanReader& reader, const Node& node, Text& value) {
        if (!reader.expect_text(node, type)) return false;
        const std::string_view text = node.text();
        const bool month =
            text.size() == 7 && text[4] == '-' && std::holds_alternative<Date>(parse_date(std::string(text) + "-01"));
        if (!month) {
            WrittenDate date;
            if (!DateText::read(reader, node, date)) return false;
        }
        value = {text, node.span()};
        return true;
    }
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

/// A cell of a table; it may be empty or blank.
struct CellText {
    static constexpr ValueType type{.form = Form::text, .takes = "a text", .several = "texts"};
    static bool read(PlanReader& reader, const Node& node, Text& value) {
        if (node.kind() != NodeKind::null && node.kind() != NodeKind::scalar) return reader.wrong_type(node, type);
        value = {node.text(), node.span()};
        return true;
    }
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

constexpr Field version_fields[] = {
    field<&Version::version, PlainText>("version", Need::required, "Its number (SemVer).", "1.1.0", "release"),
    field<&Version::title, PlainText>("title", Need::optional, "What it is about.", "More functions", "name"),
    field<&Version::date, MonthOrDate>("date", Need::optional, "When it comes: a month or a date.", "2026-01", "when"),
    field<&Version::contents, List<PlainText>>("contents", Need::optional, "What it brings.", "[Rankings, Badges]",
                                               "features changes"),
    field<&Version::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                         "Not *promised* yet.", "note remarks description"),
};

constexpr Field change_fields[] = {
    field<&Change::revision, PlainText>("revision", Need::required, "The revision of this plan.", "\"1.2\"", "version"),
    field<&Change::date, DateText>("date", Need::optional, "The date of the revision.", "2025-10-30"),
    field<&Change::by, MentionText>("by", Need::optional, "Who made it.", "zhou", "author who"),
    field<&Change::changes, OneOrList<PlainText>>("changes", Need::required, "What has changed.",
                                                  "[The stages last longer]", "what summary description"),
};

constexpr Field environment_fields[] = {
    field<&Environment::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                   "production"),
    field<&Environment::title, PlainText>("title", Need::required, "What it is called.", "Production", "name"),
    field<&Environment::address, PlainText>("address", Need::optional, "Where it is found.", "https://shop.example.com",
                                            "url host domain"),
    field<&Environment::settings, List<PlainText>>("settings", Need::optional, "What is worth stating of it.",
                                                   "[8 cores, 16 GB]", "configuration config specs"),
    field<&Environment::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                             "Shared with *staging*.", "note remarks description"),
};

constexpr Field matrix_fields[] = {
    field<&Matrix::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.", "coverage"),
    field<&Matrix::title, PlainText>("title", Need::required, "What it is called in documents.", "Test coverage",
                                     "name"),
    field<&Matrix::after, OneOf<Place>>("after", Need::optional,
                                        "The section of the plan document it stands behind; among the tables where it "
                                        "is not written.",
                                        "checklists", "behind place position"),
    field<&Matrix::columns, List<PlainText>>("columns", Need::required,
                                             "What stands above its columns, the first one too.",
                                             "[Module, Unit tests, Load tests]", "header headers"),
    field<&Matrix::rows, List<List<CellText>>>("rows", Need::required,
                                               "Its rows: for each as many cells as there are columns.",
                                               "[[Login, done, open], [Search, done, \"\"]]", "cells data"),
    field<&Matrix::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                        "Here *open* means next week.", "note remarks legend"),
};

constexpr Field section_fields[] = {
    field<&FreeSection::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                   "branches"),
    field<&FreeSection::title, PlainText>("title", Need::required, "Its heading.", "How we branch", "name heading"),
    field<&FreeSection::after, OneOf<Place>>("after", Need::optional,
                                             "The section of the plan document it stands behind; at the end where it "
                                             "is not written.",
                                             "schedule", "behind place position"),
    field<&FreeSection::body, MarkdownText>("body", Need::required, "Its text, in Markdown.",
                                            "Fixes go to `main` **and** to the release.", "text content markdown"),
};

constexpr Field attachment_fields[] = {
    field<&Attachment::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                  "privacy-policy"),
    field<&Attachment::title, PlainText>("title", Need::required, "What it is.", "Privacy policy", "name"),
    field<&Attachment::kind, PlainText>("kind", Need::optional, "What sort of thing it is.", "Document",
                                        "type category"),
    field<&Attachment::location, PlainText>("location", Need::optional, "Where it is found; never a secret.",
                                            "https://example.com/privacy", "url path link where address"),
    field<&Attachment::owner, OwnerId>("owner", Need::optional, "Who has it.", "lin"),
    field<&Attachment::ready, TrueOrFalse>("ready", Need::optional, "Whether it is at hand.", "true", "done"),
    field<&Attachment::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                            "The password is in the *vault*.", "note remarks description"),
};

constexpr Field wanted_document = field<&WantedDocument::document, OneOf<DocumentName>>(
    "document", Need::required, "Which document.", "plan", "name");
constexpr Field wanted_fields[] = {
    wanted_document,
    field<&WantedDocument::sections, List<SectionInOrder>>(
        "sections", Need::optional,
        "The sections of the document `plan`, in their order; `rest` stands for all that are not named.",
        "[overview, rollout, rest]", "order"),
    field<&WantedDocument::formats, List<OneOf<DocumentFormat>>>(
        "formats", Need::optional, "What it is made as; everything it comes in where it is not written.", "[md, pdf]",
        "format"),
    field<&WantedDocument::rows, OneOf<RecordRows>>(
        "rows", Need::optional, "What the rows of the document `record` are; steps where it is not written.", "phases",
        "granularity"),
};

} // namespace

template <>
constinit const Record TableOf<Version>::record{
    .name = "version", .noun = "a version", .meaning = "A step of the road map.", .fields = version_fields};
template <>
constinit const Record TableOf<Change>::record{
    .name = "change", .noun = "a change", .meaning = "A revision of the plan itself.", .fields = change_fields};
template <>
constinit const Record TableOf<Environment>::record{.name = "environment",
                                                    .noun = "an environment",
                                                    .meaning = "Where the release runs.",
                                                    .fields = environment_fields};
template <>
constinit const Record TableOf<Matrix>::record{
    .name = "matrix", .noun = "a matrix", .meaning = "A table of rows and columns.", .fields = matrix_fields};
template <>
constinit const Record TableOf<FreeSection>::record{.name = "section",
                                                    .noun = "a section",
                                                    .meaning = "A text of its own in the plan document.",
                                                    .fields = section_fields};
template <>
constinit const Record TableOf<Attachment>::record{.name = "attachment",
                                                   .noun = "an attachment",
                                                   .meaning = "A material or an account that has to be at hand.",
                                                   .fields = attachment_fields};

template <>
constinit const Record TableOf<WantedDocument>::record{.name = "wanted_document",
                                                       .noun = "a document",
                                                       .meaning = "A document to make; its name will do.",
                                                       .fields = wanted_fields,
                                                       .short_form = &wanted_document};

} // namespace planc
