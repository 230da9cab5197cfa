// HostRun: one run from its preparation to its last event, on the worker thread; the monitor of the machine
// adds its measurements on another. Part of run_host.h.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/engine_api/engine.h"
#include "core/run/run_control.h"
#include "core/run/run_folder.h"
#include "core/run/run_host.h"
#include "core/run/run_recorder.h"

namespace tunebench {

/// What a run needs of its host.
struct HostRunContext {
    std::int64_t request = 0;
    std::filesystem::path data_folder = {};
    History* history = nullptr;
    std::function<Result<Engine*>()> engine = {};
    std::function<void(HostEvent)> post = {};
    std::function<void()> retire = {};  // the run no longer counts as running; called before its last event
    std::function<void(Session&)> while_paused = {};  // returns when the session has a command to obey
    std::function<void()> after_pause = {};           // at every other phase
};

class HostRun {
public:
    HostRun(HostRunContext context, std::shared_ptr<RunControl> control)
        : context_(std::move(context)), control_(std::move(control)) {}

    void start(const RunConfig& config);  // may hold names of the hub
    void resume(const std::filesystem::path& folder);

    /// Ends the run with an error that nobody expected.
    void fail(Error error);

private:
    Result<void> prepare_new(const RunConfig& config);
    Result<void> prepare_resume(const std::filesystem::path& folder);
    Result<void> make_folder(const RunConfig& config);
    Result<void> check_inputs();
    Result<void> make_session(bool resume);
    Result<void> check_not_stopped() const;
    void begin(Result<void> prepared);
    void refuse(Error error);
    void train();
    RunFinished run_watched();
    void on_event(RunEvent event);
    bool on_hardware(std::vector<std::pair<std::string, double>> values);
    void on_hardware_failed(const Error& error);
    void note(const RunEvent& event);
    // With mutex_ held:
    void take(RunEvent event);
    void record(RunEvent& event);
    void serve(RunPhase phase);
    void post_phase(std::string detail);
    void post_event(RunEvent event);

    const HostRunContext context_;
    const std::shared_ptr<RunControl> control_;

    std::string run_id_ = {};
    std::filesystem::path path_ = {};
    std::optional<RunFolder> folder_ = {};
    std::optional<RunLock> lock_ = {};
    std::unique_ptr<Session> session_ = {};
    std::vector<std::string> adopted_settings_ = {};  // of the adapter that a new run starts from
    bool is_new_ = false;
    bool started_ = false;

    // Guarded by mutex_ while the session runs; changed by the worker only, but for the recorder and its
    // error.
    std::mutex mutex_;
    std::optional<RunRecorder> recorder_ = {};
    std::optional<Error> recorder_error_ = {};
    std::int64_t last_step_ = 0;
    std::optional<double> seconds_ = {};  // of training; unknown between a resume and its first step
    bool is_paused_ = false;
    bool finished_ = false;
};

}  // namespace tunebench
