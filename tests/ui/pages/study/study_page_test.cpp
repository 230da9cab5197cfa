// A study from the window, with real events and the fake engine: planned, run, changed on its way, resumed
// after a restart, and reported.
#include "ui/pages/study_page.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "core/base/durable_file.h"
#include "core/methods/method.h"
#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/models/study_plan_model.h"
#include "ui/models/study_queue_model.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup/start_panel.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study/document_view.h"
#include "ui/pages/study/method_list.h"
#include "ui/pages/study/plan_panel.h"
#include "ui/pages/study/queue_panel.h"
#include "ui/pages/study/results_panel.h"
#include "ui/pages/study/study_choices.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/link_row.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 60'000;
constexpr int kSettleMs = 300;
constexpr std::int64_t kSteps = 40;
constexpr auto kStep = std::chrono::milliseconds(4);
constexpr auto kSlowStep = std::chrono::milliseconds(20);

StudyPage& studyPage(OpenedWindow& opened) {
    return *opened.window().studyPage();
}

/// What is typed into: the editor of that name, or the line within it.
QLineEdit& line(QWidget& parent, const char* name) {
    auto* editor = parent.findChild<QWidget*>(QLatin1String(name));
    auto* own = qobject_cast<QLineEdit*>(editor);
    return own != nullptr ? *own : *editor->findChild<QLineEdit*>();
}

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

/// Chooses from the menu of a button.
bool choose(QWidget& parent, const char* button, const QString& text) {
    auto* owner = parent.findChild<QPushButton*>(QLatin1String(button));
    if (owner == nullptr || owner->menu() == nullptr)
        return false;
    for (QAction* action : owner->menu()->actions())
        if (action->text() == text) {
            action->trigger();
            return true;
        }
    return false;
}

bool addMethod(StudyPage& page, const char* id) {
    return choose(page, "add_method", toQt(find_method(id)->title));
}

/// A row for one more field, with these values.
void vary(StudyPage& page, const char* key, const char* values) {
    QVERIFY(click(page, "vary_field"));
    auto* box = page.findChildren<ComboEdit*>(QStringLiteral("varied_key")).back();
    QVERIFY2(box->findData(QLatin1String(key)) >= 0, key);
    box->setCurrentIndex(box->findData(QLatin1String(key)));
    auto* edit = page.findChildren<QLineEdit*>(QStringLiteral("varied_values")).back();
    edit->setFocus();
    QTest::keyClicks(edit, QLatin1String(values));
}

void type(QLineEdit& edit, const char* text) {
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, QLatin1String(text));
}

bool waitUntilChecked(StudyPage& page) {
    auto* start = page.findChild<QAbstractButton*>(QStringLiteral("start_study"));
    return QTest::qWaitFor([start] { return start->isEnabled(); }, kWaitMs);
}

/// LoRA at two ranks against IA3, two seeds, two rates.
void planSmallStudy(OpenedWindow& opened, const char* name = "small") {
    opened.window().activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&opened.window()));
    opened.openTinyRun(kSteps);
    opened.window().showPage(MainWindow::Study);
    StudyPage& page = studyPage(opened);
    type(line(page, "study_name"), name);
    QVERIFY(addMethod(page, "ia3"));
    QVERIFY(addMethod(page, "lora"));
    vary(page, "method.rank", "2, 4");
    type(line(page, "seeds"), "2");
    type(line(page, "learning_rates.factors"), "0.5, 2");
    type(line(page, "learning_rates.share"), "0.5");
    QVERIFY(waitUntilChecked(page));
}

bool waitUntilOver(StudyPage& page) {
    return QTest::qWaitFor([&page] { return !page.runner().isActive(); }, kWaitMs);
}

bool waitForRaceAtWork(StudyPage& page) {
    return QTest::qWaitFor(
        [&page] {
            const auto& study = page.runner().snapshot();
            return study.atWork && study.tasks[*study.atWork].part == StudyPart::Race;
        },
        kWaitMs);
}

int rowWith(StudyPage& page, TaskState state) {
    const auto* model = page.queuePanel()->table()->model();
    for (int row = model->rowCount() - 1; row >= 0; --row)
        if (model->index(row, 0).data(StudyQueueModel::StateRole).toInt() == static_cast<int>(state))
            return row;
    return -1;
}

