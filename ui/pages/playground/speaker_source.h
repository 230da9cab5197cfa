// SpeakerSource: who can answer: the base model, the run that is paused, adapters of runs on the model, and
// those that somebody has added. Reads the history off the UI thread.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QObject>

#include "ui/pages/playground/speaker.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

class SpeakerSource : public QObject {
    Q_OBJECT

public:
    explicit SpeakerSource(std::filesystem::path dataFolder, QObject* parent = nullptr);

    /// Looks for adapters of runs on this model, also when it is the same.
    void find(const std::filesystem::path& model);
    void setPausedAt(std::optional<std::int64_t> step);
    /// An adapter from elsewhere.
    Speaker add(const std::filesystem::path& folder);

Q_SIGNALS:
    void changed(const std::vector<tunebench::ui::Speaker>& speakers);

private:
    void tell();

    const std::filesystem::path dataFolder_;
    LatestTask<std::vector<Speaker>> finding_;
    std::optional<std::int64_t> pausedAt_;
    std::vector<Speaker> trained_;
    std::vector<Speaker> added_;
};

}  // namespace tunebench::ui
