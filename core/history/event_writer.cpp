#include "core/history/event_writer.h"

#include <array>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::array kClear = {
    "DELETE FROM steps WHERE run = ?1",        "DELETE FROM evaluations WHERE run = ?1",
    "DELETE FROM sessions WHERE run = ?1",     "DELETE FROM samples WHERE run = ?1",
    "DELETE FROM checkpoints WHERE run = ?1",  "DELETE FROM warnings WHERE run = ?1",
    "DELETE FROM memory_peaks WHERE run = ?1", "DELETE FROM other_metrics WHERE run = ?1",
};

}  // namespace

EventWriter::EventWriter(Database& database, RunStore& runs)
    : database_(database),
      runs_(runs),
      metrics_(database),
      sessions_(database),
      samples_(database),
      checkpoints_(database),
      warnings_(database),
      memory_(database),
      other_metrics_(database),
      summaries_(database) {}

Result<EventWriter::OpenRun*> EventWriter::open(const std::string& run_id) {
    if (const auto found = open_.find(run_id); found != open_.end())
        return &found->second;
    TRY(const auto position, runs_.find(run_id));
    if (!position)
        return Error{ErrorCode::NotFound, fmt::format("The history has no run {}.", run_id)};
    TRY(auto progress, runs_.progress(position->key));
    return &open_.emplace(run_id, OpenRun{*position, std::move(progress)}).first->second;
}

Result<void> EventWriter::write(const LinedEvent& event) {
    TRY(OpenRun* const run, open(event.run_id));
    if (event.line < run->position.lines)
        return {};
    if (event.event)
        TRY_VOID(write_rows(*run, event));
    run->position.lines = event.line + 1;
    run->position.bytes = event.bytes;
    return {};
}

Result<void> EventWriter::write_rows(OpenRun& run, const LinedEvent& lined) {
    const RunKey key = run.position.key;
    const std::int64_t line = lined.line;
    if (const auto* started = std::get_if<RunStarted>(&*lined.event)) {
        if (started->first_step < run.progress.steps)
            TRY_VOID(go_back_to(run, started->first_step));
        TRY_VOID(sessions_.begin(key, line, *started, lined.time));
    } else if (const auto* step = std::get_if<StepDone>(&*lined.event)) {
        TRY_VOID(metrics_.add(key, *step));
    } else if (const auto* evaluation = std::get_if<EvaluationDone>(&*lined.event)) {
        TRY_VOID(metrics_.add(key, *evaluation, run.progress.seconds));
    } else if (const auto* sample = std::get_if<SampleDone>(&*lined.event)) {
        TRY_VOID(samples_.add(key, line, *sample));
    } else if (const auto* memory = std::get_if<MemoryMeasured>(&*lined.event)) {
        TRY_VOID(memory_.add(key, line, *memory));
    } else if (const auto* checkpoint = std::get_if<CheckpointSaved>(&*lined.event)) {
        TRY_VOID(checkpoints_.add(key, line, *checkpoint));
    } else if (const auto* warning = std::get_if<RunWarning>(&*lined.event)) {
        TRY_VOID(warnings_.add(key, line, *warning));
    } else if (const auto* finished = std::get_if<RunFinished>(&*lined.event)) {
        TRY_VOID(sessions_.end(key, *finished, lined.time));
        if (finished->cause == ExitCause::Discarded)
            TRY_VOID(checkpoints_.clear(key));
    } else if (const auto* measured = std::get_if<MetricsMeasured>(&*lined.event)) {
        TRY_VOID(other_metrics_.add(key, *measured));
    }
    fold(run.progress, *lined.event, lined.time);
    return {};
}

Result<void> EventWriter::go_back_to(OpenRun& run, std::int64_t step) {
    const RunKey key = run.position.key;
    TRY_VOID(metrics_.go_back_to(key, step));
    TRY_VOID(other_metrics_.go_back_to(key, step));
    TRY_VOID(samples_.go_back_to(key, step));
    TRY(run.progress.training_loss, metrics_.training_loss(key, step));
    TRY(const auto best, metrics_.best_evaluation(key));
    run.progress.best_validation_loss = best ? std::optional(best->loss) : std::nullopt;
    run.progress.best_step = best ? best->step : 0;
    return {};
}

Result<void> EventWriter::set_status(const std::string& run_id, RunStatus status) {
    TRY(OpenRun* const run, open(run_id));
    run->progress.status = status;
    if (is_unfinished(status)) {
        run->progress.finished_at.clear();
        run->progress.error.clear();
    }
    return {};
}

Result<void> EventWriter::set_bytes(const std::string& run_id, std::int64_t lines, std::uint64_t bytes) {
    TRY(OpenRun* const run, open(run_id));
    if (run->position.lines == lines)
        run->position.bytes = bytes;
    return {};
}

Result<void> EventWriter::clear(const std::string& run_id) {
    TRY(OpenRun* const run, open(run_id));
    for (const char* sql : kClear) {
        Statement statement(database_, sql);
        TRY_VOID(statement.run({run->position.key}));
    }
    *run = OpenRun{RunPosition{run->position.key, 0, {}}, {}};
    return {};
}

Result<void> EventWriter::save() {
    for (const auto& [id, run] : open_) {
        TRY_VOID(runs_.set_position(run.position));
        TRY_VOID(runs_.set_progress(run.position.key, run.progress));
        if (is_unfinished(run.progress.status))
            TRY_VOID(summaries_.drop(run.position.key));
        else
            TRY_VOID(summaries_.keep(run.position.key, id));
    }
    return {};
}

}  // namespace tunebench
