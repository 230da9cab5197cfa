#include "ui/models/hub_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

class HubModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        HubModel model(fileTitles());
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.columnCount(), static_cast<int>(fileTitles().size()));
        model.setRows({fileRow({.path = "model.safetensors", .size = 1 << 20}, FileFate::Chosen),
                       fileRow({.path = "pytorch_model.bin"}, FileFate::Pickle)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("model.safetensors"));
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void sizesAreSortedAsNumbers() {
        HubModel model(fileTitles());
        model.setRows({fileRow({.path = "a", .size = 900}, FileFate::Chosen),
                       fileRow({.path = "b", .size = 10'000}, FileFate::Chosen)});
        const auto key = [&](int row) { return model.index(row, 1).data(HubModel::SortRole).toULongLong(); };
        QVERIFY(key(0) < key(1));
    }
};

WATCHED_TEST_MAIN(HubModelTest)
#include "hub_model_test.moc"
