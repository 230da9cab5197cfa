#include "ui/pages/playground/speaker_source.h"

#include <algorithm>

namespace tunebench::ui {

SpeakerSource::SpeakerSource(std::filesystem::path dataFolder, QObject* parent)
    : QObject(parent), dataFolder_(std::move(dataFolder)), finding_(this) {}

void SpeakerSource::find(const std::filesystem::path& model) {
    finding_.start(
        [folder = dataFolder_, model](const CancelToken&) { return trainedSpeakers(folder, model); },
        [this](std::vector<Speaker> found) {
            trained_ = std::move(found);
            tell();
        });
}

void SpeakerSource::setPausedAt(std::optional<std::int64_t> step) {
    if (pausedAt_ == step)
        return;
    pausedAt_ = step;
    tell();
}

Speaker SpeakerSource::add(const std::filesystem::path& folder) {
    const Speaker speaker = folderSpeaker(folder);
    if (std::find(added_.begin(), added_.end(), speaker) == added_.end())
        added_.push_back(speaker);
    tell();
    return speaker;
}

void SpeakerSource::tell() {
    std::vector<Speaker> speakers{baseSpeaker()};
    if (pausedAt_)
        speakers.push_back(pausedRunSpeaker(*pausedAt_));
    speakers.insert(speakers.end(), trained_.begin(), trained_.end());
    speakers.insert(speakers.end(), added_.begin(), added_.end());
    Q_EMIT changed(speakers);
}

}  // namespace tunebench::ui
