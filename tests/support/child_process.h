// ChildProcess: a program started by a test: its output, its signals, its end.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace tunebench::test {

/// Variables that the program gets besides those of the test.
using ExtraEnvironment = std::vector<std::pair<std::string, std::string>>;

class ChildProcess {
public:
    /// command[0] is the program's path. A program that cannot be started ends with code 127.
    explicit ChildProcess(const std::vector<std::string>& command, const ExtraEnvironment& environment = {});
    ~ChildProcess();  // kills it when it still runs

    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void send(int signal_number) const;
    bool has_ended();

    /// The exit code; 128 + the signal when one ended it. Blocks.
    int wait();

    /// What it has written so far.
    std::string out() const;
    std::string err() const;

    /// Until its stdout holds `text`; false when it ended or `at_most` passed before that.
    bool wait_for_out(std::string_view text, std::chrono::milliseconds at_most);

private:
    pid_t id_ = -1;
    int out_file_ = -1;
    int err_file_ = -1;
    int exit_code_ = -1;  // once it has ended
};

}  // namespace tunebench::test
