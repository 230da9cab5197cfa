#include "ui/widgets/path_list_edit.h"

#include <QApplication>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using tunebench::ui::PathListEdit;

class PathListEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsComeAsTheyWereSet() {
        PathListEdit edit;
        edit.setPaths({QStringLiteral("a.jsonl"), QStringLiteral("b.csv")});
        QCOMPARE(edit.paths(), QStringList({QStringLiteral("a.jsonl"), QStringLiteral("b.csv")}));
        edit.setPaths({});
        QCOMPARE(edit.paths(), QStringList());
    }

    /// The layout shows a new row once events are handled; one that is gone by then stays hidden.
    void aRowThatGoesAtOnceIsNoWindow() {
        PathListEdit edit;
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        edit.setPaths({QStringLiteral("a.jsonl")});
        edit.setPaths({QStringLiteral("b.jsonl")});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
        for (const QWidget* window : QApplication::topLevelWidgets())
            QVERIFY2(window == &edit || !window->isVisible(), window->metaObject()->className());
    }
};

WATCHED_TEST_MAIN(PathListEditTest)
#include "path_list_edit_test.moc"
