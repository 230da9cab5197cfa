// RunDetailsPane: everything about one run: its metrics, what was frozen when it started, where it ran, how
// it was resumed, what happened, what it left. Read off the UI thread.
#pragma once

#include <filesystem>
#include <optional>

#include <QScrollArea>

#include "core/history/disk_use.h"
#include "core/history/history.h"
#include "core/memory/step_timeline.h"
#include "ui/pages/history/details/run_facts.h"
#include "ui/run/latest_task.h"
#include "ui/run/queued_task.h"

class QLabel;
class QPushButton;

namespace tunebench::ui {

class FactCard;
class StepMemoryCard;

class RunDetailsPane : public QScrollArea {
    Q_OBJECT

public:
    explicit RunDetailsPane(std::filesystem::path dataFolder, QWidget* parent = nullptr);

    /// Empty: none. The same again is read anew.
    void showRun(const QString& id);

Q_SIGNALS:
    /// Checkpoints that nothing needs were moved into the trash; undo brings them back.
    void checkpointsPutAway(const std::filesystem::path& runFolder, const std::vector<std::string>& names);
    void chartSaved(const QString& file);
    void failed(const tunebench::Error& error);

private:
    struct Facts {
        std::optional<RunDetails> details = {};
        std::vector<MetricSummary> metrics = {};
        std::optional<MetricValue> overfitting = {};
        std::optional<Forgetting> forgetting = {};
        std::vector<SettingsChanged> changes = {};
        std::optional<StepTimeline> memory = {};  // of one step
        DiskUse disk = {};
        std::vector<std::string> spare = {};
    };
    static Facts read(const std::filesystem::path& database, const std::string& id);
    FactCard* addCard(const QString& title, const QString& name, const QStringList& columns,
                      const std::vector<int>& widths);
    void buildCards();
    void buildMemory();
    void buildCleanUp();
    void show(const Facts& facts);
    void cleanUp();

    std::filesystem::path dataFolder_;
    QLabel* note_ = nullptr;
    FactCard* metrics_ = nullptr;
    StepMemoryCard* memory_ = nullptr;
    FactCard* settings_ = nullptr;
    FactCard* environment_ = nullptr;
    FactCard* sessions_ = nullptr;
    FactCard* events_ = nullptr;
    FactCard* samples_ = nullptr;
    FactCard* checkpoints_ = nullptr;
    FactCard* disk_ = nullptr;
    QPushButton* cleanUp_ = nullptr;
    QString id_;
    std::filesystem::path runFolder_;
    std::vector<std::string> spare_;
    LatestTask<Facts> facts_;
    QueuedTask<std::optional<Error>> cleaning_;
};

}  // namespace tunebench::ui
