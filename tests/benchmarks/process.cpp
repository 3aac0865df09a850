#include "process.h"

#include <chrono>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>

extern char** environ;

namespace planc::bench {

namespace {

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

Run run_once(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t process = 0;
    const int error = posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot start " + command.front());
    int status = 0;
    rusage usage{};
    if (wait4(process, &status, 0, &usage) < 0 || !WIFEXITED(status))
        throw std::runtime_error(command.front() + " died");
    Run run;
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    run.processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    run.mebibytes = static_cast<double>(usage.ru_maxrss) / 1024;
    run.exit_code = WEXITSTATUS(status);
    return run;
}

Run run_best(const std::vector<std::string>& command, int times) { return run_best_in_turns({command}, times).front(); }

std::vector<Run> run_best_in_turns(const std::vector<std::vector<std::string>>& commands, int times) {
    for (const auto& command : commands) run_once(command);
    std::vector<Run> best;
    for (const auto& command : commands) best.push_back(run_once(command));
    for (int turn = 1; turn < times; ++turn) {
        for (std::size_t i = 0; i < commands.size(); ++i) {
            const Run run = run_once(commands[i]);
            if (run.seconds < best[i].seconds) best[i] = run;
        }
    }
    return best;
}

} // namespace planc::bench
