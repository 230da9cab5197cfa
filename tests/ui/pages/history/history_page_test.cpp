// The history with real events: filter, order, groups, columns, views, edits and their undoing.
#include "ui/pages/history_page.h"

#include <memory>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 20'000;

/// The window on a history of three runs, the history shown.
class ShownHistory {
public:
    ShownHistory() {
        first =
            storeRun(opened.dataFolder(), {.name = "hill A", .overrides = {"method.rank=4"}, .loss = 0.5});
        storeRun(opened.dataFolder(), {.name = "hill B", .overrides = {"method.rank=16"}, .loss = 0.25});
        storeRun(opened.dataFolder(), {.name = "village", .overrides = {"method.rank=16"}, .loss = 0.75});
        open();
    }

    /// After a restart, or at first.
    void open() {
        tester.reset();
        opened.reopen();
        page = opened.window().historyPage();
        opened.window().showPage(MainWindow::History);
        tester = std::make_unique<QAbstractItemModelTester>(page->table()->model());
    }

    QStringList names() const {
        QStringList names;
        const auto& model = static_cast<const RunTableModel&>(*page->table()->model());
        const int column = model.columnOf("name");
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, column).data().toString();
        return names;
    }

    QStringList sortedNames() const {
        QStringList all = names();
        all.sort();
        return all;
    }

    bool waitForNames(const QStringList& wanted) const {
        return QTest::qWaitFor([&] { return names() == wanted; }, kWaitMs);
    }

    bool waitForRows(int count) const {
        return QTest::qWaitFor([&] { return page->table()->model()->rowCount() == count; }, kWaitMs);
    }

    const RunTableModel& model() const { return static_cast<const RunTableModel&>(*page->table()->model()); }

    int rowOf(const QString& name) const { return static_cast<int>(names().indexOf(name)); }

    void clickRow(const QString& name, Qt::KeyboardModifiers modifiers = {}) const {
        const QModelIndex index = model().index(rowOf(name), model().columnOf("name"));
        QTest::mouseClick(page->table()->viewport(), Qt::LeftButton, modifiers,
                          page->table()->visualRect(index).center());
    }

    void clickHeader(const char* column, Qt::MouseButton button = Qt::LeftButton) const {
        QHeaderView* header = page->table()->horizontalHeader();
        const int section = model().columnOf(column);
        const QPoint place(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), button, {}, place);
        if (button == Qt::RightButton) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, header->viewport()->mapToGlobal(place));
            QApplication::sendEvent(header->viewport(), &event);
        }
    }

    MessageBar* message() const { return page->findChild<MessageBar*>(); }

    QLineEdit* filter() const { return page->findChild<QLineEdit*>(QStringLiteral("filter")); }
    template <class Dialog>
    Dialog* waitForDialog() const {
        Dialog* dialog = nullptr;
        static_cast<void>(QTest::qWaitFor(
            [&] {
                dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
                return dialog != nullptr && dialog->isVisible();
            },
            kWaitMs));
        return dialog;
    }

    OpenedWindow opened;
    RunFolder first;
    HistoryPage* page = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

const QStringList kAll = {QStringLiteral("hill A"), QStringLiteral("hill B"), QStringLiteral("village")};
const QStringList kTowns = {QStringLiteral("hill A"), QStringLiteral("hill B")};

}  // namespace

class HistoryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersByWordsAndExpressions() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        QTest::keyClicks(history.filter(), QStringLiteral("hill"));
        QTRY_COMPARE(history.sortedNames(), kTowns);
        QTest::keyClicks(history.filter(), QStringLiteral(" and method.rank >= 16"));
        QVERIFY(history.waitForNames({QStringLiteral("hill B")}));
        auto* count = history.page->findChild<QLabel*>(QStringLiteral("run_count"));
        QCOMPARE(count->text(), QStringLiteral("1 of 3 runs"));
        history.filter()->selectAll();
        QTest::keyClicks(history.filter(), QStringLiteral("validation_loss.best < 0.6"));
        QTRY_COMPARE(history.sortedNames(), kTowns);
        history.filter()->selectAll();
        QTest::keyClick(history.filter(), Qt::Key_Delete);
        QVERIFY(history.waitForRows(3));
    }

    void saysWhatIsWrongWithAFilter() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        auto* problem = history.page->findChild<QLabel*>(QStringLiteral("filter_problem"));
        QTest::keyClicks(history.filter(), QStringLiteral("steps >"));
        QTRY_VERIFY(problem->isVisible());
        history.filter()->selectAll();
        QTest::keyClicks(history.filter(), QStringLiteral("rank > 3"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("Did you mean 'method.rank'?")));
        QVERIFY(history.waitForRows(3));
        history.clickHeader("name");
        QVERIFY(problem->isVisible());
        QCOMPARE(history.names(), kAll);
        history.filter()->selectAll();
        QTest::keyClicks(history.filter(), QStringLiteral("steps > 3"));
        QTRY_VERIFY(!problem->isVisible());
        QVERIFY(history.waitForRows(3));
    }

    void sortsByTheHeaderBothWays() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.clickHeader("best_validation_loss");
        QVERIFY(history.waitForNames({kAll[1], kAll[0], kAll[2]}));
        history.clickHeader("best_validation_loss");
        QVERIFY(history.waitForNames({kAll[2], kAll[0], kAll[1]}));
        QVERIFY(chooseFromMenu(*history.page, "view_button",
                               {QStringLiteral("Sort by"), QStringLiteral("Name")}));
        QTRY_COMPARE(history.names(), (QStringList{kAll[2], kAll[1], kAll[0]}));
    }

    void groupsByAColumnAndFolds() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.clickHeader("best_validation_loss");
        QVERIFY(chooseFromMenu(*history.page, "view_button",
                               {QStringLiteral("Group by"), QStringLiteral("Name")}));
        QVERIFY(history.waitForRows(6));
        history.page->table()->setFocus();
        history.clickRow(history.names().front());
        QVERIFY(history.waitForRows(5));
        QTest::keyClick(history.page->table(), Qt::Key_Right);
        QVERIFY(history.waitForRows(6));
        history.page->table()->selectAll();
        QCOMPARE(history.page->selectedIds().size(), 3);
        QVERIFY(chooseFromMenu(*history.page, "view_button",
                               {QStringLiteral("Group by"), QStringLiteral("No groups")}));
        QVERIFY(history.waitForRows(3));
    }

    void anyColumnCanBeShownPinnedAndHidden() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        QVERIFY(chooseFromMenu(*history.page, "view_button", {QStringLiteral("Columns…")}));
        auto* chooser = history.waitForDialog<QDialog>();
        QVERIFY(chooser != nullptr);
        QTest::keyClicks(chooser->findChild<QLineEdit*>(QStringLiteral("search_columns")),
                         QStringLiteral("method.rank"));
        auto* offer = chooser->findChild<QTreeWidget*>(QStringLiteral("offered_columns"));
        const auto found =
            offer->findItems(QStringLiteral("method.rank"), Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        offer->setCurrentItem(found.front());
        QTest::keyClick(offer, Qt::Key_Space);
        auto* list = chooser->findChild<QListWidget*>(QStringLiteral("chosen_columns"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("method.rank"));
        QVERIFY(click(*chooser, "column_up"));
        QVERIFY(click(*chooser, "column_pin"));
        QVERIFY(click(*chooser, "accept_columns"));
        auto* pinned = history.page->findChild<QTableView*>(QStringLiteral("pinned_runs"));
        QTRY_VERIFY(pinned->isVisible());
        const int column = history.model().columnOf("method.rank");
        QVERIFY(!pinned->isColumnHidden(column));
        QVERIFY(history.page->table()->isColumnHidden(column));
        QTRY_COMPARE(history.model().index(history.rowOf(kAll[1]), column).data().toString(),
                     QStringLiteral("16"));

        history.clickHeader("steps", Qt::RightButton);
        QVERIFY(chooseFromOpenMenu({QStringLiteral("Hide")}));
        QTRY_COMPARE(history.model().columnOf("steps"), -1);
        history.clickHeader("name", Qt::RightButton);
        QVERIFY(chooseFromOpenMenu({QStringLiteral("Pinned at the left")}));
        QTRY_VERIFY(!pinned->isColumnHidden(history.model().columnOf("name")));
    }

    void movedColumnsAndWidthsSurviveARestart() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        QHeaderView* header = history.page->table()->horizontalHeader();
        header->moveSection(header->visualIndex(history.model().columnOf("steps")), 0);
        QTRY_COMPARE(history.model().columnOf("steps"), 0);
        header->resizeSection(0, 123);
        history.clickHeader("best_validation_loss");
        QVERIFY(history.waitForNames({kAll[1], kAll[0], kAll[2]}));
        history.open();
        QVERIFY(history.waitForNames({kAll[1], kAll[0], kAll[2]}));
        QCOMPARE(history.model().columnOf("steps"), 0);
        QCOMPARE(history.page->table()->columnWidth(0), 123);
    }

    void viewsAreSavedAndChosen() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        QTest::keyClicks(history.filter(), QStringLiteral("hill"));
        QVERIFY(history.waitForRows(2));
        QVERIFY(chooseFromMenu(*history.page, "view_button", {QStringLiteral("Save view…")}));
        auto* dialog = history.waitForDialog<QInputDialog>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("towns"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(chooseFromMenu(*history.page, "view_button", {QStringLiteral("Standard view")}));
        QVERIFY(history.waitForRows(3));
        QVERIFY(history.filter()->text().isEmpty());
        history.open();
        QVERIFY(history.waitForRows(3));
        QVERIFY(chooseFromMenu(*history.page, "view_button", {QStringLiteral("towns")}));
        QVERIFY(history.waitForRows(2));
        QCOMPARE(history.filter()->text(), QStringLiteral("hill"));
        QVERIFY(chooseFromMenu(*history.page, "view_button", {QStringLiteral("Delete view “towns”")}));
        QVERIFY(!chooseFromMenu(*history.page, "view_button", {QStringLiteral("towns")}));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    }

    void starsAreSetByAClickAndUndone() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        const auto star = [&] {
            return history.model().index(history.rowOf(kAll[0]), history.model().columnOf("starred"));
        };
        QTest::mouseClick(history.page->table()->viewport(), Qt::LeftButton, {},
                          history.page->table()->visualRect(star()).center());
        QTRY_VERIFY_WITH_TIMEOUT(star().data(RunTableModel::StarRole).toBool(), kWaitMs);
        QTest::keyClicks(history.filter(), QStringLiteral("starred == true"));
        QVERIFY(history.waitForNames({kAll[0]}));
        history.page->table()->setFocus();
        QTest::keyClick(history.page->table(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(history.waitForRows(0));
    }

    void archivingIsUndone() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.clickRow(kAll[2]);
        QVERIFY(click(*history.page, "archive_runs"));
        QTRY_COMPARE_WITH_TIMEOUT(history.sortedNames(), kTowns, kWaitMs);
        QVERIFY(chooseFromMenu(*history.page, "view_button",
                               {QStringLiteral("Show"), QStringLiteral("Archived runs too")}));
        QVERIFY(history.waitForRows(3));
        QVERIFY(chooseFromMenu(*history.page, "view_button",
                               {QStringLiteral("Show"), QStringLiteral("Current runs")}));
        QVERIFY(history.waitForRows(2));
        QVERIFY(clickText(*history.message(), QStringLiteral("Undo")));
        QVERIFY(history.waitForRows(3));
    }

    void theMessageUndoesOnlyWhatItTells() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.clickRow(kAll[2]);
        QVERIFY(click(*history.page, "archive_runs"));
        QTRY_COMPARE_WITH_TIMEOUT(history.sortedNames(), kTowns, kWaitMs);
        QVERIFY(!history.message()->message().isEmpty());
        history.clickRow(kAll[0]);
        QVERIFY(click(*history.page, "star_runs"));
        QVERIFY(history.message()->message().isEmpty());  // its Undo would take the star away
    }

    void deletingMovesAsideAndIsUndone() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.clickRow(kAll[0]);
        history.clickRow(kAll[2], Qt::ControlModifier);
        QTest::keyClick(history.page->table(), Qt::Key_Delete);
        QVERIFY(history.waitForNames({kAll[1]}));
        QVERIFY(history.message()->message().contains(QStringLiteral("2 runs deleted")));
        const auto trash = history.opened.dataFolder() / "trash" / history.first.path().filename();
        QVERIFY(std::filesystem::exists(trash / "run.json"));
        QVERIFY(!std::filesystem::exists(history.first.path()));
        QVERIFY(clickText(*history.message(), QStringLiteral("Undo")));
        QVERIFY(history.waitForRows(3));
        QVERIFY(std::filesystem::exists(history.first.path() / "run.json"));

        history.clickRow(kAll[0]);
        QVERIFY(click(*history.page, "delete_runs"));
        QVERIFY(history.waitForRows(2));
        QVERIFY(chooseFromMenu(*history.page, "view_button",
                               {QStringLiteral("Show"), QStringLiteral("Deleted runs")}));
        QVERIFY(history.waitForNames({kAll[0]}));
        history.clickRow(kAll[0]);
        QVERIFY(click(*history.page, "delete_runs"));  // restores, here
        QVERIFY(history.waitForRows(0));
        QVERIFY(std::filesystem::exists(history.first.path() / "run.json"));
    }

    void aRunThatIsBeingTrainedIsNotDeleted() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        const auto lock = RunLock::acquire(history.first);
        QVERIFY(lock);
        history.page->table()->selectAll();
        QVERIFY(click(*history.page, "delete_runs"));
        QVERIFY(history.waitForNames({kAll[0]}));
        QVERIFY(std::filesystem::exists(history.first.path() / "run.json"));
    }

    void aRunThatIsBeingExportedIsNotDeleted() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        const auto lock = RunLock::acquire_shared(history.first.path());
        QVERIFY(lock);
        history.page->table()->selectAll();
        QVERIFY(click(*history.page, "delete_runs"));
        QVERIFY(history.waitForNames({kAll[0]}));
        QVERIFY(std::filesystem::exists(history.first.path() / "run.json"));
    }

    void tagsAreAddedToSeveralRuns() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.page->table()->selectAll();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(50, 50),
                                history.page->table()->viewport()->mapToGlobal(QPoint(50, 50)));
        QApplication::sendEvent(history.page->table()->viewport(), &event);
        QVERIFY(chooseFromOpenMenu({QStringLiteral("Add tag…")}));
        auto* dialog = history.waitForDialog<QInputDialog>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("night"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTest::keyClicks(history.filter(), QStringLiteral("tag:night"));
        QVERIFY(history.waitForRows(3));
        QTRY_VERIFY_WITH_TIMEOUT(history.model().run(0)->tags == "night", kWaitMs);
    }

    void theNotesShowATagThatIsAdded() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        history.clickRow(kAll[0]);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(50, 50),
                                history.page->table()->viewport()->mapToGlobal(QPoint(50, 50)));
        QApplication::sendEvent(history.page->table()->viewport(), &event);
        QVERIFY(chooseFromOpenMenu({QStringLiteral("Add tag…")}));
        auto* dialog = history.waitForDialog<QInputDialog>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("night"));
        QTest::keyClick(dialog, Qt::Key_Return);
        auto* tags = history.page->findChild<QLineEdit*>(QStringLiteral("tags"));
        QTRY_COMPARE_WITH_TIMEOUT(tags->text(), QStringLiteral("night"), kWaitMs);
    }

    void everythingHasAnAccessibleName() {
        ShownHistory history;
        QVERIFY(history.waitForRows(3));
        for (auto* widget : history.page->findChildren<QWidget*>()) {
            const bool isInteractive = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                       (qobject_cast<QAbstractButton*>(widget) != nullptr ||
                                        qobject_cast<QLineEdit*>(widget) != nullptr ||
                                        qobject_cast<QAbstractItemView*>(widget) != nullptr ||
                                        qobject_cast<QComboBox*>(widget) != nullptr);
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool hasName = !widget->accessibleName().isEmpty() ||
                                 (button != nullptr && !button->text().isEmpty()) ||
                                 qobject_cast<QHeaderView*>(widget) != nullptr;
            const bool isPart = widget->parentWidget()->inherits("QLineEdit") ||
                                widget->parentWidget()->inherits("QAbstractItemView") ||
                                widget->parentWidget()->inherits("QTabBar");
            QVERIFY2(!isInteractive || hasName || isPart,
                     qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->objectName()));
        }
    }
};

WATCHED_TEST_MAIN(HistoryPageTest)
#include "history_page_test.moc"
