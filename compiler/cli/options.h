// What the user asked for on the command line.
#pragma once

#include "diagnostics/diagnostic.h"
#include "host/host.h"
#include "plan/wish.h"
#include "rules/explain.h"
#include "time/written.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace planc {

enum class Format { text, concise, json, sarif, github, gitlab, junit, checkstyle, rdjson };
enum class When { automatic, always, never };
enum class Dump { none, tree, plan, schedule, chart };

/// A file that gets the findings in a format.
struct FormatFile {
    Format format = Format::text;
    std::string path;
};

/// What becomes of findings that have exactly one mend.
enum class Fix { none, write, show };

/// Options that `check` and `build` share.
struct CheckOptions {
    std::vector<std::string> paths; ///< files, folders, or `-`; the current folder if empty
    std::string stdin_name = "<stdin>";
    Format format = Format::text;         ///< of standard output
    std::vector<FormatFile> format_files; ///< further ones, each for itself
    When colour = When::automatic;
    bool ascii = false;
    std::optional<Severity> fail_on = Severity::warning; ///< nothing: findings never fail
    WrittenInstant as_of;                                ///< a date or date and time, or not given
    std::vector<std::string> select;                     ///< rules; empty for all
    std::vector<std::string> ignore;                     ///< rules
    std::size_t max_findings = 0;                        ///< that are printed; 0 for all
    bool statistics = false;                             ///< a count per rule instead of the findings
    bool timings = false;                                ///< where the time goes, on standard error
    std::string record;                                  ///< a file with what really happened; empty for none
    unsigned jobs = 0;                                   ///< 0: as many as there are processors
    Dump dump = Dump::none;
    Fix fix = Fix::none;
    std::string baseline;       ///< a file with findings that are not told; empty for none
    std::string write_baseline; ///< a file that gets all findings; empty for none
};

/// What becomes of documents: they are written, compared with the files that are there, or their names are printed.
enum class BuildAim { write, compare, list };

struct BuildOptions {
    CheckOptions check;
    std::string out;       ///< empty: what the configuration says
    std::string templates; ///< a folder whose files replace the built-in ones; empty: what the configuration says
    std::vector<std::string> only; ///< documents, formats, or both; empty for all that is wanted
    std::optional<Paper> paper;    ///< of PDF files; nothing: what the configuration says
    bool draft = false;
    BuildAim aim = BuildAim::write;
    std::string depfile;            ///< gets what is made and what is read for it; empty for none
    std::string depfile_target;     ///< the file that what is read is named for; empty: what is made
    std::vector<std::string> typed; ///< all arguments
};

struct VerifyOptions {
    std::string fingerprint; ///< as it was typed
    CheckOptions check;      ///< which plans
};

/// What `planc templates` does.
enum class TemplateAction { list, write_out, check };

struct TemplateOptions {
    TemplateAction action = TemplateAction::list;
    std::string folder;             ///< of templates of one's own; of `list` empty for none
    std::vector<std::string> names; ///< what is written out; empty for all
};

struct ExplainOptions {
    std::string rule; ///< empty: list them all
    PageForm form = PageForm::text;
};

struct ConfigOptions {
    std::string path = "."; ///< a plan or a folder
};

enum class SchemaName { plan, configuration };

struct SchemaOptions {
    SchemaName name = SchemaName::plan;
};

struct InitOptions {
    std::string path;
    std::string language = "zh-CN";
};

enum class Shell { bash, zsh, fish };

struct CompletionOptions {
    Shell shell = Shell::bash;
};

enum class ManualForm { man, markdown };

struct ManualOptions {
    std::string command; ///< empty: of planc itself
    ManualForm form = ManualForm::man;
    std::string out; ///< a folder that gets all pages; empty: one is printed
};

/// Nothing more to do: help or version was printed, or the words were wrong.
struct Finished {
    int exit_code = 0;
};

using Command = std::variant<Finished, CheckOptions, BuildOptions, VerifyOptions, TemplateOptions, ExplainOptions,
                             ConfigOptions, SchemaOptions, InitOptions, CompletionOptions, ManualOptions>;

/// Reads the arguments (without the program's name); help goes to standard output, complaints to standard error.
Command parse_arguments(const std::vector<std::string>& arguments, Host& host);

} // namespace planc
