// SetupPage: describes a run, from model to checkpoints, and starts it. What the model folder holds, what the
// data turns into, what memory it takes and what is in the way is worked out beside it at every change, off
// the UI thread.
#pragma once

#include <filesystem>
#include <memory>

#include <QTimer>
#include <QWidget>

#include "core/hub/repository.h"
#include "core/run/run_host.h"
#include "ui/pages/setup/data_preview.h"
#include "ui/pages/setup/setup_cards.h"
#include "ui/pages/setup/setup_check.h"
#include "ui/run/latest_task.h"

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace tunebench::ui {

class EstimatePanel;
class MessageBar;
class RunForm;
class StartPanel;
class Workbench;

class SetupPage : public QWidget {
    Q_OBJECT

public:
    explicit SetupPage(Workbench& workbench, QWidget* parent = nullptr);
    ~SetupPage() override;

    const RunConfig& config() const;
    void setConfig(const RunConfig& config);
    /// False when it cannot be read; the page says why.
    bool openRunFile(const std::filesystem::path& file);
    void useSample();
    /// A model, or a data set to learn from, by its name on the hub.
    void useHubName(RepositoryKind kind, const QString& name);
    void reveal(const QString& field);
    /// A run is active elsewhere: Start waits for it.
    void setBusy(bool isBusy);
    void showError(const Error& error);
    void start();
    void saveDraft();

Q_SIGNALS:
    void startRequested(const tunebench::RunConfig& config);
    void liveRequested();
    void hubRequested(tunebench::RepositoryKind kind);
    /// The form as it stands was checked: Start can be pressed, or says why not.
    void checked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildScroll();
    void addHubButton(Card* card, RepositoryKind kind, const QString& objectName);
    QWidget* buildSide();
    void arrangeCards();
    void restoreDraft();
    void onFormChanged();
    /// What follows from the form without reading anything.
    void showFacts();
    void measureSpeed(const std::string& device);
    void onSpeeds(const HostReply<std::vector<ArithmeticRate>>& reply);
    void runChecks();
    void onChecked(const SetupCheck& check);
    void updateStart();
    void runPreview();
    void chooseRunFile();
    void saveRunFile();

    Workbench& workbench_;
    RunForm* form_ = nullptr;
    SetupCards cards_;
    QScrollArea* scroll_ = nullptr;
    QVBoxLayout* firstColumn_ = nullptr;
    QVBoxLayout* secondColumn_ = nullptr;
    EstimatePanel* estimate_ = nullptr;
    StartPanel* start_ = nullptr;
    MessageBar* message_ = nullptr;
    QTimer checkTimer_;
    QTimer previewTimer_;
    QTimer draftTimer_;
    LatestTask<SetupCheck> check_;
    LatestTask<PreviewAnswer> preview_;
    std::shared_ptr<const LoadedTokenizer> tokenizer_;
    std::vector<Finding> findings_;
    std::int64_t speedRequest_ = 0;
    std::string speedDevice_;
    bool isBusy_ = false;
    bool wasShown_ = false;
    int columns_ = 0;
};

}  // namespace tunebench::ui