void shoot(OpenedWindow& opened, const QString& name) {
    QDir().mkpath(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
    for (const auto& [theme, suffix] :
         {std::pair{ThemeChoice::Dark, "dark"}, {ThemeChoice::Light, "light"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(kSettleMs);
        QVERIFY(opened.window().grab().save(
            QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots/%1-%2.png").arg(name, QLatin1String(suffix))));
    }
}

}  // namespace

class StudyPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void anEmptyPlanSaysWhatIsMissing() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = studyPage(opened);
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<LinkRow*>(QStringLiteral("reason:base")) != nullptr, kWaitMs);
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("start_study"))->isEnabled());
        shoot(opened, QStringLiteral("study-empty"));
        page.showStep(StudyPage::Queue);
        shoot(opened, QStringLiteral("study-no-queue"));
    }

    void theBaseIsWhatSetupHolds() {
        OpenedWindow opened;
        opened.openTinyRun(kSteps);
        opened.window().showPage(MainWindow::Study);
        const auto* base = studyPage(opened).findChild<QLabel*>(QStringLiteral("study_base"));
        QVERIFY2(base->text().contains(QStringLiteral("train.jsonl")), qPrintable(base->text()));
        RunConfig config = opened.window().setupPage()->config();
        config.budget.steps = 7;
        opened.window().setupPage()->setConfig(config);
        opened.window().showPage(MainWindow::Study);
        QCOMPARE(studyPage(opened).planPanel()->settings().base.budget.steps, std::int64_t{7});
    }

    void thePlanShowsWhatEachMethodWillCost() {
        OpenedWindow opened;
        planSmallStudy(opened);
        const QTableView* table = studyPage(opened).planPanel()->table();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kWaitMs);
        const auto cell = [&](int row, int column) {
            return table->model()->index(row, column).data().toString();
        };
        QVERIFY2(cell(1, StudyPlanModel::Method).contains(QStringLiteral("rank 2")),
                 qPrintable(cell(1, StudyPlanModel::Method)));
        QCOMPARE(cell(0, StudyPlanModel::Runs), QStringLiteral("2 + 2"));
        QCOMPARE(cell(0, StudyPlanModel::Length), QStringLiteral("%1 steps").arg(kSteps));
        QCOMPARE(cell(0, StudyPlanModel::Fits), QStringLiteral("fits"));
        QVERIFY(cell(2, StudyPlanModel::Trained) != cell(1, StudyPlanModel::Trained));
        const auto* cost = studyPage(opened).findChild<QLabel*>(QStringLiteral("study_cost"));
        QVERIFY2(cost->text().contains(QStringLiteral("6 runs after 6 short tries")),
                 qPrintable(cost->text()));
        // What all methods share is said once, not in columns.
        QVERIFY2(cost->text().contains(QStringLiteral("Each run: %1 steps").arg(kSteps)),
                 qPrintable(cost->text()));
        QVERIFY(table->isColumnHidden(StudyPlanModel::Length));
        QVERIFY(!table->isColumnHidden(StudyPlanModel::Memory));
        shoot(opened, QStringLiteral("study-plan"));
    }

    void aWrongValueBlocksAndLeadsToItsMethod() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        auto* values = page.findChild<QLineEdit*>(QStringLiteral("varied_values"));
        type(*values, "0, many");
        QTRY_VERIFY_WITH_TIMEOUT(!page.findChildren<LinkRow*>().isEmpty(), kWaitMs);
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("start_study"))->isEnabled());
        type(*values, "2, 4");
        QVERIFY(waitUntilChecked(page));
    }

    void aRemovedMethodComesBack() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        MethodList* methods = page.planPanel()->choices()->methods();
        const auto before = methods->choices();
        QVERIFY(click(page, "remove_method"));
        QCOMPARE(methods->choices().size(), before.size() - 1);
        auto* bar = page.findChild<MessageBar*>();
        QVERIFY(bar->message().contains(toQt(before.back().name)));
        for (auto* button : bar->findChildren<QPushButton*>())
            QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(methods->choices() == before);
    }

    void everyMethodCanBeAddedAtOnce() {
        OpenedWindow opened;
        opened.openTinyRun(kSteps);
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = studyPage(opened);
        QVERIFY(choose(page, "add_method", QStringLiteral("Every method")));
        QCOMPARE(page.planPanel()->choices()->methods()->choices().size(), all_methods().size());
        QTRY_COMPARE_WITH_TIMEOUT(page.planPanel()->table()->model()->rowCount(),
                                  static_cast<int>(all_methods().size()), kWaitMs);
    }

    void aRenamedBaselineStaysTheBaseline() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        auto* baseline = page.findChild<ComboEdit*>(QStringLiteral("study_baseline"));
        baseline->setCurrentIndex(1);
        type(line(page, "method_name"), "low rank");
        QCOMPARE(baseline->currentText(), QStringLiteral("low rank"));
        QCOMPARE(page.planPanel()->settings().rules.baseline, std::string("low rank"));
        QVERIFY(waitUntilChecked(page));
    }

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
        QVERIFY(ui::test::clickText(*bar, QStringLiteral("Undo")));
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

    void aStudyIsPausedMovedAndTriedAgain() {
        OpenedWindow opened({.step_duration = kSlowStep});
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "start_study"));
        QVERIFY(waitForRaceAtWork(page));
        QVERIFY(click(page, "study_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().snapshot().isPaused, kWaitMs);
        movesWithTheKeyboard(page);
        leavesOutAndTriesAgain(page);
        QVERIFY(click(page, "study_pause"));
        QVERIFY(waitUntilOver(page));
        for (const auto& task : page.runner().snapshot().tasks)
            QVERIFY(task.state == TaskState::Measured);
    }

    void pausingOnLiveIsPausingTheStudy() {
        OpenedWindow opened({.step_duration = kSlowStep});
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "start_study"));
        QVERIFY(waitForRaceAtWork(page));
        opened.window().showPage(MainWindow::Live);
        QVERIFY(click(*opened.window().livePage(), "pause"));
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().snapshot().isPaused, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(opened.window().livePage()->state().isPaused(), kWaitMs);
        QTRY_COMPARE(opened.window().findChild<QAbstractButton*>(QStringLiteral("pause"))->text(),
                     QStringLiteral("Resume"));
        QVERIFY(click(*opened.window().livePage(), "pause"));
        QVERIFY(waitUntilOver(page));
        for (const auto& task : page.runner().snapshot().tasks)
            QVERIFY(task.state == TaskState::Measured);
    }

    void nothingElseStartsWhileAStudyIsAtWork() {
        OpenedWindow opened({.step_duration = kStep});
        planSmallStudy(opened);
        QVERIFY(opened.waitUntilStartable());
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "start_study"));
        auto* start = opened.window().setupPage()->findChild<QAbstractButton*>(QStringLiteral("start"));
        QTRY_VERIFY_WITH_TIMEOUT(!start->isEnabled(), kWaitMs);
        page.showStep(StudyPage::Queue);
        QVERIFY(click(page, "study_stop"));
        QVERIFY(waitUntilOver(page));
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kWaitMs);
    }

    void aStudyGoesOnAfterARestart() {
        OpenedWindow opened({.step_duration = kSlowStep});
        planSmallStudy(opened, "overnight");
        QVERIFY(click(studyPage(opened), "start_study"));
        QVERIFY(waitForRaceAtWork(studyPage(opened)));
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

    static void hasCharts(StudyPage& page) {
        const auto* ranks = page.findChild<LineChart*>(QStringLiteral("sensitivity:method.rank"));
        QVERIFY(ranks != nullptr);
        QVERIFY(!ranks->isEmpty());
        QVERIFY(page.findChild<LineChart*>(QStringLiteral("sensitivity:optimizer.learning_rate")) != nullptr);
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

    static void movesWithTheKeyboard(StudyPage& page) {
        QTableView* table = page.queuePanel()->table();
        const int last = rowWith(page, TaskState::Waiting);
        table->selectRow(last);
        table->setFocus();
        const QString name = table->model()->index(last, 0).data(StudyQueueModel::NameRole).toString();
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(table->model()->index(last - 1, 0).data(StudyQueueModel::NameRole).toString(), name);
        QCOMPARE(table->selectionModel()->selectedRows().front().row(), last - 1);
    }

    static void leavesOutAndTriesAgain(StudyPage& page) {
        QTableView* table = page.queuePanel()->table();
        table->selectRow(rowWith(page, TaskState::Waiting));
        QVERIFY(click(page, "study_skip"));
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(page, TaskState::Skipped) >= 0, kWaitMs);
        table->selectRow(rowWith(page, TaskState::Skipped));
        QVERIFY(click(page, "study_retry"));
        QTRY_COMPARE_WITH_TIMEOUT(rowWith(page, TaskState::Skipped), -1, kWaitMs);
    }
};

WATCHED_TEST_MAIN(StudyPageTest)
#include "study_page_test.moc"
