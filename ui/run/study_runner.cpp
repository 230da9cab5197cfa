#include "ui/run/study_runner.h"

#include <algorithm>
#include <utility>

#include "core/study/report/study_document.h"

namespace tunebench::ui {
namespace {

/// Of a training step only the pages want to know.
bool concernsQueue(const HostEvent& event) {
    const auto* happened = std::get_if<HostRunEvent>(&event);
    return happened == nullptr || !std::holds_alternative<StepDone>(happened->event);
}

}  // namespace

/// Everything here happens on the study's thread.
class StudyRunner::Worker : public QObject {
public:
    Worker(StudyRunner& runner, RunHost& host) : runner_(runner), host_(host) {}

    void open(std::shared_ptr<const StudyPlan> plan, const std::filesystem::path& dataFolder,
              bool pausesOnError);
    void start();
    void setGeneration(int generation) { generation_ = generation; }
    void tellSnapshot();
    void take(const HostEvent& event) {
        if (queue_)
            queue_->take(event);
    }
    template <class Job>
    void withQueue(Job job) {
        if (queue_)
            job(*queue_);
    }
    /// A change of the order; of a study that somebody else runs nothing is changed.
    template <class Job>
    void withOrder(Job job) {
        if (!queue_)
            return;
        if (!takeLock())
            return tellSnapshot();
        job(*queue_);
        dropLockAtRest();
    }

private:
    bool takeLock();
    void dropLockAtRest() {
        if (!queue_->is_active())
            lock_.reset();
    }
    StudyListener listener();
    template <class Tell>
    void tell(Tell tell) {
        QMetaObject::invokeMethod(&runner_, std::move(tell), Qt::QueuedConnection);
    }
    void tellTrouble(const Error& error) {
        tell([&runner = runner_, error] { Q_EMIT runner.troubled(error); });
    }
    void reportSoon();
    void report();

