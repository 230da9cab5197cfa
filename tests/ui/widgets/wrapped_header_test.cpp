#include "ui/widgets/wrapped_header.h"

#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class WrappedHeaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNarrowColumnGivesItsTitleMoreLines() {
        QTableView table;
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels(
            {QStringLiteral("Setting"), QStringLiteral("town facts, with a higher rate")});
        table.setModel(&model);
        const auto* header = new WrappedHeader(&table);
        table.resize(600, 200);
        table.show();
        QVERIFY(table.horizontalHeader() == header);
        table.resizeColumnsToContents();
        QVERIFY(table.columnWidth(1) >=
                table.fontMetrics().horizontalAdvance(QStringLiteral("town facts, with a higher rate")));
        const int one = header->sizeHint().height();
        table.setColumnWidth(1, 92);
        QVERIFY(header->sizeHint().height() > one);
        QTRY_COMPARE(header->height(), header->sizeHint().height());
    }
};

WATCHED_TEST_MAIN(WrappedHeaderTest)
#include "wrapped_header_test.moc"
