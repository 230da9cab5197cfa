// The compare page in the real window: from runs chosen in the history to every way of comparing them.
#include "ui/pages/compare_page.h"

#include <fstream>

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTest>

#include "core/base/durable_file.h"
#include "core/study/queue/measured_run.h"
#include "core/study/report/comparison_tables.h"
#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/parallel_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/compared_list.h"
#include "ui/pages/compare/curves_view.h"
#include "ui/pages/compare/parallel_view.h"
#include "ui/pages/compare/trade_off_view.h"
#include "ui/pages/history_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::ui::test::clickText;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 60'000;
constexpr int kSettleMs = 400;  // pictures of charts come a little later

/// A run of the fake engine, with a text to forget, that is in the history when this returns; its folder.
std::filesystem::path train(OpenedWindow& opened, const std::string& name, std::int64_t seed, double rate) {
    RunConfig config = tunebench::test::tiny_run(opened.folder() / "tiny", 30);
    config.general.name = name;
    config.general.seed = seed;
    config.evaluation.general_file = (opened.folder() / "general.txt").string();
    std::ofstream(config.evaluation.general_file) << "Rain is water that falls from clouds.\n";
    config.optimizer.params.set("learning_rate", rate);
    opened.workbench().bridge().host().start(config);
    std::filesystem::path folder;
    const bool isDone = QTest::qWaitFor(
        [&] {
            const auto runs = opened.workbench().source().runs();
            for (const auto& run : runs ? *runs : std::vector<RunSummary>())
                if (run.name == name && run.status == RunStatus::Completed)
                    folder = run.folder;
            return !folder.empty() && !opened.workbench().bridge().isBusy();
        },
        kWaitMs);
    return isDone ? folder : std::filesystem::path();
}

/// Three seeds of one rate, and a run of another.
std::vector<std::filesystem::path> trainFour(OpenedWindow& opened) {
    return {train(opened, "low rate, seed 1", 1, 1e-4), train(opened, "low rate, seed 2", 2, 1e-4),
            train(opened, "low rate, seed 3", 3, 1e-4), train(opened, "high rate, seed 1", 1, 1e-2)};
}

/// As a study keeps what it has measured.
void measure(OpenedWindow& opened, const std::vector<std::filesystem::path>& runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        MeasuredRun measured{.state = MeasuredState::Measured,
                             .run_folder = runs[i].string(),
                             .measured_on = "the same",
                             .held_out_loss = 1.0};
        const double gain = i == 3 ? 0.4 : 0.0;
        for (int example = 0; example < 60; ++example)
            measured.held_out_losses.push_back(1.0 + 0.01 * example - gain * (1.0 + 0.01 * (example % 7)));
        const auto file =
            opened.dataFolder() / "studies" / "by-hand" / "runs" / (std::to_string(i) + ".json");
        std::filesystem::create_directories(file.parent_path());
        QVERIFY(write_file_durably(file, json_text(measured_run_to_json(measured))));
    }
}

/// The way of a user: all runs of the history, and the button.
ComparePage* compareAll(OpenedWindow& opened, int runs) {
    MainWindow& window = opened.window();
    window.showPage(MainWindow::History);
    HistoryPage* history = window.historyPage();
    static_cast<void>(QTest::qWaitFor(
        [&] {
            history->reload();
            return history->table()->model()->rowCount() == runs;
        },
        kWaitMs));
    history->table()->selectAll();
    static_cast<void>(click(window, "compare_runs"));
    ComparePage* page = window.comparePage();
    static_cast<void>(QTest::qWaitFor(
        [page] { return page->comparison() != nullptr && !page->curves()->chart()->isEmpty(); }, kWaitMs));
    return page;
}

QByteArray dataOf(const BandChart& chart) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chart.writeCsv(buffer);
    return buffer.data();
}

bool waitForGroups(ComparePage* page, std::size_t groups) {
    return QTest::qWaitFor(
        [=] { return page->comparison() != nullptr && page->comparison()->groups.size() == groups; },
        kWaitMs);
}

int rowOf(const QTableView* table, const QString& first) {
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (table->model()->index(row, 0).data().toString() == first)
            return row;
    return -1;
}

