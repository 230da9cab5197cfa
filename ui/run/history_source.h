// HistorySource: the UI thread's way to what earlier runs left: a reader that is opened when there is
// something to read, and a signal, at most twice a second, when there is more.
#pragma once

#include <filesystem>
#include <memory>

#include <QObject>
#include <QTimer>

#include "core/history/history.h"

namespace tunebench::ui {

class HistorySource : public QObject {
    Q_OBJECT

public:
    explicit HistorySource(std::filesystem::path dataFolder, QObject* parent = nullptr);

    Result<std::vector<RunSummary>> runs(const RunFilter& filter = {});
    Result<RunDetails> run(const std::string& id);

    /// From any thread.
    void notify();

Q_SIGNALS:
    void changed();

private:
    Result<HistoryReader*> open();

    std::filesystem::path database_;
    std::unique_ptr<HistoryReader> reader_;
    QTimer timer_;
};

}  // namespace tunebench::ui
