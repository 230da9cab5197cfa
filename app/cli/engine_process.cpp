#include "app/cli/engine_process.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/engine_api/loader.h"

namespace tunebench::cli {
namespace {

std::unique_ptr<History> open_history(const std::filesystem::path& data_folder) {
    auto history = History::open(data_folder);
    if (history) {
        if (const auto notice = (*history)->notice(); !notice.empty())
            report_warning(notice, {});
        return *std::move(history);
    }
    report_warning(history.error().message, history.error().hint.empty()
                                                ? "The run itself is recorded in its folder."
                                                : history.error().hint);
    return nullptr;
}

[[noreturn]] void abort_at_once() {
    std::fputs("Aborted.\n", stderr);
    std::fflush(nullptr);
    _exit(static_cast<int>(ExitCode::Stopped));
}

}  // namespace

EngineProcess::EngineProcess(const std::filesystem::path& data_folder, KeepHistory keep_history)
    : wake_descriptor_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    // A reader of our output that goes away (`| head`) must not end a run.
    std::signal(SIGPIPE, SIG_IGN);
    if (keep_history == KeepHistory::Yes)
        history_ = open_history(data_folder);
    const auto wake = [descriptor = wake_descriptor_] { eventfd_write(descriptor, 1); };
    host_ = std::make_unique<RunHost>([] { return load_engine(engine_candidates()); }, data_folder,
                                      history_.get(), wake);
}

EngineProcess::~EngineProcess() {
    host_.reset();
    history_.reset();
    close(wake_descriptor_);
}

EngineProcess::News EngineProcess::wait(std::chrono::milliseconds at_most) {
    pollfd waiting[] = {{.fd = wake_descriptor_, .events = POLLIN, .revents = 0},
                        {.fd = signals_.descriptor(), .events = POLLIN, .revents = 0}};
    poll(waiting, 2, static_cast<int>(at_most.count()));
    News news;
    take_signals(news);
    eventfd_t wakes = 0;
    eventfd_read(wake_descriptor_, &wakes);
    news.events = host_->take_events();
    return news;
}

void EngineProcess::take_signals(News& news) {
    const int count = signals_.take();
    news.interrupted = count > 0 && interrupts_ == 0;
    interrupts_ += count;
    if (interrupts_ > 1)
        abort_at_once();
}

void EngineProcess::flush_history() {
    if (!history_)
        return;
    if (const auto flushed = history_->flush(); !flushed)
        report_warning(flushed.error().message, flushed.error().hint);
}

}  // namespace tunebench::cli
