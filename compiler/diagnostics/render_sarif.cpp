// SARIF 2.1.0, for code scanning services and editors.
#include "diagnostics/render.h"

#include "diagnostics/json_writer.h"
#include "diagnostics/masks.h"
#include "diagnostics/places.h"
#include "diagnostics/remarks.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <vector>

namespace planc {
namespace {

constexpr std::string_view fingerprint_key = "place/v1";
constexpr std::string_view root_name = "%SRCROOT%";

std::string_view level_of(Severity severity) { return severity == Severity::info ? "note" : name(severity); }

/// `MissingOwner`: SARIF wants a name that is not the id.
std::string name_of(std::string_view rule) {
    std::string out;
    bool begins = true;
    for (const char c : rule) {
        if (c != '-') out += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        begins = c == '-';
    }
    return out;
}

std::string percent_encoded(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
    }
    return out;
}

/// `[text](target)` in a message is a link; a text of the plan must not make one.
std::string without_links(std::string text) {
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 3))
        text.insert(at, 1, '\\');
    return text;
}

std::string as_link_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

class Writer {
public:
    Writer(const Diagnostics& findings, const Files& files, const RunFacts& facts)
        : findings_(findings), files_(files), facts_(facts), masks_(findings, files) {
        for (const std::string& path : facts.paths)
            uris_.push_back((path.starts_with('/') ? "file://" : "") + percent_encoded(path));
    }

    std::string write() {
        json_.open_object();
        json_.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json_.text("version", "2.1.0");
        json_.open_list("runs");
        json_.open_object();
        tool();
        invocation();
        base();
        json_.text("columnKind", "unicodeCodePoints");
        json_.open_list("newlineSequences");
        for (const char* const sequence : {"\r\n", "\n", "\r"}) json_.text({}, sequence);
        json_.close_list();
        json_.open_list("results");
        for (std::size_t i = 0; i < findings_.size(); ++i) result(i);
        json_.close_list();
        json_.close_object();
        json_.close_list();
        json_.close_object();
        return json_.take() + '\n';
    }

private:
    void message(std::string_view key, std::string_view text) {
        json_.open_object(key);
        json_.text("text", text);
        json_.close_object();
    }

    void number(std::string_view key, std::size_t value) { json_.number(key, static_cast<std::int64_t>(value)); }

    void tool() {
        json_.open_object("tool");
        json_.open_object("driver");
        json_.text("name", "planc");
        json_.text("version", facts_.version);
        json_.text("semanticVersion", facts_.version);
        json_.text("informationUri", facts_.homepage);
        json_.open_list("rules");
        for (const RuleFacts& one : facts_.rules) {
            rules_.emplace(one.name, rules_.size());
            rule(one);
        }
        json_.close_list();
        json_.close_object();
        json_.close_object();
    }

    void rule(const RuleFacts& rule) {
        json_.open_object();
        json_.text("id", rule.name);
        json_.text("name", name_of(rule.name));
        message("shortDescription", rule.finds);
        message("fullDescription", rule.finds);
        json_.open_object("help");
        json_.text("text", rule.text);
        json_.text("markdown", rule.markdown);
        json_.close_object();
        json_.open_object("defaultConfiguration");
        json_.text("level", level_of(rule.severity));
        json_.close_object();
        json_.open_object("properties");
        json_.open_list("tags");
        json_.text({}, rule.group);
        json_.close_list();
        json_.close_object();
        json_.close_object();
    }

    void invocation() {
        json_.open_list("invocations");
        json_.open_object();
        json_.flag("executionSuccessful", facts_.unreadable.empty());
        if (!facts_.unreadable.empty()) {
            json_.open_list("toolExecutionNotifications");
            for (const std::string& one : facts_.unreadable) {
                json_.open_object();
                json_.text("level", "error");
                message("message", without_links(one));
                json_.close_object();
            }
            json_.close_list();
        }
        json_.close_object();
        json_.close_list();
    }

