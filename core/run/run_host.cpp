#include "core/run/run_host.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <utility>

#include "core/jobs/job_runner.h"
#include "core/run/export_record.h"
#include "core/run/generation_queue.h"
#include "core/run/host_mailbox.h"
#include "core/run/host_run.h"
#include "core/run/read_runs.h"
#include "core/run/run_control.h"

namespace tunebench {
namespace {

/// The run's folder remembers what was made of it. Where it cannot be written, the export is good all the
/// same.
Result<ExportReport> recorded(const ExportRequest& request, Result<ExportReport> report) {
    if (!report)
        return report;
    const auto kept = append_export_record(
        request.run,
        {.time = timestamp_now(), .to = request.to, .checkpoint = request.checkpoint, .report = *report});
    if (!kept)
        report->notes.push_back("The run's folder does not remember this export: " + kept.error().message);
    return report;
}

}  // namespace

class RunHost::Worker {
public:
    Worker(MakeEngine make_engine, std::filesystem::path data_folder, History* history,
           std::function<void()> wake, std::chrono::milliseconds keep_models_for)
        : make_engine_(std::move(make_engine)),
          data_folder_(std::move(data_folder)),
          history_(history),
          wake_(std::move(wake)),
          runner_({.after = keep_models_for, .act = [this] { release_memory(); }}) {}
    ~Worker();

    std::int64_t run(std::function<void(HostRun&)> begin);
    template <class Report, class Ask>
    std::int64_t ask(Ask ask);
    std::int64_t generate(GenerateRequest request);
    void command(Command command);
    void cancel(std::int64_t request);
    std::vector<HostEvent> take_events() { return mailbox_.take_all(); }
    bool is_busy();

private:
    struct ActiveRun {
        std::int64_t request = 0;
        std::shared_ptr<RunControl> control = {};
    };

    Result<Engine*> engine();
    void release_memory();
    void answer_next(Session* paused);
    Result<Generation> generation(const GenerationQueue::Waiting& waiting, Session* paused);
    void while_paused(Session& session);
    void after_pause();
    void tell(RunControl& control, Command command);
    void post(HostEvent event);
    void retire(std::int64_t request);
    template <class Report>
    void answer(std::int64_t request, Result<Report> report);

    // Immutable after construction.
    const MakeEngine make_engine_;
    const std::filesystem::path data_folder_;
    History* const history_;
    const std::function<void()> wake_;

    // Shared; these guard themselves.
    HostMailbox mailbox_;
    GenerationQueue generations_;
    std::atomic<bool> closing_ = false;

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::int64_t last_request_ = 0;
    std::deque<ActiveRun> runs_;  // the running one first
    std::map<std::int64_t, CancelToken> requests_;

    // Worker only.
    std::unique_ptr<Engine> engine_;
    bool has_served_pause_ = false;

