// Checking templates and label files before anything is rendered with them.
#include "diagnostics/suggestion.h"
#include "documents/html.h"
#include "documents/labels.h"
#include "documents/shape.h"
#include "documents/template_tags.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace planc {

namespace {

/// What a name means where it stands.
struct Meaning {
    bool known = false;
    ValueKind kind = ValueKind::text;
    std::span<const ViewField> members;
};

class Checker {
public:
    Checker(const Templates& templates, const Labels& labels, std::span<const ViewField> shape,
            std::vector<TemplateError>& errors)
        : templates_(templates), labels_(labels), errors_(errors) {
        scopes_.push_back({shape, false});
    }

    void check(const std::string& file, const std::string& text);

private:
    struct Scope {
        std::span<const ViewField> members;
        bool is_text = false; ///< `{{.}}` is a text here
    };
    struct Open {
        Tag tag;
        std::size_t scopes = 0; ///< how many there were before
    };

    void report(const std::string& file, std::string_view text, const Tag& tag, std::string message);
    Meaning find(std::string_view name) const;
    Meaning find_dotted(std::string_view name) const;
    Meaning find_asked_member(std::string_view path) const;
    std::string unknown(std::string_view name) const;
    void check_variable(const std::string& file, std::string_view text, const Tag& tag);
    void open_section(const std::string& file, std::string_view text, const Tag& tag);
    void check_partial(const std::string& file, std::string_view text, const Tag& tag);

