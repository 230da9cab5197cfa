// Columns of the table of runs in words: their titles, what they are, and their values with units.
#pragma once

#include <QString>

#include "core/filter/filter_value.h"
#include "core/history/run_column.h"

namespace tunebench::ui {

/// "Best loss"; of settings and metrics the name that filters know.
QString columnTitle(const RunColumn& column);

/// A sentence or two, with the name that filters know.
QString columnHelp(const RunColumn& column);

/// Rounded, with its unit; "–" for nothing.
QString cellText(const RunColumn& column, const FilterValue& value);

/// Every digit.
QString exactText(const FilterValue& value);

/// Numbers stand at the right, below each other.
bool isAtTheRight(const RunColumn& column);

}  // namespace tunebench::ui
