#include "tests/ui/support/menu_events.h"

#include <utility>

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/ui/support/opened_window.h"

namespace tunebench::ui::test {
namespace {

constexpr int kWaitMs = 30'000;

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

QAction* entryCalled(const QMenu& menu, const QString& name) {
    if (name.isEmpty())
        return menu.actions().value(0);
    if (QAction* entry = entryOf(menu, name))
        return entry;
    for (QAction* action : menu.actions())
        if (action->objectName() == name ||
            (action->menu() != nullptr && action->menu()->objectName() == name))
            return action;
    return nullptr;
}

/// Goes on in every menu that opens. A click on a button with a menu may return only when that is closed.
class KeyChoice {
public:
    explicit KeyChoice(QStringList path) : path_(std::move(path)) {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { step(); });
        timer_.start(kPollMs);
    }

    bool isOver() const { return isOver_; }
    bool isMade() const { return isMade_; }

private:
    static constexpr int kPollMs = 20;
    static constexpr int kMostPolls = 250;  // in vain

    void step() {
        QMenu* menu = openMenu();
        if (menu == nullptr || menu == former_) {
            if (++polls_ == kMostPolls)
                giveUp();
            return;
        }
        polls_ = 0;
        former_ = menu;
        QAction* entry = entryCalled(*menu, path_.at(reached_));
        if (entry == nullptr || !entry->isEnabled())
            return giveUp();
        const bool isLast = ++reached_ == path_.size();
        if (isLast)
            timer_.stop();
        menu->setActiveAction(entry);
        QTest::keyClick(menu, Qt::Key_Return);
        isMade_ = isOver_ = isLast;
    }

    void giveUp() {
        timer_.stop();
        while (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        isOver_ = true;
    }

    QStringList path_;
    QTimer timer_;
    const QMenu* former_ = nullptr;
    qsizetype reached_ = 0;
    int polls_ = 0;
    bool isOver_ = false;
    bool isMade_ = false;
};

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

bool chooseByKeys(QWidget& parent, const char* buttonName, const QStringList& path) {
    KeyChoice choice(path);
    return click(parent, buttonName) && QTest::qWaitFor([&choice] { return choice.isOver(); }, kWaitMs) &&
           choice.isMade();
}

bool walkTo(QComboBox& choice, const QVariant& datum) {
    const int wanted = choice.findData(datum);
    choice.setFocus();
    for (int i = 0; wanted >= 0 && i < choice.count() && choice.currentIndex() != wanted; ++i)
        QTest::keyClick(&choice, choice.currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    return wanted >= 0 && choice.currentIndex() == wanted;
}

bool walkTo(QWidget& parent, const char* choiceName, const QVariant& datum) {
    auto* choice = parent.findChild<QComboBox*>(QString::fromLatin1(choiceName));
    return choice != nullptr && walkTo(*choice, datum);
}

}  // namespace tunebench::ui::test