    JobRunner runner_;  // last: its thread uses everything above
};

RunHost::Worker::~Worker() {
    closing_ = true;
    {
        const std::lock_guard lock(mutex_);
        for (auto& run : runs_)
            tell(*run.control, StopCommand{});
        for (auto& [number, token] : requests_)
            token.cancel();
    }
    runner_.cancel_all();
    // The engine ends on the thread that it lived on.
    runner_.start([this](const CancelToken&) { engine_.reset(); }, [](const Error&) {});
}

std::int64_t RunHost::Worker::run(std::function<void(HostRun&)> begin) {
    const std::lock_guard lock(mutex_);
    const auto request = ++last_request_;
    auto control = std::make_shared<RunControl>();
    runs_.push_back({request, control});
    auto run =
        std::make_shared<HostRun>(HostRunContext{.request = request,
                                                 .data_folder = data_folder_,
                                                 .history = history_,
                                                 .engine = [this] { return engine(); },
                                                 .post = [this](HostEvent event) { post(std::move(event)); },
                                                 .retire = [this, request] { retire(request); },
                                                 .while_paused = [this](Session& s) { while_paused(s); },
                                                 .after_pause = [this] { after_pause(); }},
                                  std::move(control));
    runner_.start([run, begin = std::move(begin)](const CancelToken&) { begin(*run); },
                  [run](Error error) { run->fail(std::move(error)); });
    return request;
}

template <class Report, class Ask>
std::int64_t RunHost::Worker::ask(Ask ask) {
    // Held until the token is stored, so that the answer cannot come first.
    const std::lock_guard lock(mutex_);
    const auto request = ++last_request_;
    auto job = [this, request, ask = std::move(ask)](const CancelToken& token) {
        if (token.is_cancelled())
            return answer<Report>(request, Error{.code = ErrorCode::Cancelled, .message = "Cancelled"});
        const auto loaded = engine();
        answer<Report>(request, loaded ? ask(**loaded, token) : Result<Report>(loaded.error()));
    };
    requests_.emplace(request, runner_.start(std::move(job), [this, request](Error error) {
        answer<Report>(request, std::move(error));
    }));
    return request;
}

std::int64_t RunHost::Worker::generate(GenerateRequest request) {
    const std::lock_guard lock(mutex_);
    const auto number = ++last_request_;
    const CancelToken token;
    requests_.emplace(number, token);
    generations_.add({.number = number, .request = std::move(request), .token = token});
    // Where a session that pauses was faster, this finds nothing.
    runner_.start([this](const CancelToken&) { answer_next(nullptr); }, [](const Error&) {});
    return number;
}

void RunHost::Worker::answer_next(Session* paused) {
    const auto next = generations_.take(paused);
    if (!next)
        return;
    JobRunner::run([&](const CancelToken&) { answer<Generation>(next->number, generation(*next, paused)); },
                   [&](Error error) { answer<Generation>(next->number, std::move(error)); }, next->token);
    generations_.done();
}

Result<Generation> RunHost::Worker::generation(const GenerationQueue::Waiting& waiting, Session* paused) {
    if (waiting.token.is_cancelled())
        return Error{.code = ErrorCode::Cancelled, .message = "Cancelled"};
    const ProgressSink sink = [&](const GenerationProgress& progress) {
        post(HostGenerationProgress{.request = waiting.number, .progress = progress});
    };
    if (!waiting.request.of_paused_run) {
        TRY(auto* engine, this->engine());
        return engine->generate(waiting.request, waiting.token, sink);
    }
    if (!paused)
        return Error{.code = ErrorCode::NotFound,
                     .message = "No run is paused",
                     .hint = "Pause a run to ask it, or ask the model with an adapter."};
    return paused->generate(waiting.request, waiting.token, sink);
}

/// On the worker, inside the session that is paused.
void RunHost::Worker::while_paused(Session& session) {
    while (generations_.wait_for_work(session)) {
        has_served_pause_ = true;
        answer_next(&session);
    }
}

/// Training needs the memory.
void RunHost::Worker::after_pause() {
    if (std::exchange(has_served_pause_, false))
        release_memory();
}

template <class Report>
void RunHost::Worker::answer(std::int64_t request, Result<Report> report) {
    {
        const std::lock_guard lock(mutex_);
        requests_.erase(request);
    }
    post(HostReply<Report>{.request = request, .report = std::move(report)});
}

void RunHost::Worker::command(Command command) {
    const std::lock_guard lock(mutex_);
    if (!runs_.empty())
        tell(*runs_.front().control, std::move(command));
}

void RunHost::Worker::tell(RunControl& control, Command command) {
    const bool ends_pause = std::holds_alternative<ResumeCommand>(command) ||
                            std::holds_alternative<StopCommand>(command) ||
                            std::holds_alternative<DiscardCommand>(command);
    control.command(std::move(command));
    generations_.on_command(ends_pause);
}

void RunHost::Worker::cancel(std::int64_t request) {
    const std::lock_guard lock(mutex_);
    if (const auto waiting = requests_.find(request); waiting != requests_.end())
        waiting->second.cancel();
    for (auto& run : runs_)
        if (run.request == request)
            tell(*run.control, StopCommand{});
}

bool RunHost::Worker::is_busy() {
    const std::lock_guard lock(mutex_);
    return !runs_.empty();
}

Result<Engine*> RunHost::Worker::engine() {
    if (!engine_) {
        TRY(engine_, make_engine_());
    }
    return engine_.get();
}

void RunHost::Worker::release_memory() {
    if (engine_)
        engine_->release_memory();
}

void RunHost::Worker::post(HostEvent event) {
    if (mailbox_.push(std::move(event)) && !closing_)
        wake_();
}

void RunHost::Worker::retire(std::int64_t request) {
    const std::lock_guard lock(mutex_);
    std::erase_if(runs_, [request](const ActiveRun& run) { return run.request == request; });
}

RunHost::RunHost(MakeEngine make_engine, std::filesystem::path data_folder, History* history,
                 std::function<void()> wake, std::chrono::milliseconds keep_models_for)
    : worker_(std::make_unique<Worker>(std::move(make_engine), std::move(data_folder), history,
                                       std::move(wake), keep_models_for)) {}

RunHost::~RunHost() = default;

std::int64_t RunHost::start(RunConfig config) {
    return worker_->run([config = std::move(config)](HostRun& run) { run.start(config); });
}

std::int64_t RunHost::resume(std::filesystem::path run_folder) {
    return worker_->run([folder = std::move(run_folder)](HostRun& run) { run.resume(folder); });
}

void RunHost::command(Command command) {
    worker_->command(std::move(command));
}

std::int64_t RunHost::request_info() {
    return worker_->ask<EngineInfo>([](Engine& engine, const CancelToken&) { return engine.info(); });
}

std::int64_t RunHost::inspect(std::filesystem::path model) {
    return worker_->ask<ModelReport>(
        [model = std::move(model)](Engine& engine, const CancelToken&) { return engine.inspect(model); });
}

std::int64_t RunHost::generate(GenerateRequest request) {
    return worker_->generate(std::move(request));
}

std::int64_t RunHost::evaluate(EvaluateRequest request) {
    return worker_->ask<EvaluationReport>(
        [request = std::move(request)](Engine& engine,
                                       const CancelToken& cancel) -> Result<EvaluationReport> {
            TRY(const auto locks, lock_runs_of(request));
            return engine.evaluate(request, cancel);
        });
}

std::int64_t RunHost::export_run(ExportRequest request) {
    return worker_->ask<ExportReport>(
        [request = std::move(request)](Engine& engine, const CancelToken& cancel) -> Result<ExportReport> {
            TRY(const auto locks, lock_runs_of(request));
            return recorded(request, engine.export_run(request, cancel));
        });
}

std::int64_t RunHost::benchmark(BenchmarkRequest request) {
    return worker_->ask<BenchmarkReport>(
        [request = std::move(request)](Engine& engine, const CancelToken& cancel) {
            return engine.benchmark(request, cancel);
        });
}

std::int64_t RunHost::arithmetic_rates(std::string device) {
    return worker_->ask<std::vector<ArithmeticRate>>(
        [device = std::move(device)](Engine& engine, const CancelToken&) {
            return engine.arithmetic_rates(device);
        });
}

void RunHost::cancel(std::int64_t request) {
    worker_->cancel(request);
}

std::vector<HostEvent> RunHost::take_events() {
    return worker_->take_events();
}

bool RunHost::is_busy() const {
    return worker_->is_busy();
}

}  // namespace tunebench
