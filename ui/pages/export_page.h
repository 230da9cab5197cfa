// ExportPage: a run's result as files for other programs. What was written is loaded again and compared with
// the trained model before anybody relies on it.
#pragma once

#include <QWidget>

#include "core/history/history.h"
#include "core/run/run_host.h"
#include "ui/pages/export/format_choices.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace tunebench::ui {

class Card;
class ComboEdit;
class ExportResult;
class MessageBar;
class PathEdit;
class Workbench;

class ExportPage : public QWidget {
    Q_OBJECT

public:
    explicit ExportPage(Workbench& workbench, QWidget* parent = nullptr);

    void reload();
    void chooseRun(const QString& runId);
    /// The worker trains: exporting waits until the run has ended or pauses.
    void setBusy(bool isBusy);
    bool isExporting() const { return request_ != 0; }
    PathEdit* folderEdit() const { return out_; }

Q_SIGNALS:
    void historyRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    Card* buildForm();
    QWidget* buildActions();
    void onRunChosen();
    void onFormatChosen();
    void showChoices();
    void suggestFolder();
    const RunSummary* chosenRun() const;
    const FormatChoice* chosenFormat() const;
    void exportRun();
    void onExported(const HostReply<ExportReport>& reply);
    void updateButton();

    Workbench& workbench_;
    std::vector<RunSummary> runs_;
    std::vector<FormatChoice> choices_;
    QStackedLayout* stack_ = nullptr;
    MessageBar* message_ = nullptr;
    ComboEdit* run_ = nullptr;
    ComboEdit* format_ = nullptr;
    PathEdit* out_ = nullptr;
    QLabel* about_ = nullptr;
    QLabel* aboutFormat_ = nullptr;
    QLabel* refusals_ = nullptr;
    QPushButton* export_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* progressText_ = nullptr;
    ExportResult* result_ = nullptr;
    QString wanted_;
    QString shownRun_;   // whose formats stand in the form
    QString suggested_;  // the folder, as long as nobody chose another
    std::int64_t request_ = 0;
    bool isBusy_ = false;
};

}  // namespace tunebench::ui
