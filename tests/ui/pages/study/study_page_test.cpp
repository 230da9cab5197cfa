// A study from the window, with real events and the fake engine: opened, run, resumed after a restart, and
// reported.
#include "ui/pages/study_page.h"

#include <chrono>

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/durable_file.h"
#include "core/study/plan/study_settings.h"
#include "tests/ui/support/planned_study.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/pages/live_page.h"
#include "ui/pages/study/document_view.h"
#include "ui/pages/study/plan_panel.h"
#include "ui/pages/study/results_panel.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 60'000;
constexpr int kSettleMs = 300;
constexpr auto kSlowStep = std::chrono::milliseconds(20);

/// Its own, or that of the editor that it is a part of.
bool hasName(const QWidget& widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (button != nullptr && !button->text().isEmpty())
        return true;
    for (const QWidget* part = &widget; part != nullptr && qobject_cast<const Card*>(part) == nullptr;
         part = part->parentWidget())
        if (!part->accessibleName().isEmpty())
            return true;
    return false;
}

}  // namespace

class StudyPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aStudyFileIsOpenedAndSavedAsItWas() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = studyPage(opened);
        const auto file = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "resources/samples/town.study.json";
        QVERIFY(page.openStudyFile(file));
        const auto copy = opened.folder() / "a copy.study.json";
        QVERIFY(page.saveStudyFile(copy));
        // As a shell takes it.
        QVERIFY(page.findChild<MessageBar*>()->accessibleDescription().contains(QStringLiteral("study '")));
        const auto original = load_study_file(file);
        const auto saved = load_study_file(copy);
        QVERIFY(original && saved);
        QCOMPARE(json_text(study_to_json(*saved)), json_text(study_to_json(*original)));
        QTest::qWait(3 * kSettleMs);
        shoot(opened, QStringLiteral("study-plan-sample"));
        QVERIFY(!page.openStudyFile(opened.folder() / "none.study.json"));
        QVERIFY(!page.findChild<MessageBar*>()->message().isEmpty());
    }

    void aReplacedPlanComesBack() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        const auto before = page.planPanel()->settings();
        QVERIFY(page.openStudyFile(std::filesystem::path(TUNEBENCH_SOURCE_DIR) /
                                   "resources/samples/town.study.json"));
        QVERIFY(!(page.planPanel()->settings().methods == before.methods));
        auto* bar = page.findChild<MessageBar*>();
        QVERIFY(clickText(*bar, QStringLiteral("Undo")));
        const auto after = page.planPanel()->settings();
        QVERIFY(after.methods == before.methods);
        QVERIFY(after.rules == before.rules);
        QVERIFY(after.base == before.base);
        QVERIFY(bar->message().isEmpty());
    }

    void aStudyRunsFromThePlanToItsReport() {
        OpenedWindow opened({.step_duration = kSlowStep});
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "start_study"));
        QCOMPARE(page.step(), StudyPage::Queue);
        QVERIFY(waitForRaceAtWork(page));
        shoot(opened, QStringLiteral("study-queue"));
        showsOnLive(opened);
        QVERIFY(waitUntilOver(page));
        QVERIFY(page.runner().snapshot().end == StudyEnd::Done);
        page.showStep(StudyPage::Results);
        QTRY_VERIFY_WITH_TIMEOUT(page.resultsPanel()->view()->card(QStringLiteral("Verdict")) != nullptr &&
                                     page.runner().report()->seeds == 2,
                                 kWaitMs);
        hasCharts(page);
        savesEveryFormat(opened);
        shootResults(opened);
    }

    void aStudyGoesOnAfterARestart() {
        OpenedWindow opened({.step_duration = kSlowStep});
        QVERIFY(startSmallStudy(opened, "overnight"));
        opened.reopen();  // as a session that ends under the study
        auto* bar = opened.window().messageBar();
        QTRY_VERIFY_WITH_TIMEOUT(bar->message().contains(QStringLiteral("overnight")), kWaitMs);
        for (auto* button : bar->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Go on"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(opened.window().currentPage(), MainWindow::Study);
        StudyPage& page = studyPage(opened);
        QVERIFY(page.runner().isActive());
        QCOMPARE(page.step(), StudyPage::Queue);
        QVERIFY(waitUntilOver(page));
        QVERIFY(page.runner().snapshot().end == StudyEnd::Done);
        opened.reopen();
        QTest::qWait(kSettleMs);
        QVERIFY(opened.window().messageBar()->message().isEmpty());
        opened.window().showPage(MainWindow::Study);
        showsTheStudyOfBefore(studyPage(opened));
    }

    void aPlanIsThereAgainAfterARestart() {
        OpenedWindow opened;
        planSmallStudy(opened);
        const auto before = studyPage(opened).planPanel()->settings();
        opened.reopen();
        opened.window().showPage(MainWindow::Study);
        const auto after = studyPage(opened).planPanel()->settings();
        QVERIFY(after.methods == before.methods);
        QVERIFY(after.rules == before.rules);
    }

    void everythingInteractiveHasAName() {
        OpenedWindow opened;
        planSmallStudy(opened);
        for (const auto step : {StudyPage::Plan, StudyPage::Queue, StudyPage::Results}) {
            studyPage(opened).showStep(step);
            for (auto* widget : studyPage(opened).findChildren<QWidget*>())
                if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                    qobject_cast<QScrollArea*>(widget) == nullptr)
                    QVERIFY2(hasName(*widget),
                             qPrintable(QStringLiteral("%1 %2").arg(
                                 QLatin1String(widget->metaObject()->className()), widget->objectName())));
        }
    }

