#include "ui/text/column_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "core/run/run_fields.h"
#include "ui/text/core_text.h"
#include "ui/text/method_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

struct ColumnWords {
    std::string_view name = {};
    const char* title = nullptr;
    const char* help = nullptr;
};

constexpr std::array<ColumnWords, 25> kWords = {{
    {"starred", QT_TRANSLATE_NOOP("columns", "Star"),
     QT_TRANSLATE_NOOP("columns", "Runs that you marked with a star.")},
    {"status", QT_TRANSLATE_NOOP("columns", "Status"),
     QT_TRANSLATE_NOOP("columns", "How the run stands or ended.")},
    {"name", QT_TRANSLATE_NOOP("columns", "Name"),
     QT_TRANSLATE_NOOP("columns", "The name that the run was given.")},
    {"model", QT_TRANSLATE_NOOP("columns", "Model"), QT_TRANSLATE_NOOP("columns", "What was fine-tuned.")},
    {"method", QT_TRANSLATE_NOOP("columns", "Method"),
     QT_TRANSLATE_NOOP("columns", "The fine-tuning method, and how the base is quantized.")},
    {"trainable_parameters", QT_TRANSLATE_NOOP("columns", "Trained"),
     QT_TRANSLATE_NOOP("columns", "How many parameters train, and their share of all.")},
    {"total_parameters", QT_TRANSLATE_NOOP("columns", "Parameters"),
     QT_TRANSLATE_NOOP("columns", "All parameters, trained or not.")},
    {"peak", QT_TRANSLATE_NOOP("columns", "Memory"),
     QT_TRANSLATE_NOOP("columns", "The highest memory that was measured.")},
    {"predicted_peak", QT_TRANSLATE_NOOP("columns", "Predicted memory"),
     QT_TRANSLATE_NOOP("columns", "The highest memory as it was estimated before the run.")},
    {"tokens_per_second", QT_TRANSLATE_NOOP("columns", "Tokens/s"),
     QT_TRANSLATE_NOOP("columns", "How many tokens were trained on in a second.")},
    {"seconds", QT_TRANSLATE_NOOP("columns", "Time"),
     QT_TRANSLATE_NOOP("columns", "Training time over all sessions, without pauses.")},
    {"training_loss", QT_TRANSLATE_NOOP("columns", "Last loss"),
     QT_TRANSLATE_NOOP("columns", "The training loss of the last step.")},
    {"best_validation_loss", QT_TRANSLATE_NOOP("columns", "Best loss"),
     QT_TRANSLATE_NOOP("columns", "The lowest loss on the validation data.")},
    {"best_step", QT_TRANSLATE_NOOP("columns", "Best step"),
     QT_TRANSLATE_NOOP("columns", "The step of the lowest validation loss.")},
    {"steps", QT_TRANSLATE_NOOP("columns", "Steps"),
     QT_TRANSLATE_NOOP("columns", "Optimizer steps that were done.")},
    {"total_steps", QT_TRANSLATE_NOOP("columns", "Planned steps"),
     QT_TRANSLATE_NOOP("columns", "Optimizer steps that were planned.")},
    {"created_at", QT_TRANSLATE_NOOP("columns", "Created"),
     QT_TRANSLATE_NOOP("columns", "When the run began.")},
    {"finished_at", QT_TRANSLATE_NOOP("columns", "Finished"),
     QT_TRANSLATE_NOOP("columns", "When its last session ended.")},
    {"tags", QT_TRANSLATE_NOOP("columns", "Tags"), QT_TRANSLATE_NOOP("columns", "Words that you gave it.")},
    {"notes", QT_TRANSLATE_NOOP("columns", "Notes"),
     QT_TRANSLATE_NOOP("columns", "What you wrote about it.")},
    {"error", QT_TRANSLATE_NOOP("columns", "Error"), QT_TRANSLATE_NOOP("columns", "Why it failed.")},
    {"origin", QT_TRANSLATE_NOOP("columns", "Origin"),
     QT_TRANSLATE_NOOP("columns", "The log of another program that it was imported from.")},
    {"archived", QT_TRANSLATE_NOOP("columns", "Archived"),
     QT_TRANSLATE_NOOP("columns", "Whether it is left out of the list.")},
    {"id", QT_TRANSLATE_NOOP("columns", "Id"),
     QT_TRANSLATE_NOOP("columns", "How the command line calls it.")},
    {"folder", QT_TRANSLATE_NOOP("columns", "Folder"), QT_TRANSLATE_NOOP("columns", "Where its files lie.")},
}};

