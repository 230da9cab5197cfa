// SetupPage: describes a run, from model to checkpoints, and starts it. What the model folder holds, what the
// data turns into, what it takes and what is in the way is worked out beside it at every change, off the UI
// thread (setup/setup_watch.h).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include <QWidget>

#include "core/hub/repository.h"
#include "core/run/presets.h"
#include "core/run/run_host.h"
#include "ui/pages/setup/setup_cards.h"
#include "ui/pages/setup/setup_check.h"
#include "ui/pages/setup/setup_edits.h"
#include "ui/pages/setup/setup_length.h"
#include "ui/pages/setup/step_strip.h"

namespace tunebench::ui {

class BasisBar;
class CardColumns;
class MessageBar;
class RecentRuns;
class RunFiles;
class RunForm;
class SetupHeader;
class SetupSide;
class SetupWatch;
class UndoActions;
class Workbench;

class SetupPage : public QWidget {
    Q_OBJECT

public:
    explicit SetupPage(Workbench& workbench, QWidget* parent = nullptr);
    ~SetupPage() override;

    const RunConfig& config() const;
    const RunForm& form() const { return *form_; }
    void setConfig(const RunConfig& config);
    /// As if somebody had changed it in the form.
    void edit(const std::function<void(RunConfig&)>& apply);
    /// Takes back the last change, however it was made; what it was about is shown.
    void undo();
    void redo();
    /// "The same as that run, but …": what is changed from then on stands above the form.
    void startFromRun(const RunConfig& config, const QString& title);
    /// False when it cannot be read; the page says why.
    bool openRunFile(const std::filesystem::path& file);
    /// Asks for the file.
    void chooseRunFile();
    void saveRunFile();
    void useSample();
    void usePreset(const RunPreset& preset);
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
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void buildCards();
    void offerRecentPaths();
    void connectHeader();
    void connectFiles();
    void connectWatch();
    void connectCards();
    void connectEdits();
    void onFormChanged();
    /// False when the form says no other run than before.
    bool recordEdit();
    /// What follows from the form without reading anything.
    void showFacts();
    void onChecked(const SetupCheck& check);
    void onMeasured(const LengthAnswer& answer);
    void onSpeeds(const HostReply<std::vector<ArithmeticRate>>& reply);
    void measureSpeed(const std::string& device);
    void updateStart();
    void updateSteps();
    void leadTo(SetupStep step);
    /// A step of its own in what can be undone.
    void set(const RunConfig& config);
    /// What undo or redo led to; `field`: the only one that it concerns.
    void showEdit(const std::string& field);
    /// Sets it, and says what happened, with the way back.
    void change(const RunConfig& config, const QString& message, const QString& hint = {});
    /// change(), where there is something to go back to.
    void replace(const RunConfig& config, const QString& message);
    void onOpened(const RunConfig& config);
    void applySettings(const QStringList& assignments);
    void showFitTable();
    void choose(const QString& method, const QString& precision);
    std::vector<Finding> findings() const;

    Workbench& workbench_;
    RunForm* form_ = nullptr;
    RunFiles* files_ = nullptr;
    SetupWatch* watch_ = nullptr;
    RecentRuns* recent_ = nullptr;
    SetupHeader* header_ = nullptr;
    StepStrip* steps_ = nullptr;
    MessageBar* message_ = nullptr;
    BasisBar* basis_ = nullptr;
    CardColumns* columns_ = nullptr;
    SetupCards cards_;
    SetupSide* side_ = nullptr;
    std::optional<SetupCheck> check_;
    std::optional<LengthAnswer> length_;
    SetupEdits edits_;
    std::unique_ptr<UndoActions> undoActions_;  // goes before the edits that it reports to
    bool isShowingEdit_ = false;
    bool hasWayBack_ = false;  // the message offers to undo the last change
    std::int64_t speedRequest_ = 0;
    std::string speedDevice_;
    bool isBusy_ = false;
    bool wasShown_ = false;
};

}  // namespace tunebench::ui
