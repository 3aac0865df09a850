// The laws of the house, read off the sources: who may include whom, and which library stands behind which wall.
#include "golden.h"

#include <map>
#include <set>
#include <sstream>

using namespace planc::testing;

namespace {

// Each folder may include itself and those before it; host stands beside source, and only the command line sees it.
const std::vector<std::string> pipeline{"source",   "diagnostics", "syntax", "time",      "plan",  "binding",
                                        "schedule", "rules",       "gantt",  "documents", "print", "cli"};

// The start of an include and the one folder that may have it.
const std::vector<std::pair<std::string, std::string>> walls{
    {"yaml-cpp/", "syntax"}, {"boost/", "schedule"}, {"CLI/", "cli"},      {"kainjow/", "documents"},
    {"cmark", "documents"},  {"utf8proc", "source"}, {"sodium", "source"}, {"dtl/", "diagnostics"},
    {"cairo", "print"},      {"pango", "print"},
};

std::size_t place_of(const std::string& folder) {
    return static_cast<std::size_t>(std::find(pipeline.begin(), pipeline.end(), folder) - pipeline.begin());
}

/// Why a file of this folder may not include that; empty if it may.
std::string forbidden(const std::string& folder, const std::string& included) {
    for (const auto& [start, wall] : walls) {
        if (included.starts_with(start) && folder != wall) return "only " + wall + " may include " + start;
    }
    const std::size_t slash = included.find('/');
    const std::string other = slash == std::string::npos ? "" : included.substr(0, slash);
    if (other == folder) return {};
    if (other == "host") return folder == "cli" || folder.empty() ? "" : "only the command line sees the host";
    if (folder == "host")
        return other == "source" || place_of(other) == pipeline.size() ? "" : "host sees source alone";
    if (place_of(other) == pipeline.size() || folder.empty()) return {};
    return place_of(other) < place_of(folder) ? "" : folder + " stands before " + other;
}

std::vector<std::string> includes_of(const std::filesystem::path& path) {
    std::istringstream text(read_file(path));
    std::vector<std::string> found;
    for (std::string line; std::getline(text, line);) {
        const std::size_t sign = line.find_first_not_of(" \t");
        if (sign == std::string::npos || line[sign] != '#') continue;
        const std::size_t word = line.find_first_not_of(" \t", sign + 1);
        if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
        const std::size_t open = line.find_first_of("<\"", word);
        const std::size_t close = open == std::string::npos ? open : line.find_first_of(">\"", open + 1);
        if (close != std::string::npos) found.push_back(line.substr(open + 1, close - open - 1));
    }
    return found;
}

/// The types a source defines for the whole program: those at the left margin, outside a namespace without a name.
std::vector<std::string> types_defined(const std::string& source) {
    std::istringstream text(source);
    std::vector<std::string> found;
    bool hidden = false;
    for (std::string line; std::getline(text, line);) {
        if (line == "namespace {") hidden = true;
        if (line == "} // namespace") hidden = false;
        if (hidden || line.find('{') == std::string::npos) continue;
        for (const std::string start : {"struct ", "class ", "enum class ", "union "}) {
            if (!line.starts_with(start)) continue;
            const std::size_t end = line.find_first_of(" {", start.size());
            found.push_back(line.substr(start.size(), end - start.size()));
        }
    }
    return found;
}

// Headers that are precompiled for every folder, and names that show that a file needs one.
const std::vector<std::pair<std::string, std::vector<std::string>>> precompiled{
    {"algorithm",
     {"std::min(", "std::max(", "std::sort(", "std::stable_sort(", "std::find(", "std::find_if(", "std::any_of(",
      "std::all_of(", "std::none_of(", "std::lower_bound(", "std::upper_bound(", "std::count_if("}},
    {"array", {"std::array<"}},
    {"chrono", {"std::chrono::"}},
    {"cstdint", {"std::uint8_t", "std::uint32_t", "std::int64_t"}},
    {"functional", {"std::function<"}},
    {"map", {"std::map<"}},
    {"memory", {"std::unique_ptr<", "std::shared_ptr<", "std::make_unique<"}},
    {"optional", {"std::optional<"}},
    {"set", {"std::set<"}},
    {"span", {"std::span<", "std::span("}},
    {"string", {"std::string ", "std::string&"}},
    {"string_view", {"std::string_view"}},
    {"unordered_map", {"std::unordered_map<"}},
    {"unordered_set", {"std::unordered_set<"}},
    {"variant", {"std::variant<", "std::get_if<"}},
    {"vector", {"std::vector<"}},
    {"fmt/format.h", {"fmt::format(", "fmt::format_to("}},
};

/// What a text uses of `precompiled` without a header for it among `included`.
std::string missing_from(const std::set<std::string>& included, const std::string& text) {
    std::string missing;
    for (const auto& [header, names] : precompiled) {
        if (included.count(header) > 0) continue;
        for (const std::string& name : names)
            if (text.find(name) != std::string::npos) missing += name + " needs <" + header + ">\n";
    }
    return missing;
}

/// Adds what a file of the compiler includes, and what that includes.
void add_included(const std::string& file, std::set<std::string>& included) {
    const auto path = project() / "compiler" / file;
    if (!std::filesystem::is_regular_file(path)) return;
    for (const std::string& one : includes_of(path))
        if (included.insert(one).second) add_included(one, included);
}

} // namespace

