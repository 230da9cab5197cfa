// ExportPage: a run's result as files for other programs. What was written is loaded again and compared with
// the trained model before anybody relies on it.
#pragma once

#include <QWidget>

#include "core/history/history.h"
#include "core/run/run_host.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace tunebench::ui {

class Card;
class ComboEdit;
class MessageBar;
class PathEdit;
class StatusPill;
class Workbench;

/// What a relative difference of logits means to somebody who is about to use the files.
enum class Agreement { Equal, Close, Different };
Agreement agreementOf(double relativeDifference);

class ExportPage : public QWidget {
    Q_OBJECT

public:
    explicit ExportPage(Workbench& workbench, QWidget* parent = nullptr);

    void reload();
    void chooseRun(const QString& runId);
    /// The worker trains: exporting waits until the run has ended or pauses.
    void setBusy(bool isBusy);
    PathEdit* folderEdit() const { return out_; }

Q_SIGNALS:
    void historyRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    Card* buildForm();
    Card* buildResult();
    void onRunChosen();
    void exportRun();
    void onExported(const HostReply<ExportReport>& reply);
    void showReport(const ExportReport& report);
    void updateButton();

    Workbench& workbench_;
    std::vector<RunSummary> runs_;
    QStackedLayout* stack_ = nullptr;
    MessageBar* message_ = nullptr;
    ComboEdit* run_ = nullptr;
    ComboEdit* format_ = nullptr;
    PathEdit* out_ = nullptr;
    QLabel* about_ = nullptr;
    QPushButton* export_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* progressText_ = nullptr;
    Card* result_ = nullptr;
    StatusPill* verdict_ = nullptr;
    QLabel* sentence_ = nullptr;
    QLabel* numbers_ = nullptr;
    QLabel* files_ = nullptr;
    QString wanted_;
    std::int64_t request_ = 0;
    bool isBusy_ = false;
};

}  // namespace tunebench::ui
