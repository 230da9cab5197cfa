#include "ui/shell/palette/palette_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

namespace {

std::vector<PaletteEntry> entries() {
    return {
        {.text = QStringLiteral("Setup"), .kind = QStringLiteral("Page"), .keys = QStringLiteral("Ctrl+1")},
        {.text = QStringLiteral("Stop and save"), .kind = QStringLiteral("Action")},
        {.text = QStringLiteral("Save every"), .kind = QStringLiteral("Setting"), .isOnlyFound = true}};
}

}  // namespace

class PaletteModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries(entries());
        model.setTyped(QStringLiteral("s"));
        model.addEntries({{.text = QStringLiteral("town facts"), .kind = QStringLiteral("Run")}});
        model.setTyped(QStringLiteral("no such thing"));
        QCOMPARE(model.rowCount(), 0);
        model.setTyped({});
        model.setEntries({});
    }

    void settingsAreListedWhenSomethingIsTyped() {
        PaletteModel model;
        model.setEntries(entries());
        QCOMPARE(model.rowCount(), 2);
        model.setTyped(QStringLiteral("save"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Save every"));
    }

    void rowsSayWhatTheyAre() {
        PaletteModel model;
        model.setEntries(entries());
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Setup, Page, Ctrl+1"));
        QVERIFY(model.entry(model.index(0)) != nullptr);
        QVERIFY(model.entry({}) == nullptr);
        model.setTyped(QStringLiteral("su"));
        QCOMPARE(model.index(0).data(PaletteModel::PlacesRole).value<QList<int>>(), QList<int>({0, 3}));
    }
};

WATCHED_TEST_MAIN(PaletteModelTest)
#include "palette_model_test.moc"