TEST_CASE("every file includes what it uses, though much is precompiled") {
    CHECK(missing_from({"string"}, "std::string text; std::map<int, int> map;") == "std::map< needs <map>\n");
    for (const char* suffix : {".h", ".cpp"}) {
        for (const auto& path : files_below(project() / "compiler", suffix)) {
            const std::string file = std::filesystem::relative(path, project() / "compiler").string();
            std::set<std::string> included;
            add_included(file, included);
            INFO(file);
            CHECK(missing_from(included, read_file(path)) == "");
        }
    }
}

TEST_CASE("the laws tell a forbidden include from an allowed one") {
    CHECK(forbidden("source", "plan/plan.h") == "source stands before plan");
    CHECK(forbidden("rules", "binding/bind.h").empty());
    CHECK(forbidden("schedule", "boost/graph/graph_traits.hpp").empty());
    CHECK(forbidden("rules", "boost/graph/graph_traits.hpp") == "only schedule may include boost/");
    CHECK(forbidden("documents", "host/host.h") == "only the command line sees the host");
    CHECK(forbidden("host", "syntax/tree.h") == "host sees source alone");
    CHECK(forbidden("", "host/system_host.h").empty());
}

TEST_CASE("no file includes what its folder may not see") {
    std::size_t read = 0;
    for (const char* suffix : {".h", ".cpp"}) {
        for (const auto& path : files_below(project() / "compiler", suffix)) {
            const auto relative = std::filesystem::relative(path, project() / "compiler");
            const std::string folder = relative.has_parent_path() ? relative.begin()->string() : "";
            INFO(relative);
            CHECK((folder.empty() || folder == "host" || place_of(folder) < pipeline.size()));
            for (const std::string& included : includes_of(path)) {
                INFO(included);
                CHECK(forbidden(folder, included) == "");
                ++read;
            }
        }
    }
    CHECK(read > 200);
}

TEST_CASE("every source begins by saying what it is for, and none is longer than 400 lines") {
    for (const auto& path : files_below(project() / "compiler", ".h")) {
        INFO(path);
        CHECK(read_file(path).starts_with("// "));
    }
    for (const char* suffix : {".h", ".cpp"}) {
        for (const auto& path : files_below(project() / "compiler", suffix)) {
            INFO(path);
            const std::string text = read_file(path);
            CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
        }
    }
}

TEST_CASE("no type is defined twice under one name") {
    CHECK(types_defined("struct A {\nclass B : public A {\nclass C;\nnamespace {\nstruct D {\n} // namespace\n"
                        "struct A::E {\nenum class F : char { one };\n") ==
          std::vector<std::string>{"A", "B", "A::E", "F"});

    // All share one namespace, and the linker joins what two types of one name make of a template without a word.
    std::map<std::string, std::filesystem::path> seen;
    for (const char* suffix : {".h", ".cpp"}) {
        for (const auto& path : files_below(project() / "compiler", suffix)) {
            for (const std::string& type : types_defined(read_file(path))) {
                const auto [earlier, is_new] = seen.emplace(type, path);
                INFO(type << " is defined in " << earlier->second << " and in " << path);
                CHECK(is_new);
            }
        }
    }
    CHECK(seen.size() > 200);
}
