// Shows a plan as indented text by the field tables, for --dump=plan.
#include "binding/bind.h"
#include "binding/collections.h"
#include "binding/tables.h"

#include <algorithm>

namespace planc {

void write_nested(std::string& out, const std::string& text, std::string_view lead) {
    if (text.empty()) return;
    out += lead;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (begin > 0) out += "  ";
        out.append(text, begin, end - begin);
        out += '\n';
        begin = end + 1;
    }
}

void write_record(std::string& out, const Record& record, const void* object) {
    for (const Field& field : record.fields) {
        std::string text;
        field.write(text, object);
        if (text.empty()) continue;
        const bool lines = text.find('\n') != std::string::npos;
        out += field.key;
        out += lines ? (text.starts_with("|\n") ? ": " : ":\n") : ": ";
        if (!lines) {
            out += text + "\n";
            continue;
        }
        if (!text.starts_with("|\n")) out += "  ";
        write_nested(out, text, {});
    }
}

std::string dump(const Plan& plan) {
    std::string text;
    write_record(text, plan_record, &plan);
    return text;
}

} // namespace planc
