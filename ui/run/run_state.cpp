#include "ui/run/run_state.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>
#include <QLocale>

#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

struct LogTexts {
    Q_DECLARE_TR_FUNCTIONS(LogTexts)
};

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

struct NamedCurve {
    const char* metric;  // in history
    MetricCurve RunState::*curve;
};

constexpr NamedCurve kCurves[] = {{"loss", &RunState::loss},
                                  {"validation_loss", &RunState::validation_loss},
                                  {"learning_rate", &RunState::learning_rate},
                                  {"gradient_norm", &RunState::gradient_norm},
                                  {"tokens_per_second", &RunState::tokens_per_second},
                                  {"memory_peak_bytes", &RunState::memory},
                                  {"loss_scale", &RunState::loss_scale},
                                  {"gradient_underflow", &RunState::gradient_underflow},
                                  {"gradient_overflow", &RunState::gradient_overflow},
                                  {"epoch", &RunState::epoch},
                                  {"tokens", &RunState::tokens}};

bool isOther(std::string_view metric) {
    return std::ranges::none_of(kCurves, [&](const NamedCurve& known) { return known.metric == metric; });
}

MetricCurve before(HistoryReader& reader, const std::string& runId, const std::string& metric,
                   std::int64_t firstStep) {
    MetricCurve curve;
    const auto points = reader.metric(runId, metric);
    if (!points)
        return curve;
    for (const auto& point : *points)
        if (point.step <= firstStep)
            curve.add(static_cast<double>(point.step), point.value);
    return curve;
}

void prepend(MetricCurve& curve, MetricCurve earlier) {
    earlier.steps.insert(earlier.steps.end(), curve.steps.begin(), curve.steps.end());
    earlier.values.insert(earlier.values.end(), curve.values.begin(), curve.values.end());
    curve = std::move(earlier);
}

void addIfThere(MetricCurve& curve, double step, const std::optional<double>& value) {
    if (value)
        curve.add(step, *value);
}

}  // namespace

void MetricCurve::dropAfter(double step) {
    const auto kept = std::upper_bound(steps.begin(), steps.end(), step) - steps.begin();
    steps.resize(static_cast<std::size_t>(kept));
    values.resize(static_cast<std::size_t>(kept));
}

void MetricCurve::add(double step, double value) {
    steps.push_back(step);
    values.push_back(value);
}

double RunState::progress() const {
    if (finished && finished->cause != ExitCause::Stopped && finished->cause != ExitCause::Failed)
        return 1.0;
    const std::int64_t total = started ? started->total_steps : 0;
    const std::int64_t done = last_step ? last_step->step : started ? started->first_step : 0;
    return total > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(total)) : 0.0;
}

bool RunState::hasSixteenBits() const {
    return !loss_scale.steps.empty() || !gradient_underflow.steps.empty() || !gradient_overflow.steps.empty();
}

void RunState::apply(const RunEvent& event) {
    std::visit([this](const auto& e) { on(e); }, event);
}

void RunState::write(std::int64_t step, LogKind kind, QString text, QString hint) {
    log.push_back({step, kind, std::move(text), std::move(hint)});
}

void RunState::goBackTo(std::int64_t step) {
    const auto last = static_cast<double>(step);
    for (const auto& known : kCurves)
        (this->*known.curve).dropAfter(last);
    seconds.dropAfter(last);
    for (auto& [name, curve] : others)
        curve.dropAfter(last);
    std::erase_if(samples, [step](const SampleDone& sample) { return sample.step > step; });
}

void RunState::on(const RunStarted& event) {
    started = event;
    finished.reset();
    goBackTo(event.first_step);
    const QString examples = LogTexts::tr("%1 training examples, %2 for validation")
                                 .arg(number(event.training_examples), number(event.validation_examples));
    write(event.first_step, LogKind::Info,
          event.resumed_from.empty()
              ? LogTexts::tr("Started: %1").arg(examples)
              : LogTexts::tr("Resumed from %1: %2").arg(toQt(event.resumed_from), examples));
    if (event.truncated_examples > 0)
        write(
            event.first_step, LogKind::Warning,
            LogTexts::tr("%1 examples were cut to the longest length").arg(number(event.truncated_examples)));
    if (event.skipped_examples > 0)
        write(event.first_step, LogKind::Warning,
              LogTexts::tr("%1 examples were left out: nothing in them is learned")
                  .arg(number(event.skipped_examples)));
}

void RunState::on(const PhaseChanged& event) {
    phase = event.phase;
    phase_detail = coreSentence(event.detail);
    phase_share = event.share;
    if (event.share && *event.share > 0.0)
        return;  // its beginning has been told
    if (event.phase == RunPhase::Paused || event.phase == RunPhase::Loading)
        write(event.step, LogKind::Info,
              event.detail.empty() ? phaseText(event.phase)
                                   : phaseText(event.phase) + QStringLiteral(": ") + phase_detail);
}

