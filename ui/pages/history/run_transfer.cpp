#include "ui/pages/history/run_transfer.h"

#include "core/interchange/import_run.h"
#include "core/interchange/run_exporter.h"
#include "ui/text/core_sentence.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {

RunTransfer::RunTransfer(std::filesystem::path dataFolder, History* history, QObject* parent)
    : QObject(parent), dataFolder_(std::move(dataFolder)), history_(history), import_(this), write_(this) {}

void RunTransfer::importFrom(const std::vector<std::filesystem::path>& places) {
    import_.start([folder = dataFolder_,
                   places](const CancelToken& cancel) { return readImports(folder, places, cancel); },
                  [this](const Imports& imports) { takeOver(imports); });
}

RunTransfer::Imports RunTransfer::readImports(const std::filesystem::path& dataFolder,
                                              const std::vector<std::filesystem::path>& places,
                                              const CancelToken& cancel) {
    Imports imports;
    std::vector<RunSummary> known;
    if (const auto reader = HistoryReader::open(History::database_path(dataFolder)))
        if (auto runs = (*reader)->runs())
            known = *std::move(runs);
    for (const auto& place : places)
        if (!cancel.is_cancelled())
            readPlace(dataFolder, place, known, imports);
    return imports;
}

/// The first error ends nothing: the other runs are imported all the same.
void RunTransfer::readPlace(const std::filesystem::path& dataFolder, const std::filesystem::path& place,
                            const std::vector<RunSummary>& known, Imports& imports) {
    const auto note = [&](const Error& error) {
        if (!imports.error)
            imports.error = error;
    };
    const auto sources = find_import_sources(place);
    if (!sources)
        return note(sources.error());
    for (const auto& source : *sources) {
        const auto outcome = import_run(dataFolder, source);
        const auto folder = outcome ? RunFolder::open(outcome->folder) : Result<RunFolder>(outcome.error());
        if (!folder) {
            note(folder.error());
            continue;
        }
        imports.ids << toQt(outcome->id);
        if (!outcome->was_there)
            imports.folders.push_back(*folder);
        for (const auto& id : older_states(known, source, *outcome))
            imports.older.push_back(id);
        for (const auto& remark : outcome->remarks)
            imports.remarks << QStringLiteral("%1: %2").arg(toQt(outcome->name), coreSentence(remark));
    }
}

void RunTransfer::takeOver(const Imports& imports) {
    if (imports.error)
        Q_EMIT failed(*imports.error);
    if (imports.ids.isEmpty() || history_ == nullptr)
        return;
    for (const RunFolder& folder : imports.folders) {
        history_->begin_run(folder);
        // It may have been deleted before.
        history_->set_deleted(folder.manifest().id, false);
    }
    for (const std::string& id : imports.older)
        history_->set_archived(id, true);
    const int count = static_cast<int>(imports.folders.size());
    QStringList remarks = imports.remarks;
    if (!imports.older.empty())
        remarks << tr("Older states of the same logs were archived.");
    Q_EMIT imported(imports.ids,
                    count == 0   ? tr("These logs were imported before")
                    : count == 1 ? tr("1 run imported")
                                 : tr("%1 runs imported").arg(count),
                    remarks.join(QLatin1Char(' ')));
}

void RunTransfer::write(const QString& exporter, const std::vector<std::string>& ids,
                        const std::filesystem::path& out) {
    const RunExporter* format = find_run_exporter(exporter.toStdString());
    if (format == nullptr)
        return;
    write_.start(
        [database = History::database_path(dataFolder_), format, ids,
         out](const CancelToken&) -> std::optional<Error> {
            const auto reader = HistoryReader::open(database);
            const auto done =
                reader ? export_runs(*format, **reader, ids, out) : Result<void>(reader.error());
            return done ? std::nullopt : std::optional(done.error());
        },
        [this, count = ids.size(), out](const std::optional<Error>& error) {
            if (error)
                Q_EMIT failed(*error);
            else
                Q_EMIT written(count == 1 ? tr("1 run written to %1").arg(toQt(out))
                                          : tr("%1 runs written to %2").arg(count).arg(toQt(out)));
        });
}

}  // namespace tunebench::ui
