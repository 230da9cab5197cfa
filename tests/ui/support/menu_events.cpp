#include "tests/ui/support/menu_events.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/ui/support/opened_window.h"

namespace tunebench::ui::test {
namespace {

QMenu* openMenu() {
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

QAction* entryOf(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions())
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    return nullptr;
}

bool choose(QMenu& menu, const QString& text) {
    QAction* action = entryOf(menu, text);
    if (action == nullptr || !action->isEnabled())
        return false;
    // A menu that opened before Qt knew the mouse's place closes without choosing until the mouse has moved
    // more than six times: Qt takes the click for the one that opened it.
    const QPoint place = menu.actionGeometry(action).center();
    constexpr int moves = 8;
    for (int i = 1; i <= moves; ++i)
        QTest::mouseMove(&menu, place * i / moves);
    QTest::mouseClick(&menu, Qt::LeftButton, {}, place);
    return true;
}

}  // namespace

bool chooseFromOpenMenu(const QStringList& path) {
    const QMenu* before = nullptr;
    for (const QString& text : path) {
        if (!QTest::qWaitFor([&] { return openMenu() != nullptr && openMenu() != before; }))
            return false;
        QMenu* menu = openMenu();
        before = menu;
        if (!choose(*menu, text))
            return false;
    }
    QCoreApplication::processEvents();
    return true;
}

bool chooseFromMenu(QWidget& parent, const char* buttonName, const QStringList& path) {
    const auto* button = parent.findChild<QPushButton*>(QString::fromLatin1(buttonName));
    if (button == nullptr || button->menu() == nullptr)
        return false;
    bool isChosen = false;
    bool isOver = false;
    const auto chooseAndClose = [&] {
        isChosen = chooseFromOpenMenu(path);
        while (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        isOver = true;
    };
    // The click returns when the menu is closed, and with newer Qt when it is open: what happens meanwhile is
    // planned when it opens.
    QObject planned;
    QObject::connect(
        button->menu(), &QMenu::aboutToShow, &planned,
        [&] { QTimer::singleShot(0, &planned, chooseAndClose); }, Qt::SingleShotConnection);
    return click(parent, buttonName) && QTest::qWaitFor([&isOver] { return isOver; }) && isChosen;
}

}  // namespace tunebench::ui::test
