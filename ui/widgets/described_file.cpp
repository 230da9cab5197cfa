#include "ui/widgets/described_file.h"

#include <QMimeData>
#include <QUrl>

namespace tunebench::ui {

bool isRunFile(const QString& path) {
    return path.endsWith(QLatin1String(".tunebench.json"), Qt::CaseInsensitive);
}

bool isStudyFile(const QString& path) {
    return path.endsWith(QLatin1String(".study.json"), Qt::CaseInsensitive);
}

QString describedFile(const QMimeData& dropped) {
    for (const QUrl& url : dropped.urls())
        if (const QString file = url.toLocalFile(); isRunFile(file) || isStudyFile(file))
            return file;
    return {};
}

}  // namespace tunebench::ui
