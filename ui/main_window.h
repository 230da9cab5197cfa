// MainWindow: the shell. Navigation, pages, status line, and the wires between pages and worker; the pages
// own what they show. Pages are made when they are first needed, so that Setup is on screen at once.
#pragma once

#include <array>
#include <filesystem>

#include <QMainWindow>

#include "core/run/run_host.h"
#include "ui/run/latest_task.h"

class QLabel;
class QStackedWidget;

namespace tunebench::ui {

class ComparePage;
class DataPage;
class ExportPage;
class HistoryPage;
class HubPage;
class LivePage;
class MessageBar;
class NavigationRail;
class PlaygroundPage;
class SettingsPage;
class SetupPage;
class StudyPage;
class Workbench;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum Page { Setup, Data, Live, History, Compare, Study, Playground, Export, Hub, Settings, PageCount };

    explicit MainWindow(Workbench& workbench);
    ~MainWindow() override;

    void showPage(Page page);
    Page currentPage() const;
    /// In Setup; false when it cannot be read, and Setup says why.
    bool openRunFile(const std::filesystem::path& file);
    /// Starts what Setup shows once it was checked; if it cannot be started, Setup says why.
    void startWhenChecked();

    SetupPage* setupPage();
    DataPage* dataPage();
    LivePage* livePage();
    HistoryPage* historyPage();
    ComparePage* comparePage();
    StudyPage* studyPage();
    PlaygroundPage* playgroundPage();
    ExportPage* exportPage();
    HubPage* hubPage();
    MessageBar* messageBar() const { return message_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildShell();
    void buildShortcuts();
    QWidget* page(Page page);
    QWidget* makePage(Page page);
    SetupPage* makeSetup();
    DataPage* makeData();
    LivePage* makeLive();
    HistoryPage* makeHistory();
    ComparePage* makeCompare();
    StudyPage* makeStudy();
    PlaygroundPage* makePlayground();
    ExportPage* makeExport();
    HubPage* makeHub();
    void start(const RunConfig& config);
    void resume(const QString& name, const std::filesystem::path& folder);
    void again(const RunConfig& config);
    void exportRun(const QString& runId);
    void onRunStarted(const HostRunStarted& started);
    void onRunStateChanged();
    void afterFirstPaint();
    void offerInterrupted(const std::vector<std::filesystem::path>& folders);
    bool offerInterruptedStudy();
    bool hasActiveStudy() const;
    bool isBusy() const;  // a run or a study is active
    void showStartError(const Error& error);
    void updateStatusLine();
    void tellPlayground();
    void restoreWindow();

    Workbench& workbench_;
    NavigationRail* rail_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    MessageBar* message_ = nullptr;
    QLabel* status_ = nullptr;
    std::array<QWidget*, PageCount> pages_ = {};
    LatestTask<std::vector<std::filesystem::path>> interrupted_;
    std::int64_t request_ = 0;
    Page startedFrom_ = Setup;
    bool wasShown_ = false;
    bool closesWhenDone_ = false;
};

}  // namespace tunebench::ui
