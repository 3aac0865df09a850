// Measures the program as ratios within one run: planc-bench PLANC; planc-bench rules [RULE [N]]
// measures the rules alone. planc-bench documents PLANC measures pictures,
// pages and paper, planc-bench formats PLANC the formats of findings. (planc-bench scan FILE is the bare event scan.)
#include "documents.h"
#include "formats.h"
#include "plans.h"
#include "process.h"
#include "rules.h"
#include "scan.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <unistd.h>
#include <vector>

namespace planc::bench {

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    if (std::filesystem::file_size(path) != text.size()) throw std::runtime_error("cannot write " + path.string());
}

void line(std::string_view what, double ratio, std::string_view unit, std::string_view aim) {
    fmt::print("{:<76} {:>8.2f}{:<3}  {}\n", what, ratio, unit, aim);
}

namespace {

/// Of two processors, in percent of the time by the clock.
double busy(const Run& run) { return 100 * run.processor / (2 * run.seconds); }

int scan_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    scan({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
    return 0;
}

/// What each of 500 plans pays for a file of 1 MB that all of them include, in readings of that file.
void measure_include(const std::filesystem::path& folder, const std::string& planc) {
    write(folder / "shared" / ".planc.yaml", "");
    write(folder / "shared" / "people.yaml", make_people(1'000'000));
    const auto plan = [](unsigned i, std::string_view people) {
        return fmt::format("planc: 1\n{}\nplan: {{id: p-{}, title: P, owner: person-3, start: 2026-03-02}}\n", people,
                           i);
    };
    for (unsigned i = 0; i < 500; ++i) {
        const std::string name = fmt::format("{}.plan.yaml", i);
        write(folder / "shared" / "with" / name, plan(i, "include: ../people.yaml"));
        write(folder / "shared" / "without" / name, plan(i, "people: {person-3: {name: P}}"));
    }
    const std::string shared = (folder / "shared").string();
    const std::vector<Run> runs = run_best_in_turns({{planc, "check", "-j", "1", shared + "/with/1.plan.yaml"},
                                                     {planc, "check", "-j", "1", shared + "/with"},
                                                     {planc, "check", "-j", "1", shared + "/without"}},
                                                    3);
    if (runs[1].exit_code != 0) throw std::runtime_error("the plans that include a file are not clean");
    line("500 plans that include a file of 1 MB / 500 that do not, and one that does",
         runs[1].seconds / (runs[0].seconds + runs[2].seconds), "x", "");
    line("the same / 500 readings", runs[1].seconds / (500 * runs[0].seconds), "x", "");
}

int measure_only_documents(const std::string& planc) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("planc-bench-{}", ::getpid());
    measure_documents(folder, planc);
    std::filesystem::remove_all(folder);
    return 0;
}

int measure_only_formats(const std::string& planc) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("planc-bench-{}", ::getpid());
    measure_formats(folder, planc);
    std::filesystem::remove_all(folder);
    return 0;
}