    StudyRunner& runner_;
    RunHost& host_;
    std::shared_ptr<const StudyPlan> plan_ = {};
    std::optional<StudyFolder> folder_ = {};
    std::optional<StudyQueue> queue_ = {};
    std::optional<FolderLock> lock_ = {};  // while the queue is active
    bool willReport_ = false;
    int generation_ = 0;
};

void StudyRunner::Worker::open(std::shared_ptr<const StudyPlan> plan, const std::filesystem::path& dataFolder,
                               bool pausesOnError) {
    queue_.reset();
    lock_.reset();
    plan_ = std::move(plan);
    auto folder = StudyFolder::open(dataFolder, plan_->settings);
    if (!folder) {
        return tellTrouble(folder.error());
    }
    folder_.emplace(*std::move(folder));
    queue_.emplace(*plan_, *folder_, host_, listener());
    queue_->set_pauses_on_error(pausesOnError);
    tell([&runner = runner_, path = folder_->path()] { runner.studyFolder_ = path; });
    reportSoon();
}

void StudyRunner::Worker::start() {
    if (!queue_ || !takeLock())
        return;
    // Somebody else may have worked on it since it was opened, on an older plan too.
    if (const auto kept = folder_->keep_settings(plan_->settings); !kept)
        tellTrouble(kept.error());
    queue_->read_again();
    queue_->start();
    dropLockAtRest();
}

/// False when somebody else holds it; the page says who.
bool StudyRunner::Worker::takeLock() {
    if (lock_)
        return true;
    auto lock = folder_->lock();
    if (lock)
        lock_.emplace(*std::move(lock));
    else
        tellTrouble(lock.error());
    return lock_.has_value();
}

StudyListener StudyRunner::Worker::listener() {
    return {.run_ends = [this](const auto&...) { reportSoon(); },
            .changed =
                [this] {
                    dropLockAtRest();
                    tellSnapshot();
                    if (queue_->is_over())
                        reportSoon();
                },
            .trouble = [this](const Error& error) { tellTrouble(error); }};
}

void StudyRunner::Worker::tellSnapshot() {
    if (!queue_)
        return tell([&runner = runner_, generation = generation_] { runner.onSnapshot(generation, {}); });
    StudySnapshot snapshot{.tasks = queue_->tasks(),
                           .atWork = queue_->task_at_work(),
                           .isActive = queue_->is_active(),
                           .isPaused = queue_->is_paused(),
                           .remainingSeconds = queue_->remaining_seconds()};
    for (auto& task : snapshot.tasks)
        task.run.held_out_losses.clear();
    if (queue_->is_over())
        snapshot.end = queue_->end();
    tell([&runner = runner_, generation = generation_, snapshot = std::move(snapshot)] {
        runner.onSnapshot(generation, snapshot);
    });
}

/// Once the queue has sent the next run on its way.
void StudyRunner::Worker::reportSoon() {
    if (!std::exchange(willReport_, true))
        QMetaObject::invokeMethod(
            this, [this] { report(); }, Qt::QueuedConnection);
}

void StudyRunner::Worker::report() {
    willReport_ = false;
    if (!queue_)
        return;
    const auto report = std::make_shared<const StudyReport>(report_study(*plan_, queue_->results()));
    const bool isOthers = !lock_ && FolderLock::is_held(folder_->path());
    if (!isOthers)
        if (const auto written = write_study_report(*report, folder_->path()); !written)
            tellTrouble(written.error());
    tell([&runner = runner_, report] {
        runner.report_ = report;
        Q_EMIT runner.reported();
    });
}

StudyRunner::StudyRunner(RunBridge& bridge, std::filesystem::path dataFolder, QObject* parent)
    : QObject(parent), bridge_(bridge), dataFolder_(std::move(dataFolder)) {
    worker_ = std::make_unique<Worker>(*this, bridge.host());
    worker_->moveToThread(&thread_);
    connect(&bridge_, &RunBridge::arrived, this, [this](const HostEvent& event) {
        if (isActive() && concernsQueue(event))
            post([event](Worker& worker) { worker.take(event); });
    });
    thread_.start();
}

StudyRunner::~StudyRunner() {
    thread_.quit();
    thread_.wait();
}

template <class Job>
void StudyRunner::post(Job job) {
    QMetaObject::invokeMethod(
        worker_.get(), [&worker = *worker_, job = std::move(job)] { job(worker); }, Qt::QueuedConnection);
}

void StudyRunner::open(StudyPlan plan, bool starts) {
    if (isActive())
        return;
    plan_ = std::make_shared<const StudyPlan>(std::move(plan));
    report_.reset();
    snapshot_ = {.isActive = starts};
    post([plan = plan_, folder = dataFolder_, pauses = pausesOnError_, starts,
          generation = ++generation_](Worker& worker) {
        worker.setGeneration(generation);
        worker.open(plan, folder, pauses);
        if (starts)
            worker.start();
        worker.tellSnapshot();
    });
    Q_EMIT changed();
}

void StudyRunner::goOn() {
    if (isActive() || !plan_)
        return;
    snapshot_.isActive = true;
    post([generation = ++generation_](Worker& worker) {
        worker.setGeneration(generation);
        worker.start();
        worker.tellSnapshot();
    });
    Q_EMIT changed();
}

void StudyRunner::start(StudyPlan plan) {
    open(std::move(plan), /*starts=*/true);
}

void StudyRunner::show(StudyPlan plan) {
    open(std::move(plan), /*starts=*/false);
}

void StudyRunner::onSnapshot(int generation, StudySnapshot snapshot) {
    if (generation != generation_)
        return;
    const bool wasActive = snapshot_.isActive;
    snapshot_ = std::move(snapshot);
    Q_EMIT changed();
    if (wasActive && !snapshot_.isActive)
        Q_EMIT ended();
}

void StudyRunner::pause() {
    post([](Worker& worker) { worker.withQueue([](StudyQueue& queue) { queue.pause(); }); });
}

void StudyRunner::resume() {
    post([](Worker& worker) { worker.withQueue([](StudyQueue& queue) { queue.resume(); }); });
}

void StudyRunner::stop() {
    post([](Worker& worker) { worker.withQueue([](StudyQueue& queue) { queue.stop(); }); });
}

void StudyRunner::suspend() {
    post([](Worker& worker) { worker.withQueue([](StudyQueue& queue) { queue.suspend(); }); });
}

void StudyRunner::move(std::size_t from, std::size_t to) {
    if (!move_task(snapshot_.tasks, from, to))
        return;
    if (snapshot_.atWork)  // the next press of the key comes before the answer
        snapshot_.atWork = static_cast<std::size_t>(
            std::ranges::find(snapshot_.tasks, TaskState::AtWork, &StudyTask::state) -
            snapshot_.tasks.begin());
    Q_EMIT changed();
    post([from, to](Worker& worker) {
        worker.withOrder([from, to](StudyQueue& queue) { queue.move(from, to); });
    });
}

void StudyRunner::skip(std::size_t task) {
    post([task](Worker& worker) { worker.withOrder([task](StudyQueue& queue) { queue.skip(task); }); });
}

void StudyRunner::retry(std::size_t task) {
    post([task](Worker& worker) { worker.withOrder([task](StudyQueue& queue) { queue.retry(task); }); });
}

void StudyRunner::setPausesOnError(bool pauses) {
    pausesOnError_ = pauses;
    post([pauses](Worker& worker) {
        worker.withQueue([pauses](StudyQueue& queue) { queue.set_pauses_on_error(pauses); });
    });
}

void StudyRunner::takeCommand(const Command& command) {
    if (!isActive())
        return;
    post([command](Worker& worker) {
        worker.withQueue([command](StudyQueue& queue) { queue.take_command(command); });
    });
}

}  // namespace tunebench::ui
