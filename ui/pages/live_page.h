// LivePage: the run that trains now, or the last one of this session. Everything it shows comes from the
// run's events and its folder; pictures are drawn at most ten times a second, and so seldom that they cost
// training no more than a hundredth of the processors, however fast the steps come.
#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/run/run_host.h"
#include "ui/pages/live/adjust_dialog.h"
#include "ui/pages/live/refresh_pace.h"
#include "ui/run/latest_task.h"
#include "ui/run/run_state.h"

class QStackedLayout;
class QTabBar;

namespace tunebench::ui {

class LiveCharts;
class LogView;
class MachineView;
class MessageBar;
class RunHeader;
class RunTiles;
class SampleTimeline;
class Workbench;

class LivePage : public QWidget {
    Q_OBJECT

public:
    explicit LivePage(Workbench& workbench, QWidget* parent = nullptr);

    /// A run was asked for; its events follow.
    void prepare(const QString& name);
    void onStarted(const HostRunStarted& started);
    void onEvents(const QString& runId, const std::vector<RunEvent>& events);
    /// The run that was asked for did not start.
    void abandon();

    const RunState& state() const { return state_; }
    bool hasActiveRun() const { return isExpecting_ || (hasRun_ && state_.isActive()); }
    const QString& runId() const { return runId_; }
    const QString& runName() const { return name_; }
    RunHeader* header() const { return header_; }
    LiveCharts* charts() const { return charts_; }
    MachineView* machine() const { return machine_; }
    MessageBar* messageBar() const { return message_; }

Q_SIGNALS:
    void setupRequested();
    void againRequested(const tunebench::RunConfig& config);
    void exportRequested(const QString& runId);
    void stateChanged();  // phase or end, not every step
    void refreshed();     // a picture was drawn; now and then while nobody sees the page

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildRun();
    QWidget* buildTexts();
    void connectHeader();
    void connectCharts();
    void restoreCharts();
    void showCharts();
    void askAdjustment();
    AdjustableSettings settingsNow() const;
    void reset(const QString& name);
    void setName(const QString& name);
    void scheduleRefresh(bool isUrgent = false);
    void refresh();
    void showHeader();
    void showAll();
    void showEnd();
    void readEarlier(const QString& runId, std::int64_t firstStep);

    Workbench& workbench_;
    RunState state_;
    LatestTask<RunState> earlier_;  // the curves of a run that is continued, up to there
    QString runId_;
    QString name_;
    std::optional<RunConfig> config_;  // frozen: of the run's folder
    QStackedLayout* stack_ = nullptr;
    RunHeader* header_ = nullptr;
    MessageBar* message_ = nullptr;
    LiveCharts* charts_ = nullptr;
    SampleTimeline* samples_ = nullptr;
    LogView* log_ = nullptr;
    MachineView* machine_ = nullptr;
    RunTiles* tiles_ = nullptr;
    QTimer refreshTimer_;
    RefreshPace pace_;
    bool hasRun_ = false;
    bool isExpecting_ = false;
};

}  // namespace tunebench::ui
