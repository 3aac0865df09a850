// A program for tests: `print-documents PLAN FOLDER PAPER` writes every document of a plan as PDF.
#include "print/print.h"
#include "printed.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace planc;

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: print-documents PLAN FOLDER a4|letter\n";
        return 2;
    }
    const std::string path = arguments[1];
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const Paper paper = std::string(arguments[3]) == "letter" ? Paper::letter : Paper::a4;
    if (path.ends_with(".md")) {
        Page page;
        page.title = page.header = "Markdown";
        page.markdown = text;
        const auto drawn = draw_pdf(page, Theme(), paper, {});
        std::ofstream(std::string(arguments[2]) + "/markdown.pdf", std::ios::binary) << std::get<std::string>(drawn);
        return 0;
    }
    const Printed printed(text);
    const char* only = std::getenv("PRINT_ONLY");
    for (const Page& page : printed.pages.pages) {
        if (only != nullptr && name(page.document) != std::string_view(only)) continue;
        const auto drawn = draw_pdf(page, printed.pages.theme, paper, {});
        if (const auto* error = std::get_if<PrintError>(&drawn)) {
            std::cerr << error->message << "\n";
            return 1;
        }
        std::ofstream(std::string(arguments[2]) + "/" + std::string(name(page.document)) + ".pdf", std::ios::binary)
            << std::get<std::string>(drawn);
        if (std::getenv("PRINT_MARKDOWN") != nullptr)
            std::ofstream(std::string(arguments[2]) + "/" + std::string(name(page.document)) + ".md") << page.markdown;
    }
    if (only != nullptr) return 0;
    const auto chart = draw_chart_pdf(printed.pages.pages.at(0), *printed.pages.chart, printed.pages.theme, paper, {});
    std::ofstream(std::string(arguments[2]) + "/gantt.pdf", std::ios::binary) << std::get<std::string>(chart);
    const auto image = draw_chart_png(*printed.pages.chart, printed.pages.theme);
    std::ofstream(std::string(arguments[2]) + "/gantt.png", std::ios::binary) << std::get<ChartImage>(image).bytes;
    return 0;
}
