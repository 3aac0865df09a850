// Words that say that something is missing: `TBD`, `待定`; and brackets around what is missing: `[name]`.
#include "rules/placeholder_parts.h"

#include <algorithm>
#include <array>

namespace planc {

namespace {

// Each of these says it wherever it ends a word: 等待定时任务 (waiting for a timer) says something else.
constexpr std::array<std::string_view, 9> chinese_words{"待定",   "待补充", "待填写", "待完善", "待补全",
                                                        "待指定", "待明确", "待补",   "待填"};
// These may as well be a state, and stand-ins are also spoken of; so only where nothing else is said.
constexpr std::array<std::string_view, 12> chinese_alone{"待确认",   "待提供",   "待商定",   "待决定",
                                                         "占位文字", "占位内容", "占位文本", "占位符",
                                                         "占位",     "某某某",   "某某人",   "某某"};
constexpr std::array<std::string_view, 11> phrases{
    "to be decided",   "to be defined", "to be confirmed", "to be determined", "to be announced", "to be filled in",
    "to be completed", "to be added",   "to be assigned",  "to be provided",   "placeholder"};

// What templates put in brackets for somebody to fill in.
constexpr std::array<std::string_view, 50> bracketed{
    "联系方式", "联系人",  "姓名",        "名字",        "名称",        "负责人",    "电话",    "邮箱",    "手机",
    "手机号",   "日期",    "时间",        "填写",        "待填",        "待定",      "链接",    "地址",    "微信",
    "微信号",   "微信群",  "钉钉",        "钉钉群",      "飞书群",      "群号",      "编号",    "版本号",  "工单系统",
    "人员",     "部门",    "公司",        "name",        "phone",       "email",     "date",    "time",    "link",
    "url",      "owner",   "tbd",         "todo",        "title",       "your name", "contact", "version", "team",
    "company",  "address", "description", "placeholder", "phone number"};
constexpr std::array<std::string_view, 9> instructions{"your ",  "insert ", "enter ", "fill in", "请填",
                                                       "请输入", "填写",    "填入",   "待补"};
constexpr std::size_t longest_instruction = 60;
constexpr std::size_t longest_composite = 36;

bool ends_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && has_word_at(text, text.size() - word.size(), word);
}

bool is_known(std::string_view text) {
    return std::any_of(bracketed.begin(), bracketed.end(), [text](std::string_view word) {
        return text.size() == word.size() && has_word_at(text, 0, word);
    });
}

/// `邮箱/电话`: all of them known.
bool are_known(std::string_view text) {
    while (true) {
        const std::size_t joint = std::min(text.find('/'), text.find("、"));
        std::string_view part = text.substr(0, joint);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!is_known(part)) return false;
        if (joint == std::string_view::npos) return true;
        text.remove_prefix(joint + character_at(text, joint).size());
    }
}

/// `产品经理姓名`, `release date`: a known word with others before it.
bool is_composite(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) >= 0x80 || byte == ' ' ||
               (is_word_byte(byte) && (byte < '0' || byte > '9'));
    });
    return plain && text.size() <= longest_composite &&
           std::any_of(bracketed.begin(), bracketed.end(), [text](std::string_view word) {
               if (!ends_with_word(text, word) || text.size() == word.size()) return false;
               return static_cast<unsigned char>(word.front()) >= 0x80 || text[text.size() - word.size() - 1] == ' ';
           });
}

bool is_instruction(std::string_view text) {
    return std::any_of(instructions.begin(), instructions.end(),
                       [text](std::string_view word) { return has_word_at(text, 0, word); });
}

/// True for `【日期】2026-03-05` and `[time] message`: a heading and what stands under it.
bool is_heading(std::string_view text, Placeholder match) {
    const std::string_view after = sign_behind(text, match);
    if (is_one_of(after, "(:：")) return true; // a Markdown link too
    const std::string_view before = sign_before(text, match);
    const bool at_line_start = before.empty() || is_one_of(before, "\n-*#>");
    if (text.substr(match.begin).starts_with("【"))
        return !(is_one_of(before, ":：") || (at_line_start && match.end == text.size() && before.empty()) ||
                 is_one_of(after, "，。、；）"));
    return at_line_start && !after.empty() && after != "\n";
}