int measure(const std::string& self, const std::string& planc) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("planc-bench-{}", ::getpid());
    std::map<std::size_t, Run> checks;
    // What every process takes, for the program itself and its libraries, says nothing about the plan.
    const double empty = run_best({planc, "--version"}, 3).mebibytes;
    fmt::print("{:<76} {:>8}     {}\n", "", "measured", "aim");
    for (const std::size_t tasks : {100UL, 1000UL, 10000UL, 100000UL}) {
        const std::string file = (folder / fmt::format("{}.plan.yaml", tasks)).string();
        const std::string text = make_plan(tasks, 1);
        write(file, text);
        const int times = tasks >= 100000 ? 3 : tasks >= 10000 ? 5 : 15;
        const std::vector<Run> runs = run_best_in_turns({{self, "scan", file}, {planc, "check", file}}, times);
        const Run& bare = runs[0];
        const Run& check = runs[1];
        if (check.exit_code != 0) throw std::runtime_error("the generated plan is not clean");
        checks[tasks] = check;
        line(fmt::format("check of {} tasks / bare event scan", tasks), check.seconds / bare.seconds, "x",
             "at most 1.3");
        const double size = static_cast<double>(text.size()) / (1 << 20);
        if (tasks >= 10000)
            line(fmt::format("memory of that check above --version's / the file ({:.1f} MiB)", size),
                 (check.mebibytes - empty) / size, "x", "at most 8");
    }
    line("check of 100 tasks, process start included", checks[100].seconds * 1000, "ms", "at most 15");
    line("check of 10,000 tasks / of 1,000", checks[10000].seconds / checks[1000].seconds, "x", "at most 11");
    line("check of 100,000 tasks / of 10,000", checks[100000].seconds / checks[10000].seconds, "x", "at most 11");
    const std::string large = (folder / "10000.plan.yaml").string();
    const std::vector<Run> both = run_best_in_turns(
        {{planc, "check", large}, {planc, "build", large, "--only", "md,svg,json", "--out", (folder / "out").string()}},
        5);
    const Run& build = both[1];
    line("build of 10,000 tasks as Markdown, picture and data / check", build.seconds / both[0].seconds, "x",
         "at most 2");
    const std::string full = (folder / "full.plan.yaml").string();
    write(full, make_full_plan(10000));
    const std::vector<Run> every =
        run_best_in_turns({{self, "scan", full},
                           {planc, "check", full},
                           {planc, "build", full, "--only", "md,svg,json", "--out", (folder / "out").string()}},
                          5);
    if (every[1].exit_code != 0) throw std::runtime_error("the generated plan that uses every key is not clean");
    line("check of 10,000 tasks that use every key / bare event scan", every[1].seconds / every[0].seconds, "x",
         "at most 1.3");
    line("build of them / check", every[2].seconds / every[1].seconds, "x", "");
    measure_documents(folder, planc);
    measure_formats(folder, planc);
    measure_include(folder, planc);
    for (unsigned i = 0; i < 1000; ++i) write(folder / "many" / fmt::format("{}.plan.yaml", i), make_plan(100, i));
    const std::string many = (folder / "many").string();
    const std::vector<Run> threads =
        run_best_in_turns({{planc, "check", "-j", "1", many}, {planc, "check", "-j", "2", many}}, 5);
    const Run& one = threads[0];
    const Run& two = threads[1];
    line("1,000 files of 100 tasks: one thread / two", one.seconds / two.seconds, "x", "at least 1.7");
    write(folder / "many" / "z.plan.yaml", make_plan(20000, 1));
    const Run uneven = run_best({planc, "check", "-j", "2", many}, 5);
    line("processors kept busy by a check of them on two threads", busy(two), "%", "at least 95");
    line("the same, with a file of 20,000 tasks as the last", busy(uneven), "%", "at least 95");
    fmt::print("\nabsolute: check of 100,000 tasks {:.2f} s, build of 10,000 tasks {:.2f} s, 1,000 files {:.2f} s\n",
               checks[100000].seconds, build.seconds, two.seconds);
    std::filesystem::remove_all(folder);
    fmt::print("\n");
    measure_rules();
    return 0;
}

} // namespace

} // namespace planc::bench

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments, arguments + count);
    try {
        if (count == 3 && words[1] == "documents") return planc::bench::measure_only_documents(words[2]);
        if (count == 3 && words[1] == "formats") return planc::bench::measure_only_formats(words[2]);
        if (count == 3 && words[1] == "scan") return planc::bench::scan_file(words[2]);
        if (count > 1 && words[1] == "rules") {
            planc::bench::measure_rules(count > 2 ? words[2] : "", count > 3 ? std::stoul(words[3]) : 3000);
            return 0;
        }
        if (count == 2) return planc::bench::measure(words[0], words[1]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "planc-bench: {}\n", error.what());
        return 1;
    }
    fmt::print(stderr, "planc-bench PLANC\nplanc-bench rules [RULE [N]]\n");
    return 2;
}
