// RunFiles: run files and presets as the setup page reads and writes them, with the dialogs for it, and the
// draft that is kept from one session to the next.
#pragma once

#include <filesystem>
#include <optional>

#include <QObject>
#include <QThreadPool>

#include "core/run/presets.h"
#include "core/run/run_config.h"

class QWidget;

namespace tunebench::ui {

class RunFiles : public QObject {
    Q_OBJECT

public:
    RunFiles(std::filesystem::path dataFolder, QWidget* page);

    std::filesystem::path presetFolder() const { return own_preset_folder(dataFolder_); }
    std::optional<RunConfig> draft() const;
    /// At once, beside the UI thread; whoever destroys this waits for it.
    void saveDraft(const RunConfig& config);

    void chooseFile();
    /// False when it cannot be read; failed() says why.
    bool open(const std::filesystem::path& file);
    void saveFile(const RunConfig& config);

    void savePreset(const RunConfig& config);
    void removePreset(const RunPreset& preset);

    /// To the clipboard.
    void copyCommand(const RunConfig& config);

Q_SIGNALS:
    void opened(const tunebench::RunConfig& config);
    void failed(const tunebench::Error& error);
    void succeeded(const QString& message, const QString& hint);
    /// It is gone; a click may bring it back.
    void presetRemoved(const tunebench::RunPreset& preset);

private:
    std::filesystem::path dataFolder_;
    QWidget* page_;
    QThreadPool writer_;  // of one thread: what was written last stays
};

}  // namespace tunebench::ui
