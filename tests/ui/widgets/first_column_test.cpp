#include "ui/widgets/first_column.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class FirstColumnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheRoomThatTheOthersLeave() {
        QTableView table;
        QStandardItemModel model(1, 2);
        table.setModel(&model);
        table.setColumnWidth(1, 100);
        FirstColumn first(&table, 200);
        table.resize(500, 100);
        table.show();
        first.fit();
        QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
        table.setColumnWidth(1, 150);
        QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    }

    void keepsWhatItsTextsNeed() {
        QTableView table;
        QStandardItemModel model(1, 2);
        model.setItem(0, 0, new QStandardItem(QStringLiteral("validation_loss")));
        table.setModel(&model);
        table.setColumnWidth(1, 300);
        FirstColumn first(&table, 400);
        table.resize(200, 100);
        table.show();
        first.fit();
        QVERIFY(table.columnWidth(0) >=
                table.fontMetrics().horizontalAdvance(QStringLiteral("validation_loss")));
        table.horizontalHeader()->setMinimumSectionSize(20);
        FirstColumn(&table, 60).fit();
        QCOMPARE(table.columnWidth(0), 60);
    }
};

WATCHED_TEST_MAIN(FirstColumnTest)
#include "first_column_test.moc"
