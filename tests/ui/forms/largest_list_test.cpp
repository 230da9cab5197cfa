// What is the largest that fits, each a click away.
#include "ui/forms/largest_list.h"

#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/link_row.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

const std::vector<LargestValue> kValues = {
    {.setting = "budget.batch_size", .value = 12, .expected_bytes = 900},
    {.setting = "data.max_length", .value = 2048, .expected_bytes = 800, .is_ceiling = true},
    {.setting = "method.rank", .value = 0}};

}  // namespace

class LargestListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreTakenByAClick() {
        LargestList list;
        list.resize(280, 200);
        list.showLargest(kValues, LargestModel{.shape = "llama-7b", .expected_bytes = 700});
        list.show();
        const auto rows = list.findChildren<LinkRow*>();
        QCOMPARE(rows.size(), 2);  // no rank fits
        QCOMPARE(rows[0]->text(), QStringLiteral("batch size 12: 900\u00a0B"));
        QCOMPARE(rows[1]->text(),
                 QStringLiteral("maximum length %1, the most there can be").arg(QLocale().toString(2048)));
        auto* model = list.findChild<QLabel*>(QStringLiteral("largest_model"));
        QVERIFY(model->text().contains(QStringLiteral("llama-7b")));
        QCOMPARE(model->contentsMargins().left(), LinkRow::kInset);  // below the other texts
        QSignalSpy requested(&list, &LargestList::requested);
        rows[1]->setFocus();
        QTest::keyClick(rows[1], Qt::Key_Space);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.front().front().toStringList(),
                 QStringList(QStringLiteral("data.max_length=2048")));
    }

    void aModelOfNoNamedShapeIsTheOneAtHand() {
        LargestList list;
        list.showLargest(kValues, LargestModel{.layers = 40, .parameters = 1'500'000, .expected_bytes = 700});
        QCOMPARE(list.findChild<QLabel*>(QStringLiteral("largest_model"))->text(),
                 QStringLiteral("This model with 40 layers: 1.5 M parameters (700\u00a0B)"));
    }

    void nothingIsShownWhereNothingFits() {
        LargestList list;
        QVERIFY(list.isHidden());
        list.showLargest(kValues, {});
        QVERIFY(!list.isHidden());
        list.showLargest({{.setting = "budget.batch_size"}}, {});
        QVERIFY(list.isHidden());
        list.showLargest({}, {});
        QVERIFY(list.isHidden());
    }
};

QTEST_MAIN(LargestListTest)
#include "largest_list_test.moc"
