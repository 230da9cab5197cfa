// The curves of the history have what those of the live page have: saving, smoothing, axes, undoing a zoom.
#include "ui/pages/history/run_curves.h"

#include <cmath>

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/history_page.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 20'000;

QByteArray dataOf(const LineChart& chart) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chart.writeCsv(buffer);
    return buffer.data();
}

/// The history of two runs of five steps, their curves drawn.
struct DrawnRuns {
    DrawnRuns() {
        storeRun(opened.dataFolder(), {.name = "first", .memory_bytes = 3 << 20});
        storeRun(opened.dataFolder(), {.name = "second", .loss = 2.0, .memory_bytes = 6 << 20});
        opened.reopen();
        opened.window().showPage(MainWindow::History);
        page = opened.window().historyPage();
        const auto* rows = page->table()->model();
        isDrawn = QTest::qWaitFor([&] { return rows->rowCount() == 2; }, kWaitMs);
        page->table()->selectAll();
        isDrawn = isDrawn && waitForData([](const QByteArray& data) { return data.count('\n') == 6; });
        curves = page->findChild<RunCurves*>();
    }

    template <class IsWanted>
    bool waitForData(IsWanted isWanted) const {
        return QTest::qWaitFor([&] { return isWanted(dataOf(*page->chart())); }, kWaitMs);
    }

    bool waitForHeader(const QByteArray& name) const {
        return waitForData([&](const QByteArray& data) { return data.startsWith(name + ','); });
    }

    /// Opens the menu of axes with the mouse and chooses in it with a key.
    bool choose(const char* action) const {
        if (!click(*curves, "axes"))
            return false;
        auto* chosen = curves->findChild<QAction*>(QString::fromLatin1(action));
        auto* menu = chosen != nullptr ? qobject_cast<QMenu*>(chosen->parent()) : nullptr;
        if (menu == nullptr || !QTest::qWaitFor([menu] { return menu->isVisible(); }))
            return false;
        menu->setActiveAction(chosen);
        QTest::keyClick(menu, Qt::Key_Return);
        return true;
    }

    OpenedWindow opened;
    HistoryPage* page = nullptr;
    RunCurves* curves = nullptr;
    bool isDrawn = false;
};

/// Types a name into the next dialog that asks for a file.
void answerWith(const QString& file) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, file] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
    });
    timer->start(50);
}

}  // namespace

class RunCurvesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void whatRunsAlongIsChosen() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        QVERIFY(runs.waitForHeader("step"));
        QVERIFY(runs.choose("places_2"));
        QVERIFY(runs.waitForHeader("tokens"));
        QVERIFY(dataOf(*runs.page->chart()).contains("\n500,"));
        QVERIFY(runs.choose("places_3"));
        QVERIFY(runs.waitForHeader("seconds"));
        QVERIFY(dataOf(*runs.page->chart()).contains("\n0.5,"));
        QVERIFY(runs.choose("places_0"));
        QVERIFY(runs.waitForHeader("step"));
    }

    void whatWasChosenLastRunsAlong() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        QVERIFY(runs.choose("places_2"));
        QVERIFY(runs.choose("places_0"));  // before the other was read
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(runs.waitForHeader("step"));
    }

    void runsWhosePlacesAreNotKnownAreSaid() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        const auto* said = runs.curves->findChild<QLabel*>(QStringLiteral("curves_limit"));
        QVERIFY(!said->isVisible());
        QVERIFY(runs.choose("places_1"));  // nobody has recorded their epochs
        QTRY_VERIFY_WITH_TIMEOUT(said->isVisible(), kWaitMs);
        QVERIFY2(said->text().contains(QStringLiteral("not drawn: 2")), qPrintable(said->text()));
        QVERIFY(runs.page->chart()->isEmpty());
        QVERIFY(runs.choose("places_0"));
        QTRY_VERIFY_WITH_TIMEOUT(!said->isVisible(), kWaitMs);
        QVERIFY(!runs.page->chart()->isEmpty());
    }

    void smoothingIsDrawnAboveWhatItIsTheMeanOf() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        QVERIFY(!dataOf(*runs.page->chart()).contains("as it is"));
        auto* slider = runs.curves->findChild<QSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        const QByteArray data = dataOf(*runs.page->chart());
        QVERIFY(data.startsWith("step,\"first, as it is\",first,") ||
                data.startsWith("step,\"second, as it is\",second,"));
        QTest::keyClick(slider, Qt::Key_Home);
        QVERIFY(!dataOf(*runs.page->chart()).contains("as it is"));
    }

    void memoryIsDrawnInTheUnitThatSuitsIt() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        auto* metric = runs.curves->findChild<QComboBox*>(QStringLiteral("metric"));
        metric->setCurrentIndex(metric->findData(QStringLiteral("memory_bytes")));
        QVERIFY(runs.waitForData([](const QByteArray& data) { return data.contains("(MiB)"); }));
        const QByteArray data = dataOf(*runs.page->chart());
        QVERIFY2(data.contains("first (MiB)") && data.contains("second (MiB)"), data.constData());
        QVERIFY2(data.contains("\n1,3,6\r") || data.contains("\n1,6,3\r"), data.constData());
        QCOMPARE(metric->currentText(), QStringLiteral("Memory (MiB)"));
        metric->setCurrentIndex(metric->findData(QStringLiteral("loss")));
        QVERIFY(runs.waitForData([](const QByteArray& other) { return !other.contains("(MiB)"); }));
    }

    void axesAreLogarithmicWhenAsked() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        for (const char* axis : {"log_values", "log_places"}) {
            QVERIFY(runs.choose(axis));
            QVERIFY(runs.curves->findChild<QAction*>(QString::fromLatin1(axis))->isChecked());
            QTRY_VERIFY(runs.page->chart()->drawnPoints() > 0);
        }
    }

    void aZoomIsUndoneByItsButton() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        auto* undo = runs.curves->findChild<QAbstractButton*>(QStringLiteral("undo_zoom"));
        QVERIFY(!undo->isEnabled());
        runs.page->chart()->setFocus();
        QTest::keyClick(runs.page->chart(), Qt::Key_Plus);
        QVERIFY(!runs.page->chart()->isFollowing());
        QVERIFY(click(*runs.curves, "undo_zoom"));
        QVERIFY(runs.page->chart()->isFollowing());
        QVERIFY(!undo->isEnabled());
    }

    void aZoomStaysWhateverRunsAlong() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        LineChart* chart = runs.page->chart();
        QSignalSpy moved(chart, &LineChart::rangeMoved);
        QTest::keyClick(chart, Qt::Key_Plus);
        QCOMPARE(moved.count(), 1);
        const double low = moved.last()[0].toDouble();
        const double width = moved.last()[1].toDouble() - low;
        QVERIFY(runs.choose("places_2"));
        QVERIFY(runs.waitForHeader("tokens"));  // a hundred a step
        QVERIFY(!chart->isFollowing());
        QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);  // by a tenth of what is seen
        QVERIFY(std::abs(moved.last()[0].toDouble() - 100 * (low + 0.1 * width)) < 1e-6 * width);
        QVERIFY(runs.curves->findChild<QAbstractButton*>(QStringLiteral("undo_zoom"))->isEnabled());
    }

    void theChartIsSaved() {
        const DrawnRuns runs;
        QVERIFY(runs.isDrawn);
        const auto file = runs.opened.folder() / "curves.csv";
        answerWith(toQt(file));
        QVERIFY(click(*runs.curves, "save_chart"));
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(file), kWaitMs);
        const auto* message = runs.page->findChild<MessageBar*>();
        QTRY_VERIFY(message->message().contains(QStringLiteral("curves.csv")));
    }
};

WATCHED_TEST_MAIN(RunCurvesTest)
#include "run_curves_test.moc"
