#include "ui/pages/setup/dropped_files.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include "ui/text/qt_text.h"
#include "ui/widgets/described_file.h"

namespace tunebench::ui {
namespace {

bool isModel(const QFileInfo& folder) {
    return folder.isDir() && QFileInfo::exists(folder.filePath() + QStringLiteral("/config.json"));
}

}  // namespace

DroppedFiles droppedFiles(const QMimeData& dropped, const RunConfig& config) {
    DroppedFiles result{.config = config};
    std::vector<WeightedFile> data;
    for (const QUrl& url : dropped.urls()) {
        const QFileInfo file(url.toLocalFile());
        const std::string path = file.absoluteFilePath().toStdString();
        if (isRunFile(file.fileName())) {
            result.runFile = path;
            return result;
        }
        if (isModel(file))
            result.config.model.path = path;
        else
            data.emplace_back(path);
    }
    if (!data.empty())
        result.config.data.train = std::move(data);
    return result;
}

}  // namespace tunebench::ui
