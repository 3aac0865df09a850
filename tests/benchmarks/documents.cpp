#include "documents.h"

#include "plans.h"
#include "process.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace planc::bench {

namespace {

constexpr double mebibyte = 1 << 20;

/// The size of the largest file below a folder, in MiB.
double largest_file(const std::filesystem::path& folder) {
    std::uintmax_t largest = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) largest = std::max(largest, entry.file_size());
    return static_cast<double>(largest) / mebibyte;
}

struct Made {
    Run run;
    double mebibytes = 0; ///< of the largest document
};

class Maker {
public:
    Maker(std::filesystem::path folder, std::string planc) : folder_(std::move(folder)), planc_(std::move(planc)) {}

    std::vector<std::string> command(const std::string& plan, const std::string& only) const {
        return {planc_, "build", plan, "--only", only, "--out", (folder_ / "made" / only).string()};
    }

    Made of(const std::string& plan, const std::string& only, const Run& run) const {
        if (run.exit_code != 0) throw std::runtime_error(plan + " could not be made as " + only);
        return {run, largest_file(folder_ / "made" / only)};
    }

private:
    std::filesystem::path folder_;
    std::string planc_;
};

} // namespace

void measure_documents(const std::filesystem::path& folder, const std::string& planc) {
    const std::string large = (folder / "large.plan.yaml").string();
    const std::string sheet = (folder / "sheet.plan.yaml").string();
    write(large, make_plan(10000, 1));
    write(sheet, make_plan(40, 1));
    const Maker maker(folder, planc);
    const std::vector<Run> runs = run_best_in_turns({{planc, "check", large},
                                                     maker.command(large, "gantt.svg"),
                                                     maker.command(large, "html"),
                                                     maker.command(large, "gantt.txt"),
                                                     maker.command(sheet, "record.pdf"),
                                                     maker.command(sheet, "record.html")},
                                                    5);
    const Run& check = runs[0];
    const Made picture = maker.of(large, "gantt.svg", runs[1]);
    const Made pages = maker.of(large, "html", runs[2]);
    const Made text = maker.of(large, "gantt.txt", runs[3]);
    const auto beyond = [&](const Made& made) { return (made.run.seconds - check.seconds) / check.seconds; };
    line("gantt.svg of 10,000 tasks beyond the check / check", beyond(picture), "x", "at most 1");
    line("HTML of all documents of 10,000 tasks beyond the check / check", beyond(pages), "x", "at most 3");
    line("gantt.txt of 10,000 tasks beyond the check / check", beyond(text), "x", "");
    line("a sheet of 40 rows as PDF, process start included", runs[4].seconds * 1000, "ms", "at most 250");
    const Made small_sheet = maker.of(sheet, "record.pdf", runs[4]);
    const Made paper = maker.of(large, "plan.pdf", run_best(maker.command(large, "plan.pdf"), 1));
    line("plan.pdf of 10,000 tasks beyond the check / check", beyond(paper), "x", "");
    const auto memory = [&](const Made& made, const Run& floor) {
        return (made.run.mebibytes - floor.mebibytes) / made.mebibytes;
    };
    const Made page = maker.of(large, "record.html", run_best(maker.command(large, "record.html"), 1));
    line(fmt::format("memory of record.html beyond a small plan's / the file ({:.1f} MiB)", page.mebibytes),
         memory(page, runs[5]), "x", "at most 12");
    line(fmt::format("memory of plan.pdf beyond a sheet's / the file ({:.1f} MiB)", paper.mebibytes),
         memory(paper, small_sheet.run), "x", "at most 12");
}

} // namespace planc::bench
