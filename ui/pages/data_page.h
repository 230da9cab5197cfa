// DataPage: the data of the run that Setup describes: what the data doctor finds in all of it, and its rows
// as the model sees them. Both are worked out off the UI thread, with the code that trains.
#pragma once

#include <memory>

#include <QTimer>
#include <QWidget>

#include "ui/pages/data/examination.h"
#include "ui/run/latest_task.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace tunebench::ui {

class Card;
class EmptyState;
class FindingList;
class HealthTiles;
class LengthsCard;
class LabelsCard;
class MessageBar;
class RowBrowser;

class DataPage : public QWidget {
    Q_OBJECT

public:
    explicit DataPage(QWidget* parent = nullptr);
    ~DataPage() override;

    /// Examines the data anew when what decides about it has changed.
    void setConfig(const RunConfig& config);
    void examine();
    void cancel();
    bool isBusy() const { return isExamining_ || isReadingView_; }
    RowBrowser* browser() const { return browser_; }

Q_SIGNALS:
    void setupRequested();
    void fieldRequested(const QString& field);

private:
    QWidget* buildHeader();
    QWidget* buildContent();
    void readView(std::int64_t limit);
    void onView(const ViewAnswer& answer);
    void startExamination();
    void onExamined(const Examination& examination);
    void showProgress();
    void updateBusy();
    bool hasData() const;

    RunConfig config_;
    std::shared_ptr<const LoadedTokenizer> tokenizer_;
    std::shared_ptr<SharedProgress> progress_;
    LatestTask<ViewAnswer> viewTask_;
    LatestTask<Examination> examineTask_;
    QTimer progressTimer_;
    bool isExamining_ = false;
    bool isReadingView_ = false;
    bool isExamined_ = false;  // what the page shows is of all rows
    bool wasSet_ = false;
    QLabel* subject_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QLabel* rows_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QPushButton* again_ = nullptr;
    MessageBar* message_ = nullptr;
    QWidget* header_ = nullptr;
    EmptyState* empty_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    HealthTiles* tiles_ = nullptr;
    Card* findingsCard_ = nullptr;
    FindingList* findings_ = nullptr;
    LengthsCard* lengths_ = nullptr;
    LabelsCard* labels_ = nullptr;
    RowBrowser* browser_ = nullptr;
};

}  // namespace tunebench::ui
