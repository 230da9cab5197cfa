// HistoryPage: every run that was, as a table of any columns, filtered, sorted, grouped; the curves of the
// chosen ones on one chart, in what they differ, and everything about one. Its parts are in history/; here
// they are put together.
#pragma once

#include <optional>

#include <QWidget>

#include "core/run/run_config.h"
#include "ui/models/run_table_model.h"
#include "ui/pages/history/saved_views.h"
#include "ui/run/latest_task.h"

class QStackedLayout;
class QTableView;

namespace tunebench::ui {

class ChosenRuns;
class HistoryHeader;
class LineChart;
class MessageBar;
class RunActions;
class RunEdits;
class RunList;
class RunQuery;
class RunTransfer;
class ViewMenu;
class Workbench;

class HistoryPage : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPage(Workbench& workbench, QWidget* parent = nullptr);
    ~HistoryPage() override;

    /// Reads the history again, off the UI thread.
    void reload();
    /// A run is active: resuming another has to wait.
    void setBusy(bool isBusy);
    /// Runs come in from other programs, or go out to them.
    bool isTransferring() const;
    QStringList selectedIds() const;
    /// Those that are not there yet are chosen when they come.
    void select(const QStringList& ids);
    QTableView* table() const;
    LineChart* chart() const;
    /// How the runs are shown, with widths and places of columns as they are now.
    RunView view() const;
    void setView(const RunView& view);

Q_SIGNALS:
    void resumeRequested(const QString& name, const QString& folder);
    void againRequested(const tunebench::RunConfig& config);
    void exportRequested(const QString& runId);
    void compareRequested(const QStringList& runIds);
    void setupRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildTable();
    void connectQuery();
    void connectList();
    void connectActions();
    void connectEdits();
    void connectTransfer();
    void keepPlace();
    void showRows();
    void onSelectionChanged();
    std::vector<const RunSummary*> selectedRuns() const;
    void chooseColumns();
    void saveView();
    void askForTag();
    void runAgain();
    void writeRuns(const QString& exporter);
    void importRuns(bool isFolder);
    void importFrom(const std::vector<std::filesystem::path>& places);
    void showDiskUse();
    void showDone(const QString& text, const QString& hint = {});

    Workbench& workbench_;
    SavedViews views_;
    RunTableModel model_;
    RunQuery* query_ = nullptr;
    RunEdits* edits_ = nullptr;
    RunTransfer* transfer_ = nullptr;
    ViewMenu* viewMenu_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    HistoryHeader* header_ = nullptr;
    MessageBar* message_ = nullptr;
    QString toldEdit_;  // that can be undone in the message
    RunActions* actions_ = nullptr;
    RunList* list_ = nullptr;
    ChosenRuns* chosen_ = nullptr;
    LatestTask<Result<RunConfig>> config_;
    std::optional<RunView> laidOut_;
    QStringList kept_;     // chosen before the rows are replaced
    QStringList pending_;  // to be chosen when they come
    int scrolled_ = 0;
    bool isBusy_ = false;
};

}  // namespace tunebench::ui
