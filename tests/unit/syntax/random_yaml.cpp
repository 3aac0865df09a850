// Generating and damaging YAML.
#include "random_yaml.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace planc::test {

namespace {

class Writer {
public:
    explicit Writer(std::mt19937& random) : random_(random) {}

    std::string document() {
        if (chance(6))
            text_ += chance(2) ? "---\n" : "--- # plan\n";
        else if (chance(12))
            text_ += "%YAML 1.2\n---\n";
        if (chance(4)) text_ += "# 发布计划 plan: [1\n";
        if (chance(12))
            text_ += flow(0) + "\n";
        else
            block(0, 0, false);
        if (chance(10)) text_ += "...\n";
        if (chance(10)) {
            while (!text_.empty() && text_.back() == '\n') text_.pop_back();
        }
        if (chance(12)) return crlf();
        if (chance(20)) return fmt::format("\xEF\xBB\xBF{}", text_);
        return text_;
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    bool chance(std::size_t n) { return below(n) == 0; }
    template <typename T, std::size_t n>
    const T& pick(const T (&list)[n]) {
        return list[below(n)];
    }

    std::string crlf() {
        std::string result;
        for (const char c : text_) result += c == '\n' ? "\r\n" : std::string(1, c);
        return result;
    }

    std::string word() {
        static constexpr std::string_view words[] = {
            "plan",       "id",    "灰度发布",    "a",     "1",
            "0.5",        "true",  "null",        "x-y",   "launch - 7d",
            "步骤：一",   "🚀",     "👩‍💻", "~",     "é",
            "it's",       "a:b",   "a#b",         "-1",    "http://example.com/x?y=1",
            "?x",         "-a",    "<<x",         "两 词", "what?",
            "2025-12-08", "22:00", "“引号”",      "100%",  "a, b",
            "[x]",        "& b"};
        return std::string(pick(words));
    }

    /// Plain text that means itself here.
    std::string plain(bool in_flow) {
        for (;;) {
            std::string made = word();
            if (chance(3)) made += fmt::format(" {}", word());
            if (made.find(" #") != std::string::npos ||
                std::string_view("[]{}&*!|>%@`'\"").find(made[0]) != std::string_view::npos)
                continue;
            if (made[0] == '?' || made[0] == '-') {
                if (in_flow) continue;
            }
            if (in_flow && made.find_first_of("[]{},") != std::string::npos) continue;
            return made;
        }
    }

    std::string quoted(bool one_line) {
        if (chance(2)) {
            std::string inner = plain(false);
            for (std::size_t at = 0; (at = inner.find('\'', at)) != std::string::npos; at += 2)
                inner.insert(at, 1, '\'');
            if (!one_line && chance(5)) inner += chance(2) ? "\n  下一行" : " \n\n  next\tline ";
            if (chance(10)) inner = fmt::format(" # {}: ", inner);
            return fmt::format("'{}'", inner);
        }
        static constexpr std::string_view escapes[] = {"\\n",     "\\t",         "\\\"", "\\\\", "\\x41",
                                                       "\\u4e2d", "\\U0001F680", "\\0",  "\\ ",  "\\/",
                                                       "\\_",     "\\N",         "\\e",  "\\L",  "\\P"};
        std::string inner = plain(false);
        if (chance(2)) inner += pick(escapes);
        if (chance(3)) inner += std::string(pick(escapes)) + plain(false);
        if (!one_line && chance(5))
            inner += chance(2) ? "\n   下一行" : chance(2) ? " \\\n  \\ joined" : "\n\n\n 三行  ";
        if (chance(10)) inner = fmt::format("' # {}: ,]}}", inner);
        return fmt::format("\"{}\"", inner);
    }

    std::string key(bool in_flow) {
        std::string made = fmt::format("{}{}", chance(5) ? "键" : "k", ++keys_);
        if (chance(5)) made += fmt::format(" {}", below(10));
        if (chance(8)) return fmt::format("\"{}\"", made);
        if (chance(12)) return fmt::format("'{}: '", made);
        if (!in_flow && chance(30)) made += ":x[]";
        return made;
    }

    /// Anchors of finished nodes only may be named by an alias; these wait until the next top-level item.
    std::string properties() {
        if (chance(12)) {
            unfinished_.push_back(fmt::format("a{}", ++named_));
            return fmt::format("&{} ", unfinished_.back());
        }
        if (chance(40)) return "!!str ";
        return {};
    }

    void finish_anchors() {
        anchors_.insert(anchors_.end(), unfinished_.begin(), unfinished_.end());
        unfinished_.clear();
    }

    std::string alias() { return fmt::format("*{}", anchors_[below(anchors_.size())]); }

    std::string flow_scalar() {
        if (!anchors_.empty() && chance(10)) return alias() + " ";
        return properties() + (chance(3) ? quoted(false) : plain(true));
    }

    std::string gap() {
        if (chance(12)) return " # 注释, ] }\n   ";
        if (chance(12)) return "\n      ";
        return chance(3) ? "" : " ";
    }

    std::string flow(std::size_t depth) {
        const std::size_t count = below(4);
        if (depth < 3 && chance(2)) {
            std::string made = fmt::format("[{}", gap());
            for (std::size_t at = 0; at < count; ++at) {
                if (at > 0) made += fmt::format(",{}", gap());
                if (chance(6))
                    made += key(true) + ": " + flow(depth + 1);
                else
                    made += flow(depth + 1);
                made += gap();
            }
            if (count > 0 && chance(8)) made += ",";
            return made + "]";
        }
        if (depth < 3 && chance(2)) {
            std::string made = fmt::format("{{{}", gap());
            for (std::size_t at = 0; at < count; ++at) {
                if (at > 0) made += fmt::format(",{}", gap());
                made += key(true);
                if (!chance(8)) made += ": " + gap() + flow(depth + 1) + gap();
            }
            if (count > 0 && chance(8)) made += ",";
            return made + "}";
        }
        return flow_scalar();
    }

    void comment() {
        if (chance(8)) text_ += chance(2) ? "  # 备注: \"x" : " #";
        text_ += '\n';
        if (chance(12)) text_ += "\n";
        if (chance(20)) text_ += "          # deep\n";
    }

    void block_scalar(std::size_t indent) {
        text_ += chance(2) ? '|' : '>';
        const bool spaced = chance(6);
        const std::size_t inner = indent + 1 + below(3);
        const std::string_view chomp = chance(3) ? "-" : chance(3) ? "+" : "";
        const std::string width = spaced || chance(5) ? std::to_string(inner - (indent == 0 ? 0 : indent)) : "";
        if (chance(2))
            text_ += width + std::string(chomp);
        else
            text_ += std::string(chomp) + width;
        if (chance(6)) text_ += "  # 头";
        text_ += '\n';
        const std::size_t lines = below(5);
        for (std::size_t line = 0; line < lines; ++line) {
            if (line > 0 && chance(4)) {
                text_ += chance(3) ? std::string(below(inner + 1), ' ') + "\n" : "\n";
                continue;
            }
            text_ += std::string(inner, ' ');
            if ((line > 0 || !width.empty()) && chance(4)) text_ += chance(2) ? "  " : "\t";
            text_ += plain(false) + (chance(8) ? "  " : "") + (chance(8) ? " # no comment" : "") + "\n";
        }
        if (chance(6)) text_ += "\n\n";
    }

    /// The value behind `- ` or `key:`; ends with a line break. `indent` is the column of that dash or key.
    void value(std::size_t indent, std::size_t depth, bool after_dash) {
        if (chance(15)) return comment(); // left out
        if (!anchors_.empty() && chance(12)) {
            text_ += fmt::format(" {}", alias());
            return comment();
        }
        if (depth < 4 && chance(2)) {
            if (after_dash && chance(2)) {
                const std::size_t spaces = 1 + below(3);
                text_ += std::string(spaces, ' ');
                return block(indent + 1 + spaces, depth + 1, true);
            }
            if (chance(10)) text_ += fmt::format(" &a{}", ++named_);
            comment();
            return block(indent + 1 + below(3), depth + 1, false);
        }
        text_ += ' ';
        if (chance(4))
            text_ += flow(0);
        else if (chance(6))
            return text_ += properties(), block_scalar(indent);
        else if (chance(4))
            text_ += properties() + quoted(false);
        else {
            text_ += properties() + plain(false);
            if (chance(10)) {
                text_ += fmt::format("\n{:{}}{}", "", indent + 1 + below(3), "接着 more");
                if (chance(3)) text_ += fmt::format(" \n\n{:{}}{}", "", indent + 2, "last");
            }
        }
        comment();
    }

    void block(std::size_t indent, std::size_t depth, bool first_in_line) {
        const bool sequence = chance(2);
        const std::size_t count = 1 + below(4);
        for (std::size_t at = 0; at < count; ++at) {
            if (depth == 0) finish_anchors();
            if (!(at == 0 && first_in_line)) text_ += std::string(indent, ' ');
            if (sequence) {
                text_ += '-';
                value(indent, depth, true);
            } else if (chance(25)) {
                text_ += fmt::format("? {}\n", key(false));
                if (chance(3)) continue;
                text_ += std::string(indent, ' ') + ":";
                value(indent, depth, true);
            } else {
                text_ += key(false) + (chance(10) ? " :" : ":");
                value(indent, depth, false);
            }
        }
    }

    std::mt19937& random_;
    std::string text_;
    std::vector<std::string> anchors_;
    std::vector<std::string> unfinished_;
    std::size_t named_ = 0;
    std::size_t keys_ = 0;
};

} // namespace

std::string random_document(std::mt19937& random) { return Writer(random).document(); }

std::string mutate(std::string text, std::mt19937& random) {
    static constexpr std::string_view pieces[] = {
        " ",  "  ",  "\t", "\n", ":",    ": ",   "- ",    "-", "? ", "?", ",",  "[",    "]",     "{",
        "}",  "#",   " #", "'",  "\"",   "|",    ">",     "&", "*",  "!", "%",  "@",    "---\n", "...\n",
        "：", "，",  "\\", "~",  "null", "\n- ", "\nx: ", "a", "中", "🚀", "\r", "\x01", "\xFF",  "\xEF\xBB\xBF",
        "`",  "<<: "};
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    const std::size_t accidents = 1 + below(3);
    for (std::size_t accident = 0; accident < accidents; ++accident) {
        const std::size_t at = below(text.size() + 1);
        switch (below(6)) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            text.insert(at, pieces[below(std::size(pieces))]);
            break;
        case 2:
            text.insert(at, pieces[below(std::size(pieces))]);
            break;
        case 3:
            text.insert(at, text.substr(below(text.size() + 1), 1 + below(8)));
            break;
        case 4:
            text.erase(at, 1 + below(10));
            break;
        default: {
            const std::size_t line = text.find('\n', at);
            if (line != std::string::npos) text.replace(line, 1, below(2) == 0 ? "" : "\n ");
        }
        }
    }
    return text;
}

} // namespace planc::test