void clickRow(QTableView* table, int row) {
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, 0)).center());
}

QString textOf(const QString& file) {
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()) : QString();
}

void shoot(MainWindow& window, const QString& name) {
    for (const auto& [theme, suffix] :
         {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(kSettleMs);
        const QImage image = window.grab().toImage();
        const QDir folder(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QVERIFY(image.save(folder.filePath(QStringLiteral("%1-%2.png").arg(name, QLatin1String(suffix)))));
        const Colors& colors = theme == ThemeChoice::Dark ? darkColors() : lightColors();
        QCOMPARE(image.pixelColor(4, image.height() / 2).name(), colors.rail.name());
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

}  // namespace

class ComparePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void withoutRunsThePageLeadsToTheHistory() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Compare);
        shoot(opened.window(), QStringLiteral("compare-empty"));
        QAbstractButton* choose = nullptr;
        for (auto* button : opened.window().comparePage()->findChildren<QAbstractButton*>())
            if (button->isVisible())
                choose = button;
        QVERIFY(choose != nullptr);
        QCOMPARE(choose->text(), QStringLiteral("Choose runs"));
        QTest::mouseClick(choose, Qt::LeftButton);
        QCOMPARE(opened.window().currentPage(), MainWindow::History);
    }

    void everyWayOfComparing() {
        OpenedWindow opened;
        const auto folders = trainFour(opened);
        measure(opened, folders);
        ComparePage* page = compareAll(opened, 4);
        QCOMPARE(opened.window().currentPage(), MainWindow::Compare);
        QVERIFY(waitForGroups(page, 2));
        seedsAreOneCurveWithABand(page);
        whatRunsAlongIsChosen(page);
        numbersAreThoseOfCore(page);
        onlyWhatDiffersIsShown(page);
        theTradeOffIsReadWithTheKeyboard(page);
        axesAreChosen(page);
        testsAreShown(page);
        for (const auto& [tab, name] : {std::pair{ComparePage::Curves, "curves"},
                                        {ComparePage::Metrics, "numbers"},
                                        {ComparePage::Settings, "settings"},
                                        {ComparePage::TradeOff, "trade-off"},
                                        {ComparePage::Parallel, "parallel"},
                                        {ComparePage::Tests, "tests"}}) {
            page->showTab(tab);
            shoot(opened.window(), QStringLiteral("compare-") + QLatin1String(name));
        }
        everythingHasAName(page);
        reportsAreWritten(opened, page);
        theListSaysWhatItsValuesAre(page);
        theListCanBeWidened(opened, page);
        baselineIsChosen(page);
        seedsCanStandAlone(opened, page);
        aRunIsRemovedAndComesBack(page);
        theComparisonIsThereAfterARestart(opened);
    }

    void whatCannotBeTestedIsSaid() {
        OpenedWindow opened;
        measure(opened,
                {train(opened, "low rate, seed 1", 1, 1e-4), train(opened, "low rate, seed 2", 2, 1e-4),
                 train(opened, "high rate, seed 3", 3, 1e-2)});
        ComparePage* page = compareAll(opened, 3);
        QVERIFY(waitForGroups(page, 2));
        page->showTab(ComparePage::Tests);
        const auto* verdict = page->findChild<QLabel*>(QStringLiteral("compare_verdict"));
        QVERIFY2(verdict->text().contains(QStringLiteral("not measured with a seed of the baseline")),
                 qPrintable(verdict->text()));
        QVERIFY(page->findChild<QTableView*>(QStringLiteral("compare_tests"))->isHidden());
    }

    void aRunThatIsGoneIsSaid() {
        OpenedWindow opened;
        const auto folder = train(opened, "alone", 1, 1e-3);
        QVERIFY(!folder.empty());
        const auto runs = opened.workbench().source().runs();
        opened.window().comparePage()->setRuns({toQt(runs->front().id), QStringLiteral("00000000")});
        opened.window().showPage(MainWindow::Compare);
        QVERIFY(waitForGroups(opened.window().comparePage(), 1));
        auto* bar = opened.window().comparePage()->findChild<MessageBar*>();
        QTRY_VERIFY(bar->message().contains(QStringLiteral("00000000")));
    }

private:
    void seedsAreOneCurveWithABand(ComparePage* page) {
        page->showTab(ComparePage::Curves);
        const auto& groups = page->comparison()->groups;
        const BandChart* chart = page->curves()->chart();
        QTRY_COMPARE(chart->curves().size(), std::size_t{2});
        for (std::size_t i = 0; i < groups.size(); ++i) {
            QCOMPARE(chart->curves()[i].name, toQt(groups[i].name));
            QVERIFY(!chart->curves()[i].x.empty());
            QCOMPARE(chart->curves()[i].margin.empty(), groups[i].runs.size() == 1);
        }
        // The list is the legend, with a value a row.
        QTableView* list = page->list()->table();
        QCOMPARE(list->model()->rowCount(), 2);
        QTRY_VERIFY(!list->model()->index(1, 1).data().toString().isEmpty());
        auto* metric = page->findChild<QComboBox*>(QStringLiteral("curve_metric"));
        QVERIFY(metric->findData(QStringLiteral("loss")) >= 0);
        metric->setFocus();
        QTest::keyClick(metric, Qt::Key_Home);
        QTRY_COMPARE(chart->curves().front().x.size(), std::size_t{30});  // the training loss, a value a step
        metric->setCurrentIndex(metric->findData(QStringLiteral("memory_bytes")));
        QTRY_VERIFY(dataOf(*chart).startsWith("curve,step,Memory (MiB),margin\r\n"));
        QTRY_COMPARE(list->model()->index(1, 1).data().toString(), QStringLiteral("1.50 MiB"));
        metric->setCurrentIndex(metric->findData(QStringLiteral("loss")));
        QTRY_VERIFY(dataOf(*chart).startsWith("curve,step,Training loss,margin\r\n"));
    }

    void whatRunsAlongIsChosen(ComparePage* page) {
        const BandChart* chart = page->curves()->chart();
        const auto lastPlace = [chart] {
            const auto& curves = chart->curves();
            return curves.empty() || curves.front().x.empty() ? 0.0 : curves.front().x.back();
        };
        auto* along = page->findChild<QComboBox*>(QStringLiteral("curve_along"));
        const double steps = lastPlace();
        along->setFocus();
        QTest::keyClick(along, Qt::Key_Down);
        QCOMPARE(along->currentText(), QStringLiteral("By epochs"));
        QTRY_VERIFY(lastPlace() != steps);
        const double epochs = lastPlace();
        QVERIFY2(epochs > 0.0, qPrintable(QString::number(epochs)));
        QTest::keyClick(along, Qt::Key_Down);
        QCOMPARE(along->currentText(), QStringLiteral("By tokens"));
        QTRY_VERIFY(lastPlace() > steps);
        QTest::keyClick(along, Qt::Key_Down);
        QCOMPARE(along->currentText(), QStringLiteral("By time"));
        QTest::keyClick(along, Qt::Key_Home);
        QTRY_COMPARE(lastPlace(), steps);
    }

    void numbersAreThoseOfCore(ComparePage* page) {
        page->showTab(ComparePage::Metrics);
        auto* table = page->findChild<QTableView*>(QStringLiteral("metrics"));
        const auto expected = metrics_table(*page->comparison());
        QCOMPARE(table->model()->rowCount(), static_cast<int>(expected.rows.size()));
        QCOMPARE(table->model()->columnCount(), 3);
        for (std::size_t row = 0; row < expected.rows.size(); ++row)
            for (std::size_t column = 1; column < 3; ++column)
                QCOMPARE(
                    table->model()->index(static_cast<int>(row), static_cast<int>(column)).data().toString(),
                    toQt(expected.rows[row][column]));
        QVERIFY(rowOf(table, QStringLiteral("Best validation loss")) >= 0);
        QVERIFY(rowOf(table, QStringLiteral("Overfitting")) >= 0);
        const int forgetting = rowOf(table, QStringLiteral("Forgetting"));
        QVERIFY(forgetting >= 0);
        QVERIFY(table->model()
                    ->index(forgetting, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("general text")));
        // The mean of three seeds and their deviation are seen, not only told by a tool tip.
        const int ofSeeds = page->comparison()->groups[0].runs.size() == 3 ? 1 : 2;
        QVERIFY(table->model()
                    ->index(forgetting, ofSeeds)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("0.0300 ± 0.0000")));
    }

    void theListSaysWhatItsValuesAre(ComparePage* page) {
        page->showTab(ComparePage::Curves);
        const auto* metric = page->findChild<QComboBox*>(QStringLiteral("curve_metric"));
        const auto* what = page->findChild<QLabel*>(QStringLiteral("compared_values"));
        QTRY_VERIFY(what->toolTip().startsWith(metric->currentText()));
        QTest::keyClick(page->curves()->chart(), Qt::Key_Right);
        QVERIFY2(what->toolTip().startsWith(metric->currentText() + QStringLiteral(" at step ")),
                 qPrintable(what->toolTip()));
    }

    void theListCanBeWidened(OpenedWindow& opened, ComparePage* page) {
        auto* splitter = page->findChild<QSplitter*>();
        const int before = page->list()->width();
        const QPoint handle = splitter->handle(1)->rect().center();
        QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, handle);
        QTest::mouseMove(splitter->handle(1), handle + QPoint(60, 0));
        QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {}, handle + QPoint(60, 0));
        QVERIFY2(page->list()->width() > before, qPrintable(QString::number(page->list()->width())));
        QVERIFY(opened.workbench().settings().contains(QStringLiteral("layout/compare")));
    }

    void onlyWhatDiffersIsShown(ComparePage* page) {
        page->showTab(ComparePage::Settings);
        auto* table = page->findChild<QTableView*>(QStringLiteral("compared_settings"));
        const int rate = rowOf(table, QStringLiteral("Learning rate"));
        QVERIFY(rate >= 0);
        QCOMPARE(table->model()->index(rate, 0).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("optimizer.learning_rate"));
        QVERIFY(rowOf(table, QStringLiteral("Seed")) >= 0);
        QCOMPARE(rowOf(table, QStringLiteral("Steps")), -1);
    }

    void theTradeOffIsReadWithTheKeyboard(ComparePage* page) {
        page->showTab(ComparePage::TradeOff);
        ScatterChart* chart = page->tradeOff()->chart();
        auto* cost = page->findChild<QComboBox*>(QStringLiteral("trade_off_cost"));
        cost->setCurrentIndex(cost->findText(QStringLiteral("Trained parameters")));
        QCOMPARE(chart->points().size(), std::size_t{2});
        QVERIFY(chart->points()[0].isOnFront || chart->points()[1].isOnFront);
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chart->readout().contains(QStringLiteral("Trained parameters")));
        QVERIFY(click(*page, "trade_off_logarithmic"));
        QVERIFY(page->findChild<QCheckBox*>(QStringLiteral("trade_off_logarithmic"))->isChecked());
        QVERIFY(chart->shown().left() > 0.0);
    }

    void axesAreChosen(ComparePage* page) {
        page->showTab(ComparePage::Parallel);
        ParallelChart* chart = page->parallel()->chart();
        const auto before = chart->axes().size();
        QVERIFY(before >= 3);
        for (QAction* action : page->parallel()->findChildren<QAction*>())
            if (action->text() == QStringLiteral("Steps"))
                action->trigger();
        QCOMPARE(chart->axes().size(), before + 1);
        for (QAction* action : page->parallel()->findChildren<QAction*>())
            if (action->text() == QStringLiteral("Learning rate"))
                QCOMPARE(action->toolTip(), QStringLiteral("optimizer.learning_rate"));
        QTest::keyClick(chart, Qt::Key_Down);
        QVERIFY2(chart->readout().contains(QStringLiteral("Learning rate")), qPrintable(chart->readout()));
    }

    void testsAreShown(ComparePage* page) {
        page->showTab(ComparePage::Tests);
        auto* verdict = page->findChild<QLabel*>(QStringLiteral("compare_verdict"));
        QVERIFY2(verdict->text().contains(QStringLiteral("held-out loss than")), qPrintable(verdict->text()));
        auto* table = page->findChild<QTableView*>(QStringLiteral("compare_tests"));
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->headerData(4, Qt::Horizontal).toString(), QStringLiteral("p after\nHolm"));
        const int oneLine = table->fontMetrics().height();
        QTRY_VERIFY(table->horizontalHeader()->height() >= 2 * oneLine);
        QVERIFY(table->columnWidth(4) <
                table->fontMetrics().horizontalAdvance(QStringLiteral("p after Holm")) + 2 * 8);
    }

    void everythingHasAName(ComparePage* page) {
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool isOfAnother = widget->objectName().startsWith(QLatin1String("qt_")) ||
                                     widget->parentWidget()->inherits("QAbstractItemView") ||
                                     widget->parentWidget()->inherits("QTabBar") ||
                                     widget->parentWidget()->inherits("QComboBox") ||
                                     widget->inherits("QComboBoxListView");
            if (widget->focusPolicy() != Qt::NoFocus && !isOfAnother && !widget->inherits("QLabel"))
                QVERIFY2(isNamed, widget->metaObject()->className());
        }
    }

    void reportsAreWritten(OpenedWindow& opened, ComparePage* page) {
        const QDir folder(toQt(opened.folder()));
        for (const auto& [ending, mark] :
             {std::pair{"md", "## Measured"}, {"html", "<svg"}, {"tex", "\\toprule"}}) {
            const QString file = folder.filePath(QStringLiteral("comparison.") + QLatin1String(ending));
            page->saveReport(file);
            QVERIFY2(textOf(file).contains(QLatin1String(mark)), ending);
            QVERIFY(textOf(file).contains(QStringLiteral("high rate")));
        }
        page->saveReport(folder.filePath(QStringLiteral("comparison.doc")));
        QVERIFY(page->findChild<MessageBar*>()->message().contains(QStringLiteral(".md, .html or .tex")));
        page->findChild<QAction*>(QStringLiteral("copy_report"))->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("## Measured")));
    }

    void baselineIsChosen(ComparePage* page) {
        const auto before = page->comparison()->baseline_group();
        const int other = before == 0 ? 1 : 0;
        clickRow(page->list()->table(), other);
        QVERIFY(click(*page, "set_baseline"));
        QTRY_COMPARE(page->comparison()->baseline_group(), static_cast<std::size_t>(other));
        // And back, with the keyboard.
        QTableView* list = page->list()->table();
        list->setFocus();
        QTest::keyClick(list, other == 1 ? Qt::Key_Up : Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(page->comparison()->baseline_group(), before);
    }

    void seedsCanStandAlone(OpenedWindow& opened, ComparePage* page) {
        QVERIFY(click(*page, "group_seeds"));
        QVERIFY(waitForGroups(page, 4));
        QTRY_COMPARE(page->curves()->chart()->curves().size(), std::size_t{4});
        for (const auto& curve : page->curves()->chart()->curves())
            QVERIFY(curve.margin.empty());
        page->showTab(ComparePage::Curves);
        shoot(opened.window(), QStringLiteral("compare-single"));
        QVERIFY(click(*page, "group_seeds"));
        QVERIFY(waitForGroups(page, 2));
    }

    void aRunIsRemovedAndComesBack(ComparePage* page) {
        QTableView* list = page->list()->table();
        clickRow(list, 0);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(waitForGroups(page, 1));
        QVERIFY(clickText(*page->findChild<MessageBar*>(), QStringLiteral("Undo")));
        QVERIFY(waitForGroups(page, 2));
        QCOMPARE(page->runs().size(), 4);
    }

    void theComparisonIsThereAfterARestart(OpenedWindow& opened) {
        const QStringList runs = opened.window().comparePage()->runs();
        const auto baseline = opened.window().comparePage()->comparison()->baseline;
        opened.reopen();
        opened.window().showPage(MainWindow::Compare);
        ComparePage* page = opened.window().comparePage();
        QCOMPARE(page->runs(), runs);
        QVERIFY(waitForGroups(page, 2));
        QCOMPARE(page->comparison()->baseline, baseline);
    }
};

WATCHED_TEST_MAIN(ComparePageTest)
#include "compare_page_test.moc"
