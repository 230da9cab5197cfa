// RunTransfer: runs of other programs in, runs for other programs out, off the UI thread.
#pragma once

#include <filesystem>

#include <QObject>
#include <QStringList>

#include "core/history/history.h"
#include "ui/run/queued_task.h"

namespace tunebench::ui {

class RunTransfer : public QObject {
    Q_OBJECT

public:
    /// `history` may be null: then nothing can be imported.
    RunTransfer(std::filesystem::path dataFolder, History* history, QObject* parent = nullptr);

    /// Logs, and folders of logs.
    void importFrom(const std::vector<std::filesystem::path>& places);
    /// To a file or a new folder, as the format has it.
    void write(const QString& exporter, const std::vector<std::string>& ids,
               const std::filesystem::path& out);
    /// Something comes in or goes out.
    bool isBusy() const { return import_.isBusy() || write_.isBusy(); }

Q_SIGNALS:
    void imported(const QStringList& ids, const QString& text, const QString& remarks);
    void written(const QString& text);
    void failed(const tunebench::Error& error);

private:
    struct Imports {
        std::vector<RunFolder> folders = {};  // of new runs
        std::vector<std::string> older = {};  // runs that are older states of the same logs
        QStringList ids = {};                 // of all that were found
        QStringList remarks = {};
        std::optional<Error> error = {};
    };
    static Imports readImports(const std::filesystem::path& dataFolder,
                               const std::vector<std::filesystem::path>& places, const CancelToken& cancel);
    static void readPlace(const std::filesystem::path& dataFolder, const std::filesystem::path& place,
                          const std::vector<RunSummary>& known, Imports& imports);
    void takeOver(const Imports& imports);

    std::filesystem::path dataFolder_;
    History* history_;
    QueuedTask<Imports> import_;
    QueuedTask<std::optional<Error>> write_;
};

}  // namespace tunebench::ui
