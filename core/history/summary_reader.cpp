#include "core/history/summary_reader.h"

namespace tunebench {
namespace {

#define TUNEBENCH_SELECT_SUMMARY \
    "SELECT id, name, folder, status, method, model, created_at, finished_at, steps, total_steps, " \
    "total_parameters, " \
    "trainable_parameters, predicted_peak_bytes, peak_bytes, tokens_per_second, seconds, training_loss, " \
    "best_validation_loss, best_step, error, tags, notes, archived, origin, starred, deleted_at FROM runs " \
    "JOIN run_summary ON " \
    "run = key "

RunSummary summary_of(const Row& row, const std::filesystem::path& data_folder) {
    return {.id = row.text(0),
            .name = row.text(1),
            .folder = data_folder / row.text(2),
            .status = run_status_from_text(row.text(3)).value_or(RunStatus::Interrupted),
            .method = row.text(4),
            .model = row.text(5),
            .created_at = row.text(6),
            .finished_at = row.text(7),
            .steps = row.integer(8),
            .total_steps = row.integer(9),
            .total_parameters = row.integer(10),
            .trainable_parameters = row.integer(11),
            .predicted_peak_bytes = row.size(12),
            .peak_bytes = row.size(13),
            .tokens_per_second = row.real(14),
            .seconds = row.real(15),
            .training_loss = row.optional_real(16),
            .best_validation_loss = row.optional_real(17),
            .best_step = row.integer(18),
            .error = row.text(19),
            .tags = row.text(20),
            .notes = row.text(21),
            .archived = row.flag(22),
            .starred = row.flag(24),
            .deleted_at = row.text(25),
            .origin = row.text(23)};
}

}  // namespace

SummaryReader::SummaryReader(Database& database, std::filesystem::path data_folder)
    : data_folder_(std::move(data_folder)),
      matching_(database, TUNEBENCH_SELECT_SUMMARY
                "WHERE (deleted_at <> '') = ?3 AND (?1 OR ?3 OR NOT archived) AND (?2 = '' OR "
                "instr(lower(name), lower(?2)) OR "
                "instr(lower(method), lower(?2)) OR instr(lower(model), lower(?2)) OR instr(lower(tags), "
                "lower(?2))) "
                "ORDER BY created_at DESC, key DESC"),
      by_id_(database, TUNEBENCH_SELECT_SUMMARY
             "WHERE substr(id, 1, length(?1)) = ?1 ORDER BY created_at DESC, key DESC"),
      by_name_(database, TUNEBENCH_SELECT_SUMMARY
               "WHERE name = ?1 AND deleted_at = '' ORDER BY created_at DESC, key DESC") {}

Result<std::vector<RunSummary>> SummaryReader::read(Statement& statement,
                                                    std::initializer_list<SqlValue> values) {
    std::vector<RunSummary> runs;
    TRY_VOID(statement.each(values, [&](const Row& row) { runs.push_back(summary_of(row, data_folder_)); }));
    return runs;
}

Result<std::vector<RunSummary>> SummaryReader::matching(const RunFilter& filter) {
    return read(matching_, {filter.with_archived, filter.text, filter.deleted});
}

Result<std::vector<RunSummary>> SummaryReader::named(const std::string& text) {
    if (text.empty())
        return std::vector<RunSummary>();
    TRY(auto by_id, read(by_id_, {text}));
    for (RunSummary& run : by_id) {
        if (run.id == text)
            return std::vector<RunSummary>{std::move(run)};
    }
    if (!by_id.empty())
        return by_id;
    return read(by_name_, {text});
}

}  // namespace tunebench
