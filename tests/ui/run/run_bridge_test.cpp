#include "ui/run/run_bridge.h"

#include <QTest>
#include <QThread>

#include "core/run/checkpoint.h"
#include "core/run/run_folder.h"
#include "tests/support/fake_engine.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr int kWaitMs = 60'000;

RunHost::MakeEngine fakeEngine(const test::FakeEngineOptions& options = {}) {
    return [options] { return Result<std::unique_ptr<Engine>>(test::make_fake_engine(options)); };
}

}  // namespace

class RunBridgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFastWorkerDoesNotFloodTheEventLoop() {
        const test::TemporaryFolder folder;
        RunBridge bridge(fakeEngine(), folder.path() / "data", nullptr);
        int deliveries = 0;
        std::vector<std::int64_t> steps;
        bool isFinished = false;
        connect(&bridge, &RunBridge::runEvents, this,
                [&](const QString&, const std::vector<RunEvent>& events) {
                    QCOMPARE(QThread::currentThread(), thread());
                    QVERIFY(!isFinished);
                    ++deliveries;
                    for (const auto& event : events) {
                        if (const auto* step = std::get_if<StepDone>(&event))
                            steps.push_back(step->step);
                        isFinished |= std::holds_alternative<RunFinished>(event);
                    }
                });
        QElapsedTimer clock;
        clock.start();
        bridge.host().start(test::tiny_run(folder.path() / "tiny", 600));
        QVERIFY(QTest::qWaitFor([&] { return isFinished; }, kWaitMs));
        // 30 a second, and some for the ends; a slow machine makes it fewer.
        QVERIFY2(deliveries <= clock.elapsed() / 33 + 3, qPrintable(QString::number(deliveries)));
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
        QCOMPARE(steps.back(), std::int64_t{600});
    }

    void startAndFolderAreAnnounced() {
        const test::TemporaryFolder folder;
        RunBridge bridge(fakeEngine(), folder.path() / "data", nullptr);
        std::int64_t request = 0;
        std::filesystem::path runFolder;
        connect(&bridge, &RunBridge::runStarted, this, [&](const HostRunStarted& started) {
            request = started.request;
            if (started.folder)
                runFolder = *started.folder;
        });
        const auto asked = bridge.host().start(test::tiny_run(folder.path() / "tiny", 5));
        QVERIFY(QTest::qWaitFor([&] { return request == asked; }, kWaitMs));
        QVERIFY(std::filesystem::exists(runFolder / "run.json"));
    }

    void aMissingEngineIsAnAnswerNotACrash() {
        const test::TemporaryFolder folder;
        RunBridge bridge([] { return Error{.code = ErrorCode::NotFound, .message = "no engine"}; },
                         folder.path() / "data", nullptr);
        std::string message;
        connect(&bridge, &RunBridge::runStarted, this, [&](const HostRunStarted& started) {
            message = started.folder ? "started" : started.folder.error().message;
        });
        bridge.host().start(test::tiny_run(folder.path() / "tiny", 5));
        QVERIFY(QTest::qWaitFor([&] { return !message.empty(); }, kWaitMs));
        QCOMPARE(message, std::string("no engine"));
    }

    void destroyingItStopsAndSavesTheRun() {
        const test::TemporaryFolder folder;
        std::filesystem::path runFolder;
        {
            RunBridge bridge(fakeEngine({.step_duration = std::chrono::milliseconds(1)}),
                             folder.path() / "data", nullptr);
            bool hasStepped = false;
            connect(&bridge, &RunBridge::runStarted, this,
                    [&](const HostRunStarted& started) { runFolder = *started.folder; });
            connect(&bridge, &RunBridge::runEvents, this,
                    [&](const QString&, const std::vector<RunEvent>& events) {
                        for (const auto& event : events)
                            hasStepped |= std::holds_alternative<StepDone>(event);
                    });
            bridge.host().start(test::tiny_run(folder.path() / "tiny", 100'000));
            QVERIFY(QTest::qWaitFor([&] { return hasStepped; }, kWaitMs));
        }
        QVERIFY(!list_checkpoints(runFolder / "checkpoints").empty());
        QVERIFY(!RunLock::is_held(runFolder));
    }
};

QTEST_GUILESS_MAIN(RunBridgeTest)
#include "run_bridge_test.moc"
