#include "core/run/run_host.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>

#include "core/jobs/job_runner.h"
#include "core/run/export_record.h"
#include "core/run/host_mailbox.h"
#include "core/run/host_run.h"
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
           std::function<void()> wake)
        : make_engine_(std::move(make_engine)),
          data_folder_(std::move(data_folder)),
          history_(history),
          wake_(std::move(wake)) {}
    ~Worker();

    std::int64_t run(std::function<void(HostRun&)> begin);
    template <class Report, class Ask>
    std::int64_t ask(Ask ask);
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
    std::atomic<bool> closing_ = false;

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::int64_t last_request_ = 0;
    std::deque<ActiveRun> runs_;  // the running one first
    std::map<std::int64_t, CancelToken> requests_;

    // Worker only.
    std::unique_ptr<Engine> engine_;

    JobRunner runner_;  // last: its thread uses everything above
};

RunHost::Worker::~Worker() {
    closing_ = true;
    {
        const std::lock_guard lock(mutex_);
        for (auto& run : runs_)
            run.control->command(StopCommand{});
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
                                                 .retire = [this, request] { retire(request); }},
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
        runs_.front().control->command(std::move(command));
}

void RunHost::Worker::cancel(std::int64_t request) {
    const std::lock_guard lock(mutex_);
    if (const auto waiting = requests_.find(request); waiting != requests_.end())
        waiting->second.cancel();
    for (auto& run : runs_)
        if (run.request == request)
            run.control->command(StopCommand{});
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

void RunHost::Worker::post(HostEvent event) {
    if (mailbox_.push(std::move(event)) && !closing_)
        wake_();
}

void RunHost::Worker::retire(std::int64_t request) {
    const std::lock_guard lock(mutex_);
    std::erase_if(runs_, [request](const ActiveRun& run) { return run.request == request; });
}

RunHost::RunHost(MakeEngine make_engine, std::filesystem::path data_folder, History* history,
                 std::function<void()> wake)
    : worker_(std::make_unique<Worker>(std::move(make_engine), std::move(data_folder), history,
                                       std::move(wake))) {}

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
    return worker_->ask<Generation>(
        [request = std::move(request)](Engine& engine, const CancelToken& cancel) {
            return engine.generate(request, cancel);
        });
}

std::int64_t RunHost::evaluate(EvaluateRequest request) {
    return worker_->ask<EvaluationReport>(
        [request = std::move(request)](Engine& engine, const CancelToken& cancel) {
            return engine.evaluate(request, cancel);
        });
}

std::int64_t RunHost::export_run(ExportRequest request) {
    return worker_->ask<ExportReport>(
        [request = std::move(request)](Engine& engine, const CancelToken& cancel) {
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
