#include "core/history/session_store.h"

#include "core/jobs/run_event_json.h"

namespace tunebench {

SessionStore::SessionStore(Database& database)
    : begin_(database,
             "INSERT OR REPLACE INTO sessions (run, line, started_at, first_step, total_steps, "
             "total_parameters, "
             "trainable_parameters, training_examples, validation_examples, truncated_examples, "
             "skipped_examples, "
             "predicted_peak_bytes, threads, device, torch_version, resumed_from) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"),
      end_(database,
           "UPDATE sessions SET finished_at = ?2, cause = ?3, last_step = ?4, seconds = ?5, peak_bytes = ?6, "
           "adapter = ?7, error = ?8, error_hint = ?9 "
           "WHERE run = ?1 AND line = (SELECT max(line) FROM sessions WHERE run = ?1)") {}

Result<void> SessionStore::begin(RunKey run, std::int64_t line, const RunStarted& started,
                                 std::string_view time) {
    TRY_VOID(begin_.run({run, line, time, started.first_step, started.total_steps, started.total_parameters,
                         started.trainable_parameters, started.training_examples, started.validation_examples,
                         started.truncated_examples, started.skipped_examples, started.predicted_peak_bytes,
                         started.threads, started.device, started.torch_version, started.resumed_from}));
    return {};
}

Result<void> SessionStore::end(RunKey run, const RunFinished& finished, std::string_view time) {
    const Error error = finished.error.value_or(Error{});
    TRY_VOID(end_.run({run, time, exit_cause_text(finished.cause), finished.step, finished.seconds,
                       finished.peak_bytes, finished.adapter, error.message, error.hint}));
    return {};
}

}  // namespace tunebench
