#include "core/run/host_run.h"

#include "core/base/sweep_temporaries.h"
#include "core/run/checkpoint.h"
#include "core/run/hardware_monitor.h"
#include "core/run/input_hashes.h"
#include "core/run/run_sources.h"
#include "core/run/starting_adapter.h"

namespace tunebench {
namespace {

constexpr std::chrono::seconds kHardwareInterval{1};

FileHashes without_folder(FileHashes hashes, const std::string& folder) {
    if (!folder.empty())
        std::erase_if(hashes, [&](const auto& file) { return file.first.starts_with(folder + "/"); });
    return hashes;
}

}  // namespace

void HostRun::start(const RunConfig& config) {
    is_new_ = true;
    begin(prepare_new(config));
}

void HostRun::resume(const std::filesystem::path& folder) {
    begin(prepare_resume(folder));
}

void HostRun::begin(Result<void> prepared) {
    if (!prepared) {
        refuse(prepared.error());
        return;
    }
    started_ = true;
    context_.post(HostRunStarted{.request = context_.request, .folder = path_, .run_id = run_id_});
    train();
}

Result<void> HostRun::prepare_new(const RunConfig& config) {
    TRY(auto adopted, located(config, hub_cache_folder()));
    TRY(adopted_settings_, adopt_starting_adapter(adopted));
    TRY_VOID(make_folder(adopted));
    return make_session(/*resume=*/false);
}

Result<void> HostRun::make_folder(const RunConfig& config) {
    RunManifest manifest = {.id = new_run_id(),
                            .config = config,
                            .environment = current_environment(),
                            .created_at = timestamp_now()};
    run_id_ = manifest.id;
    path_ = context_.data_folder / "runs" / run_folder_name(manifest);
    post_phase("Reading files");
    TRY(manifest.hashes, hash_inputs(config, control_->preparation(),
                                     [this](std::string detail) { post_phase(std::move(detail)); }));
    TRY(folder_, RunFolder::create(context_.data_folder, manifest));
    path_ = folder_->path();
    TRY(lock_, RunLock::acquire(*folder_));
    return {};
}

Result<void> HostRun::prepare_resume(const std::filesystem::path& folder) {
    TRY(folder_, RunFolder::open(folder));
    run_id_ = folder_->manifest().id;
    path_ = folder_->path();
    TRY(lock_, RunLock::acquire(*folder_));
    for (const auto& swept : {path_, folder_->checkpoints()})
        sweep_temporaries(swept);
    TRY_VOID(check_inputs());
    return make_session(/*resume=*/true);
}

/// A run that goes on reads what it read before, or does not go on.
Result<void> HostRun::check_inputs() {
    auto [before, config] = std::pair(folder_->manifest().hashes, folder_->manifest().config);
    if (!list_checkpoints(folder_->checkpoints()).empty()) {
        // What came from the adapter is in the checkpoint.
        before = without_folder(std::move(before), config.model.adapter);
        config.model.adapter.clear();
    }
    post_phase("Reading files");
    TRY(const auto now, hash_inputs(config, control_->preparation(),
                                    [this](std::string detail) { post_phase(std::move(detail)); }));
    return check_same_inputs(before, now);
}

Result<void> HostRun::check_not_stopped() const {
    if (control_->preparation().is_cancelled())
        return Error{.code = ErrorCode::Cancelled, .message = "Stopped before the run began"};
    return {};
}

Result<void> HostRun::make_session(bool resume) {
    TRY_VOID(check_not_stopped());
    post_phase("Loading the model");
    TRY(auto* engine, context_.engine());
    TRY_VOID(check_not_stopped());
    auto session = engine->start(
        folder_->manifest().config, *folder_, resume,
        {.sink = [this](const RunEvent& event) { post_event(event); }, .cancel = control_->preparation()});
    if (!session && session.error().code == ErrorCode::Cancelled)
        TRY_VOID(check_not_stopped());
    TRY(session_, std::move(session));
    TRY(recorder_, RunRecorder::open(*folder_, context_.history));
    return {};
}

void HostRun::refuse(Error error) {
    session_.reset();
    recorder_.reset();
    if (is_new_ && folder_) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_->path(), ignored);
    }
    lock_.reset();
    control_->detach();
    finished_ = true;
    context_.retire();
    context_.post(HostRunStarted{.request = context_.request, .folder = std::move(error), .run_id = run_id_});
}

