// The window at the scales of screens, from one to three: each in a process of its own, as the scale is fixed
// at the start. Nine times the pixels are painted when a page comes at three: that is not watched here.
#include <QApplication>
#include <QImage>
#include <QProcess>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/page_registry.h"
#include "ui/theme/theme.h"

using namespace tunebench::ui;
using tunebench::ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 90'000;
constexpr char kInner[] = "TUNEBENCH_TEST_SCALE";

/// More than a ground and a line.
bool isPainted(const QImage& picture) {
    constexpr int kFew = 8;
    constexpr int kEvery = 3;
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); y += kEvery)
        for (int x = 0; x < picture.width(); x += kEvery)
            colors << picture.pixel(x, y);
    return colors.size() > kFew;
}

}  // namespace

class ScalesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void everyPageIsPainted() {
        const double scale = qEnvironmentVariable(kInner, QStringLiteral("1")).toDouble();
        OpenedWindow opened;
        MainWindow& window = opened.window();
        QCOMPARE(window.devicePixelRatio(), scale);
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        for (const PageLine& line : pageLines()) {
            window.showPage(line.page);
            QCoreApplication::processEvents();
            const QImage picture = window.grab().toImage();
            QCOMPARE(picture.size(), (QSizeF(window.size()) * scale).toSize());
            QVERIFY2(isPainted(picture), line.name);
        }
    }

    void otherScalesAreOtherProcesses_data() {
        QTest::addColumn<QString>("scale");
        for (const char* scale : {"1.5", "2", "3"})
            QTest::newRow(scale) << QString::fromLatin1(scale);
    }

    void otherScalesAreOtherProcesses() {
        QFETCH(const QString, scale);
        if (qEnvironmentVariableIsSet(kInner))
            QSKIP("this is the inner process");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
        environment.insert(QString::fromLatin1(kInner), scale);
        QProcess inner;
        inner.setProcessEnvironment(environment);
        inner.setProcessChannelMode(QProcess::ForwardedChannels);
        inner.start(QCoreApplication::applicationFilePath(), {QStringLiteral("everyPageIsPainted")});
        QVERIFY(inner.waitForFinished(kWaitMs));
        QCOMPARE(inner.exitStatus(), QProcess::NormalExit);
        QCOMPARE(inner.exitCode(), 0);
    }
};

QTEST_MAIN(ScalesTest)
#include "scales_test.moc"
