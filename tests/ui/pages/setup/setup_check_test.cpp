// What is asked about a run's memory beside the form.
#include "ui/pages/setup/setup_check.h"

#include <algorithm>

#include <QLabel>
#include <QTest>

#include "core/models/shapes.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/estimate_panel.h"
#include "ui/forms/fit_cell_button.h"
#include "ui/forms/fit_table_view.h"
#include "ui/pages/setup/method_table.h"
#include "ui/pages/setup/step_texts.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

SetupCheck checkOf(const RunConfig& run) {
    const auto model = shape_config("smollm-135m");
    SetupCheck check{.available_bytes = 65536 * kMiB};
    check.model = ModelFacts{.config = *model};
    check.estimate = estimate_memory(*model, run, batch_shape_of(run));
    return check;
}

/// What fits as it is predicted, and does not as it is expected.
SetupCheck tooLargeByExperience(const RunConfig& run) {
    SetupCheck check = checkOf(run);
    check.calibration = {.runs = 5, .factor = 1.25};
    const std::uint64_t predicted = (*check.estimate)->peak_bytes;
    check.asked_bytes = predicted + predicted / 10;
    check.methods = method_cards(run, (*check.model)->config, check.calibration);
    return check;
}

}  // namespace

class SetupCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void whatFitsIsAskedOfTheSizeToPlanFor() {
        const RunConfig run = default_run_config();
        SetupCheck check = checkOf(run);
        const LargestAnswer here = largestOf(check, run);
        QVERIFY(here.fit.has_value());
        QVERIFY(here.fit->fits);
        check.asked_bytes = 400 * kMiB;
        const LargestAnswer there = largestOf(check, run);
        QVERIFY(there.fit.has_value());
        QVERIFY(!there.fit->fits);
        for (const MemorySuggestion& suggestion : there.fit->suggestions)
            QVERIFY(suggestion.expected_bytes <= 400 * kMiB);
    }

    void whatIsFreeOnAGpuIsWhatIsAvailable() {
        const tunebench::test::TemporaryFolder folder;
        RunConfig run = tunebench::test::tiny_run(folder.path(), 10);
        run.general.device = "cuda";
        PreflightPlace place{.data_folder = folder.path(), .available_memory_bytes = 65536 * kMiB};
        QCOMPARE(checkSetupOn(place, run).limit_bytes(), std::uint64_t{0});
        place.accelerator = GpuMemory{.total_bytes = 8192 * kMiB, .free_bytes = 4096 * kMiB};
        QCOMPARE(checkSetupOn(place, run).limit_bytes(), 3584 * kMiB);
        place.accelerator->free_bytes = 1000;
        const SetupCheck full = checkSetupOn(place, run);
        QVERIFY(full.estimate && *full.estimate);
        const StepFacts facts{.config = &run, .check = &full, .findings = full.findings};
        QVERIFY(stepState(SetupStep::Fits, facts) == StepState::Blocked);
        QVERIFY2(!has_blocking(full.findings), "what is not free may be given up");
    }

    void automaticIsTheGpuWhereTheEngineCanUseIt() {
        const tunebench::test::TemporaryFolder folder;
        RunConfig run = tunebench::test::tiny_run(folder.path(), 10);
        PreflightPlace place{.data_folder = folder.path(),
                             .available_memory_bytes = 65536 * kMiB,
                             .accelerator = GpuMemory{.total_bytes = 8192 * kMiB, .free_bytes = 8192 * kMiB}};
        QCOMPARE(checkSetupOn(place, run).limit_bytes(), 65024 * kMiB);
        QCOMPARE(checkSetupOn(place, run).onItsDevice(run), run);
        place.auto_is_accelerator = true;
        const SetupCheck check = checkSetupOn(place, run);
        QCOMPARE(check.limit_bytes(), 7680 * kMiB);
        run.general.device = "cuda";
        const SetupCheck chosen = checkSetupOn(place, run);
        QCOMPARE(check.expected_bytes(), chosen.expected_bytes());
        run.general.device = "auto";
        QCOMPARE(check.onItsDevice(run).general.device, std::string("cuda"));
        run.general.device = "cpu";
        QCOMPARE(check.onItsDevice(run).general.device, std::string("cpu"));
    }

    void cardAndStepSayWhatIsExpected() {
        const RunConfig run = default_run_config();
        const SetupCheck check = tooLargeByExperience(run);
        QCOMPARE(check.expected_bytes(), check.calibration.corrected((*check.estimate)->peak_bytes));
        const QString expected = bytesText(check.expected_bytes());
        EstimatePanel card;
        card.showEstimate(**check.estimate, check.limit_bytes(), check.calibration, /*isLimitAsked=*/true);
        QCOMPARE(card.fit(), Fit::TooLarge);
        QCOMPARE(card.findChild<QLabel*>(QStringLiteral("estimate_total"))->text(), expected);
        const StepFacts facts{.config = &run, .check = &check};
        QVERIFY(stepState(SetupStep::Fits, facts) == StepState::Blocked);
        QVERIFY(stepSummary(SetupStep::Fits, facts).startsWith(expected));
    }

    void methodsAndSuggestionsAreHeldAgainstWhatIsExpected() {
        const RunConfig run = default_run_config();
        const SetupCheck check = tooLargeByExperience(run);
        const QString expected = bytesText(check.expected_bytes());
        QVERIFY(!largestOf(check, run).fit->fits);
        MethodTable methods;
        methods.showCards(check.methods, check.limit_bytes(), /*isLimitAsked=*/true);
        methods.setOpen(true);
        const auto labels = methods.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->text() == expected + QStringLiteral(", too much");
        }));
        FitTableView table;
        table.showTable(fit_table((*check.model)->config, run, check.calibration));
        table.setLimit(check.limit_bytes());
        const FitCellButton* cell = table.cell(toQt(run.method.id), QStringLiteral("fp32"));
        QCOMPARE(cell->text(), expected);
        QCOMPARE(cell->fit(), Fit::TooLarge);
    }
};

WATCHED_TEST_MAIN(SetupCheckTest)
#include "setup_check_test.moc"
