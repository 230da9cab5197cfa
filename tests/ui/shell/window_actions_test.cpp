// What the window's own keys do.
#include "ui/shell/window_actions.h"

#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/theme/theme.h"

using namespace tunebench::ui;
using namespace tunebench::ui::test;

class WindowActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theWindowIsClosedByItsKeys() {
        OpenedWindow opened;
        opened.window().activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&opened.window()));
        QTest::keyClick(&opened.window(), Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!opened.window().isVisible());
    }
};

WATCHED_TEST_MAIN(WindowActionsTest)
#include "window_actions_test.moc"