/// `config[name]`, `[text][name]`, `![title]`: no blank to fill in.
bool is_part_of_code(std::string_view text, Placeholder match) {
    if (match.begin == 0) return false;
    const char before = text[match.begin - 1];
    const bool reference =
        is_one_of(character_at(text, match.end), "[") && static_cast<unsigned char>(text[match.begin + 1]) < 0x80;
    return is_word_byte(before) || is_one_of(text.substr(match.begin - 1, 1), "]$\\!#)") || reference;
}

std::string_view line_before(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_way_back = 60;
    const std::size_t reach = std::min(at, longest_way_back);
    const std::string_view before = text.substr(at - reach, reach);
    return before.substr(before.rfind('\n') + 1);
}

bool tells_a_state(std::string_view text, std::size_t at) {
    const std::string_view line = line_before(text, at);
    return line.find("状态") != std::string_view::npos || line.find("tatus") != std::string_view::npos;
}

template <std::size_t Count>
bool begins_with_one(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
        return has_word_at(text, 0, word) && (static_cast<unsigned char>(word.back()) >= 0x80 ||
                                              text.size() == word.size() || !is_word_byte(text[word.size()]));
    });
}

template <std::size_t Count>
bool ends_with_one(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
        return ends_with_word(text, word) &&
               (text.size() == word.size() || static_cast<unsigned char>(word[0]) >= 0x80 ||
                !is_word_byte(text[text.size() - word.size() - 1]));
    });
}

