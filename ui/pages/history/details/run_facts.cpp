#include "ui/pages/history/details/run_facts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "core/history/recent_training_loss.h"
#include "core/interchange/run_exporter.h"
#include "core/jobs/run_event_json.h"
#include "core/memory/estimate.h"
#include "core/memory/step_timeline.h"
#include "ui/pages/compare/metric_words.h"
#include "ui/run/run_state.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

class RunFacts {
    Q_DECLARE_TR_FUNCTIONS(RunFacts)
};

HubCell stepCell(std::int64_t step) {
    return {.text = QLocale().toString(static_cast<qlonglong>(step)), .key = static_cast<qlonglong>(step)};
}

HubCell sizeCell(std::uint64_t bytes) {
    return {.text = bytesText(bytes), .key = static_cast<qulonglong>(bytes)};
}

/// One line; the help has all of it.
HubCell textCell(const std::string& text, const std::string& hint = {}) {
    const QString whole = toQt(text);
    return {.text = whole.simplified(),
            .key = {},
            .help = hint.empty() ? whole : whole + QLatin1Char('\n') + toQt(hint)};
}

HubRow fact(const QString& name, const std::string& value) {
    return {{.text = name}, textCell(value)};
}

HubCell nothing() {
    return {.text = QStringLiteral("–")};
}

/// "0.4213", "1,000"
QString valueText(double value) {
    const bool isLarge = std::abs(value) >= 999.95 && std::abs(value) < 1e6;
    return isLarge ? QLocale().toString(value, 'f', 0) : shortNumber(value);
}

QString valueAtStep(const QString& value, std::int64_t step) {
    return RunFacts::tr("%1 at step %2").arg(value, QLocale().toString(static_cast<qlonglong>(step)));
}

HubCell valueCell(const std::optional<MetricValue>& value) {
    if (!value)
        return nothing();
    return {.text = valueText(value->value),
            .key = value->value,
            .help = valueAtStep(QString::number(value->value, 'g', 17), value->step)};
}

HubCell stepOf(const std::optional<MetricValue>& value) {
    return value ? stepCell(value->step) : nothing();
}

/// What has no column of its own: its name in filters, how many values it has, and between which they lie.
QString metricHelp(const MetricSummary& metric) {
    QStringList lines{RunFacts::tr("%1: %2 values").arg(toQt(metric.name)).arg(metric.count)};
    if (metric.lowest)
        lines << RunFacts::tr("Lowest: %1")
                     .arg(valueAtStep(valueText(metric.lowest->value), metric.lowest->step));
    if (metric.highest)
        lines << RunFacts::tr("Highest: %1")
                     .arg(valueAtStep(valueText(metric.highest->value), metric.highest->step));
    return lines.join(QLatin1Char('\n'));
}

/// "+0.03", with "+0.03 (2.31 → 2.34)" as its help.
HubCell changeCell(const Forgetting& forgetting) {
    const double change = forgetting.change();
    const QString sign = change > 0.0 ? QStringLiteral("+") : QString();
    const QString text = sign + lossText(change);
    return {.text = text,
            .key = change,
            .help = RunFacts::tr("%1 (%2 → %3)", "change, before, after")
                        .arg(text, lossText(forgetting.before), lossText(forgetting.after))};
}

HubRow eventRow(std::int64_t step, const QString& text, const QString& hint = {}, HubDot dot = HubDot::None) {
    return {stepCell(step),
            {.text = text.simplified(),
             .help = hint.isEmpty() ? text : text + QLatin1Char('\n') + hint,
             .dot = dot}};
}

HubRow memoryRow(const MemoryMeasured& memory, bool quantizes) {
    const QString peak =
        RunFacts::tr("Memory peak in %1: %2")
            .arg(coreText(phase_title(memory.phase, quantizes)), bytesText(memory.peak_bytes));
    if (memory.resident_bytes == 0)
        return eventRow(memory.step, peak);
    const QString process = bytesText(memory.resident_bytes);
    return eventRow(
        memory.step, peak,
        step_phase_from_text(memory.phase)
            ? RunFacts::tr("The whole process had at most %1 in RAM during the steps.").arg(process)
            : RunFacts::tr("The whole process had at most %1 in RAM then.").arg(process));
}

