// RecentRuns: the newest runs of the history, for "same as that run, but …": read off the UI thread, again
// when there is something new.
#pragma once

#include <vector>

#include <QObject>

#include "core/history/history.h"
#include "ui/run/latest_task.h"

namespace tunebench::ui {

class HistorySource;

struct RecentRun {
    RunConfig config = {};
    QString title = {};  // "town facts, LoRA (24 Nov 10:12)"
};

class RecentRuns : public QObject {
    Q_OBJECT

public:
    RecentRuns(std::filesystem::path dataFolder, HistorySource& source, QObject* parent);

    /// The newest first; empty until the history was read.
    const std::vector<RecentRun>& runs() const { return runs_; }
    void read();

Q_SIGNALS:
    void wasRead();

private:
    std::filesystem::path database_;
    LatestTask<std::vector<RecentRun>> task_;
    std::vector<RecentRun> runs_;
};

}  // namespace tunebench::ui