private:
    static void showsOnLive(OpenedWindow& opened) {
        const LivePage* live = opened.window().livePage();
        QVERIFY(QTest::qWaitFor([live] { return live->hasActiveRun() && live->state().last_step; }, kWaitMs));
        opened.window().showPage(MainWindow::Live);
        const auto started = live->state().started;
        QVERIFY(started.has_value());
        opened.window().showPage(MainWindow::Study);
    }

    static void showsTheStudyOfBefore(StudyPage& page) {
        auto* menu = page.findChild<QPushButton*>(QStringLiteral("study_open"))->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().back()->text(), QStringLiteral("overnight"));
        menu->actions().back()->trigger();
        QCOMPARE(page.step(), StudyPage::Results);
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().report() != nullptr, kWaitMs);
        QVERIFY(!page.runner().isActive());
        QVERIFY(page.resultsPanel()->view()->card(QStringLiteral("Verdict")) != nullptr);
    }

    static void namesItsAxes(LineChart& chart, const std::string& places, const std::string& values) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("chart.svg"));
        QVERIFY(saveChart(chart, file));
        const auto svg = read_file(toPath(file), 1 << 20);
        for (const auto& name : {places, values})
            QVERIFY2(svg && svg->find(">" + name + "<") != std::string::npos, name.c_str());
    }

    static void hasCharts(StudyPage& page) {
        auto* ranks = page.findChild<LineChart*>(QStringLiteral("sensitivity:method.rank"));
        QVERIFY(ranks != nullptr);
        QVERIFY(!ranks->isEmpty());
        namesItsAxes(*ranks, "Rank", "Held-out loss");
        auto* rates = page.findChild<LineChart*>(QStringLiteral("sensitivity:optimizer.learning_rate"));
        QVERIFY(rates != nullptr);
        namesItsAxes(*rates, "Learning rate", "Best validation loss");
        const auto fronts = page.findChildren<ScatterChart*>();
        QCOMPARE(fronts.size(), qsizetype{3});  // memory, parameters, time
        for (const auto* chart : fronts)
            QCOMPARE(chart->points().size(), std::size_t{3});
    }

    static void savesEveryFormat(OpenedWindow& opened) {
        StudyPage& page = studyPage(opened);
        for (const auto* ending : {"html", "md", "tex", "json"}) {
            const auto file = opened.folder() / (std::string("report.") + ending);
            page.resultsPanel()->saveReport(toQt(file));
            const auto text = read_file(file, 1 << 20);
            QVERIFY2(text && text->find("IA3") != std::string::npos, ending);
        }
        page.resultsPanel()->saveReport(toQt(opened.folder() / "report.docx"));
        QVERIFY(page.resultsPanel()->findChild<MessageBar*>()->message().contains(QStringLiteral("docx")));
        page.resultsPanel()->findChild<MessageBar*>()->clear();
    }

    static void shootResults(OpenedWindow& opened) {
        for (auto* bar : studyPage(opened).findChildren<MessageBar*>())
            bar->clear();
        auto* scroll = studyPage(opened).resultsPanel()->findChild<QScrollArea*>();
        for (const auto& [share, name] :
             {std::pair{0.0, "study-results"}, {0.5, "study-results-middle"}, {1.0, "study-results-end"}}) {
            QTest::qWait(kSettleMs);
            scroll->verticalScrollBar()->setValue(
                static_cast<int>(share * scroll->verticalScrollBar()->maximum()));
            shoot(opened, QLatin1String(name));
        }
    }
};

WATCHED_TEST_MAIN(StudyPageTest)
#include "study_page_test.moc"
