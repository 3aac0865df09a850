// The layout marks a template may write.
#include "documents/escape.h"
#include "documents/marks.h"
#include "documents/view_sections.h"

namespace planc {

Value of_value(std::string_view id) {
    if (id.empty()) return {};
    return ReadyText{mark("of " + escape_markdown(id))};
}

Value marks_value() {
    Members members;
    for (const std::string_view word : {"chart", "wide", "page", "sign", "write", "facts", "issues", "lessons",
                                        "suggestions", "outcome", "tick", "begin", "end", "by", "result", "note",
                                        "progress", "open"})
        members.push_back({word, ReadyText{mark(word)}});
    for (const std::string_view outcome : {"success", "partial", "rolled_back", "failed"})
        members.push_back({outcome, ReadyText{mark("choice " + escape_markdown(outcome))}});
    return members;
}

} // namespace planc
