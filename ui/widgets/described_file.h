// Files that describe a run or a study, and say so by their names: wherever they are dropped, they are
// opened.
#pragma once

#include <QString>

class QMimeData;

namespace tunebench::ui {

bool isRunFile(const QString& path);    // *.tunebench.json
bool isStudyFile(const QString& path);  // *.study.json

/// The first file of this machine among what is dropped that is one of them; empty when none is.
QString describedFile(const QMimeData& dropped);

}  // namespace tunebench::ui
