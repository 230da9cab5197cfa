#include "ui/run/study_runner.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "core/run/run_folder.h"
#include "tests/support/fake_engine.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr int kWaitMs = 60'000;
constexpr std::int64_t kSteps = 30;
constexpr auto kSlow = std::chrono::milliseconds(20);

StudyPlan tinyPlan(const std::filesystem::path& folder) {
    StudySettings study{.base = test::tiny_run(folder / "tiny", kSteps), .folder = folder};
    study.methods = {{.name = "LoRA", .set = {{"method", {{"id", "lora"}}}}},
                     {.name = "IA3", .set = {{"method", {{"id", "ia3"}}}}}};
    study.rules.name = "tiny study";
    study.rules.seeds = 2;
    return *plan_study(study);
}

/// A runner with its host on a folder of its own.
class Desk {
public:
    explicit Desk(std::chrono::milliseconds step = std::chrono::milliseconds(0))
        : bridge(
              [step] {
                  return Result<std::unique_ptr<Engine>>(test::make_fake_engine({.step_duration = step}));
              },
              data(), nullptr),
          runner(bridge, data()) {}

    std::filesystem::path data() const { return folder.path() / "data"; }
    bool waitUntilOver() {
        return QTest::qWaitFor([this] { return !runner.isActive(); }, kWaitMs);
    }
    bool waitForTaskAtWork(std::size_t task) {
        return QTest::qWaitFor([this, task] { return runner.snapshot().atWork == task; }, kWaitMs);
    }
    TaskState stateOf(std::size_t task) const { return runner.snapshot().tasks[task].state; }

    const test::TemporaryFolder folder;
    RunBridge bridge;
    StudyRunner runner;
};

}  // namespace

class StudyRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStudyRunsToItsReport() {
        Desk desk;
        QSignalSpy ended(&desk.runner, &StudyRunner::ended);
        QSignalSpy started(&desk.bridge, &RunBridge::runStarted);
        desk.runner.start(tinyPlan(desk.folder.path()));
        QVERIFY(desk.runner.isActive());
        QVERIFY(desk.waitUntilOver());
        QCOMPARE(ended.count(), 1);
        QCOMPARE(started.count(), 4);
        QVERIFY(desk.runner.snapshot().end == StudyEnd::Done);
        QCOMPARE(desk.runner.snapshot().tasks.size(), std::size_t{5});
        QTRY_VERIFY_WITH_TIMEOUT(desk.runner.report() && desk.runner.report()->seeds == 2, kWaitMs);
        QVERIFY(std::filesystem::exists(desk.runner.studyFolder() / "report.html"));
    }

    void whatIsDoneIsShownWithoutRunning() {
        Desk desk;
        const auto plan = tinyPlan(desk.folder.path());
        desk.runner.start(plan);
        QVERIFY(desk.waitUntilOver());
        StudyRunner other(desk.bridge, desk.data());
        QSignalSpy started(&desk.bridge, &RunBridge::runStarted);
        other.show(plan);
        QTRY_COMPARE_WITH_TIMEOUT(other.snapshot().tasks.size(), std::size_t{5}, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(other.report() != nullptr, kWaitMs);
        for (const auto& task : other.snapshot().tasks)
            QVERIFY(task.state == TaskState::Measured);
        QVERIFY(!other.isActive());
        QCOMPARE(started.count(), 0);
    }

    void aPausedStudyWaits() {
        Desk desk(kSlow);
        desk.runner.start(tinyPlan(desk.folder.path()));
        QVERIFY(desk.waitForTaskAtWork(1));
        desk.runner.pause();
        QTRY_VERIFY_WITH_TIMEOUT(desk.runner.snapshot().isPaused, kWaitMs);
        const auto atWork = desk.runner.snapshot().atWork;
        QTest::qWait(2 * static_cast<int>(kSteps * kSlow.count()));
        QVERIFY(desk.runner.snapshot().atWork == atWork);
        QVERIFY(desk.runner.isActive());
        desk.runner.resume();
        QVERIFY(desk.waitUntilOver());
        QVERIFY(desk.runner.snapshot().end == StudyEnd::Done);
    }

    void runsAreMovedLeftOutAndTriedAgain() {
        Desk desk(kSlow);
        desk.runner.start(tinyPlan(desk.folder.path()));
        QVERIFY(desk.waitForTaskAtWork(1));
        desk.runner.move(4, 2);
        QCOMPARE(desk.runner.snapshot().tasks[2].index, std::size_t{1});  // at once
        desk.runner.skip(3);
        QVERIFY(desk.waitUntilOver());
        QCOMPARE(desk.runner.snapshot().tasks[2].index, std::size_t{1});
        QVERIFY(desk.stateOf(3) == TaskState::Skipped);
        QVERIFY(desk.stateOf(4) == TaskState::Measured);
        desk.runner.retry(3);
        QTRY_VERIFY_WITH_TIMEOUT(desk.stateOf(3) == TaskState::Waiting, kWaitMs);
        desk.runner.goOn();
        QVERIFY(desk.runner.isActive());
        QVERIFY(desk.waitUntilOver());
        QVERIFY(desk.stateOf(3) == TaskState::Measured);
    }

    void aStudyThatIsStoppedGoesOn() {
        Desk desk(kSlow);
        desk.runner.start(tinyPlan(desk.folder.path()));
        QVERIFY(desk.waitForTaskAtWork(2));
        desk.runner.stop();
        QVERIFY(desk.waitUntilOver());
        QVERIFY(desk.runner.snapshot().end == StudyEnd::Stopped);
        QVERIFY(desk.stateOf(2) == TaskState::Waiting);
        QVERIFY(StudyFolder::interrupted(desk.data()).empty());
        desk.runner.goOn();
        QVERIFY(desk.waitUntilOver());
        QVERIFY(desk.runner.snapshot().end == StudyEnd::Done);
    }

    void whatSomebodyElseHasDoneIsTakenOver() {
        Desk desk;
        const auto plan = tinyPlan(desk.folder.path());
        StudyRunner late(desk.bridge, desk.data());
        late.show(plan);
        QTRY_COMPARE_WITH_TIMEOUT(late.snapshot().tasks.size(), std::size_t{5}, kWaitMs);
        desk.runner.show(plan);
        QTRY_COMPARE_WITH_TIMEOUT(desk.runner.snapshot().tasks.size(), std::size_t{5}, kWaitMs);
        desk.runner.skip(4);
        desk.runner.goOn();
        QVERIFY(desk.waitUntilOver());
        QVERIFY(desk.stateOf(4) == TaskState::Skipped);
        QSignalSpy started(&desk.bridge, &RunBridge::runStarted);
        late.goOn();
        QVERIFY(QTest::qWaitFor([&] { return !late.isActive(); }, kWaitMs));
        for (std::size_t task = 0; task < 4; ++task)
            QVERIFY(late.snapshot().tasks[task].state == TaskState::Measured);
        QVERIFY(late.snapshot().tasks[4].state == TaskState::Skipped);
        QCOMPARE(started.count(), 0);
    }

    void aRunnerThatGoesLeavesAStudyThatWantsToGoOn() {
        const test::TemporaryFolder folder;
        const auto data = folder.path() / "data";
        const auto plan = tinyPlan(folder.path());
        {
            RunBridge bridge(
                [] {
                    return Result<std::unique_ptr<Engine>>(test::make_fake_engine({.step_duration = kSlow}));
                },
                data, nullptr);
            StudyRunner runner(bridge, data);
            runner.start(plan);
            QVERIFY(QTest::qWaitFor([&] { return runner.snapshot().atWork == std::size_t{1}; }, kWaitMs));
        }
        QCOMPARE(StudyFolder::interrupted(data).size(), std::size_t{1});
        QVERIFY(interrupted_runs(data).empty());  // the host has stopped and saved it
    }

    void aStudyThatIsRunElsewhereIsLeftAlone() {
        Desk desk(kSlow);
        const auto plan = tinyPlan(desk.folder.path());
        const auto folder = StudyFolder::open(desk.data(), plan.settings);
        QVERIFY(folder);
        QSignalSpy troubled(&desk.runner, &StudyRunner::troubled);
        QSignalSpy started(&desk.bridge, &RunBridge::runStarted);
        {
            const auto lock = folder->lock();
            QVERIFY(lock);
            desk.runner.start(plan);
            QVERIFY(desk.waitUntilOver());
            QCOMPARE(troubled.count(), 1);
            desk.runner.skip(1);
            QTRY_COMPARE_WITH_TIMEOUT(troubled.count(), 2, kWaitMs);
            QVERIFY(desk.stateOf(1) == TaskState::Waiting);
        }
        QCOMPARE(started.count(), 0);
        desk.runner.start(plan);
        QVERIFY(desk.waitForTaskAtWork(1));
        QVERIFY(!folder->lock());
        QVERIFY(desk.waitUntilOver());
        QVERIFY(desk.runner.snapshot().end == StudyEnd::Done);
        QVERIFY(folder->lock());
    }

    void aFolderThatCannotBeMadeIsTrouble() {
        Desk desk;
        auto plan = tinyPlan(desk.folder.path());
        std::filesystem::create_directories(desk.data());
        QFile blocked(QString::fromStdString((desk.data() / "studies").string()));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QSignalSpy troubled(&desk.runner, &StudyRunner::troubled);
        desk.runner.start(std::move(plan));
        QVERIFY(desk.waitUntilOver());
        QCOMPARE(troubled.count(), 1);
    }
};

QTEST_GUILESS_MAIN(StudyRunnerTest)
#include "study_runner_test.moc"
