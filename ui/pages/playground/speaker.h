// Speaker: who answers in a column of the playground.
#pragma once

#include <filesystem>
#include <vector>

#include <QString>

#include "core/history/trained_adapters.h"

namespace tunebench::ui {

struct Speaker {
    enum Kind { Base, Adapter, PausedRun };

    Kind kind = Base;
    QString name = {};
    std::filesystem::path folder = {};  // of an adapter
    bool operator==(const Speaker& other) const { return kind == other.kind && folder == other.folder; }
};

Speaker baseSpeaker();
Speaker pausedRunSpeaker(std::int64_t step);
/// An adapter from elsewhere, by the name of its folder.
Speaker folderSpeaker(const std::filesystem::path& folder);
Speaker trainedSpeaker(const TrainedAdapter& adapter);

/// The adapters of runs on this model, newest first; none without a history. Reads files: off the UI thread.
std::vector<Speaker> trainedSpeakers(const std::filesystem::path& dataFolder,
                                     const std::filesystem::path& model);

}  // namespace tunebench::ui