/// Of a cause as it is stored.
QString endText(const std::string& cause) {
    for (const auto known : {ExitCause::Completed, ExitCause::EarlyStopped, ExitCause::Stopped,
                             ExitCause::Discarded, ExitCause::Failed})
        if (exit_cause_text(known) == cause)
            return causeText(known);
    return toQt(cause);
}

/// Where no value is better than another: what is set, or only counts.
bool hasBest(std::string_view metric) {
    constexpr std::array<std::string_view, 5> kNeither = {"learning_rate", "gradient_norm", "epoch", "tokens",
                                                          "loss_scale"};
    return std::ranges::find(kNeither, metric) == kNeither.end();
}

void addIfAny(std::vector<HubRow>& rows, const QString& name, const std::string& value) {
    if (!value.empty())
        rows.push_back(fact(name, value));
}

}  // namespace

std::optional<MetricValue> overfittingOf(const std::vector<MetricPoint>& training,
                                         const std::vector<MetricPoint>& validation) {
    if (training.empty() || validation.empty() || validation.back().step == 0)
        return {};
    RecentTrainingLoss training_loss;
    for (const MetricPoint& point : training)
        training_loss.add(point.value);
    const auto gap = overfitting_of(validation.back().value, training_loss.mean());
    return gap ? std::optional(MetricValue{validation.back().step, *gap}) : std::nullopt;
}

std::vector<HubRow> metricRows(const std::vector<MetricSummary>& metrics,
                               const std::optional<MetricValue>& overfitting,
                               const std::optional<Forgetting>& forgetting) {
    std::vector<HubRow> rows;
    if (forgetting)
        rows.push_back({{.text = RunFacts::tr("Forgetting"), .help = metricHelp("forgetting")},
                        changeCell(*forgetting),
                        nothing(),
                        nothing()});
    if (overfitting)
        rows.push_back({{.text = RunFacts::tr("Overfitting"), .help = metricHelp("overfitting")},
                        valueCell(overfitting),
                        nothing(),
                        nothing()});
    for (const MetricSummary& metric : metrics) {
        const auto best = hasBest(metric.name) ? metric.best() : std::nullopt;
        rows.push_back({{.text = curveName(metric.name), .help = metricHelp(metric)},
                        valueCell(metric.last),
                        valueCell(best),
                        stepOf(best)});
    }
    return rows;
}

std::vector<HubRow> settingRows(const RunManifest& manifest) {
    std::vector<HubRow> rows;
    for (const auto& [name, value] : flat_settings(manifest))
        rows.push_back(fact(toQt(name), value.is_string() ? value.get<std::string>() : json_text(value)));
    return rows;
}

std::vector<HubRow> environmentRows(const RunDetails& details) {
    const RunEnvironment& environment = details.manifest.environment;
    std::vector<HubRow> rows;
    addIfAny(rows, RunFacts::tr("Imported from"), details.summary.origin);
    addIfAny(rows, RunFacts::tr("Tunebench"), environment.tunebench_version);
    if (!details.sessions.empty()) {
        const RunStarted& started = details.sessions.back().started;
        addIfAny(rows, RunFacts::tr("LibTorch"), started.torch_version);
        addIfAny(rows, RunFacts::tr("Device"), started.device);
        if (started.threads > 0)
            addIfAny(rows, RunFacts::tr("Threads"), std::to_string(started.threads));
    }
    addIfAny(rows, RunFacts::tr("Processor"), environment.cpu);
    if (environment.cores > 0)
        addIfAny(rows, RunFacts::tr("Cores"), std::to_string(environment.cores));
    if (environment.memory_bytes > 0)
        addIfAny(rows, RunFacts::tr("Memory"), bytesText(environment.memory_bytes).toStdString());
    addIfAny(rows, RunFacts::tr("Operating system"), environment.operating_system);
    addIfAny(rows, RunFacts::tr("Computer"), environment.hostname);
    addIfAny(rows, RunFacts::tr("Folder"), details.summary.folder.string());
    for (const auto& [file, hash] : details.manifest.hashes)
        rows.push_back(fact(RunFacts::tr("SHA-256 of %1").arg(toQt(file)), hash));
    return rows;
}

