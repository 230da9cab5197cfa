#include "app/cli/study_session.h"

#include <cstdio>
#include <variant>

#include <fmt/format.h>

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/run_text.h"
#include "app/cli/study_text.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {
namespace {

class StudySession {
public:
    StudySession(EngineProcess& process, const StudyPlan& plan, const StudyFolder& folder,
                 const StudySessionOptions& options)
        : process_(process),
          is_quiet_(options.quiet),
          progress_(is_terminal(), options.plain_interval),
          queue_(plan, folder, process.host(), listener()) {
        if (options.retry_failed)
            queue_.retry_failed();
    }

    StudySessionEnd run() {
        constexpr std::chrono::milliseconds kPatience{500};
        queue_.start();
        while (!queue_.is_over()) {
            const auto news = process_.wait(kPatience);
            if (news.interrupted)
                stop();
            for (const auto& event : news.events)
                queue_.take(event);
        }
        progress_.clear();
        return {.end = queue_.end(), .results = queue_.results()};
    }

private:
    void stop() {
        progress_.clear();
        std::fputs(
            "Stopping and saving the run at work; the same command goes on with the study. A second Ctrl-C "
            "aborts at once.\n",
            stderr);
        queue_.stop();
    }

    void line(const std::string& text) {
        if (is_quiet_)
            return;
        progress_.clear();
        print_line(text);
    }

    StudyListener listener() {
        return {.run_begins = [this](StudyPart part, std::size_t number, std::size_t count,
                                     const std::string& title) { begin(part, number, count, title); },
                .run_event = [this](const RunEvent& event) { show(event); },
                .run_ends = [this](const std::string& title,
                                   const MeasuredRun& run) { line(measured_text(title, run)); },
                .rate_chosen = [this](const StudyArm& arm,
                                      const ArmResults& results) { line(rate_text(arm, results)); },
                .trouble =
                    [this](const Error& error) {
                        progress_.clear();
                        report_warning(error.message, error.hint);
                    }};
    }

    void begin(StudyPart part, std::size_t number, std::size_t count, const std::string& title) {
        total_steps_ = 0;
        const auto left = queue_.remaining_seconds();
        line(fmt::format("{} {}/{}  {}{}", part_name(part), number, count, printable(title, false),
                         left ? fmt::format("  (about {} left after it)", format_duration(*left)) : ""));
    }

    void show(const RunEvent& event) {
        if (is_quiet_)
            return;
        if (const auto* started = std::get_if<RunStarted>(&event))
            total_steps_ = started->total_steps;
        else if (const auto* step = std::get_if<StepDone>(&event))
            progress_.show(step->step, total_steps_, step_text(*step));
    }

    EngineProcess& process_;
    const bool is_quiet_;
    ProgressLine progress_;
    std::int64_t total_steps_ = 0;
    StudyQueue queue_;
};

}  // namespace

StudySessionEnd run_study(EngineProcess& process, const StudyPlan& plan, const StudyFolder& folder,
                          const StudySessionOptions& options) {
    return StudySession(process, plan, folder, options).run();
}

}  // namespace tunebench::cli
