// Undo and redo on the setup page, in the real window by its keys and its buttons.
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/basis_bar.h"
#include "ui/pages/setup/start_menu.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::ui::test::clickText;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

SetupPage& page(OpenedWindow& opened) {
    return *opened.window().setupPage();
}

/// Made anew when another run is shown.
QWidget* rankEditor(OpenedWindow& opened) {
    return page(opened).form().section("method")->form()->field(QStringLiteral("rank"))->editor();
}

QLineEdit* nameEditor(OpenedWindow& opened) {
    return page(opened).form().name();
}

/// As a person does: into the field, over what stands there.
void type(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QAbstractButton* button(OpenedWindow& opened, const char* name) {
    return page(opened).findChild<QAbstractButton*>(QString::fromLatin1(name));
}

QRect placeOf(OpenedWindow& opened, const char* name) {
    const QAbstractButton* found = button(opened, name);
    return {found->mapTo(&page(opened), QPoint(0, 0)), found->size()};
}

void activate(OpenedWindow& opened) {
    opened.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&opened.window()));
}

/// Z, wherever the focus is.
void press(OpenedWindow& opened, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &opened.window(), Qt::Key_Z, modifiers);
}

void usePreset(OpenedWindow& opened, const QString& name) {
    auto* menu = page(opened).findChild<StartMenu*>();
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction*>(QStringLiteral("preset:") + name)->trigger();
}

}  // namespace

class SetupUndoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aFieldIsUndoneAndRedoneByKeys() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        activate(opened);
        const RunConfig before = page(opened).config();
        type(rankEditor(opened)->findChild<QLineEdit*>(), QStringLiteral("57"));
        const RunConfig after = page(opened).config();
        QVERIFY(*after.method.params.find("rank") == ParamValue(57));
        nameEditor(opened)->setFocus();
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), before);
        QTRY_VERIFY(rankEditor(opened)->hasFocus());
        press(opened, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page(opened).config(), after);
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), before);
    }

    void whatWasTypedIntoATextIsTakenBackThereFirst() {
        OpenedWindow opened;
        const RunConfig empty = page(opened).config();
        opened.openTinyRun(10);
        activate(opened);
        const RunConfig before = page(opened).config();
        QLineEdit* name = nameEditor(opened);
        type(name, QStringLiteral("another"));
        QCOMPARE(page(opened).config().general.name, std::string("another"));
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), before);
        QVERIFY(!name->isUndoAvailable() && name->isRedoAvailable());
        press(opened, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page(opened).config().general.name, std::string("another"));
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), before);
        // Nothing more was typed: what was done before comes next.
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), empty);
    }

    void wholeRunsAreUndoneOneAfterTheOther() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        activate(opened);
        const RunConfig opening = page(opened).config();
        usePreset(opened, QStringLiteral("everything"));
        const RunConfig preset = page(opened).config();
        page(opened).useHubName(RepositoryKind::Model, QStringLiteral("org/absent"));
        const RunConfig hub = page(opened).config();
        RunConfig other = opening;
        other.general.seed = 7;
        page(opened).startFromRun(other, QStringLiteral("first"));
        auto* basis = page(opened).findChild<BasisBar*>();
        QVERIFY(basis->isVisible());
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), hub);
        QVERIFY(!basis->isVisible());
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), preset);
        press(opened, Qt::ControlModifier);
        QCOMPARE(page(opened).config(), opening);
        for (int i = 0; i < 3; ++i)
            press(opened, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page(opened).config(), other);
        QVERIFY2(basis->message().contains(QStringLiteral("first")), qPrintable(basis->message()));
    }

    void whatTheMessageTookBackIsMadeAgainByKeys() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        activate(opened);
        const RunConfig before = page(opened).config();
        usePreset(opened, QStringLiteral("everything"));
        const RunConfig preset = page(opened).config();
        QVERIFY(clickText(page(opened), QStringLiteral("Undo")));
        QCOMPARE(page(opened).config(), before);
        press(opened, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page(opened).config(), preset);
    }

    void theButtonsDoWhatTheKeysDo() {
        OpenedWindow opened;
        const QAbstractButton* undo = button(opened, "undo_edit_button");
        const QAbstractButton* redo = button(opened, "redo_edit_button");
        QVERIFY(undo != nullptr && redo != nullptr);
        QVERIFY(undo->isVisible() && redo->isVisible());
        QVERIFY(!undo->isEnabled() && !redo->isEnabled());  // nothing is changed yet
        opened.openTinyRun(10);
        const RunConfig before = page(opened).config();
        type(rankEditor(opened)->findChild<QLineEdit*>(), QStringLiteral("57"));
        const RunConfig after = page(opened).config();
        QVERIFY(undo->isEnabled() && !redo->isEnabled());
        QVERIFY(click(page(opened), "undo_edit_button"));
        QCOMPARE(page(opened).config(), before);
        QVERIFY(click(page(opened), "redo_edit_button"));
        QCOMPARE(page(opened).config(), after);
        QVERIFY(!redo->isEnabled());
    }

    void theButtonsSayTheirKeysAndStandInLineWithTheOthers() {
        OpenedWindow opened;
        for (const char* name : {"undo_edit", "redo_edit"}) {
            const auto* action = page(opened).findChild<QAction*>(QString::fromLatin1(name));
            const auto* shown = button(opened, (std::string(name) + "_button").c_str());
            QCOMPARE(shown->accessibleName(), action->text());
            QVERIFY(shown->toolTip().startsWith(action->text()));
            QVERIFY(shown->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
            QVERIFY(!shown->icon().isNull());
        }
        QCoreApplication::processEvents();
        const QRect undo = placeOf(opened, "undo_edit_button");
        const QRect redo = placeOf(opened, "redo_edit_button");
        const QRect start = placeOf(opened, "start_from");
        QCOMPARE(undo.top(), start.top());
        QCOMPARE(undo.height(), start.height());
        QCOMPARE(redo.top(), start.top());
        QVERIFY(undo.right() < redo.left() && redo.right() < start.left());
    }
};

WATCHED_TEST_MAIN(SetupUndoTest)
#include "setup_undo_test.moc"
