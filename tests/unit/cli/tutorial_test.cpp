// docs/tutorial.md, docs/adopting.md and docs/look.md are carried out: their files are written as they say, their
// commands run, and what these print is held against what is shown. PLANC_UPDATE_GOLDEN=1 writes down what they print.
#include "cli/run.h"
#include "golden.h"
#include "host/memory_host.h"
#include "paper.h"

#include <sstream>

using namespace planc;
using namespace planc::testing;

namespace {

std::vector<std::string> words_of(const std::string& command) {
    std::istringstream stream(command);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string lines_of(const std::string& text, std::size_t first, std::size_t last) {
    std::istringstream stream(text);
    std::string out;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);)
        if (++number >= first && number <= last) out += line + "\n";
    return out;
}

/// Reads the tutorial as a reader does, block by block.
class Reader {
public:
    std::string follow(const std::string& tutorial) {
        std::istringstream stream(tutorial);
        std::string out;
        std::string fence;
        std::string language;
        std::string block;
        for (std::string line; std::getline(stream, line);) {
            if (fence.empty() && line.starts_with("```")) {
                fence = line.substr(0, line.find_first_not_of('`'));
                language = line.substr(fence.size());
                block.clear();
                out += line + "\n";
            } else if (!fence.empty() && line == fence) {
                out += carry_out(language, block) + line + "\n";
                fence.clear();
            } else {
                (fence.empty() ? out : block) += line + "\n";
            }
        }
        return out;
    }

    int commands = 0;

private:
    /// The block as it should stand there.
    std::string carry_out(const std::string& language, const std::string& block) {
        const std::vector<std::string> words = words_of(language);
        if (words.at(0) == "diff")
            change(words.at(1), block);
        else if (words.size() > 1)
            host_.files[words[1]] += block;
        return words[0] == "console" ? run_all(block) : block;
    }

    void change(const std::string& file, const std::string& block) {
        std::istringstream stream(block);
        std::string& text = host_.files[file];
        std::size_t at = std::string::npos;
        for (std::string line; std::getline(stream, line);) {
            if (line.starts_with("-")) {
                at = text.find(line.substr(1) + "\n");
                INFO(line);
                REQUIRE(at != std::string::npos);
                text.erase(at, line.size());
            } else if (line.starts_with("+")) {
                REQUIRE(at != std::string::npos);
                text.insert(at, line.substr(1) + "\n");
                at += line.size();
            }
        }
    }

    std::string run_all(const std::string& block) {
        std::istringstream stream(block);
        std::string out;
        for (std::string line; std::getline(stream, line);) {
            if (!line.starts_with("$ ")) continue;
            ++commands;
            out += line + "\n" + run_one(words_of(line.substr(2)));
        }
        return out;
    }

    std::string run_one(std::vector<std::string> words) {
        INFO(words.at(0));
        if (words[0] == "sed") { // sed -n FIRST,LASTp FILE
            const std::string range = words.at(2);
            REQUIRE(host_.files.count(words.at(3)) == 1);
            return lines_of(host_.files[words[3]], std::stoul(range), std::stoul(range.substr(range.find(',') + 1)));
        }
        if (words[0] == "grep") { // grep TEXT FILE
            REQUIRE(host_.files.count(words.at(2)) == 1);
            std::istringstream lines(host_.files[words[2]]);
            std::string out;
            for (std::string line; std::getline(lines, line);)
                if (line.find(words[1]) != std::string::npos) out += line + "\n";
            return out;
        }
        REQUIRE(words[0] == "planc");
        words.erase(words.begin());
        give_paper(host_);
        host_.output.clear();
        host_.error_output.clear();
        const int code = run(words, host_);
        CHECK(code <= exit_findings);
        return host_.output + host_.error_output;
    }

    MemoryHost host_;
};

} // namespace

TEST_CASE("the tutorial and the pages with worked examples show what happens") {
    for (const char* page : {"docs/tutorial.md", "docs/adopting.md", "docs/look.md"}) {
        const auto path = project() / page;
        Reader reader;
        check_golden(path, reader.follow(read_file(path)));
        CHECK(reader.commands > 4);
    }
}
