// The template engine, kainjow mustache, looking straight into our values: nothing of a view is copied for it.
#include "documents/template_render.h"

#include "documents/escape.h"
#include "documents/fences.h"
#include "documents/template_tags.h"

#include <algorithm>
#include <deque>
#include <kainjow/mustache.hpp>

namespace planc {

namespace {

using Data = kainjow::mustache::data;

/// Answers the engine's look-ups. The engine is given stand-ins: a text in one slot, `true` for a flag or object, and
/// for a list as many stand-ins as it has items; what it then pushes is found again by address.
class View final : public kainjow::mustache::basic_context<std::string> {
public:
    explicit View(const Value& root) { stack_.push_back(&root); }

    void push(const Data* data) override { stack_.push_back(behind(data)); }

    void pop() override {
        stack_.pop_back();
        while (!lists_.empty() && lists_.back().depth > stack_.size()) lists_.pop_back();
    }

    const Data* get(const std::string& name) const override {
        opened_ = nullptr;
        if (name.starts_with(asks_for_member)) return any_has(std::string_view(name).substr(asks_for_member.size()));
        const std::size_t asks = name.rfind(asks_for_items);
        if (asks != std::string::npos && (asks == 0 || name[asks - 1] == '.')) {
            const Value* list = find(std::string(name).erase(asks, asks_for_items.size()));
            return list != nullptr && !list->empty() ? &true_ : &false_;
        }
        const Value* value = find(name);
        if (value == nullptr || value->empty()) return &false_;
        opened_ = value;
        if (const std::string* text = value->text()) return in_slot(*text);
        if (const ReadyText* ready = value->ready()) return in_slot(ready->text);
        if (const ValueList* list = value->list()) {
            lists_.push_back({Data(kainjow::mustache::list(list->size(), Data(true))), list, stack_.size()});
            return &lists_.back().stand_in;
        }
        return &true_;
    }

    /// True if the last look-up found ready text.
    bool is_ready() const { return opened_ != nullptr && opened_->ready() != nullptr; }

    const Data* get_partial(const std::string&) const override { return nullptr; }

private:
    struct OpenList {
        Data stand_in;
        const ValueList* list;
        std::size_t depth; ///< of the stack when it was opened
    };

    /// `LIST.NAME`: whether an item has it. Asked in every row of a table, so that the answers are kept.
    const Data* any_has(std::string_view path) const {
        const std::size_t dot = path.rfind('.');
        const Value* value = find(path.substr(0, dot));
        const ValueList* list = value != nullptr ? value->list() : nullptr;
        if (list == nullptr) return &false_;
        const std::string_view member = path.substr(dot + 1);
        for (const Answer& answer : answers_)
            if (answer.list == list && answer.member == member) return answer.yes ? &true_ : &false_;
        const bool yes = std::any_of(list->begin(), list->end(), [&](const Value& item) {
            const Value* one = item.find(member);
            return one != nullptr && !one->empty();
        });
        answers_.insert(answers_.begin(), {list, std::string(member), yes});
        if (answers_.size() > kept_answers) answers_.pop_back();
        return yes ? &true_ : &false_;
    }

    struct Answer {
        const ValueList* list;
        std::string member;
        bool yes;
    };
    static constexpr std::size_t kept_answers = 12; ///< more than the columns of a table

    const Data* in_slot(const std::string& text) const {
        // The engine only gives out a constant view of a text it holds; this one is ours, and keeps its memory.
        const_cast<std::string&>(slot_.string_value()) = text;
        return &slot_;
    }

    const Value* behind(const Data* data) const {
        for (auto open = lists_.rbegin(); open != lists_.rend(); ++open) {
            const Data* first = open->stand_in.list_value().data();
            const std::less<> before;
            if (!before(data, first) && before(data, first + open->list->size()))
                return &(*open->list)[static_cast<std::size_t>(data - first)];
        }
        return opened_ != nullptr ? opened_ : &nothing_;
    }

    const Value* find(std::string_view name) const {
        if (name == ".") return stack_.back();
        const std::size_t dot = name.find('.');
        const std::string_view first = name.substr(0, dot);
        const Value* value = nullptr;
        for (auto at = stack_.rbegin(); at != stack_.rend() && value == nullptr; ++at) value = (*at)->find(first);
        std::string_view rest = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
        while (value != nullptr && !rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find('.'));
            value = value->find(part);
            rest = part.size() == rest.size() ? std::string_view() : rest.substr(part.size() + 1);
        }
        return value;
    }

    std::vector<const Value*> stack_;
    mutable std::deque<OpenList> lists_;
    mutable const Value* opened_ = nullptr; ///< what the last look-up found
    mutable std::vector<Answer> answers_;   ///< the last first
    mutable Data slot_{""};
    const Value nothing_;
    const Data true_{true};
    const Data false_{false};
};

} // namespace

std::string render_template(const std::string& text, const Value& view, std::string (*escape)(std::string_view)) {
    kainjow::mustache::mustache engine(text);
    View context(view);
    // Labels are ready text and stand in simple tags.
    engine.set_custom_escape([&](const std::string& one) { return context.is_ready() ? one : escape(one); });
    struct Out {
        std::string text;
        Out& operator<<(const std::string& more) {
            text += more;
            return *this;
        }
    } out;
    engine.render(context, out);
    return std::move(out.text);
}

namespace {

/// A row of a table, quoted or not, with one blank on each side of its bars.
std::string tidy_row(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool before_bar = line[at] == ' ' && at + 1 < line.size() && line[at + 1] == ' ' &&
                                line.find_first_not_of(' ', at) < line.size() &&
                                line[line.find_first_not_of(' ', at)] == '|';
        const bool after_bar = line[at] == ' ' && out.ends_with("| ");
        if (!before_bar && !after_bar) out += line[at];
    }
    return out;
}

bool is_row(std::string_view line) { return line.starts_with("| ") || line.starts_with("> | "); }

} // namespace

std::string tidy_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = true;
    Fences fences;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool fenced = fences.see(line);
        if (line.size() == 1 && line[0] == kept_blank) line = {};
        if (!fenced) line = line.substr(0, line.find_last_not_of(" \t") + 1);
        if (line.empty() && blank && !fenced) continue;
        blank = line.empty();
        if (!fenced && is_row(line) && line.find("  ") != std::string_view::npos)
            out += tidy_row(line);
        else
            out += line;
        out += '\n';
    }
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

} // namespace planc
