// A small study from the window with the real engine: two methods, two seeds, a search of rates, held-out
// data.
#include <cmath>

#include <QAbstractButton>
#include <QTest>

#include "core/base/durable_file.h"
#include "core/engine_api/loader.h"
#include "core/study/report/study_report.h"
#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/study_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 240'000;
constexpr std::int64_t kSteps = 8;
const std::filesystem::path kEngine = TUNEBENCH_BINARY_DIR "/lib/libtunebench_engine.so";

std::filesystem::path writeStudy(const std::filesystem::path& folder) {
    StudySettings study{.base = tunebench::test::tiny_run(folder / "tiny", kSteps), .folder = folder};
    study.methods = {{.name = "LoRA", .set = {{"method", {{"id", "lora"}, {"rank", 2}}}}},
                     {.name = "IA3", .set = {{"method", {{"id", "ia3"}}}}}};
    study.rules.name = "tour";
    study.rules.seeds = 2;
    study.rules.rate_factors = {1.0, 10.0};
    study.rules.rate_share = 0.5;
    study.rules.general = {(folder / "tiny" / "valid.jsonl").string()};
    study.rules.training_sample = 4;
    const auto file = folder / "tour.study.json";
    static_cast<void>(write_file_durably(file, json_text(study_to_json(study), 2)));
    return file;
}

}  // namespace

class StudyTourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kEngine))
            QSKIP("the engine is not built");
        installTheme(*qApp, ThemeChoice::Light);
    }

    void aStudyFromTheFileToMeasuredTradeOffs() {
        OpenedWindow opened([] { return load_engine({kEngine}); });
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = *opened.window().studyPage();
        QVERIFY(page.openStudyFile(writeStudy(opened.folder())));
        auto* start = page.findChild<QAbstractButton*>(QStringLiteral("start_study"));
        QVERIFY(QTest::qWaitFor([start] { return start->isEnabled(); }, kWaitMs));
        QVERIFY(click(page, "start_study"));
        QVERIFY(QTest::qWaitFor([&] { return !page.runner().isActive(); }, kWaitMs));
        QVERIFY(page.runner().snapshot().end == StudyEnd::Done);
        for (const auto& task : page.runner().snapshot().tasks)
            QVERIFY2(task.state == TaskState::Measured, task.run.error.c_str());
        QVERIFY(QTest::qWaitFor([&] { return page.runner().report() && page.runner().report()->seeds == 2; },
                                kWaitMs));
        measured(*page.runner().report());
    }

private:
    static void measured(const StudyReport& report) {
        QCOMPARE(report.arms.size(), std::size_t{2});
        QVERIFY(std::isfinite(report.base_loss));
        for (const auto& arm : report.arms) {
            QVERIFY(arm.loss.has_value());
            QVERIFY(arm.trainable_parameters > 0);
            QVERIFY(arm.peak_bytes > 0);
            QVERIFY(arm.result_bytes > 0);
            QVERIFY(arm.seconds > 0.0);
            QVERIFY(std::isfinite(arm.forgetting));
            QVERIFY(std::isfinite(arm.overfitting));
            QCOMPARE(arm.tries.size(), std::size_t{2});
        }
        QVERIFY(report.arms[1].against_baseline.has_value());
        QVERIFY(report.arms[1].trainable_parameters < report.arms[0].trainable_parameters);
    }
};

WATCHED_TEST_MAIN(StudyTourTest)
#include "study_tour_test.moc"
