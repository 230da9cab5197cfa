// What finished runs have taught, shown and forgotten.
#include "ui/pages/settings/calibration_card.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "core/run/memory_calibration.h"
#include "tests/ui/support/opened_window.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

void train(OpenedWindow& opened, int runs) {
    for (int i = 0; i < runs; ++i) {
        opened.window().showPage(MainWindow::Setup);
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
    }
}

}  // namespace

class CalibrationCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void finishedRunsAreToldAndForgotten() {
        OpenedWindow opened;
        opened.openTinyRun(5);
        train(opened, 3);
        QTRY_COMPARE_WITH_TIMEOUT(memory_calibration(opened.dataFolder(), true).runs, std::int64_t{3},
                                  kWaitMs);
        opened.window().showPage(MainWindow::Settings);
        auto* text = opened.window().findChild<QLabel*>(QStringLiteral("calibration_text"));
        auto* forget = opened.window().findChild<QPushButton*>(QStringLiteral("forget_calibration"));
        QVERIFY(text != nullptr && forget != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(QStringLiteral("3 runs")), kWaitMs);
        QVERIFY(forget->isEnabled());
        QTest::mouseClick(forget, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!forget->isEnabled(), kWaitMs);
        QVERIFY(!text->text().contains(QStringLiteral("3 runs")));
        QCOMPARE(memory_calibration(opened.dataFolder(), true).runs, std::int64_t{0});
    }
};

QTEST_MAIN(CalibrationCardTest)
#include "calibration_card_test.moc"
