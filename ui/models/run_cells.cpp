#include "ui/models/run_cells.h"

#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/models/run_table_model.h"
#include "ui/text/column_text.h"
#include "ui/text/core_sentence.h"
#include "ui/text/method_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

QString grouped(std::int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

/// With the id, which filters know.
QString methodHelp(const std::string& label) {
    const QString text = methodText(label);
    return text == toQt(label) ? text : QStringLiteral("%1 (%2)").arg(text, toQt(label));
}

QString tableCellHelp(const RunSummary& run, const RunColumn& column) {
    if (column.name == "status" && !run.error.empty())
        return coreSentence(run.error);
    if (column.name == "name" && !run.notes.empty())
        return toQt(run.notes);
    if (column.name == "method")
        return methodHelp(run.method);
    if (column.name == "trainable_parameters")
        return RunTableModel::tr("%1 of %2 parameters")
            .arg(grouped(run.trainable_parameters), grouped(run.total_parameters));
    if (column.name == "peak")
        return RunTableModel::tr("measured %1, predicted %2")
            .arg(bytesText(run.peak_bytes), bytesText(run.predicted_peak_bytes));
    if (column.name == "steps")
        return RunTableModel::tr("%1 of %2 steps").arg(grouped(run.steps), grouped(run.total_steps));
    if (column.name == "best_validation_loss" && run.best_validation_loss)
        return RunTableModel::tr("%1 at step %2")
            .arg(*run.best_validation_loss, 0, 'g', 17)
            .arg(static_cast<qlonglong>(run.best_step));
    return {};
}

}  // namespace

QString runName(const RunSummary& run) {
    return run.name.empty() ? RunTableModel::tr("Unnamed (%1)").arg(toQt(run.id)) : toQt(run.name);
}

QString runCellText(const RunSummary& run, const RunColumn& column, const FilterValue& value) {
    if (column.origin == ColumnOrigin::Table && column.name == "name")
        return runName(run);
    if (column.origin == ColumnOrigin::Table && column.name == "trainable_parameters")
        return run.total_parameters > 0 ? trainableText(run.trainable_parameters, run.total_parameters)
                                        : QStringLiteral("–");
    return cellText(column, value);
}

QString runCellHelp(const RunSummary& run, const RunColumn& column, const FilterValue& value) {
    const QString help = column.origin == ColumnOrigin::Table ? tableCellHelp(run, column) : QString();
    if (!help.isEmpty())
        return help;
    const bool isRounded = column.kind == ColumnKind::Number || column.kind == ColumnKind::Seconds;
    return isRounded ? exactText(value) : runCellText(run, column, value);
}

QString groupCellText(const RunColumn& column, const RunTable::Values& values,
                      std::span<const std::size_t> rows) {
    if (isAtTheRight(column)) {
        const GroupFigure figure = figure_of(values, rows);
        return figure.count == 0 ? QString() : cellText(column, figure.mean);
    }
    if (rows.empty() || column.kind == ColumnKind::Flag)
        return {};
    const FilterValue& first = values[rows.front()];
    const bool isShared = std::ranges::all_of(rows, [&](std::size_t row) { return values[row] == first; });
    return isShared ? cellText(column, first) : QString();
}

QString groupCellWholeText(const RunColumn& column, const RunTable::Values& values,
                           std::span<const std::size_t> rows) {
    const GroupFigure figure = figure_of(values, rows);
    if (!isAtTheRight(column) || !std::isfinite(figure.deviation) || figure.deviation <= 0.0)
        return groupCellText(column, values, rows);
    return RunTableModel::tr("%1 ± %2", "mean, standard deviation")
        .arg(cellText(column, figure.mean), cellText(column, figure.deviation));
}

QString groupCellHelp(const RunColumn& column, const RunTable::Values& values,
                      std::span<const std::size_t> rows) {
    const GroupFigure figure = figure_of(values, rows);
    if (!isAtTheRight(column) || figure.count == 0)
        return groupCellText(column, values, rows);
    return RunTableModel::tr("mean %1, standard deviation %2, of %3 runs")
        .arg(shortNumber(figure.mean), shortNumber(figure.deviation))
        .arg(figure.count);
}

}  // namespace tunebench::ui
