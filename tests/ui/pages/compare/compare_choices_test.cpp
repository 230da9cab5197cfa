// How runs are compared, chosen by mouse and keys: the views, what is drawn and how, what is left out, and
// the report as a file.
#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/parallel_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/compared_list.h"
#include "ui/pages/compare/curves_view.h"
#include "ui/pages/compare/group_curves.h"
#include "ui/pages/compare/parallel_view.h"
#include "ui/pages/compare/trade_off_view.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;
constexpr int kRuns = 3;

/// Two seeds of one rate and a run of another, chosen in the history and compared by its button.
struct Compared {
    Compared() {
        storeRun(opened.dataFolder(),
                 {.name = "low, seed 1", .overrides = {"seed=1"}, .memory_bytes = 1 << 20});
        storeRun(opened.dataFolder(),
                 {.name = "low, seed 2", .overrides = {"seed=2"}, .loss = 1.2, .memory_bytes = 1 << 20});
        storeRun(opened.dataFolder(), {.name = "high",
                                       .overrides = {"seed=1", "optimizer.learning_rate=0.01"},
                                       .loss = 2.0,
                                       .memory_bytes = 3 << 20});
        opened.reopen();
        opened.window().showPage(MainWindow::History);
        auto* table = opened.window().historyPage()->table();
        isShown = QTest::qWaitFor([&] { return table->model()->rowCount() == kRuns; }, kWaitMs);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        isShown = isShown && click(*opened.window().historyPage(), "compare_runs");
        page = opened.window().comparePage();
        isShown = isShown && waitForGroups(2) &&
                  QTest::qWaitFor([&] { return !page->curves()->chart()->isEmpty(); }, kWaitMs);
    }

    bool waitForGroups(std::size_t groups) const {
        return QTest::qWaitFor(
            [&] { return page->comparison() != nullptr && page->comparison()->groups.size() == groups; },
            kWaitMs);
    }

    void clickTab(ComparePage::Tab tab) const {
        auto* tabs = page->findChild<QTabBar*>(QStringLiteral("compare_tabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    }

    void clickRun(int row) const {
        QTableView* list = page->list()->table();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }

    /// The curve that is a mean over seeds; empty when none is.
    BandCurve mean() const {
        for (const BandCurve& curve : page->curves()->chart()->curves())
            if (!curve.margin.empty())
                return curve;
        return {};
    }

    QString message() const { return page->findChild<MessageBar*>()->message(); }

    OpenedWindow opened;
    ComparePage* page = nullptr;
    bool isShown = false;
};

}  // namespace

class CompareChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        installTheme(*qApp, ThemeChoice::Light);
    }

    void viewsAreTabs() {
        const Compared compared;
        QVERIFY(compared.isShown);
        const ComparePage& page = *compared.page;
        const std::vector<std::pair<ComparePage::Tab, const QWidget*>> views = {
            {ComparePage::Metrics, page.findChild<QWidget*>(QStringLiteral("metrics"))},
            {ComparePage::Settings, page.findChild<QWidget*>(QStringLiteral("compared_settings"))},
            {ComparePage::TradeOff, page.tradeOff()},
            {ComparePage::Parallel, page.parallel()},
            {ComparePage::Tests, page.findChild<QWidget*>(QStringLiteral("compare_verdict"))},
            {ComparePage::Curves, page.curves()}};
        for (const auto& [tab, view] : views) {
            QVERIFY(view != nullptr);
            compared.clickTab(tab);
            QTRY_VERIFY(view->isVisible());
        }
        QVERIFY(!page.parallel()->isVisible());
    }

    void curvesAreSmoothedAndTheirBandsChosen() {
        const Compared compared;
        QVERIFY(compared.isShown);
        compared.clickTab(ComparePage::Curves);
        QVERIFY(walkTo(*compared.page, "curve_metric", QStringLiteral("loss")));
        QTRY_COMPARE_WITH_TIMEOUT(compared.mean().y.size(), std::size_t{5}, kWaitMs);
        const BandCurve before = compared.mean();
        QVERIFY(walkTo(*compared.page, "curve_band", static_cast<int>(Band::Interval)));
        QTRY_VERIFY_WITH_TIMEOUT(!compared.mean().margin.empty() && compared.mean().margin != before.margin,
                                 kWaitMs);
        QVERIFY(compared.mean().y == before.y);
        QVERIFY(walkTo(*compared.page, "curve_smoothing", 0.9));
        QTRY_VERIFY_WITH_TIMEOUT(!compared.mean().y.empty() && compared.mean().y != before.y, kWaitMs);
    }

