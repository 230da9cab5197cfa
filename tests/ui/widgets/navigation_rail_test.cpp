// The way to every page by the rail: with the mouse, and with the keyboard alone.
#include "ui/widgets/navigation_rail.h"

#include <QApplication>
#include <QTest>
#include <QToolButton>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/theme/theme.h"

using namespace tunebench::ui;
using tunebench::ui::test::OpenedWindow;

namespace {

QList<QToolButton*> entriesOf(OpenedWindow& opened) {
    QList<QToolButton*> entries = opened.window().findChild<NavigationRail*>()->findChildren<QToolButton*>();
    entries.removeIf(
        [](const QToolButton* button) { return !button->objectName().startsWith(QStringLiteral("go_")); });
    return entries;
}

}  // namespace

class NavigationRailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aClickLeadsToEachPage() {
        OpenedWindow opened;
        QSet<int> reached;
        for (QToolButton* entry : entriesOf(opened)) {
            QTest::mouseClick(entry, Qt::LeftButton);
            QVERIFY2(entry->isChecked(), qPrintable(entry->text()));
            reached << static_cast<int>(opened.window().currentPage());
        }
        QCOMPARE(reached.size(), qsizetype{MainWindow::PageCount});
    }

    void theSpaceKeyDoesTheSame() {
        OpenedWindow opened;
        opened.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window()));
        QSet<int> reached;
        for (QToolButton* entry : entriesOf(opened)) {
            entry->setFocus(Qt::TabFocusReason);
            QTest::keyClick(entry, Qt::Key_Space);
            reached << static_cast<int>(opened.window().currentPage());
        }
        QCOMPARE(reached.size(), qsizetype{MainWindow::PageCount});
    }
};

WATCHED_TEST_MAIN(NavigationRailTest)
#include "navigation_rail_test.moc"
