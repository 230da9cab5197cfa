// Sentences with numbers, as they stand in labels that break lines.
#pragma once

#include <QString>

namespace tunebench::ui {

/// The text with spaces at which no line ends: neither between a number and its sign nor between it and its
/// unit.
QString unbroken(QString text);

/// The same of a number with its unit alone: "19.04 GiB".
QString unbrokenAmount(QString amount);

}  // namespace tunebench::ui