    const Templates& templates_;
    const Labels& labels_;
    std::vector<TemplateError>& errors_;
    std::vector<Scope> scopes_;
    std::vector<std::string> files_; ///< the partials being looked into
    std::size_t bytes_ = 0;          ///< with all partials in their place
};

void Checker::report(const std::string& file, std::string_view text, const Tag& tag, std::string message) {
    errors_.push_back(error_at(file, text, tag.begin, std::move(message)));
}

/// A name among these; `has_LIST` is a flag for every list.
Meaning find_among(std::span<const ViewField> fields, std::string_view name) {
    const bool asks = name.starts_with(asks_for_items);
    for (const ViewField& field : fields) {
        if (field.name == name) return {true, field.kind, field.members};
        if (asks && field.kind == ValueKind::list && field.name == name.substr(asks_for_items.size()))
            return {true, ValueKind::flag, {}};
    }
    return {};
}

Meaning Checker::find(std::string_view name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
        if (const Meaning meaning = find_among(scope->members, name); meaning.known) return meaning;
    return {};
}

Meaning Checker::find_dotted(std::string_view name) const {
    if (name == ".") return {scopes_.back().is_text, ValueKind::text, {}};
    if (name.starts_with(asks_for_member)) return find_asked_member(name.substr(asks_for_member.size()));
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return find(name);
    if (name.substr(0, dot) == "labels") return {labels_.find(name.substr(dot + 1)) != nullptr, ValueKind::text, {}};
    Meaning meaning = find(name.substr(0, dot));
    std::string_view rest = name.substr(dot + 1);
    while (meaning.known && !rest.empty()) {
        if (meaning.kind != ValueKind::object) return {};
        const std::string_view part = rest.substr(0, rest.find('.'));
        rest = part.size() == rest.size() ? std::string_view() : rest.substr(part.size() + 1);
        meaning = find_among(meaning.members, part);
    }
    return meaning;
}

/// `any_LIST.NAME`: a flag, true if an item of the list has the member.
Meaning Checker::find_asked_member(std::string_view path) const {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return {};
    const Meaning list = find_dotted(path.substr(0, dot));
    const bool known =
        list.known && list.kind == ValueKind::list && find_among(list.members, path.substr(dot + 1)).known;
    return {known, ValueKind::flag, {}};
}

std::string Checker::unknown(std::string_view name) const {
    std::vector<std::string> names;
    if (name == ".") return "`.` is a text only inside a section over texts";
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
        for (const ViewField& field : scope->members) {
            names.emplace_back(field.name);
            const bool asked = field.kind == ValueKind::list && name.starts_with(asks_for_member);
            if (field.kind == ValueKind::list) names.push_back(fmt::format("{}{}", asks_for_items, field.name));
            for (const ViewField& member : asked ? field.members : std::span<const ViewField>())
                names.push_back(fmt::format("{}{}.{}", asks_for_member, field.name, member.name));
            if (name.find('.') == std::string_view::npos || field.kind != ValueKind::object) continue;
            for (const ViewField& member : field.members)
                names.push_back(fmt::format("{}.{}", field.name, member.name));
        }
    if (name.find('.') != std::string_view::npos)
        for (const auto& [key, text] : labels_.entries()) names.push_back("labels." + key);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string hint = did_you_mean(name, candidates);
    return fmt::format("there is no `{}` here{}{}", name, hint.empty() ? "" : "; ", hint);
}

void Checker::check_variable(const std::string& file, std::string_view text, const Tag& tag) {
    const Meaning meaning = find_dotted(tag.name);
    if (!meaning.known) return report(file, text, tag, unknown(tag.name));
    const bool ready = meaning.kind == ValueKind::markdown || meaning.kind == ValueKind::html;
    if (meaning.kind != ValueKind::text && !ready)
        return report(file, text, tag, fmt::format("`{0}` is not a text; open it with `{{{{#{0}}}}}`", tag.name));
    if (ready && tag.kind == TagKind::variable)
        report(file, text, tag,
               fmt::format("`{0}` is ready {1}; write `{{{{{{{0}}}}}}}`", tag.name, planc::name(meaning.kind)));
    if (!ready && tag.kind == TagKind::unescaped)
        report(file, text, tag, fmt::format("`{0}` is text and must be escaped; write `{{{{{0}}}}}`", tag.name));
}

void Checker::open_section(const std::string& file, std::string_view text, const Tag& tag) {
    const Meaning meaning = find_dotted(tag.name);
    if (!meaning.known) report(file, text, tag, unknown(tag.name));
    if (tag.kind == TagKind::inverted || meaning.kind == ValueKind::flag) return;
    const bool of_texts = meaning.known && meaning.kind != ValueKind::object && meaning.members.empty();
    scopes_.push_back({meaning.members, of_texts});
}

void Checker::check_partial(const std::string& file, std::string_view text, const Tag& tag) {
    const std::string name = partial_file(tag.name);
    const std::string* partial = templates_.find(name);
    if (partial == nullptr) {
        std::vector<std::string_view> candidates;
        for (const std::string_view known : templates_.names())
            if (known.ends_with(".md.mustache")) candidates.push_back(known.substr(0, known.find('.')));
        const std::string hint = did_you_mean(tag.name, candidates);
        return report(file, text, tag,
                      fmt::format("there is no template `{}`{}{}", name, hint.empty() ? "" : "; ", hint));
    }
    if (std::find(files_.begin(), files_.end(), name) != files_.end())
        return report(file, text, tag, fmt::format("`{}` takes itself in", name));
    if (files_.size() > static_cast<std::size_t>(max_partial_depth))
        return report(file, text, tag, fmt::format("partials are nested more than {} deep", max_partial_depth));
    check(name, *partial);
}

void Checker::check(const std::string& file, const std::string& text) {
    bytes_ += text.size();
    if (bytes_ > max_template_size) {
        errors_.push_back(error_at(file, text, 0, "with its partials this template is longer than 1 MB"));
        return;
    }
    files_.push_back(file);
    std::vector<Open> open;
    const std::size_t outer = scopes_.size();
    for (const Tag& tag : scan_tags(file, text, errors_)) {
        switch (tag.kind) {
        case TagKind::text:
        case TagKind::comment:
            break;
        case TagKind::variable:
        case TagKind::unescaped:
            check_variable(file, text, tag);
            break;
        case TagKind::partial:
            check_partial(file, text, tag);
            break;
        case TagKind::section:
        case TagKind::inverted:
            if (open.size() == max_section_depth) {
                report(file, text, tag, fmt::format("sections are nested more than {} deep", max_section_depth));
                files_.pop_back();
                scopes_.resize(outer);
                return;
            }
            open.push_back({tag, scopes_.size()});
            open_section(file, text, tag);
            break;
        case TagKind::close:
            if (open.empty()) {
                report(file, text, tag, fmt::format("`{}` is closed here but not open", tag.name));
            } else {
                if (open.back().tag.name != tag.name)
                    report(file, text, tag,
                           fmt::format("`{}` is closed here while `{}` is still open", tag.name, open.back().tag.name));
                scopes_.resize(open.back().scopes);
                open.pop_back();
            }
            break;
        }
    }
    for (const Open& one : open) report(file, text, one.tag, fmt::format("section `{}` is never closed", one.tag.name));
    scopes_.resize(outer);
    files_.pop_back();
}

/// Keys and placeholders are those of the built-in English file, which the code is written for.
void check_labels(const std::string& file, const std::string& text, const Labels& reference,
                  std::vector<TemplateError>& errors) {
    Labels labels;
    std::string message;
    std::size_t at = 0;
    if (!read_labels(text, labels, message, at)) {
        errors.push_back(error_at(file, text, at, message));
        return;
    }
    const auto place = [&](const std::string& key) { return std::min(text.find('"' + key + '"'), text.size()); };
    std::vector<std::string_view> known;
    for (const auto& [key, value] : reference.entries()) {
        known.push_back(key);
        if (labels.find(key) == nullptr)
            errors.push_back(error_at(file, text, 0, fmt::format("label `{}` is missing", key)));
    }
    for (const auto& [key, value] : labels.entries()) {
        const std::string* wanted = reference.find(key);
        if (wanted == nullptr) {
            const std::string hint = did_you_mean(key, known);
            errors.push_back(error_at(file, text, place(key),
                                      fmt::format("there is no label `{}`{}{}", key, hint.empty() ? "" : "; ", hint)));
            continue;
        }
        // A date pattern may take any part of a date; the others only what they are given.
        const bool is_date = key.starts_with("date_") && key != "date_range_in_month";
        const std::vector<std::string_view> given =
            is_date ? std::vector<std::string_view>{"year", "month", "month_name", "day", "weekday"}
                    : placeholders(*wanted);
        for (const std::string_view name : placeholders(value)) {
            const bool has_month = key == "date_range_in_month" && (name == "month" || name == "month_name");
            if (!has_month && std::find(given.begin(), given.end(), name) == given.end())
                errors.push_back(
                    error_at(file, text, place(key), fmt::format("label `{}` has no `{{{}}}` to fill in", key, name)));
        }
    }
}

} // namespace

