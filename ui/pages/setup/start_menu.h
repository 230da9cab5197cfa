// StartMenu: what a run can start from: a run file, the sample, presets by goal, by memory and of one's own,
// and earlier runs.
#pragma once

#include <filesystem>

#include <QMenu>

#include "core/run/presets.h"

namespace tunebench::ui {

class RecentRuns;

class StartMenu : public QMenu {
    Q_OBJECT

public:
    StartMenu(std::filesystem::path ownPresets, const RecentRuns& recent, QWidget* parent = nullptr);

Q_SIGNALS:
    void fileRequested();
    void sampleRequested();
    void presetRequested(const tunebench::RunPreset& preset);
    void presetRemovalRequested(const tunebench::RunPreset& preset);
    void runRequested(const tunebench::RunConfig& config, const QString& title);

private:
    /// As it is shown: presets and runs may have come or gone.
    void fill();
    void addPresets(const RunPresets& presets, const char* group, const QString& title);
    void addRemovals(const RunPresets& presets);
    void addRuns();

    std::filesystem::path ownPresets_;
    const RecentRuns& recent_;
};

}  // namespace tunebench::ui