    void curvesHaveALogarithmicAxisWhenAsked() {
        const Compared compared;
        QVERIFY(compared.isShown);
        compared.clickTab(ComparePage::Curves);
        QVERIFY(walkTo(*compared.page, "curve_metric", QStringLiteral("loss")));
        QTRY_COMPARE_WITH_TIMEOUT(compared.mean().y.size(), std::size_t{5}, kWaitMs);
        QVERIFY(click(*compared.page, "curve_logarithmic"));
        QVERIFY(compared.page->findChild<QCheckBox*>(QStringLiteral("curve_logarithmic"))->isChecked());
        QVERIFY(!compared.page->curves()->chart()->isEmpty());
    }

    void theTradeOffIsOfTheMetricsThatAreChosen() {
        const Compared compared;
        QVERIFY(compared.isShown);
        compared.clickTab(ComparePage::TradeOff);
        const ScatterChart& chart = *compared.page->tradeOff()->chart();
        for (const char* cost : {"trainable_parameters", "steps"}) {
            QVERIFY2(walkTo(*compared.page, "trade_off_cost", QString::fromLatin1(cost)), cost);
            QVERIFY2(chart.points().size() == 2, cost);
        }
        QCOMPARE(chart.points().front().x, 5.0);  // steps of each run
        QVERIFY(walkTo(*compared.page, "trade_off_quality", QStringLiteral("steps")));
        QCOMPARE(chart.points().front().y, 5.0);
    }

    void axesAreChosenFromTheirMenu() {
        const Compared compared;
        QVERIFY(compared.isShown);
        compared.clickTab(ComparePage::Parallel);
        const ParallelChart& chart = *compared.page->parallel()->chart();
        const auto before = chart.axes().size();
        QVERIFY(chooseByKeys(*compared.page->parallel(), "parallel_axes", {QStringLiteral("Steps")}));
        QCOMPARE(chart.axes().size(), before + 1);
        QVERIFY(chooseByKeys(*compared.page->parallel(), "parallel_axes", {QStringLiteral("Steps")}));
        QCOMPARE(chart.axes().size(), before);
    }

    void reportsAreSavedAndCopiedFromTheMenu() {
        const Compared compared;
        QVERIFY(compared.isShown);
        for (const char* ending : {"md", "html", "tex"}) {
            const auto file = compared.opened.folder() / (std::string("comparison.") + ending);
            const DialogAnswer answer(withFile(file));
            QVERIFY(chooseByKeys(*compared.page, "compare_report",
                                 {QStringLiteral("Save as Markdown, HTML or LaTeX…")}));
            QVERIFY(answer.isGiven());
            QVERIFY2(std::filesystem::exists(file) && std::filesystem::file_size(file) > 0, ending);
        }
        QVERIFY(compared.message().contains(QStringLiteral("comparison.tex")));
        QVERIFY(chooseByKeys(*compared.page, "compare_report", {QStringLiteral("copy_report")}));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("high")));
    }

    void aChartIsSaved() {
        const Compared compared;
        QVERIFY(compared.isShown);
        compared.clickTab(ComparePage::Curves);
        const auto file = compared.opened.folder() / "curves.csv";
        const DialogAnswer answer(withFile(file));
        QVERIFY(click(*compared.page->curves(), "save_chart"));
        QVERIFY(answer.isGiven());
        QVERIFY(std::filesystem::exists(file));
        QVERIFY(compared.message().contains(QStringLiteral("curves.csv")));
    }

    void aRunIsTakenOutAndOthersAreChosen() {
        Compared compared;
        QVERIFY(compared.isShown);
        compared.clickRun(1);
        QVERIFY(click(*compared.page, "remove_run"));
        QVERIFY(compared.waitForGroups(1));
        QVERIFY(clickText(*compared.page->findChild<MessageBar*>(), QStringLiteral("Undo")));
        QVERIFY(compared.waitForGroups(2));
        QVERIFY(click(*compared.page, "change_runs"));
        QCOMPARE(compared.opened.window().currentPage(), MainWindow::History);
        QTRY_COMPARE_WITH_TIMEOUT(compared.opened.window().historyPage()->selectedIds().size(), kRuns,
                                  kWaitMs);
    }
};

WATCHED_TEST_MAIN(CompareChoicesTest)
#include "compare_choices_test.moc"
