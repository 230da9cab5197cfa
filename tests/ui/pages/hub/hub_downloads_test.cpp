// Downloads on the hub's page in the real window: paused, taken up again, given up, damaged.
#include "ui/pages/hub/hub_downloads.h"

#include <QAbstractButton>
#include <QLabel>
#include <QProgressBar>
#include <QTest>

#include "tests/ui/pages/hub/hub_bench.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::answerWith;
using ui::test::click;
using ui::test::HubBench;
using ui::test::kHubWaitMs;
using ui::test::shoot;
namespace fs = std::filesystem;

namespace {

/// Files that the bytes of a blob are written to before it is whole.
std::uintmax_t unfinishedBytes(const fs::path& repository) {
    std::uintmax_t bytes = 0;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(repository / "blobs", ignored))
        if (entry.path().extension() == ".incomplete")
            bytes += entry.file_size();
    return bytes;
}

}  // namespace

class HubDownloadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void pauseSurvivesARestartAndResumeFetchesTheRest() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        constexpr std::size_t kCut = 3000;
        bench.stallAfter(kCut);
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), kCut, kHubWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral(" of ")), kHubWaitMs);
        shoot(bench.window(), QStringLiteral("hub-downloading"));
        QVERIFY(!bench.find<QAbstractButton>("download")->isEnabled());
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").startsWith(QStringLiteral("Paused at")),
                                 kHubWaitMs);
        bench.flow();
        bench.hub.forget_requests();

        bench.opened.reopen();
        bench.window().showPage(MainWindow::Hub);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").startsWith(QStringLiteral("Paused at")),
                                 kHubWaitMs);
        QVERIFY(bench.page().findChild<QProgressBar*>()->value() > 0);
        shoot(bench.window(), QStringLiteral("hub-paused"));
        QTest::qWait(200);
        QCOMPARE(bench.hub.request_count(), 0U);
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")),
                                 kHubWaitMs);
        QCOMPARE(bench.hub.store().requests().at(0).header("range"), "bytes=" + std::to_string(kCut) + "-");
        QVERIFY(click(bench.page(), "download_use"));
        QCOMPARE(bench.window().setupPage()->config().model.path, std::string("org/town-model"));
        bench.opened.reopen();
        bench.window().showPage(MainWindow::Hub);
        QVERIFY(bench.find<QLabel>("download_text") == nullptr);
    }

    void closingAsksWhileADownloadIsUnderWay() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        bench.stallAfter(2000);
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), 2000U, kHubWaitMs);
        answerWith(QStringLiteral("Keep open"));
        QVERIFY(!bench.window().close());
        QVERIFY(bench.window().isVisible());
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").startsWith(QStringLiteral("Paused at")),
                                 kHubWaitMs);
        QVERIFY(bench.window().close());
        bench.flow();
    }

    void cancelDeletesWhatHasCome() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        bench.stallAfter(2000);
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), 2000U, kHubWaitMs);
        answerWith(QStringLiteral("Keep it"));
        QVERIFY(click(bench.page(), "download_cancel"));
        QTest::qWait(200);
        QCOMPARE(unfinishedBytes(bench.cachedModel()), 2000U);
        answerWith(QStringLiteral("Cancel the download"));
        QVERIFY(click(bench.page(), "download_cancel"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), 0U, kHubWaitMs);
        QTRY_VERIFY(bench.find<QLabel>("download_text") == nullptr);
        bench.flow();
    }

    void damagedBytesAreNotKept() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        QVERIFY(bench.downloadDamaged());
        QVERIFY(!bench.find<QAbstractButton>("use_repository")->isEnabled());
        shoot(bench.window(), QStringLiteral("hub-failed"));
        bench.flow();
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")),
                                 kHubWaitMs);
    }

    void aFailedDownloadIsDismissedWithoutAQuestion() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        QVERIFY(bench.downloadDamaged());
        QCOMPARE(bench.find<QAbstractButton>("download_cancel")->text(), QStringLiteral("Dismiss"));
        QVERIFY(click(bench.page(), "download_cancel"));
        QTRY_VERIFY(bench.find<QLabel>("download_text") == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QAbstractButton>("download")->isEnabled(), kHubWaitMs);
        bench.flow();
    }
};

WATCHED_TEST_MAIN(HubDownloadsTest)
#include "hub_downloads_test.moc"
