#include "ui/pages/playground/speaker.h"

#include <QCoreApplication>

#include "ui/text/method_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
Speaker baseSpeaker() {
    return {.kind = Speaker::Base, .name = QCoreApplication::translate("Speaker", "Base model")};
}

Speaker pausedRunSpeaker(std::int64_t step) {
    return {.kind = Speaker::PausedRun,
            .name = QCoreApplication::translate("Speaker", "Paused run, step %1").arg(step)};
}

Speaker folderSpeaker(const std::filesystem::path& folder) {
    return {.kind = Speaker::Adapter, .name = toQt(folder.filename()), .folder = folder};
}

Speaker trainedSpeaker(const TrainedAdapter& adapter) {
    const auto& run = adapter.run;
    const QString name = toQt(run.name.empty() ? run.id : run.name);
    return {
        .kind = Speaker::Adapter,
        .name = QStringLiteral("%1 · %2 · %3").arg(name, methodText(run.method), dateText(run.created_at)),
        .folder = adapter.folder};
}

std::vector<Speaker> trainedSpeakers(const std::filesystem::path& dataFolder,
                                     const std::filesystem::path& model) {
    std::vector<Speaker> speakers;
    const auto history = HistoryReader::open(History::database_path(dataFolder));
    if (!history)
        return speakers;
    const auto adapters = trained_adapters(**history, model);
    if (adapters)
        for (const auto& adapter : *adapters)
            speakers.push_back(trainedSpeaker(adapter));
    return speakers;
}

}  // namespace tunebench::ui
