// RunHost: the process's worker thread and everything that runs on it: engine, session, recorder. Window and
// command line use the same host. Public functions return at once and may be called from any thread; results
// and run events come back through take_events(), on one thread, after `wake` was called on the worker
// thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/engine_api/engine.h"
#include "core/jobs/cancel_token.h"
#include "core/jobs/run_event.h"

namespace tunebench {

class History;

/// A run's event, with the run it belongs to.
struct HostRunEvent {
    std::string run_id = {};
    std::filesystem::path folder = {};
    RunEvent event = {};
};

/// The answer to a request, by the number that the request returned.
template <class Report>
struct HostReply {
    std::int64_t request = 0;
    Result<Report> report;
};

/// A token of an answer that a request is at. The reply follows and has them all.
struct HostGenerationProgress {
    std::int64_t request = 0;
    GenerationProgress progress = {};
};

/// The answer to start and resume. PhaseChanged events of the preparation (reading files, loading) may come
/// before it; everything else of the run comes after it.
struct HostRunStarted {
    std::int64_t request = 0;
    Result<std::filesystem::path>
        folder;  // error: the run did not start, nothing was trained, no folder is left
    std::string run_id = {};
};

using HostEvent =
    std::variant<HostRunStarted, HostRunEvent, HostReply<EngineInfo>, HostReply<ModelReport>,
                 HostReply<Generation>, HostReply<EvaluationReport>, HostReply<ExportReport>,
                 HostReply<BenchmarkReport>, HostReply<std::vector<ArithmeticRate>>, HostGenerationProgress>;

class RunHost {
public:
    /// Called on the worker at the first use, and again after it failed.
    using MakeEngine = std::function<Result<std::unique_ptr<Engine>>()>;

    /// How long models stay in memory for the next request when none comes.
    static constexpr std::chrono::minutes kKeepModelsFor{10};

    /// `history` may be null and must outlive the host. `wake` must not block; it is called on a thread of
    /// the host, once for every batch of events.
    RunHost(MakeEngine make_engine, std::filesystem::path data_folder, History* history,
            std::function<void()> wake, std::chrono::milliseconds keep_models_for = kKeepModelsFor);
    ~RunHost();  // stops and saves a running session, cancels the rest, joins; does not call `wake` any more

    RunHost(const RunHost&) = delete;
    RunHost& operator=(const RunHost&) = delete;

    std::int64_t start(RunConfig config);                   // → HostRunStarted, then HostRunEvents
    std::int64_t resume(std::filesystem::path run_folder);  // likewise
    /// To the running session, or to the one that is being prepared: a Stop that comes early is not lost.
    /// Dropped when there is neither.
    void command(Command command);

    // Answered in the order of the calls, after a session that runs has ended.
    std::int64_t request_info();
    std::int64_t inspect(std::filesystem::path model);
    /// → HostGenerationProgress for every token, then the reply. Also answered while the session is paused;
    /// a command that ends the pause comes first and ends an answer in the middle (FinishReason::Cancelled).
    std::int64_t generate(GenerateRequest request);
    std::int64_t evaluate(EvaluateRequest request);
    std::int64_t export_run(ExportRequest request);
    std::int64_t benchmark(BenchmarkRequest request);
    std::int64_t arithmetic_rates(std::string device);
    /// A request that waits or is at work answers with Cancelled; a run is stopped and saved.
    void cancel(std::int64_t request);

    std::vector<HostEvent> take_events();
    bool is_busy() const;  // a session waits, is prepared, runs or is paused

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace tunebench
