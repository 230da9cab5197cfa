// RecentRuns: the newest runs of the history, for "the same as that run, but …": read off the UI thread, when
// somebody comes to the page.
#pragma once

#include <vector>

#include <QObject>

#include "core/history/history.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

struct RecentRun {
    RunConfig config = {};
    QString title = {};  // "town facts, LoRA (24 Nov 10:12)"
};

class RecentRuns : public QObject {
    Q_OBJECT

public:
    RecentRuns(const std::filesystem::path& dataFolder, QObject* parent);

    /// The newest first; empty until the history was read.
    const std::vector<RecentRun>& runs() const { return runs_; }
    void read();

private:
    std::filesystem::path database_;
    LatestTask<std::vector<RecentRun>> task_;
    std::vector<RecentRun> runs_;
};

}  // namespace tunebench::ui