void HostRun::train() {
    control_->attach(*session_);
    const auto finished = run_watched();
    if (!finished_)
        on_event(finished);
    session_.reset();
}

RunFinished HostRun::run_watched() {
    const HardwareMonitor monitor(
        kHardwareInterval, [this](auto values) { return on_hardware(std::move(values)); },
        [this](const Error& error) { on_hardware_failed(error); });
    return session_->run([this](const RunEvent& event) { on_event(event); });
}

void HostRun::fail(Error error) {
    if (finished_)
        return;
    if (!started_) {
        refuse(std::move(error));
        return;
    }
    on_event(RunFinished{.cause = ExitCause::Failed, .step = last_step_, .error = std::move(error)});
    session_.reset();
}

void HostRun::on_event(RunEvent event) {
    const auto* changed = std::get_if<PhaseChanged>(&event);
    const bool is_phase = changed != nullptr;
    const auto phase = is_phase ? changed->phase : RunPhase();
    {
        const std::lock_guard lock(mutex_);
        note(event);
        take(std::move(event));
    }
    if (is_phase && !finished_)  // outside the lock: a pause may last for days
        serve(phase);
}

/// Where the run is, for what the machine does meanwhile.
void HostRun::note(const RunEvent& event) {
    if (const auto* started = std::get_if<RunStarted>(&event)) {
        last_step_ = started->first_step;
        if (started->first_step == 0)
            seconds_ =
                seconds_.value_or(0.0);  // a session that goes back to the beginning has taken its time
    } else if (const auto* step = std::get_if<StepDone>(&event)) {
        last_step_ = step->step;
        seconds_ = step->elapsed_seconds;
    } else if (const auto* changed = std::get_if<PhaseChanged>(&event)) {
        is_paused_ = changed->phase == RunPhase::Paused;
    }
}

/// On the monitor's thread. Whether they are recorded.
bool HostRun::on_hardware(std::vector<std::pair<std::string, double>> values) {
    const std::lock_guard lock(mutex_);
    if (!seconds_ || is_paused_)
        return false;
    take(MetricsMeasured{.step = last_step_, .elapsed_seconds = *seconds_, .values = std::move(values)});
    return true;
}

/// On the monitor's thread.
void HostRun::on_hardware_failed(const Error& error) {
    const std::lock_guard lock(mutex_);
    take(RunWarning{.step = last_step_,
                    .message = "The use of the machine is not measured any more; the run goes on",
                    .hint = error.hint});
}

void HostRun::take(RunEvent event) {
    if (finished_)
        return;
    if (std::holds_alternative<RunFinished>(event))
        finished_ = true;  // the monitor writes nothing here: the worker reads it without the lock
    record(event);
    if (finished_ && std::get<RunFinished>(event).cause == ExitCause::Discarded)
        folder_->remove_results();
    if (finished_) {
        control_->detach();
        lock_.reset();
        context_.retire();
    }
    const bool is_first = std::holds_alternative<RunStarted>(event);
    context_.post(HostRunEvent{.run_id = run_id_, .folder = path_, .event = std::move(event)});
    if (is_first)
        for (auto& setting : std::exchange(adopted_settings_, {}))
            take(RunWarning{.message = std::move(setting), .hint = "The run continues that adapter."});
}

/// The worker is free while the session waits for its next command.
void HostRun::serve(RunPhase phase) {
    if (phase == RunPhase::Paused)
        context_.while_paused(*session_);
    else
        context_.after_pause();
}

/// A run whose record cannot be written is ended: its history would be wrong without anybody knowing.
void HostRun::record(RunEvent& event) {
    if (recorder_error_ && !finished_)
        return;
    auto* last = std::get_if<RunFinished>(&event);
    if (last && recorder_error_) {
        last->cause = ExitCause::Failed;
        last->error = recorder_error_;
    }
    const auto recorded = recorder_->record(event);
    if (recorded || recorder_error_)
        return;
    recorder_error_ = recorded.error();
    if (last) {
        last->cause = ExitCause::Failed;
        last->error = recorder_error_;
    } else {
        control_->command(StopCommand{});
    }
}

void HostRun::post_phase(std::string detail) {
    post_event(PhaseChanged{.phase = RunPhase::Loading, .detail = std::move(detail)});
}

/// Of the preparation, which is not recorded.
void HostRun::post_event(RunEvent event) {
    context_.post(HostRunEvent{.run_id = run_id_, .folder = path_, .event = std::move(event)});
}

}  // namespace tunebench
