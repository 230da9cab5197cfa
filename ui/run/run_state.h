// RunState: what the events of one run add up to, for the live page: curves, phase, progress, log, samples. A
// value without widgets; it reads the run's events only, never a form.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/history/history.h"
#include "core/jobs/run_event.h"

namespace tunebench::ui {

struct MetricCurve {
    std::vector<double> steps = {};  // ascend
    std::vector<double> values = {};
    bool isEmpty() const { return steps.empty(); }
    void add(double step, double value);
    void dropAfter(double step);
};

enum class LogKind { Info, Good, Warning, Error };

struct LogLine {
    std::int64_t step = 0;
    LogKind kind = LogKind::Info;
    QString text = {};
    QString hint = {};
};

struct RunState {
    MetricCurve loss = {};
    MetricCurve validation_loss = {};
    MetricCurve learning_rate = {};
    MetricCurve gradient_norm = {};
    MetricCurve tokens_per_second = {};
    MetricCurve memory = {};
    // Only of steps that compute in 16 bits:
    MetricCurve loss_scale = {};
    MetricCurve gradient_underflow = {};  // shares, 0 to 1
    MetricCurve gradient_overflow = {};
    // Where in the run a step is:
    MetricCurve epoch = {};
    MetricCurve tokens = {};
    MetricCurve seconds = {};  // of training
    /// Those that no other field is for, by history's names: what the machine does, and the rest.
    std::map<std::string, MetricCurve> others = {};
    // As somebody changed them while the run trained:
    std::optional<double> learning_rate_set = {};
    std::optional<std::int64_t> evaluation_every_set = {};
    std::optional<RunStarted> started = {};
    std::optional<StepDone> last_step = {};
    std::optional<EvaluationDone> last_evaluation = {};
    std::optional<EvaluationDone> best_evaluation = {};
    std::optional<RunFinished> finished = {};
    RunPhase phase = RunPhase::Loading;
    QString phase_detail = {};
    std::optional<double> phase_share = {};  // that is done, where the phase tells it
    std::uint64_t peak_bytes = 0;
    std::vector<SampleDone> samples = {};
    std::vector<LogLine> log = {};

    bool isActive() const { return !finished; }
    bool hasSixteenBits() const;
    bool isPaused() const { return isActive() && phase == RunPhase::Paused; }
    double progress() const;  // 0 to 1; 0 while the length is unknown

    void apply(const RunEvent& event);

private:
    void on(const RunStarted& event);
    void on(const PhaseChanged& event);
    void on(const StepDone& event);
    void on(const EvaluationDone& event);
    void on(const SampleDone& event);
    void on(const MemoryMeasured& event);
    void on(const CheckpointSaved& event);
    void on(const RunWarning& event);
    void on(const RunFinished& event);
    void on(const MetricsMeasured& event);
    void on(const SettingsChanged& event);
    /// The run goes on from an earlier step: what came after it did not happen.
    void goBackTo(std::int64_t step);
    void write(std::int64_t step, LogKind kind, QString text, QString hint = {});
};

/// "Changed: learning rate 5e-5"
QString changeText(const SettingsChanged& change);

/// The curves up to `firstStep`, of a run that is continued there: nothing else, and none that cannot be
/// read.
RunState earlierCurves(HistoryReader& reader, const std::string& runId, std::int64_t firstStep);
/// Puts those curves before what the state has.
void prependCurves(RunState& state, RunState earlier);

}  // namespace tunebench::ui
