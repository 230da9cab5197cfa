#include "ui/pages/setup/setup_edits.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

RunConfig named(const std::string& name, std::int64_t seed = 42) {
    RunConfig config = default_run_config();
    config.general.name = name;
    config.general.seed = seed;
    return config;
}

}  // namespace

class SetupEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsNothingToUndoAtFirst() {
        SetupEdits edits(named("a"));
        QVERIFY(!edits.canUndo());
        QVERIFY(!edits.canRedo());
        QVERIFY(!edits.record(named("a")));
        QVERIFY(!edits.canUndo());
    }

    void whatIsTypedIntoOneFieldIsOneStep() {
        SetupEdits edits(named(""));
        for (const char* text : {"t", "to", "tow", "town"})
            QVERIFY(edits.record(named(text)));
        QCOMPARE(edits.undo(), std::string("name"));
        QCOMPARE(edits.current().config, named(""));
        QVERIFY(!edits.canUndo());
        QCOMPARE(edits.redo(), std::string("name"));
        QCOMPARE(edits.current().config, named("town"));
        QVERIFY(!edits.canRedo());
    }

    void theSameFieldLaterIsAnotherStep() {
        SetupEdits edits(named("a"));
        edits.record(named("b"));
        edits.endField();
        edits.record(named("c"));
        edits.undo();
        QCOMPARE(edits.current().config, named("b"));
        edits.undo();
        QCOMPARE(edits.current().config, named("a"));
    }

    void anotherFieldIsAnotherStep() {
        SetupEdits edits(named("a"));
        edits.record(named("b"));
        edits.record(named("b", 7));
        QCOMPARE(edits.undo(), std::string("seed"));
        QCOMPARE(edits.current().config, named("b"));
        QCOMPARE(edits.undo(), std::string("name"));
        QCOMPARE(edits.current().config, named("a"));
    }

    void severalFieldsAtOnceAreAStepWithoutAField() {
        SetupEdits edits(named("a"));
        edits.record(named("b", 7));
        edits.record(named("c", 8));
        QCOMPARE(edits.undo(), std::string());
        QCOMPARE(edits.current().config, named("b", 7));
        QVERIFY(edits.canUndo());
    }

    void fieldsOfSectionsHaveTheirSectionsName() {
        RunConfig start = default_run_config();
        SetupEdits edits(start);
        start.budget.steps = 77;
        edits.record(start);
        edits.endField();
        start.method.params.set("rank", 3);
        edits.record(start);
        QCOMPARE(edits.undo(), std::string("method.rank"));
        QCOMPARE(edits.undo(), std::string("budget.steps"));
        QCOMPARE(edits.current().config, default_run_config());
    }

    void whatLeadsBackToWhereTheFieldBeganIsNoStep() {
        SetupEdits edits(named("a"));
        edits.record(named("b"));
        edits.endField();
        edits.record(named("c"));
        edits.record(named("b"));
        QVERIFY(!edits.canRedo());
        // What comes now does not belong to the step before.
        edits.record(named("d"));
        edits.undo();
        QCOMPARE(edits.current().config, named("b"));
        edits.undo();
        QCOMPARE(edits.current().config, named("a"));
        QVERIFY(!edits.canUndo());
    }

    void aChangeEndsWhatCouldBeRedone() {
        SetupEdits edits(named("a"));
        edits.record(named("b"));
        edits.undo();
        QVERIFY(edits.canRedo());
        edits.record(named("c"));
        QVERIFY(!edits.canRedo());
        edits.undo();
        QCOMPARE(edits.current().config, named("a"));
    }

    void theFirstStepsOfTooManyAreForgotten() {
        SetupEdits edits(named("0"), 3);
        for (int i = 1; i <= 10; ++i) {
            edits.endField();
            edits.record(named(std::to_string(i)));
        }
        int steps = 0;
        for (; edits.canUndo(); ++steps)
            edits.undo();
        QCOMPARE(steps, 3);
        QCOMPARE(edits.current().config, named("7"));
    }

    void theBasisIsOfTheRunThatWasFilledFromIt() {
        SetupEdits edits(named("a"));
        edits.setBasis(RunBasis{named("a"), QStringLiteral("first")});
        edits.record(named("b"));
        QCOMPARE(edits.current().basis->title, QStringLiteral("first"));
        edits.setBasis(RunBasis{named("b"), QStringLiteral("second")});
        edits.undo();
        QCOMPARE(edits.current().basis->title, QStringLiteral("first"));
        edits.redo();
        QCOMPARE(edits.current().basis->title, QStringLiteral("second"));
        edits.setBasis({});
        QVERIFY(!edits.current().basis);
    }
};

WATCHED_TEST_MAIN(SetupEditsTest)
#include "setup_edits_test.moc"
