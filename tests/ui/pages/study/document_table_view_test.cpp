#include "ui/pages/study/document_table_view.h"

#include <QHeaderView>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

DocumentTable papers() {
    return {
        .columns = {{"method"}, {"share here", true}, {"result in the paper"}},
        .rows = {{"IA3", "0.4 %", "better than full fine-tuning where there are few examples to train on"},
                 {"LoRA", "0.8 %", "as good"}}};
}

}  // namespace

class DocumentTableViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsTakeLinesInsteadOfLeavingTheTable() {
        DocumentTableView table(papers());
        table.resize(400, 100);
        table.show();
        QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width());
        QVERIFY(table.rowHeight(0) > table.rowHeight(1));
        const int number = table.fontMetrics().horizontalAdvance(QStringLiteral("0.4 %"));
        QVERIFY(table.columnWidth(1) > number);
    }

    void whereThereIsRoomEachIsOneLine() {
        DocumentTableView table(papers());
        table.resize(1200, 100);
        table.show();
        QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width());
        QCOMPARE(table.rowHeight(0), table.rowHeight(1));
        QTRY_COMPARE(table.height(), table.horizontalHeader()->sizeHint().height() +
                                         table.verticalHeader()->length() + 2 * table.frameWidth());
    }
};

WATCHED_TEST_MAIN(DocumentTableViewTest)
#include "document_table_view_test.moc"
