#include "ui/models/compared_group_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tunebench::ui;

namespace {

ComparedGroupRow row(const char* name, bool isBaseline = false) {
    return {.name = QString::fromLatin1(name),
            .detail = QStringLiteral("lora · 3 seeds"),
            .isBaseline = isBaseline};
}

}  // namespace

class ComparedGroupModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        ComparedGroupModel model;
        const QAbstractItemModelTester tester(&model);
        model.setGroups({row("a", true), row("b")});
        model.setValues(QStringLiteral("Loss, last"), {QStringLiteral("0.5"), QStringLiteral("–")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, ComparedGroupModel::Name).data().toString(), QStringLiteral("b"));
        QCOMPARE(model.index(0, ComparedGroupModel::Value).data().toString(), QStringLiteral("0.5"));
        QCOMPARE(model.headerData(ComparedGroupModel::Value, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Loss, last"));
        model.setGroups({});
        model.setValues({}, {});
    }

    void theSameGroupsAgainKeepTheSelection() {
        ComparedGroupModel model;
        model.setGroups({row("a", true), row("b")});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setGroups({row("a", true), row("b")});
        QCOMPARE(resets.count(), 0);
        model.setGroups({row("a"), row("b", true)});
        QCOMPARE(resets.count(), 1);
    }

    void aScreenReaderHearsWhichIsTheBaseline() {
        ComparedGroupModel model;
        model.setGroups({row("a", true), row("b")});
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("a, lora · 3 seeds, baseline"));
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("b, lora · 3 seeds"));
    }

    void theCursorChangesValuesAlone() {
        ComparedGroupModel model;
        model.setGroups({row("a"), row("b")});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setValues(QStringLiteral("Loss, last"), {QStringLiteral("1"), QStringLiteral("2")});
        model.setValues(QStringLiteral("Loss, last"), {QStringLiteral("1"), QStringLiteral("2")});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().at(0).toModelIndex().column(), static_cast<int>(ComparedGroupModel::Value));
    }
};

QTEST_GUILESS_MAIN(ComparedGroupModelTest)
#include "compared_group_model_test.moc"