    void base() {
        json_.open_object("originalUriBaseIds");
        json_.open_object(root_name);
        message("description", "The root of the repository.");
        json_.close_object();
        json_.close_object();
    }

    void artifact(std::uint32_t file) {
        json_.open_object("artifactLocation");
        const std::string& uri = uris_.at(file);
        json_.text("uri", uri);
        if (!uri.starts_with("file://")) json_.text("uriBaseId", root_name);
        json_.close_object();
    }

    void region(std::string_view key, Span span) {
        const Region region = region_of(span, files_);
        json_.open_object(key);
        number("startLine", region.begin.line);
        number("startColumn", region.begin.column);
        number("endLine", region.end.line);
        number("endColumn", region.end.column);
        json_.close_object();
    }

    void location(Span span) {
        json_.open_object("physicalLocation");
        artifact(span.file);
        if (has_place(span, files_)) {
            region("region", without_empty_tail(span, files_));
        } else {
            json_.open_object("region");
            number("startLine", 1);
            json_.close_object();
        }
        json_.close_object();
    }

    /// The message, with a link to each further place: some services show those places no other way.
    std::string words_of(const Diagnostic& finding) const {
        std::string text = without_links(message_with_remarks(finding, files_));
        std::size_t id = 0;
        for (const Label& label : finding.others)
            if (has_place(label.span, files_)) text += fmt::format("\n[{}]({})", as_link_text(label.message), ++id);
        return text;
    }

    void result(std::size_t i) {
        const Diagnostic& finding = findings_[i];
        json_.open_object();
        json_.text("ruleId", finding.rule);
        if (const auto index = rules_.find(finding.rule); index != rules_.end()) number("ruleIndex", index->second);
        json_.text("level", level_of(finding.severity));
        message("message", words_of(finding));
        json_.open_list("locations");
        if (files_.has(finding.span.file)) {
            json_.open_object();
            location(finding.span);
            if (!finding.label.empty()) message("message", without_links(finding.label));
            json_.close_object();
        }
        json_.close_list();
        related(finding);
        if (i < facts_.fingerprints.size()) {
            json_.open_object("partialFingerprints");
            json_.text(fingerprint_key, facts_.fingerprints[i]);
            json_.close_object();
        }
        fix(finding);
        json_.close_object();
    }

    void related(const Diagnostic& finding) {
        std::size_t id = 0;
        for (const Label& label : finding.others) {
            if (!has_place(label.span, files_)) continue;
            if (++id == 1) json_.open_list("relatedLocations");
            json_.open_object();
            number("id", id);
            location(label.span);
            message("message", without_links(label.message));
            json_.close_object();
        }
        if (id > 0) json_.close_list();
    }

    void fix(const Diagnostic& finding) {
        if (!may_be_shown(finding.fix, masks_, files_)) return;
        json_.open_list("fixes");
        json_.open_object();
        if (!finding.help.empty()) message("description", without_links(finding.help));
        json_.open_list("artifactChanges");
        json_.open_object();
        artifact(finding.fix.front().span.file);
        json_.open_list("replacements");
        for (const Edit& edit : finding.fix) {
            json_.open_object();
            region("deletedRegion", edit.span);
            if (!edit.text.empty()) message("insertedContent", edit.text);
            json_.close_object();
        }
        json_.close_list();
        json_.close_object();
        json_.close_list();
        json_.close_object();
        json_.close_list();
    }

    const Diagnostics& findings_;
    const Files& files_;
    const RunFacts& facts_;
    Masks masks_;
    std::vector<std::string> uris_;                           ///< of files, by number
    std::unordered_map<std::string_view, std::size_t> rules_; ///< their indices
    JsonWriter json_{4};                                      ///< a result is a line
};

} // namespace

std::string render_sarif(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts) {
    return Writer(diagnostics, files, facts).write();
}

} // namespace planc