bool speaks_of_format(std::string_view line) {
    constexpr std::array<std::string_view, 10> words{"格式",  "规范",   "规则",      "命名",  "形如",
                                                     "ormat", "attern", "onvention", "emver", "emVer"};
    return std::any_of(words.begin(), words.end(),
                       [line](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

/// `备份目录：YYYYMMDD`, `Tag: vX.Y.Z`, `Date (YYYY-MM-DD)`: names and fields that get a new value each time.
bool is_labelled_format(std::string_view line) {
    constexpr std::array<std::string_view, 17> labels{
        "目录", "文件名", "备份名",    "标签",      "列",       "模板",   "变量",  "字段",    "短信",
        "弹窗", "tag",    "directory", "file name", "filename", "column", "field", "template"};
    constexpr std::array<std::string_view, 3> fields{"date", "日期", "时间"};
    const auto take_off = [&line](std::string_view signs) {
        const std::size_t before = line.size();
        while (is_one_of(character_before(line, line.size()), signs))
            line.remove_suffix(character_before(line, line.size()).size());
        return line.size() < before;
    };
    take_off(" ");
    const bool bracket = take_off("(（");
    const bool colon = take_off(" :：") && !bracket;
    return (colon && ends_with_one(line, labels)) || (bracket && ends_with_one(line, fields));
}

/// `短信：尊敬的[姓名]，您好`, `字段 [name] 必填`: a program fills it in. Behind a colon, all alone, somebody has to.
bool is_in_template(std::string_view text, Placeholder match) {
    constexpr std::array<std::string_view, 10> words{"模板", "变量",    "字段",    "短信",  "弹窗",
                                                     "文案", "emplate", "ariable", "field", "Field"};
    constexpr std::array<std::string_view, 4> labels{"格式", "模板", "format", "template"};
    constexpr std::array<std::string_view, 3> persons{"人", "者", "由"};
    std::string_view line = line_before(text, match.begin);
    const bool all = is_all_said(text, match);
    while (is_one_of(character_before(line, line.size()), " :："))
        line.remove_suffix(character_before(line, line.size()).size());
    // `短信：[姓名]，您好`
    constexpr std::array<std::string_view, 4> messages{"短信", "弹窗", "推送", "文案"};
    const std::string_view after = sign_behind(text, match);
    if (all && is_one_of(after, ",，") && ends_with_one(line, messages)) return true;
    if (all || ends_with_one(line, persons)) return ends_with_one(line, labels);
    return speaks_of_format(line) || std::any_of(words.begin(), words.end(), [line](std::string_view word) {
               return line.find(word) != std::string_view::npos;
           });
}

/// `TODO comments are removed`, `待办（TODO）清零`, `TODO: 无`: those that stood somewhere are gone.
bool is_cleared_up(std::string_view text, Placeholder match) {
    constexpr std::size_t longest_line = 200;
    std::string_view rest = text.substr(match.end, longest_line);
    rest = rest.substr(0, rest.find_first_of("\n;|"));
    const auto trim = [&rest](std::string_view signs) {
        while (is_one_of(character_at(rest, 0), signs)) rest.remove_prefix(character_at(rest, 0).size());
        while (is_one_of(character_before(rest, rest.size()), " 。.!！"))
            rest.remove_suffix(character_before(rest, rest.size()).size());
    };
    trim(" /、)）]】");
    for (const std::string_view other : {"fixme", "todo", "xxx"})
        if (has_word_at(rest, 0, other)) rest.remove_prefix(other.size());
    trim(" )）]】");
    static constexpr std::array<std::string_view, 9> nothing{"无", "暂无", "没有", "none", "nothing",
                                                             "no", "n/a",  "0",    "零"};
    static constexpr std::array<std::string_view, 12> gone{"removed", "closed",   "resolved", "done",
                                                           "cleared", "fixed",    "清零",     "已清空",
                                                           "清理完",  "清理完毕", "处理完",   "处理完毕"};
    static constexpr std::array<std::string_view, 9> ended{"清理", "清除", "关闭", "解决", "移除",
                                                           "删除", "处理", "完成", "清零"};
    static constexpr std::array<std::string_view, 5> all{"已", "全部", "均", "都", "全"};
    const auto is_gone = [&](std::string_view words) {
        if (ends_with_one(words, gone)) return true;
        for (const std::string_view word : ended) {
            if (words.ends_with(word) && ends_with_one(words.substr(0, words.size() - word.size()), all)) return true;
        }
        return false;
    };
    const bool colon = is_one_of(character_at(rest, 0), ":：");
    trim(" :：");
    if (colon) {
        const auto is_all = [rest](std::string_view word) {
            return rest.size() == word.size() && has_word_at(rest, 0, word);
        };
        return std::any_of(nothing.begin(), nothing.end(), is_all) || std::any_of(gone.begin(), gone.end(), is_all) ||
               (begins_with_one(rest, all) && is_gone(rest));
    }
    static constexpr std::array<std::string_view, 8> things{"comments", "items", "markers", "entries",
                                                            "注释",     "标记",  "事项",    "条目"};
    static constexpr std::array<std::string_view, 8> states{"are",    "is",       "all",  "removed",
                                                            "closed", "resolved", "done", "cleared"};
    if (begins_with_one(rest, things)) return true;
    return is_gone(rest) && (static_cast<unsigned char>(rest.front()) >= 0x80 || begins_with_one(rest, states));
}

/// `TODO write the goals`, in capitals at the start of a line; a `TODO list` is a thing.
bool is_told_to_do(std::string_view text, Placeholder match) {
    const std::string_view before = sign_before(text, match);
    if (text[match.begin + 1] >= 'a' || text[match.end - 1] >= 'a' || (!before.empty() && before != "\n")) return false;
    if (character_at(text, match.end) != " ") return false;
    const std::string_view rest = text.substr(match.end + 1);
    for (const std::string_view thing : {"list", "app", "清单", "应用", "列表"})
        if (rest.starts_with(thing)) return false;
    return true;
}

std::optional<Placeholder> english_at(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"tbd", "tba", "tbc"}) {
        const Placeholder match{at, at + word.size()};
        if (!has_word_at(text, at, word) || !is_whole_word(text, match)) continue;
        const bool capitals = text[at] == 'T' && text[at + 1] == 'B' && text[at + 2] == word[2] - 'a' + 'A';
        if ((capitals && word != "tbc") || is_all_said(text, match)) return match;
    }
    // `TODO` alone is also what one looks for in code; `TODO: …` is one.
    for (const std::string_view word : {"todo", "fixme"}) {
        const Placeholder match{at, at + word.size()};
        if (!has_word_at(text, at, word) || !is_whole_word(text, match) || is_cleared_up(text, match)) continue;
        if (is_one_of(character_at(text, match.end), ":：") || is_all_said(text, match) || is_told_to_do(text, match))
            return match;
    }
    for (const std::string_view phrase : phrases) {
        const Placeholder match{at, at + phrase.size()};
        if (has_word_at(text, at, phrase) && is_whole_word(text, match) && is_all_said(text, match)) return match;
    }
    constexpr std::string_view filling = "lorem ipsum";
    if (has_word_at(text, at, filling)) return Placeholder{at, at + filling.size()};
    for (const std::string_view date : {"yyyy-mm-dd", "yyyy/mm/dd", "yyyy.mm.dd", "yyyymmdd", "yyyy年mm月dd日"}) {
        const Placeholder match{at, at + date.size()};
        // `yyyy-MM-dd` is what programs call a format.
        if (!has_word_at(text, at, date)) continue;
        const std::string_view written = text.substr(at, date.size());
        const bool one_case = written.find_first_of("ymd") == std::string_view::npos ||
                              written.find_first_of("YMD") == std::string_view::npos;
        const bool in_name = is_one_of(character_before(text, at), "-_./");
        if (one_case && !in_name && is_all_said(text, match) && !tells_a_format(text, at)) return match;
    }
    return std::nullopt;
}

std::optional<Placeholder> chinese_at(std::string_view text, std::size_t at, TextPlace place) {
    if (is_one_of(character_before(text, at), "等期接招对看为成")) return std::nullopt;
    for (const std::string_view word : chinese_words) {
        if (text.substr(at).starts_with(word) && !is_letter(character_at(text, at + word.size())))
            return Placeholder{at, at + word.size()};
    }
    for (const std::string_view word : chinese_alone) {
        const Placeholder match{at, at + word.size()};
        if (!text.substr(at).starts_with(word)) continue;
        const std::string_view before = sign_before(text, match);
        const std::string_view after = sign_behind(text, match);
        const bool said_of_something = is_one_of(before, ":：") && is_all_said(text, match);
        const bool all = before.empty() && after.empty() && place != TextPlace::cell;
        if ((said_of_something || all) && !tells_a_state(text, at)) return match;
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<Placeholder> placeholder_word_at(std::string_view text, std::size_t at, TextPlace place) {
    return static_cast<unsigned char>(text[at]) < 0x80 ? english_at(text, at) : chinese_at(text, at, place);
}

std::optional<Placeholder> bracketed_placeholder_at(std::string_view text, std::size_t at, TextPlace place) {
    static constexpr std::array<std::array<std::string_view, 2>, 4> pairs{
        {{"[", "]"}, {"<", ">"}, {"【", "】"}, {"［", "］"}}};
    for (const auto& [open, close] : pairs) {
        if (!text.substr(at).starts_with(open)) continue;
        const std::size_t inside = at + open.size();
        const std::string_view rest = text.substr(inside, longest_instruction);
        const std::size_t length = rest.find(close);
        if (length == std::string_view::npos || length == 0) return std::nullopt;
        const std::string_view words = rest.substr(0, length);
        const Placeholder match{at, inside + length + close.size()};
        // `<name>` stands in commands and markup; `[name]` in the usage of a command.
        const bool english = static_cast<unsigned char>(words.front()) < 0x80;
        if (english && (open == "<" || place == TextPlace::command)) return std::nullopt;
        if (words.find('\n') != std::string_view::npos || is_part_of_code(text, match)) return std::nullopt;
        const bool meant =
            are_known(words) || is_instruction(words) || (is_composite(words) && is_all_said(text, match));
        const bool filled_by_program = !is_instruction(words) && is_in_template(text, match);
        return meant && !filled_by_program && !is_heading(text, match) ? std::optional(match) : std::nullopt;
    }
    return std::nullopt;
}

bool tells_a_format(std::string_view text, std::size_t at) {
    const std::string_view line = line_before(text, at);
    return speaks_of_format(line) || is_labelled_format(line);
}

} // namespace planc
