#include "core/history/detail_reader.h"

#include "core/run/run_manifest.h"

namespace tunebench {
namespace {

RunStarted started_of(const Row& row) {
    return {.first_step = row.integer(1),
            .total_steps = row.integer(2),
            .total_parameters = row.integer(3),
            .trainable_parameters = row.integer(4),
            .training_examples = row.integer(5),
            .validation_examples = row.integer(6),
            .truncated_examples = row.integer(7),
            .skipped_examples = row.integer(8),
            .predicted_peak_bytes = row.size(9),
            .threads = static_cast<int>(row.integer(10)),
            .device = row.text(11),
            .torch_version = row.text(12),
            .resumed_from = row.text(13)};
}

RunSession::End end_of(const Row& row) {
    return {.finished_at = row.text(14),
            .cause = row.text(15),
            .step = row.integer(16),
            .seconds = row.real(17),
            .peak_bytes = row.size(18),
            .adapter = row.text(19),
            .error = row.text(20),
            .error_hint = row.text(21)};
}

}  // namespace

DetailReader::DetailReader(Database& database)
    : manifest_(database, "SELECT manifest FROM runs WHERE id = ?1"),
      sessions_(
          database,
          "SELECT started_at, first_step, total_steps, total_parameters, trainable_parameters, "
          "training_examples, validation_examples, truncated_examples, skipped_examples, "
          "predicted_peak_bytes, "
          "threads, device, torch_version, resumed_from, finished_at, cause, last_step, seconds, peak_bytes, "
          "adapter, error, error_hint FROM sessions WHERE run = (SELECT key FROM runs WHERE id = ?1) ORDER "
          "BY line"),
      samples_(database,
               "SELECT step, prompt, answer FROM samples WHERE run = (SELECT key FROM runs WHERE id = ?1) "
               "ORDER BY line"),
      checkpoints_(database,
                   "SELECT step, name, bytes, seconds, is_best FROM checkpoints WHERE run = "
                   "(SELECT key FROM runs WHERE id = ?1) ORDER BY line"),
      warnings_(database,
                "SELECT step, message, hint FROM warnings WHERE run = (SELECT key FROM runs WHERE id = ?1) "
                "ORDER BY line"),
      memory_(database,
              "SELECT step, phase, peak_bytes, resident_bytes FROM memory_peaks WHERE run = "
              "(SELECT key FROM runs WHERE id = ?1) ORDER BY line") {}

Result<RunManifest> DetailReader::manifest(const std::string& run_id) {
    std::string text;
    TRY_VOID(manifest_.each({run_id}, [&](const Row& row) { text = row.text(0); }));
    const std::string source = "The history's record of run " + run_id;
    // Checked first, with limits on size and depth; the order of the keys is kept by the second reading only.
    TRY_VOID(parse_json(text, source));
    auto manifest = run_manifest_from_json(OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false));
    if (!manifest)
        return in_source(manifest.error(), source);
    return manifest;
}

Result<std::vector<RunSession>> DetailReader::sessions(const std::string& run_id) {
    std::vector<RunSession> sessions;
    TRY_VOID(sessions_.each({run_id}, [&](const Row& row) {
        RunSession session{row.text(0), started_of(row), {}};
        if (!row.is_null(14))
            session.end = end_of(row);
        sessions.push_back(std::move(session));
    }));
    return sessions;
}

Result<RunDetails> DetailReader::read(RunSummary summary) {
    RunDetails details;
    details.summary = std::move(summary);
    const std::string& id = details.summary.id;
    TRY(details.manifest, manifest(id));
    TRY(details.sessions, sessions(id));
    TRY_VOID(samples_.each({id}, [&](const Row& row) {
        details.samples.push_back({row.integer(0), row.text(1), row.text(2)});
    }));
    TRY_VOID(checkpoints_.each({id}, [&](const Row& row) {
        details.checkpoints.push_back(
            {row.integer(0), row.text(1), row.size(2), row.real(3), row.flag(4), {}});
    }));
    // Some may have been put away to save room.
    std::erase_if(details.checkpoints, [&](const CheckpointSaved& checkpoint) {
        std::error_code ignored;
        return !std::filesystem::exists(details.summary.folder / "checkpoints" / checkpoint.name, ignored);
    });
    TRY_VOID(warnings_.each({id}, [&](const Row& row) {
        details.warnings.push_back({row.integer(0), row.text(1), row.text(2)});
    }));
    TRY_VOID(memory_.each({id}, [&](const Row& row) {
        details.memory.push_back({row.integer(0), row.text(1), row.size(2), row.size(3)});
    }));
    details.exports = read_export_records(details.summary.folder);
    return details;
}

}  // namespace tunebench
