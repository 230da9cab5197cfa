// DiskUseDialog: what every run takes up on the disk, the largest first, and what can be given back.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <QDialog>

#include "core/history/disk_use.h"
#include "core/history/history.h"
#include "ui/run/latest_task.h"
#include "ui/run/queued_task.h"

class QLabel;
class QPushButton;

namespace tunebench::ui {

class HubTable;
class MessageBar;

class DiskUseDialog : public QDialog {
    Q_OBJECT

public:
    /// `history` may be null: then the trash cannot be emptied.
    DiskUseDialog(std::filesystem::path dataFolder, History* history, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to see this run in the table.
    void runChosen(const QString& id);

private:
    struct RunUse {
        RunSummary run = {};
        DiskUse use = {};
        std::vector<std::string> spare = {};
    };
    struct Uses {
        std::vector<RunUse> runs = {};
        FolderSize trash = {};
        std::optional<Error> unread = {};  // why there may be more; the first reason
    };
    struct CleanedUp {
        std::size_t checkpoints = 0;
        std::optional<Error> error = {};
    };
    static Uses measure(const std::filesystem::path& dataFolder, const CancelToken& cancel);
    static CleanedUp putAway(const std::filesystem::path& dataFolder, const std::vector<RunUse>& runs,
                             const CancelToken& cancel);
    void build();
    void measureAgain();
    void show(Uses uses);
    void showTotal();
    void cleanUp();
    void emptyTrash();

    std::filesystem::path dataFolder_;
    History* history_;
    Uses uses_;
    MessageBar* message_ = nullptr;
    QLabel* total_ = nullptr;
    HubTable* table_ = nullptr;
    QPushButton* cleanUp_ = nullptr;
    QPushButton* emptyTrash_ = nullptr;
    bool isSure_ = false;  // the trash is emptied at the second click
    LatestTask<Uses> measuring_;
    QueuedTask<CleanedUp> cleaning_;
};

}  // namespace tunebench::ui
