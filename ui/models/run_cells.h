// What the cells of the table of runs say, of a run and of a group of runs.
#pragma once

#include <QString>

#include "core/history/run_column.h"
#include "core/history/run_table.h"

namespace tunebench::ui {

/// "Unnamed (1a2b3c4d)" of a run without a name.
QString runName(const RunSummary& run);

QString runCellText(const RunSummary& run, const RunColumn& column, const FilterValue& value);
/// What the text leaves out.
QString runCellHelp(const RunSummary& run, const RunColumn& column, const FilterValue& value);

/// The mean of numbers; of other values the one that all share, else nothing.
QString groupCellText(const RunColumn& column, const RunTable::Values& values,
                      std::span<const std::size_t> rows);
/// With the standard deviation behind a mean, where the numbers differ: "0.6000 ± 0.1414".
QString groupCellWholeText(const RunColumn& column, const RunTable::Values& values,
                           std::span<const std::size_t> rows);
/// Mean, standard deviation and number.
QString groupCellHelp(const RunColumn& column, const RunTable::Values& values,
                      std::span<const std::size_t> rows);

}  // namespace tunebench::ui