std::vector<HubRow> sessionRows(const std::vector<RunSession>& sessions) {
    std::vector<HubRow> rows;
    for (const RunSession& session : sessions) {
        const QString from = session.started.resumed_from.empty() ? RunFacts::tr("the beginning")
                                                                  : toQt(session.started.resumed_from);
        const QString end = session.end ? endText(session.end->cause) : RunFacts::tr("has not ended");
        rows.push_back({{.text = dateText(session.started_at), .key = toQt(session.started_at)},
                        {.text = from},
                        session.end ? stepCell(session.end->step) : HubCell{.text = QStringLiteral("–")},
                        {.text = end, .help = session.end ? coreSentence(session.end->error) : QString()}});
    }
    return rows;
}

std::vector<HubRow> eventRows(const RunDetails& details, const std::vector<SettingsChanged>& changes) {
    std::vector<HubRow> rows;
    for (const SettingsChanged& change : changes)
        rows.push_back(eventRow(change.step, changeText(change)));
    for (const RunWarning& warning : details.warnings)
        rows.push_back(eventRow(warning.step, coreSentence(warning.message), coreSentence(warning.hint),
                                HubDot::Warning));
    const bool quantizes = details.manifest.config.precision.quantization != QuantizationType::None;
    for (const MemoryMeasured& memory : details.memory)
        rows.push_back(memoryRow(memory, quantizes));
    for (const RunSession& session : details.sessions)
        if (session.end)
            rows.push_back(eventRow(session.end->step,
                                    RunFacts::tr("Session ended: %1 %2")
                                        .arg(endText(session.end->cause), coreSentence(session.end->error))
                                        .trimmed(),
                                    coreSentence(session.end->error_hint),
                                    session.end->error.empty() ? HubDot::None : HubDot::Warning));
    std::ranges::stable_sort(rows, {}, [](const HubRow& row) { return row.front().key.toLongLong(); });
    for (const ExportRecord& record : details.exports)
        rows.push_back(
            {{.text = QStringLiteral("–")},
             {.text = RunFacts::tr("Exported as %1 to %2").arg(toQt(record.to), toQt(record.report.out))}});
    return rows;
}

std::vector<HubRow> sampleRows(const std::vector<SampleDone>& samples) {
    std::vector<HubRow> rows;
    for (const SampleDone& sample : samples)
        rows.push_back({stepCell(sample.step), textCell(sample.prompt), textCell(sample.text)});
    return rows;
}

std::vector<HubRow> checkpointRows(const std::vector<CheckpointSaved>& checkpoints) {
    std::vector<HubRow> rows;
    for (const CheckpointSaved& checkpoint : checkpoints)
        rows.push_back({{.text = checkpoint.is_best ? RunFacts::tr("%1 (best)").arg(toQt(checkpoint.name))
                                                    : toQt(checkpoint.name)},
                        stepCell(checkpoint.step),
                        sizeCell(checkpoint.bytes)});
    return rows;
}

std::vector<HubRow> diskRows(const DiskUse& use) {
    std::vector<std::pair<QString, std::uint64_t>> parts = {
        {RunFacts::tr("Checkpoints"), use.checkpoints}, {RunFacts::tr("Result"), use.result},
        {RunFacts::tr("Exports"), use.exports},         {RunFacts::tr("Events"), use.log},
        {RunFacts::tr("Other files"), use.other},
    };
    std::ranges::stable_sort(parts, std::greater(), &std::pair<QString, std::uint64_t>::second);
    std::vector<HubRow> rows;
    for (const auto& [name, bytes] : parts)
        if (bytes > 0)
            rows.push_back({{.text = name}, sizeCell(bytes)});
    if (use.unread)
        rows.push_back({{.text = RunFacts::tr("Not read: %1").arg(coreSentence(use.unread->message)),
                         .help = QString(coreSentence(use.unread->message) + QLatin1Char(' ') +
                                         coreSentence(use.unread->hint))
                                     .trimmed(),
                         .dot = HubDot::Warning},
                        {.text = QStringLiteral("?")}});
    return rows;
}

}  // namespace tunebench::ui