std::vector<TemplateError> check_templates(const Templates& templates) {
    std::vector<TemplateError> errors;
    Labels reference;
    std::string message;
    std::size_t at = 0;
    read_labels(*Templates().find("labels.en.json"), reference, message, at);
    for (const std::string_view name : templates.names()) {
        const std::string file(name);
        const std::string& text = *templates.find(name);
        if (name.starts_with("labels.")) {
            check_labels(file, text, reference, errors);
            continue;
        }
        // A partial is checked where it is taken in: only there it is known what its names mean.
        const std::string_view document = name.substr(0, name.find('.'));
        bool whole = false;
        for (std::size_t i = 0; i < document_names && !whole; ++i) {
            const auto one = static_cast<DocumentName>(i);
            whole = has_template(one) && planc::name(one) == document && name.ends_with(".md.mustache");
        }
        if (whole) Checker(templates, reference, view_shape(), errors).check(file, text);
        if (name == page_template) Checker(templates, reference, page_shape(), errors).check(file, text);
    }
    const auto place = [](const TemplateError& error) {
        return std::tie(error.file, error.line, error.column, error.message);
    };
    std::sort(errors.begin(), errors.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    errors.erase(
        std::unique(errors.begin(), errors.end(), [&](const auto& a, const auto& b) { return place(a) == place(b); }),
        errors.end());
    return errors;
}

} // namespace planc
