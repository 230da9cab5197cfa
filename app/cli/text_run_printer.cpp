#include <cmath>
#include <variant>

#include <fmt/format.h>

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/run_printer.h"
#include "app/cli/run_text.h"
#include "app/cli/terminal.h"
#include "core/run/general_data.h"

namespace tunebench::cli {
namespace {

class TextRunPrinter final : public RunPrinter {
public:
    explicit TextRunPrinter(std::chrono::seconds plain_interval) : progress_(is_terminal(), plain_interval) {}

    void preparing(std::string_view detail) override { progress_.show_status(detail); }

    void begin(const RunPlace& place) override {
        place_ = place;
        line(fmt::format("Run {}  {}", place.id, place.folder.string()));
    }

    void print(const RunEvent& event) override {
        std::visit([this](const auto& happened) { show(happened); }, event);
    }

    void pause() override { progress_.clear(); }

private:
    void line(const std::string& text) {
        progress_.clear();
        print_line(text);
    }

    void show(const RunStarted& started) {
        started_ = started;
        line(started_text(started));
    }

    void show(const PhaseChanged& changed) {
        if (changed.phase == RunPhase::Paused)
            line(fmt::format("step {}  paused", changed.step));
    }

    void show(const StepDone& done) { progress_.show(done.step, started_.total_steps, step_text(done)); }

    void show(const EvaluationDone& done) { line(evaluation_text(done, style_)); }

    void show(const SampleDone& done) { line(sample_text(done, style_)); }

    void show(const MemoryMeasured&) {}  // the peak is in the result

    void show(const CheckpointSaved& saved) { line(checkpoint_text(saved, style_)); }

    void show(const RunWarning& warning) {
        progress_.clear();
        report_warning(warning.message, warning.hint);
    }

    /// What the machine was doing is for the history alone.
    void show(const MetricsMeasured& measured) {
        for (const auto& [name, value] : measured.values)
            if (name == kGeneralLoss)
                line(general_text(measured.step, value));
    }

    void show(const SettingsChanged& changed) { line(settings_text(changed)); }

    void show(const RunFinished& finished) { line("\n" + result_text(finished, started_, place_, style_)); }

    ProgressLine progress_;
    Style style_ = style_of_stdout();
    RunStarted started_ = {};
    RunPlace place_ = {};
};

}  // namespace

std::unique_ptr<RunPrinter> text_run_printer(std::chrono::seconds plain_interval) {
    return std::make_unique<TextRunPrinter>(plain_interval);
}

}  // namespace tunebench::cli