void RunState::on(const StepDone& event) {
    const auto step = static_cast<double>(event.step);
    loss.add(step, event.loss);
    learning_rate.add(step, event.learning_rate);
    gradient_norm.add(step, event.gradient_norm);
    tokens_per_second.add(step, event.tokens_per_second);
    memory.add(step, static_cast<double>(event.memory_peak_bytes));
    epoch.add(step, event.epoch);
    tokens.add(step, static_cast<double>(event.tokens));
    seconds.add(step, event.elapsed_seconds);
    addIfThere(loss_scale, step, event.loss_scale);
    addIfThere(gradient_underflow, step, event.gradient_underflow);
    addIfThere(gradient_overflow, step, event.gradient_overflow);
    others["step_seconds"].add(step, event.step_seconds);
    others["memory_bytes"].add(step, static_cast<double>(event.memory_bytes));
    if (event.skipped_steps)
        others["skipped_steps"].add(step, static_cast<double>(*event.skipped_steps));
    peak_bytes = std::max(peak_bytes, event.memory_peak_bytes);
    last_step = event;
}

void RunState::on(const EvaluationDone& event) {
    const auto step = static_cast<double>(event.step);
    validation_loss.add(step, event.loss);
    others["validation_seconds"].add(step, event.seconds);
    if (event.accuracy) {
        others["validation_accuracy"].add(step, *event.accuracy);
        others["validation_f1"].add(step, event.f1.value_or(0.0));
    } else {
        others["validation_perplexity"].add(step, event.perplexity);
        others["validation_token_accuracy"].add(step, event.token_accuracy);
    }
    last_evaluation = event;
    if (event.is_best)
        best_evaluation = event;
    write(event.step, event.is_best ? LogKind::Good : LogKind::Info,
          (event.accuracy ? LogTexts::tr("Validation loss %1, %2 of labels right%3")
                          : LogTexts::tr("Validation loss %1, %2 of tokens right%3"))
              .arg(lossText(event.loss), shareText(event.accuracy.value_or(event.token_accuracy)),
                   event.is_best ? LogTexts::tr(" (best so far)") : QString()));
}

void RunState::on(const SampleDone& event) {
    samples.push_back(event);
}

void RunState::on(const MemoryMeasured& event) {
    peak_bytes = std::max(peak_bytes, event.peak_bytes);
}

void RunState::on(const CheckpointSaved& event) {
    write(event.step, LogKind::Good,
          LogTexts::tr("Saved %1 (%2 in %3)")
              .arg(toQt(event.name), bytesText(event.bytes), durationText(event.seconds)));
}

void RunState::on(const RunWarning& event) {
    write(event.step, LogKind::Warning, coreSentence(event.message), coreSentence(event.hint));
}

void RunState::on(const MetricsMeasured& event) {
    for (const auto& [name, value] : event.values)
        others[name].add(static_cast<double>(event.step), value);
}

void RunState::on(const SettingsChanged& event) {
    if (event.learning_rate)
        learning_rate_set = event.learning_rate;
    if (event.evaluation_every)
        evaluation_every_set = event.evaluation_every;
    write(event.step, LogKind::Info, changeText(event));
}

void RunState::on(const RunFinished& event) {
    finished = event;
    peak_bytes = std::max(peak_bytes, event.peak_bytes);
    if (event.error)
        write(event.step, LogKind::Error, coreSentence(event.error->message),
              coreSentence(event.error->hint));
    else
        write(event.step, LogKind::Good, causeText(event.cause));
}

QString changeText(const SettingsChanged& change) {
    QStringList parts;
    if (change.learning_rate)
        parts << LogTexts::tr("learning rate %1").arg(rateText(*change.learning_rate));
    if (change.evaluation_every)
        parts << (*change.evaluation_every == 1 ? LogTexts::tr("evaluation every step")
                  : *change.evaluation_every > 0
                      ? LogTexts::tr("evaluation every %1 steps").arg(number(*change.evaluation_every))
                      : LogTexts::tr("evaluation only at the end"));
    return LogTexts::tr("Changed: %1").arg(parts.join(QStringLiteral(", ")));
}

RunState earlierCurves(HistoryReader& reader, const std::string& runId, std::int64_t firstStep) {
    RunState earlier;
    for (const auto& [metric, curve] : kCurves)
        earlier.*curve = before(reader, runId, metric, firstStep);
    if (const auto points = reader.metric(runId, "loss"))
        for (const auto& point : *points)
            if (point.step <= firstStep)
                earlier.seconds.add(static_cast<double>(point.step), point.seconds);
    if (const auto metrics = reader.metrics(runId))
        for (const auto& metric : *metrics)
            if (isOther(metric))
                earlier.others[metric] = before(reader, runId, metric, firstStep);
    return earlier;
}

void prependCurves(RunState& state, RunState earlier) {
    for (const auto& known : kCurves)
        prepend(state.*known.curve, std::move(earlier.*known.curve));
    prepend(state.seconds, std::move(earlier.seconds));
    for (auto& [metric, curve] : earlier.others)
        prepend(state.others[metric], std::move(curve));
}

}  // namespace tunebench::ui
