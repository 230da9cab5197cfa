// What somebody does with the plan of a study, each by mouse and keys: methods, their fields, what is held
// equal, and the files that a plan comes from and goes to.
#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include "core/methods/method.h"
#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/planned_study.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study/method_list.h"
#include "ui/pages/study/plan_panel.h"
#include "ui/pages/study/study_choices.h"
#include "ui/pages/study_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

QString titleOf(const char* method) {
    return toQt(find_method(method)->title);
}

/// The plan on the tiny run of Setup, without methods.
StudyPage& emptyPlan(OpenedWindow& opened) {
    opened.openTinyRun(kStudySteps);
    opened.window().showPage(MainWindow::Study);
    return studyPage(opened);
}

const std::vector<MethodChoice>& choices(const StudyPage& page) {
    return page.planPanel()->choices()->methods()->choices();
}

StudyRules rulesOf(const StudyPage& page) {
    return page.planPanel()->settings().rules;
}

}  // namespace

class PlanActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        installTheme(*qApp, ThemeChoice::Light);
    }

    void methodsAreAddedFromTheirMenuAndDoubled() {
        OpenedWindow opened;
        StudyPage& page = emptyPlan(opened);
        QVERIFY(chooseByKeys(page, "add_method", {titleOf("lora")}));
        QVERIFY(chooseByKeys(page, "add_method", {titleOf("ia3")}));
        QCOMPARE(choices(page).size(), std::size_t{2});
        QCOMPARE(choices(page)[0].method_id, std::string("lora"));
        QCOMPARE(choices(page)[1].method_id, std::string("ia3"));
        QVERIFY(click(page, "duplicate_method"));
        QCOMPARE(choices(page).size(), std::size_t{3});
        QCOMPARE(choices(page)[2].method_id, std::string("ia3"));
        QVERIFY(choices(page)[2].name != choices(page)[1].name);
        QVERIFY(waitUntilChecked(page));
        QVERIFY(chooseByKeys(page, "add_method", {QStringLiteral("Every method")}));
        QCOMPARE(choices(page).size(), all_methods().size() + 1);
    }

    void aMethodIsEditedByKeys() {
        OpenedWindow opened;
        StudyPage& page = emptyPlan(opened);
        QVERIFY(chooseByKeys(page, "add_method", {titleOf("lora")}));
        type(line(page, "method_name"), "mine");
        QVERIFY(walkTo(page, "method_id", QStringLiteral("dora")));
        QCOMPARE(choices(page).front().name, std::string("mine"));
        QCOMPARE(choices(page).front().method_id, std::string("dora"));
        QVERIFY(choices(page).front().search_rate);
        QVERIFY(click(page, "search_rate"));
        QVERIFY(!choices(page).front().search_rate);
    }

    void aFieldIsVariedByKeysAndLeftAgain() {
        OpenedWindow opened;
        StudyPage& page = emptyPlan(opened);
        QVERIFY(chooseByKeys(page, "add_method", {titleOf("lora")}));
        QVERIFY(click(page, "vary_field"));
        QVERIFY(walkTo(page, "varied_key", QStringLiteral("method.rank")));
        QCOMPARE(page.findChild<QComboBox*>(QStringLiteral("varied_key"))->currentText(),
                 QStringLiteral("Rank"));  // as forms call it
        type(line(page, "varied_values"), "2, 4");
        QCOMPARE(choices(page).front().fields.size(), std::size_t{1});
        const VariedField& field = choices(page).front().fields.front();
        QCOMPARE(field.key, std::string("method.rank"));
        QVERIFY(field.values == (std::vector<ParamValue>{2, 4}));
        QVERIFY(click(page, "remove_field"));
        QVERIFY(choices(page).front().fields.empty());
    }

    void whatIsHeldEqualIsChosenWithItsAmount() {
        OpenedWindow opened;
        StudyPage& page = emptyPlan(opened);
        for (const auto& [id, equal] : {std::pair{"tokens", HeldEqual::Tokens},
                                        {"trainable-parameters", HeldEqual::TrainableParameters},
                                        {"memory", HeldEqual::Memory},
                                        {"time", HeldEqual::Time},
                                        {"steps", HeldEqual::Steps}}) {
            QVERIFY2(walkTo(page, "equal.what", QString::fromLatin1(id)), id);
            QVERIFY2(rulesOf(page).equal == equal, id);
        }
        type(line(page, "equal.amount"), "30");
        QCOMPARE(rulesOf(page).equal_amount, 30.0);
        type(line(page, "seeds"), "5");
        QCOMPARE(rulesOf(page).seeds, std::int64_t{5});
    }

    void theBaselineIsChosenByKeys() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        const QString second = toQt(choices(page)[1].name);
        QVERIFY(walkTo(page, "study_baseline", second));
        QCOMPARE(rulesOf(page).baseline, choices(page)[1].name);
    }

    void aPlanIsSavedAndOpenedThroughItsDialogs() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        const auto before = page.planPanel()->settings();
        const auto file = opened.folder() / "mine.study.json";
        {
            const DialogAnswer answer(withFile(file));
            QVERIFY(click(page, "study_save"));
            QVERIFY(answer.isGiven());
        }
        QVERIFY(std::filesystem::exists(file));
        QVERIFY(page.findChild<MessageBar*>()->message().contains(QStringLiteral("mine.study.json")));
        QVERIFY(click(page, "study_sample"));
        QVERIFY(page.planPanel()->settings().methods != before.methods);
        const DialogAnswer answer(withFile(file));
        QVERIFY(chooseByKeys(page, "study_open", {QStringLiteral("Study file…")}));
        QVERIFY(answer.isGiven());
        QVERIFY(page.planPanel()->settings().methods == before.methods);
        QVERIFY(page.planPanel()->settings().rules == before.rules);
    }

    void theBaseIsTakenFromSetupAgain() {
        OpenedWindow opened;
        StudyPage& page = emptyPlan(opened);
        QVERIFY(click(page, "study_sample"));
        QVERIFY(page.planPanel()->settings().base != opened.window().setupPage()->config());
        QVERIFY(click(page, "take_base"));
        QVERIFY(page.planPanel()->settings().base == opened.window().setupPage()->config());
    }

    void stepsAreTabsAndEmptyOnesLeadToThePlan() {
        OpenedWindow opened;
        StudyPage& page = emptyPlan(opened);
        auto* tabs = page.findChild<QTabBar*>(QStringLiteral("study_steps"));
        for (const auto step : {StudyPage::Queue, StudyPage::Results}) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(step).center());
            QCOMPARE(page.step(), step);
            QVERIFY(clickText(page, QStringLiteral("Plan a study")));
            QCOMPARE(page.step(), StudyPage::Plan);
        }
    }
};

WATCHED_TEST_MAIN(PlanActionsTest)
#include "plan_actions_test.moc"