const ColumnWords* wordsOf(const RunColumn& column) {
    const auto* const found = std::ranges::find(kWords, std::string_view(column.name), &ColumnWords::name);
    return column.origin != ColumnOrigin::Table || found == kWords.end() ? nullptr : found;
}

QString translated(const char* text) {
    return QCoreApplication::translate("columns", text);
}

QString settingHelp(const std::string& name) {
    for (const RunField& field : run_fields())
        if (field.name == name)
            return coreText(field.help);
    return translated(
        QT_TRANSLATE_NOOP("columns", "A setting of an imported run, as the other program named it."));
}

QString metricHelp(const std::string& name) {
    const QString text = toQt(name);
    const QString part = text.section(QLatin1Char('.'), -1);
    if (part == QLatin1String("count"))
        return translated(QT_TRANSLATE_NOOP("columns", "How many steps have a value of this metric."));
    if (part.endsWith(QLatin1String("_step")))
        return translated(QT_TRANSLATE_NOOP("columns", "The step at which the metric had this value."));
    if (part == QLatin1String("best"))
        return translated(QT_TRANSLATE_NOOP(
            "columns", "The best value: the highest of scores and speeds, else the lowest."));
    if (part == QLatin1String("min") || part == QLatin1String("max"))
        return translated(QT_TRANSLATE_NOOP("columns", "The lowest or highest value of the run."));
    return translated(QT_TRANSLATE_NOOP("columns", "The last value of the run."));
}

QString helpOf(const RunColumn& column) {
    if (const auto* words = wordsOf(column))
        return translated(words->help);
    return column.origin == ColumnOrigin::Setting ? settingHelp(column.name) : metricHelp(column.name);
}

QString numberText(const RunColumn& column, double value) {
    const bool isCountable = std::isfinite(value);
    switch (column.kind) {
        case ColumnKind::Bytes:
            return isCountable && value > 0 ? bytesText(static_cast<std::uint64_t>(value))
                                            : QStringLiteral("–");
        case ColumnKind::Seconds:
            return isCountable && value > 0 ? durationText(value) : QStringLiteral("–");
        case ColumnKind::Count:
            return isCountable ? QLocale().toString(std::llround(value)) : shortNumber(value);
        case ColumnKind::Flag:
            return value != 0 ? translated(QT_TRANSLATE_NOOP("columns", "Yes"))
                              : translated(QT_TRANSLATE_NOOP("columns", "No"));
        default:
            break;
    }
    if (column.name.ends_with("loss") && column.origin == ColumnOrigin::Table)
        return lossText(value);
    if (column.name == "tokens_per_second")
        return value > 0 ? QLocale().toString(std::llround(value)) : QStringLiteral("–");
    return shortNumber(value);
}

}  // namespace

QString columnTitle(const RunColumn& column) {
    const auto* words = wordsOf(column);
    return words != nullptr ? translated(words->title) : toQt(column.name);
}

QString columnHelp(const RunColumn& column) {
    return QCoreApplication::translate("columns", "%1\nIn filters: %2")
        .arg(helpOf(column), toQt(column.name));
}

QString cellText(const RunColumn& column, const FilterValue& value) {
    if (const auto* number = std::get_if<double>(&value))
        return numberText(column, *number);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr)
        return QStringLiteral("–");
    if (column.kind == ColumnKind::Time)
        return dateText(*text);
    if (column.kind == ColumnKind::Status)
        return statusText(run_status_from_text(*text).value_or(RunStatus::Interrupted));
    if (column.origin == ColumnOrigin::Table && column.name == "method")
        return methodText(*text);
    return toQt(*text);
}

QString exactText(const FilterValue& value) {
    if (const auto* number = std::get_if<double>(&value))
        return QString::number(*number, 'g', 17);
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? toQt(*text) : QString();
}

bool isAtTheRight(const RunColumn& column) {
    return column.kind == ColumnKind::Number || column.kind == ColumnKind::Count ||
           column.kind == ColumnKind::Bytes || column.kind == ColumnKind::Seconds;
}

}  // namespace tunebench::ui
