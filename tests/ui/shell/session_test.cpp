// What a session leaves is there in the next one, also when the program did not get to close its window.
#include <filesystem>

#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTest>

#include "core/base/durable_file.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/history_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

void typeName(OpenedWindow& opened, const QString& name) {
    auto* line = opened.window().findChild<QLineEdit*>(QStringLiteral("run_name"));
    line->setFocus();
    QTest::keyClicks(line, name);
}

QString draftOf(const OpenedWindow& opened) {
    const auto text = read_file(opened.dataFolder() / "draft.tunebench.json", std::size_t{1} << 20);
    return text ? QString::fromStdString(*text) : QString();
}

}  // namespace

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void whatStandsInSetupIsThereAgain() {
        OpenedWindow opened;
        typeName(opened, QStringLiteral("left in the middle"));
        RunConfig config = opened.window().setupPage()->config();
        config.budget.batch_size = 3;
        opened.window().setupPage()->setConfig(config);
        opened.reopen();
        QVERIFY(opened.window().setupPage()->config() == config);
    }

    void whatWasTypedIsKeptWithoutClosing() {
        OpenedWindow opened;
        typeName(opened, QStringLiteral("before the crash"));
        QTRY_VERIFY_WITH_TIMEOUT(draftOf(opened).contains(QStringLiteral("before the crash")), kWaitMs);
    }

    void aBrokenDraftIsPassedOver() {
        OpenedWindow opened;
        opened.reopen();
        QVERIFY(write_file_durably(opened.dataFolder() / "draft.tunebench.json", "{ \"format\": "));
        opened.reopen();
        QVERIFY(opened.window().setupPage()->config().model.path.empty());
    }

    void theLastPageIsShownUnlessItWouldBeEmpty() {
        OpenedWindow opened;
        for (const auto& [left, found] : {std::pair{MainWindow::Study, MainWindow::Study},
                                          {MainWindow::History, MainWindow::History},
                                          {MainWindow::Settings, MainWindow::Settings},
                                          {MainWindow::Live, MainWindow::Setup},
                                          {MainWindow::Export, MainWindow::Setup}}) {
            opened.window().showPage(left);
            opened.reopen();
            QCOMPARE(opened.window().currentPage(), found);
        }
    }

    void panesKeepTheirSizes() {
        OpenedWindow opened;
        ui::test::storeRun(opened.dataFolder(), {.name = "one"});
        opened.window().showPage(MainWindow::History);
        opened.reopen();
        const QList<int> sizes = dragged(*historyPanes(opened));
        opened.reopen();
        QTRY_COMPARE_WITH_TIMEOUT(historyPanes(opened)->sizes(), sizes, kWaitMs);
    }

    void columnsKeepTheirWidths() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Study);
        const auto header = [&] {
            return opened.window().findChild<QTableView*>(QStringLiteral("study_plan"))->horizontalHeader();
        };
        const int last = header()->count() - 1;
        header()->resizeSection(last, 123);
        opened.reopen();
        QCOMPARE(header()->sectionSize(last), 123);
        QCOMPARE(header()->sectionResizeMode(0), QHeaderView::Fixed);  // takes what is left
    }

private:
    static QSplitter* historyPanes(OpenedWindow& opened) {
        for (QSplitter* splitter : opened.window().historyPage()->findChildren<QSplitter*>())
            if (splitter->orientation() == Qt::Vertical)
                return splitter;
        return nullptr;
    }

    /// The handle pulled by the mouse; the sizes that come of it.
    static QList<int> dragged(QSplitter& splitter) {
        if (!QTest::qWaitFor([&] { return splitter.isVisible(); }, kWaitMs))
            return {};
        QWidget* handle = splitter.handle(1);
        const QPoint from = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QTest::mouseMove(handle, from + QPoint(0, 40));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, from + QPoint(0, 40));
        return splitter.sizes();
    }
};

WATCHED_TEST_MAIN(SessionTest)
#include "session_test.moc"
