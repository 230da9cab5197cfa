#include "ui/pages/setup/run_files.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

#include "core/base/durable_file.h"
#include "core/run/equivalent_command.h"
#include "ui/pages/setup/preset_dialog.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr char kDraftFile[] = "draft.tunebench.json";

QString runFilesFilter() {
    return RunFiles::tr("Run files (%1)").arg(QStringLiteral("*.tunebench.json *.json"));
}

}  // namespace

RunFiles::RunFiles(std::filesystem::path dataFolder, QWidget* page)
    : QObject(page), dataFolder_(std::move(dataFolder)), page_(page) {
    writer_.setMaxThreadCount(1);
}

std::optional<RunConfig> RunFiles::draft() const {
    constexpr std::size_t kMostBytes = std::size_t{1} << 20;
    const auto file = dataFolder_ / kDraftFile;
    const auto text = read_file(file, kMostBytes);
    if (!text)
        return {};
    const auto json = parse_run_json(*text, file.string());
    if (!json)
        return {};
    const auto draft = run_config_from_json(*json, file.parent_path(), UnknownKeys::Keep);
    return draft ? std::optional(*draft) : std::nullopt;
}

void RunFiles::saveDraft(const RunConfig& config) {
    // A convenience: when it cannot be written, nothing of worth is lost.
    writer_.start(
        [config, file = dataFolder_ / kDraftFile] { static_cast<void>(save_run_file(config, file)); });
}

void RunFiles::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(page_, tr("Open a run file"), {}, runFilesFilter());
    if (!file.isEmpty())
        open(toPath(file));
}

bool RunFiles::open(const std::filesystem::path& file) {
    const auto config = load_run_file(file);
    if (!config) {
        Q_EMIT failed(config.error());
        return false;
    }
    Q_EMIT opened(*config);
    return true;
}

void RunFiles::saveFile(const RunConfig& config) {
    const QString file = QFileDialog::getSaveFileName(page_, tr("Save the run file"),
                                                      QStringLiteral("run.tunebench.json"), runFilesFilter());
    if (file.isEmpty())
        return;
    if (const auto saved = save_run_file(config, toPath(file)); !saved)
        Q_EMIT failed(saved.error());
    else
        Q_EMIT succeeded(tr("Saved %1").arg(file), tr("The command line runs it too: tunebench-cli run %1")
                                                       .arg(toQt(shell_quoted(file.toStdString()))));
}

void RunFiles::savePreset(const RunConfig& config) {
    PresetDialog dialog(toQt(config.general.name), page_);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto preset = preset_of(config, dialog.title().toStdString(), dialog.reason().toStdString());
    if (const auto saved = save_preset(preset, presetFolder()); !saved)
        Q_EMIT failed(saved.error());
    else
        Q_EMIT succeeded(
            tr("Saved the preset “%1”").arg(dialog.title()),
            tr("It is under “Start from”, and on the command line: tunebench-cli run --preset %1")
                .arg(toQt(preset.name)));
}

void RunFiles::removePreset(const RunPreset& preset) {
    if (const auto removed = remove_preset(preset.name, presetFolder()); !removed)
        Q_EMIT failed(removed.error());
    else
        Q_EMIT presetRemoved(preset);
}

void RunFiles::copyCommand(const RunConfig& config) {
    const auto command = equivalent_command(config);
    if (!command) {
        Q_EMIT failed(command.error());
        return;
    }
    QGuiApplication::clipboard()->setText(toQt(*command));
    Q_EMIT succeeded(tr("Copied the command that starts the same run"), toQt(*command));
}

}  // namespace tunebench::ui
