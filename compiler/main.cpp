// Hands the arguments and the real host to the command line; nothing else.
#include "cli/run.h"
#include "host/system_host.h"

#include <csignal>
#include <exception>
#include <string>

int main(int count, char** arguments) {
    // A closed pipe and a file that may not grow are told by the write that finds them.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    planc::Host& host = planc::system_host();
    try {
        return planc::run({arguments + (count > 0 ? 1 : 0), arguments + count}, host);
    } catch (const std::exception& fault) {
        host.write_error(std::string("planc: a fault of planc itself: ") + fault.what() + "\n");
        return planc::exit_fault;
    }
}
