#include "tests/support/child_process.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace tunebench::test {
namespace {

constexpr int kNotStarted = 127;

std::string content_of(int file) {
    std::string content(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
    const auto count = pread(file, content.data(), content.size(), 0);
    content.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return content;
}

std::vector<std::string> merged_environment(const ExtraEnvironment& extra) {
    std::vector<std::string> merged;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view variable = *entry;
        const auto name = variable.substr(0, variable.find('='));
        bool is_replaced = false;
        for (const auto& [key, value] : extra)
            is_replaced = is_replaced || key == name;
        if (!is_replaced)
            merged.emplace_back(variable);
    }
    for (const auto& [key, value] : extra)
        merged.push_back(key + "=" + value);
    return merged;
}

/// The strings must outlive the pointers.
std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    for (auto& text : strings)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

int code_of(int status) {
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const ExtraEnvironment& environment)
    // O_APPEND: reading the size here moves the offset that the child shares.
    : out_file_(memfd_create("out", MFD_CLOEXEC)), err_file_(memfd_create("err", MFD_CLOEXEC)) {
    fcntl(out_file_, F_SETFL, O_APPEND);
    fcntl(err_file_, F_SETFL, O_APPEND);
    posix_spawn_file_actions_t actions = {};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out_file_, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err_file_, STDERR_FILENO);
    auto arguments = command;
    auto variables = merged_environment(environment);
    if (posix_spawn(&id_, command.front().c_str(), &actions, nullptr, pointers_to(arguments).data(),
                    pointers_to(variables).data()) != 0) {
        id_ = -1;
        exit_code_ = kNotStarted;
    }
    posix_spawn_file_actions_destroy(&actions);
}

ChildProcess::~ChildProcess() {
    if (!has_ended()) {
        send(SIGKILL);
        wait();
    }
    close(out_file_);
    close(err_file_);
}

void ChildProcess::send(int signal_number) const {
    if (exit_code_ < 0)
        kill(id_, signal_number);
}

bool ChildProcess::has_ended() {
    int status = 0;
    if (exit_code_ < 0 && waitpid(id_, &status, WNOHANG) == id_)
        exit_code_ = code_of(status);
    return exit_code_ >= 0;
}

int ChildProcess::wait() {
    int status = 0;
    if (exit_code_ < 0 && waitpid(id_, &status, 0) == id_)
        exit_code_ = code_of(status);
    return exit_code_;
}

std::string ChildProcess::out() const {
    return content_of(out_file_);
}

std::string ChildProcess::err() const {
    return content_of(err_file_);
}

bool ChildProcess::wait_for_out(std::string_view text, std::chrono::milliseconds at_most) {
    const auto end = std::chrono::steady_clock::now() + at_most;
    while (out().find(text) == std::string::npos) {
        if (has_ended() || std::chrono::steady_clock::now() > end)
            return out().find(text) != std::string::npos;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

}  // namespace tunebench::test
