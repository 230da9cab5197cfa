#include "app/cli/run_session.h"

#include <cstdio>
#include <optional>
#include <variant>

#include <fmt/format.h>

#include "app/cli/output.h"

namespace tunebench::cli {
namespace {

ExitCode exit_code_of_run(const RunFinished& finished, bool json) {
    switch (finished.cause) {
        case ExitCause::Completed:
        case ExitCause::EarlyStopped:
            return ExitCode::Done;
        case ExitCause::Stopped:
        case ExitCause::Discarded:
            return ExitCode::Stopped;
        case ExitCause::Failed:
            break;
    }
    if (!finished.error)
        return ExitCode::Failed;
    return report_error(*finished.error, json);
}

class SessionLoop {
public:
    SessionLoop(EngineProcess& process, RunSignals& signals, RunPrinter& printer, bool json)
        : process_(process), signals_(signals), printer_(printer), json_(json) {}

    ExitCode run(const RunTarget& target) {
        constexpr std::chrono::milliseconds kPatience{500};
        request_ = target.resume_folder ? process_.host().resume(*target.resume_folder)
                                        : process_.host().start(target.config);
        if (target.adjustment)
            process_.host().command(*target.adjustment);
        while (!exit_code_) {
            const auto news = process_.wait(kPatience);
            if (news.interrupted)
                stop();
            for (const auto& wish : signals_.take())
                obey(wish);
            for (const auto& event : news.events)
                std::visit([this](const auto& happened) { take(happened); }, event);
        }
        return *exit_code_;
    }

private:
    void stop() {
        process_.host().command(StopCommand{});
        printer_.pause();
        std::fputs("Stopping and saving; a second Ctrl-C aborts at once and loses what is not saved.\n",
                   stderr);
    }

    void obey(const RunWish& wish) {
        if (wish.command)
            process_.host().command(*wish.command);
        printer_.pause();
        std::fputs(fmt::format("{}\n", wish.note).c_str(), stderr);
    }

    void take(const HostRunStarted& started) {
        if (started.request != request_)
            return;
        is_started_ = started.folder.has_value();
        if (is_started_)
            printer_.begin({.id = started.run_id, .folder = *started.folder});
        else
            refuse(started.folder.error());
    }

    void refuse(const Error& error) {
        printer_.pause();
        exit_code_ = report_error(error, json_);
    }

    void take(const HostRunEvent& happened) {
        const auto* phase = std::get_if<PhaseChanged>(&happened.event);
        if (!is_started_ && phase)
            return printer_.preparing(phase->detail);
        printer_.print(happened.event);
        // Of a pause that somebody has asked for no reason is told.
        if (phase && phase->phase == RunPhase::Paused && !phase->detail.empty() && !has_left_pause_)
            leave_paused(phase->detail == kMemoryRanOut);
        if (const auto* finished = std::get_if<RunFinished>(&happened.event))
            exit_code_ = has_left_pause_ && finished->cause == ExitCause::Stopped
                             ? ExitCode::Failed
                             : exit_code_of_run(*finished, json_);
    }

    /// A run that nobody paused lacks memory or room on the disk, and here is nobody to resume it.
    void leave_paused(bool lacks_memory) {
        has_left_pause_ = true;
        process_.host().command(StopCommand{});
        printer_.pause();
        std::fputs(lacks_memory
                       ? "Out of memory: saving and stopping; --resume goes on once there is more.\n"
                       : "A file could not be read or written: stopping; --resume goes on once it can be.\n",
                   stderr);
    }

    template <class Reply>
    void take(const Reply&) {}

    EngineProcess& process_;
    RunSignals& signals_;
    RunPrinter& printer_;
    bool json_;
    bool is_started_ = false;
    bool has_left_pause_ = false;
    std::int64_t request_ = 0;
    std::optional<ExitCode> exit_code_ = {};
};

}  // namespace

ExitCode run_session(EngineProcess& process, RunSignals& signals, const RunTarget& target,
                     RunPrinter& printer, bool json) {
    return SessionLoop(process, signals, printer, json).run(target);
}

}  // namespace tunebench::cli
