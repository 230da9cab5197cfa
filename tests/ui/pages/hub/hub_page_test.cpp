// The hub's page in the real window, against a hub on this machine, with real events.
#include "ui/pages/hub_page.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include "tests/ui/pages/hub/hub_bench.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::test::HttpReply;
using tunebench::test::HttpServed;
using ui::test::answerWith;
using ui::test::click;
using ui::test::column;
using ui::test::HubBench;
using ui::test::kHubWaitMs;
using ui::test::shoot;
namespace fs = std::filesystem;

class HubPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void nothingIsAskedBeforeAButtonIsPressed() {
        HubBench bench;
        bench.putModel();
        shoot(bench.window(), QStringLiteral("hub-empty"));
        auto* line = bench.find<QLineEdit>("hub_search");
        QTRY_VERIFY(line->hasFocus());
        QVERIFY(!bench.find<QAbstractButton>("hub_search_button")->isEnabled());
        QTest::keyClicks(line, QStringLiteral("town"));
        bench.page().showTab(HubPage::Cache);
        shoot(bench.window(), QStringLiteral("hub-cache-empty"));
        bench.page().showTab(HubPage::Access);
        bench.page().showTab(HubPage::Search);
        QTest::qWait(300);
        QCOMPARE(bench.hub.request_count(), 0U);
        for (const char* name : {"hub_search", "hub_kind", "results", "files", "cached", "revision", "token"})
            QVERIFY2(!bench.find<QWidget>(name)->accessibleName().isEmpty(), name);
    }

    void fromASearchToTheSetupForm() {
        HubBench bench;
        bench.putModel();
        bench.putModel("org/town-large", true);
        bench.search(QStringLiteral("town"));
        QCOMPARE(column(bench.page().results(), 0),
                 QStringList({QStringLiteral("org/town-model"), QStringLiteral("org/town-large")}));
        QCOMPARE(column(bench.page().results(), 3).front(), QStringLiteral("apache-2.0"));
        QCOMPARE(column(bench.page().results(), 4),
                 QStringList({QStringLiteral("Open"), QStringLiteral("Gated")}));
        QCOMPARE(bench.text("repository_name"), QStringLiteral("org/town-model"));
        const HubTable* results = bench.page().results();
        QVERIFY(results->horizontalHeader()->length() <= results->viewport()->width());
        shoot(bench.window(), QStringLiteral("hub-results"));

        QVERIFY(click(bench.page(), "show_files"));
        auto* files = bench.find<HubTable>("files");
        QTRY_COMPARE_WITH_TIMEOUT(files->model()->rowCount(), 5, kHubWaitMs);
        const QStringList names = column(files, 0);
        const QStringList fates = column(files, 2);
        QCOMPARE(fates.at(names.indexOf(QStringLiteral("model.safetensors"))), QStringLiteral("Yes"));
        QCOMPARE(fates.at(names.indexOf(QStringLiteral("onnx/model.onnx"))), QStringLiteral("Not needed"));
        QCOMPARE(fates.at(names.indexOf(QStringLiteral("pytorch_model.bin"))), QStringLiteral("Pickle"));
        QVERIFY(bench.text("files_sum").contains(QStringLiteral("3 files")));
        QVERIFY(bench.text("files_sum").contains(QStringLiteral("are free")));
        QVERIFY(files->horizontalHeader()->length() <= files->viewport()->width());
        shoot(bench.window(), QStringLiteral("hub-files"));

        QVERIFY(!bench.find<QAbstractButton>("use_repository")->isEnabled());
        QVERIFY(click(bench.page(), "download"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")),
                                 kHubWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(column(bench.page().results(), 5).front(), QStringLiteral("Yes"),
                                  kHubWaitMs);
        shoot(bench.window(), QStringLiteral("hub-downloaded"));
        bench.hub.forget_requests();
        QVERIFY(click(bench.page(), "use_repository"));
        QCOMPARE(bench.window().currentPage(), MainWindow::Setup);
        QCOMPARE(bench.window().setupPage()->config().model.path, std::string("org/town-model"));
        auto* recognised = bench.window().findChild<QLabel*>(QStringLiteral("recognised"));
        QTRY_VERIFY_WITH_TIMEOUT(recognised->text().contains(QStringLiteral("parameters")), kHubWaitMs);
        shoot(bench.window(), QStringLiteral("hub-setup"));
        QCOMPARE(bench.hub.request_count(), 0U);
    }

    void aDataSetFillsTheTrainingData() {
        HubBench bench;
        bench.putModel();
        bench.putRows();
        bench.window().showPage(MainWindow::Setup);
        QVERIFY(click(bench.window(), "find_data"));
        QCOMPARE(bench.window().currentPage(), MainWindow::Hub);
        QCOMPARE(bench.find<ComboEdit>("hub_kind")->currentText(), QStringLiteral("Data sets"));
        bench.search(QStringLiteral("town"));
        QCOMPARE(column(bench.page().results(), 0), QStringList(QStringLiteral("org/town-rows")));
        QVERIFY(click(bench.page(), "download"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QAbstractButton>("use_repository")->isEnabled(), kHubWaitMs);
        QVERIFY(click(bench.page(), "use_repository"));
        QCOMPARE(bench.window().setupPage()->config().data.train,
                 std::vector<WeightedFile>{WeightedFile("org/town-rows")});
    }

    void aNameThatIsNotInTheCacheSaysWhereToGetIt() {
        HubBench bench;
        bench.window().showPage(MainWindow::Setup);
        bench.window().setupPage()->useHubName(RepositoryKind::Model, QStringLiteral("org/absent"));
        auto* recognised = bench.window().findChild<QLabel*>(QStringLiteral("recognised"));
        QTRY_VERIFY_WITH_TIMEOUT(recognised->text().contains(QStringLiteral("not in the cache")), kHubWaitMs);
        QVERIFY(click(bench.window(), "find_model"));
        QCOMPARE(bench.window().currentPage(), MainWindow::Hub);
        QCOMPARE(bench.hub.request_count(), 0U);
    }

    void theOfflineSwitchIsObeyedAndRemembered() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town"));
        bench.hub.forget_requests();
        QTest::mouseClick(bench.find<QCheckBox>("offline"), Qt::LeftButton, {}, {8, 12});
        QVERIFY(bench.find<QCheckBox>("offline")->isChecked());
        for (const char* name : {"hub_search_button", "show_files", "download"})
            QVERIFY2(!bench.find<QAbstractButton>(name)->isEnabled(), name);
        QVERIFY(bench.find<QAbstractButton>("download")->toolTip().contains(QStringLiteral("offline")));
        QTest::keyClick(bench.find<QLineEdit>("hub_search"), Qt::Key_Return);
        QTest::keyClick(bench.page().results(), Qt::Key_Return);
        QTest::qWait(200);
        bench.opened.reopen();
        bench.window().showPage(MainWindow::Hub);
        QVERIFY(bench.find<QCheckBox>("offline")->isChecked());
        shoot(bench.window(), QStringLiteral("hub-offline"));
        QCOMPARE(bench.hub.request_count(), 0U);
    }

    void aHubThatIsNotThereIsSaid() {
        HubBench bench;
        bench.hub.set_hook(
            [](const HttpServed&, HttpReply& reply) { reply = {.status = 404, .body = "nothing"}; });
        bench.search(QStringLiteral("town"));
        QVERIFY(!bench.page().message()->message().isEmpty());
        bench.flow();
        bench.search(QStringLiteral("village"));
        QVERIFY(bench.text("search_note").contains(QStringLiteral("knows no model")));
    }

    void whatLiesInTheCacheIsDeletedAfterAQuestion() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town"));
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.page().cached()->model()->rowCount(), 1, kHubWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")),
                                 kHubWaitMs);
        QVERIFY(click(bench.page(), "download_cancel"));  // dismisses
        QTest::mouseClick(bench.find<QTabBar>("hub_tabs"), Qt::LeftButton, {},
                          bench.find<QTabBar>("hub_tabs")->tabRect(HubPage::Cache).center());
        bench.page().cached()->choose(0);
        auto* files = bench.find<HubTable>("files");
        QTRY_COMPARE_WITH_TIMEOUT(files->model()->rowCount(), 3, kHubWaitMs);
        shoot(bench.window(), QStringLiteral("hub-cache"));
        answerWith(QStringLiteral("Keep"));
        QVERIFY(click(bench.page(), "delete_repository"));
        QTest::qWait(200);
        QVERIFY(fs::exists(bench.cachedModel()));
        answerWith(QStringLiteral("Delete"));
        QVERIFY(click(bench.page(), "delete_repository"));
        QTRY_VERIFY_WITH_TIMEOUT(!fs::exists(bench.cachedModel()), kHubWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(bench.page().cached()->model()->rowCount(), 0, kHubWaitMs);
    }

    void closingTheWindowEndsWhatWaits() {
        HubBench bench;
        bench.putModel();
        bench.search(QStringLiteral("town"));
        bench.hub.set_hook([](const HttpServed&, HttpReply& reply) { reply.stall_after = 10; });
        QVERIFY(click(bench.page(), "show_files"));
        QVERIFY(click(bench.page(), "download"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.hub.request_count() >= 2U, kHubWaitMs);
        QElapsedTimer timer;
        timer.start();
        bench.opened.reopen();
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        bench.flow();
    }
};

WATCHED_TEST_MAIN(HubPageTest)
#include "hub_page_test.moc"
