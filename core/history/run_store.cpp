#include "core/history/run_store.h"

#include "core/history/run_labels.h"
#include "core/run/run_manifest.h"

namespace tunebench {
namespace {

std::string stored_folder(const std::filesystem::path& folder, const std::filesystem::path& data_folder) {
    const auto base = std::filesystem::absolute(data_folder).lexically_normal();
    const auto absolute = std::filesystem::absolute(folder).lexically_normal();
    const auto relative = absolute.lexically_relative(base);
    const bool is_inside = !relative.empty() && *relative.begin() != "..";
    return (is_inside ? relative : absolute).string();
}

RunStatus status_of(const std::string& text) {
    return run_status_from_text(text).value_or(RunStatus::Interrupted);
}

}  // namespace

RunStore::RunStore(Database& database, std::filesystem::path data_folder)
    : data_folder_(std::move(data_folder)),
      insert_(database,
              "INSERT INTO runs (id, folder, name, method, model, created_at, manifest, origin) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO NOTHING"),
      insert_summary_(
          database,
          "INSERT INTO run_summary SELECT key, 'running', '', 0, 0, 0, 0, 0, 0, 0.0, 0.0, NULL, NULL, 0, "
          "'' FROM runs WHERE id = ?1 ON CONFLICT (run) DO NOTHING"),
      settings_(database),
      find_(database, "SELECT key, lines, bytes FROM runs WHERE id = ?1"),
      set_position_(database, "UPDATE runs SET lines = ?2, bytes = ?3 WHERE key = ?1"),
      all_(database,
           "SELECT id, folder, status, key, lines, bytes, deleted_at FROM runs JOIN run_summary ON run = key "
           "ORDER BY key"),
      progress_(database,
                "SELECT status, finished_at, steps, total_steps, total_parameters, trainable_parameters, "
                "predicted_peak_bytes, peak_bytes, tokens_per_second, seconds, training_loss, "
                "best_validation_loss, "
                "best_step, error FROM run_summary WHERE run = ?1"),
      set_progress_(
          database,
          "INSERT OR REPLACE INTO run_summary VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
          "?13, ?14, ?15)"),
      annotations_(database, "SELECT name, tags, notes, archived, starred FROM runs WHERE id = ?1"),
      set_annotations_(
          database,
          "UPDATE runs SET name = ?2, tags = ?3, notes = ?4, archived = ?5, starred = ?6 WHERE id = ?1"),
      folder_(database, "SELECT folder FROM runs WHERE id = ?1"),
      set_place_(database, "UPDATE runs SET folder = ?2, deleted_at = ?3 WHERE id = ?1"),
      deleted_by_(database,
                  "SELECT id, folder, status, key, lines, bytes, deleted_at FROM runs JOIN run_summary "
                  "ON run = key WHERE deleted_at <> '' AND deleted_at <= ?1 ORDER BY key"),
      remove_(database, "DELETE FROM runs WHERE key = ?1") {}

Result<void> RunStore::add(const RunFolder& folder) {
    const RunManifest& manifest = folder.manifest();
    TRY_VOID(
        insert_.run({manifest.id, stored_folder(folder.path(), data_folder_), manifest.config.general.name,
                     method_label(manifest.config), model_label(manifest.config), manifest.created_at,
                     json_text(run_manifest_to_json(manifest)), origin_label(manifest.origin)}));
    TRY_VOID(insert_summary_.run({manifest.id}));
    return settings_.add(manifest.id);
}

Result<std::optional<RunPosition>> RunStore::find(const std::string& id) {
    std::optional<RunPosition> found;
    TRY_VOID(find_.each({id}, [&](const Row& row) {
        found = RunPosition{row.integer(0), row.integer(1), {}};
        if (!row.is_null(2))
            found->bytes = row.size(2);
    }));
    return found;
}

Result<void> RunStore::set_position(const RunPosition& position) {
    const SqlValue bytes = position.bytes ? SqlValue(*position.bytes) : SqlValue(nullptr);
    TRY_VOID(set_position_.run({position.key, position.lines, bytes}));
    return {};
}

Result<std::vector<KnownRun>> RunStore::all() {
    return read(all_, {});
}

Result<std::vector<KnownRun>> RunStore::deleted_by(const std::string& time) {
    return read(deleted_by_, {time});
}

Result<std::vector<KnownRun>> RunStore::read(Statement& statement, std::initializer_list<SqlValue> values) {
    std::vector<KnownRun> runs;
    TRY_VOID(statement.each(values, [&](const Row& row) {
        KnownRun run{row.text(0),
                     data_folder_ / row.text(1),
                     status_of(row.text(2)),
                     {row.integer(3), row.integer(4), {}},
                     row.text(6)};
        if (!row.is_null(5))
            run.position.bytes = row.size(5);
        runs.push_back(std::move(run));
    }));
    return runs;
}

Result<RunProgress> RunStore::progress(RunKey run) {
    RunProgress progress;
    TRY_VOID(progress_.each({run}, [&](const Row& row) {
        progress = {.status = status_of(row.text(0)),
                    .finished_at = row.text(1),
                    .steps = row.integer(2),
                    .total_steps = row.integer(3),
                    .total_parameters = row.integer(4),
                    .trainable_parameters = row.integer(5),
                    .predicted_peak_bytes = row.size(6),
                    .peak_bytes = row.size(7),
                    .tokens_per_second = row.real(8),
                    .seconds = row.real(9),
                    .training_loss = row.optional_real(10),
                    .best_validation_loss = row.optional_real(11),
                    .best_step = row.integer(12),
                    .error = row.text(13)};
    }));
    return progress;
}

Result<void> RunStore::set_progress(RunKey run, const RunProgress& progress) {
    TRY_VOID(set_progress_.run(
        {run, run_status_text(progress.status), progress.finished_at, progress.steps, progress.total_steps,
         progress.total_parameters, progress.trainable_parameters, progress.predicted_peak_bytes,
         progress.peak_bytes, progress.tokens_per_second, progress.seconds, progress.training_loss,
         progress.best_validation_loss, progress.best_step, progress.error}));
    return {};
}

Result<std::optional<Annotations>> RunStore::annotations(const std::string& id) {
    std::optional<Annotations> found;
    TRY_VOID(annotations_.each({id}, [&](const Row& row) {
        found = Annotations{row.text(0), row.text(1), row.text(2), row.flag(3), row.flag(4)};
    }));
    return found;
}

Result<void> RunStore::set_annotations(const std::string& id, const Annotations& annotations) {
    TRY_VOID(set_annotations_.run({id, annotations.name, annotations.tags, annotations.notes,
                                   annotations.archived, annotations.starred}));
    return {};
}

Result<std::filesystem::path> RunStore::folder(const std::string& id) {
    std::filesystem::path folder;
    TRY_VOID(folder_.each({id}, [&](const Row& row) { folder = data_folder_ / row.text(0); }));
    return folder;
}

Result<void> RunStore::set_place(const std::string& id, const std::filesystem::path& folder,
                                 const std::string& deleted_at) {
    TRY_VOID(set_place_.run({id, stored_folder(folder, data_folder_), deleted_at}));
    return {};
}

Result<void> RunStore::remove(RunKey run) {
    TRY_VOID(remove_.run({run}));
    return {};
}

}  // namespace tunebench
