// HistoryPage: every run that was, as a table; the curves of the chosen ones on one chart, and in what they
// differ.
#pragma once

#include <QWidget>

#include "ui/pages/history/comparison.h"
#include "ui/run/latest_task.h"

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace tunebench::ui {

class ComboEdit;
class DifferenceModel;
class LineChart;
class MessageBar;
class RunFilterModel;
class RunNotes;
class RunTableModel;
class Workbench;

class HistoryPage : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPage(Workbench& workbench, QWidget* parent = nullptr);
    ~HistoryPage() override;

    void reload();
    /// A run is active: resuming another has to wait.
    void setBusy(bool isBusy);
    QStringList selectedIds() const;
    void select(const QStringList& ids);
    QTableView* table() const { return table_; }
    LineChart* chart() const { return chart_; }

Q_SIGNALS:
    void resumeRequested(const QString& name, const QString& folder);
    void againRequested(const tunebench::RunConfig& config);
    void exportRequested(const QString& runId);
    void compareRequested(const QStringList& runIds);
    void setupRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildHeader();
    QWidget* buildTable();
    QWidget* buildChart();
    QWidget* buildDetails();
    QPushButton* addAction(QHBoxLayout* row, const QString& icon, const QString& text, const QString& help);
    void onSelectionChanged();
    void updateActions();
    void compare();
    void showComparison(const std::vector<ComparedRun>& runs);
    std::vector<const RunSummary*> selectedRuns() const;
    void saveState();

    Workbench& workbench_;
    RunTableModel* model_ = nullptr;
    RunFilterModel* filter_ = nullptr;
    DifferenceModel* differences_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    MessageBar* message_ = nullptr;
    QLineEdit* text_ = nullptr;
    QCheckBox* withArchived_ = nullptr;
    QTableView* table_ = nullptr;
    QSplitter* splitter_ = nullptr;
    LineChart* chart_ = nullptr;
    ComboEdit* metric_ = nullptr;
    QCheckBox* logarithmic_ = nullptr;
    QTableView* differenceTable_ = nullptr;
    QLabel* differenceNote_ = nullptr;
    RunNotes* notes_ = nullptr;
    QPushButton* resume_ = nullptr;
    QPushButton* again_ = nullptr;
    QPushButton* export_ = nullptr;
    QPushButton* compare_ = nullptr;
    LatestTask<std::vector<ComparedRun>> comparison_;
    bool isBusy_ = false;
};

}  // namespace tunebench::ui
