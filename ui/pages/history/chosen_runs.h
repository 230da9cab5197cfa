// ChosenRuns: what is to be seen of the runs that are chosen in the table: their curves, in what they differ,
// and of one everything.
#pragma once

#include <functional>

#include <QSplitter>

#include "core/history/history.h"
#include "ui/pages/history/comparison.h"
#include "ui/run/latest_task.h"
#include "ui/run/queued_task.h"

class QTabBar;

namespace tunebench::ui {

class LineChart;
class RunCurves;
class RunDetailsPane;
class RunDifferences;
class RunNotes;
class Workbench;

class ChosenRuns : public QSplitter {
    Q_OBJECT

public:
    static constexpr int kMostCurves = 20;  // more cannot be told apart

    explicit ChosenRuns(Workbench& workbench, QWidget* parent = nullptr);

    LineChart* chart() const;
    /// Read anew, off the UI thread, when they are the same as before.
    void show(const std::vector<const RunSummary*>& runs);

Q_SIGNALS:
    void failed(const tunebench::Error& error);
    void chartSaved(const QString& file);
    /// In words, and how it is undone.
    void checkpointsPutAway(const QString& text, const std::function<void()>& undo);

private:
    QWidget* buildTabs(Workbench& workbench);
    void showDetails();
    void compare();
    void showComparison(Comparison comparison);
    void tellOfCheckpoints(const std::filesystem::path& folder, const std::vector<std::string>& names);
    void bringBack(const std::filesystem::path& folder, const std::vector<std::string>& names);

    std::filesystem::path dataFolder_;
    RunCurves* curves_ = nullptr;
    QTabBar* tabs_ = nullptr;
    RunDifferences* differences_ = nullptr;
    RunDetailsPane* details_ = nullptr;
    RunNotes* notes_ = nullptr;
    std::vector<std::pair<std::string, QString>> runs_;  // ids and names
    LatestTask<Comparison> comparison_;
    QueuedTask<std::optional<Error>> restoring_;
};

}  // namespace tunebench::ui
