// Tables in the colour of the card that they stand in.
#include "ui/pages/history/run_delegate.h"

#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/watched_application.h"
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
};

WATCHED_TEST_MAIN(RunDelegateTest)
#include "run_delegate_test.moc"
