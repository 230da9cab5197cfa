// What fits where, in the real window: reached from the estimate, against a size that is typed in, and a
// choice that can be taken back.
#include "ui/pages/setup/fit_table_dialog.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

#include "core/memory/estimate.h"
#include "core/models/shapes.h"
#include "tests/ui/support/opened_window.h"
#include "ui/forms/estimate_panel.h"
#include "ui/forms/fit_cell_button.h"
#include "ui/forms/fit_table_view.h"
#include "ui/forms/largest_list.h"
#include "ui/pages/setup_page.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/link_row.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::ui::test::clickText;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

}  // namespace

class FitTableDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aSizeCanBeTypedIn() {
        FitTableDialog dialog(*shape_config("llama-7b"), default_run_config(), std::uint64_t{8} << 30);
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(dialog.isFilled(), kWaitMs);
        FitCellButton* cell = dialog.view()->cell(QStringLiteral("full"), QStringLiteral("fp32"));
        QCOMPARE(cell->fit(), Fit::TooLarge);
        auto* size = dialog.findChild<QLineEdit*>(QStringLiteral("fit_size"));
        QCOMPARE(size->text(), QStringLiteral("8.00 GiB"));
        const auto typed = [&](const char* text) {
            size->selectAll();
            QTest::keyClicks(size, QString::fromLatin1(text));
        };
        typed("2 TiB");
        QCOMPARE(cell->fit(), Fit::Fits);
        typed("much");
        QVERIFY(isInvalid(size));
        QCOMPARE(cell->fit(), Fit::Fits);  // as before
        typed("24GB");
        QVERIFY(!isInvalid(size));
        QCOMPARE(cell->fit(), Fit::TooLarge);
    }

    void whatFinishedRunsTookCounts() {
        const MemoryCalibration learned{.runs = 3, .factor = 1.25};
        const ModelConfig model = *shape_config("smollm-135m");
        const RunConfig run = default_run_config();
        FitTableDialog dialog(model, run, std::uint64_t{8} << 30, learned);
        QTRY_VERIFY_WITH_TIMEOUT(dialog.isFilled(), kWaitMs);
        const auto estimate = estimate_memory(model, run, batch_shape_of(run));
        QVERIFY(estimate.has_value());
        QCOMPARE(dialog.view()->cell(QStringLiteral("lora"), QStringLiteral("fp32"))->text(),
                 bytesText(learned.corrected(estimate->peak_bytes)));
    }

    void aChoiceChangesTheRunAndCanBeTakenBack() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        SetupPage* page = opened.window().setupPage();
        const RunConfig before = page->config();
        QVERIFY(click(*page, "what_fits_where"));
        auto* dialog = page->findChild<FitTableDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isFilled(), kWaitMs);
        QTest::mouseClick(dialog->view()->cell(QStringLiteral("dora"), QStringLiteral("nf4")),
                          Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(page->config().method.id, std::string("dora"));
        QVERIFY(page->config().precision.quantization == QuantizationType::Nf4);
        QCOMPARE(page->config().precision.compute, NumberType::Bf16);
        QVERIFY(clickText(*page, QStringLiteral("Undo")));
        QVERIFY(page->config() == before);
    }

    void anotherSizeThanThisMachinesDecides() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        SetupPage* page = opened.window().setupPage();
        auto* panel = page->findChild<EstimatePanel*>();
        QTRY_COMPARE_WITH_TIMEOUT(panel->fit(), Fit::Fits, kWaitMs);
        QVERIFY(click(*page, "other_memory_size"));
        auto* size = page->findChild<QLineEdit*>(QStringLiteral("memory_size"));
        QTest::keyClicks(size, QStringLiteral("100 KiB"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->fit(), Fit::TooLarge, kWaitMs);
        QVERIFY(opened.waitUntilStartable());  // here it fits
        QVERIFY(click(*page, "other_memory_size"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->fit(), Fit::Fits, kWaitMs);
    }

    void theLargestBatchIsAClickAway() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        SetupPage* page = opened.window().setupPage();
        auto* list = page->findChild<LargestList*>();
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisibleTo(page), kWaitMs);
        const auto rows = list->findChildren<LinkRow*>();
        QVERIFY(rows.size() >= 2);
        const std::int64_t before = page->config().budget.batch_size;
        QTest::mouseClick(rows.front(), Qt::LeftButton);
        QVERIFY(page->config().budget.batch_size > before);
    }
};

QTEST_MAIN(FitTableDialogTest)
#include "fit_table_dialog_test.moc"
