#include "ui/models/document_table_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

class DocumentTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsATableAsItWouldBeWritten() {
        DocumentTableModel model(
            {.columns = {{"method"}, {"loss", true}}, .rows = {{"LoRA", "0.5 ± 0.1"}, {"a short row"}}});
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("loss"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("0.5 ± 0.1"));
        QVERIFY(!model.index(1, 1).data().isValid());
        const auto right = Qt::Alignment(model.index(0, 1).data(Qt::TextAlignmentRole).toInt());
        QVERIFY(right.testFlag(Qt::AlignRight));
        QVERIFY(
            !Qt::Alignment(model.index(0, 0).data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight));
    }

    void aRowCanSayMoreThanItsText() {
        DocumentTableModel model({.columns = {{"measured"}, {"run", true}}, .rows = {{"a", "1"}, {"b", "2"}}},
                                 nullptr, {QStringLiteral("what a is")});
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("what a is"));
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleDescriptionRole).toString(),
                 QStringLiteral("what a is"));
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a"));
        QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("1"));
        QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("b"));
    }

    void headingsBeginAsThoseOfOtherTables() {
        const DocumentTable table = withHeadings({.columns = {{"held-out loss"}, {"p"}, {"p after Holm"}}});
        QCOMPARE(table.columns[0].title, std::string("Held-out loss"));
        QCOMPARE(table.columns[1].title, std::string("p"));
        QCOMPARE(table.columns[2].title, std::string("p after Holm"));
    }

    void whatIsMissingIsADashAsInOtherTables() {
        const DocumentTableModel model({.columns = {{"loss"}}, .rows = {{"-"}, {"-0.5"}}});
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("-0.5"));
    }

    void anEmptyTableIsAModelToo() {
        DocumentTableModel model({});
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
    }
};

WATCHED_TEST_MAIN(DocumentTableModelTest)
#include "document_table_model_test.moc"
