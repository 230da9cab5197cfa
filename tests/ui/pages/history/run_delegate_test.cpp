// Tables in the colour of the card that they stand in.
#include "ui/pages/history/run_delegate.h"

#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/models/run_table_model.h"
#include "ui/theme/colors.h"

using namespace tunebench::ui;

class RunDelegateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTableIsNoSlabInItsCard() {
        for (const Colors* colors : {&lightColors(), &darkColors()}) {
            QStandardItemModel model(1, 1);
            QTableView table;
            styleTable(&table);
            table.setPalette(paletteOf(*colors));
            table.setModel(&model);
            table.resize(300, 200);
            const QImage picture = table.viewport()->grab().toImage();
            const QRect cell = table.visualRect(model.index(0, 0));
            QCOMPARE(picture.pixelColor(cell.center()).name(), colors->surface.name());
            QCOMPARE(picture.pixelColor(290, 140).name(), colors->surface.name());  // below the rows
        }
    }

    void aGroupSaysHowFarItsRunsAreApartWhereThereIsRoom() {
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        model.setData(cell, QStringLiteral("0.6000"));
        model.setData(cell, true, RunTableModel::GroupRole);
        model.setData(cell, QStringLiteral("0.6000 ± 0.1414"), RunTableModel::WholeTextRole);
        QTableView table;
        styleTable(&table);
        table.setItemDelegate(new RunDelegate(&table));
        table.setModel(&model);
        table.resize(400, 200);
        const auto inkedColumns = [&](int width) {
            table.setColumnWidth(0, width);
            const QRect rect = table.visualRect(cell);
            const QImage picture = table.viewport()->grab(rect).toImage();
            int count = 0;
            for (int x = 0; x < rect.width(); ++x)
                for (int y = 0; y + 2 < rect.height(); ++y)  // above the line below
                    if (picture.pixelColor(x, y) != picture.pixelColor(0, 0)) {
                        ++count;
                        break;
                    }
            return count;
        };
        table.resizeColumnToContents(0);
        const int wide = table.columnWidth(0);
        const int said = inkedColumns(wide);
        QVERIFY(said > inkedColumns(wide - 40));
    }
};

WATCHED_TEST_MAIN(RunDelegateTest)
#include "run_delegate_test.moc"
