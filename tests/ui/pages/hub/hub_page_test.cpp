// The hub's page in the real window, against a hub on this machine, with real events.
#include "ui/pages/hub_page.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include "core/base/durable_file.h"
#include "tests/support/fixtures.h"
#include "tests/support/local_hub.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/hub/access_panel.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::test::HttpReply;
using tunebench::test::HttpServed;
using tunebench::test::LocalHub;
using tunebench::test::LocalRepository;
using ui::test::click;
using ui::test::OpenedWindow;
namespace fs = std::filesystem;

namespace {

constexpr int kWaitMs = 30'000;
const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";

/// A window on the page, with a hub and a cache of its own.
class Bench {
public:
    Bench() {
        for (const char* name : {"no_proxy", "NO_PROXY"})
            qputenv(name, "127.0.0.1");
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_HUB_OFFLINE",
                                 "TRANSFORMERS_OFFLINE", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
            qunsetenv(name);
        qputenv("HF_ENDPOINT", QByteArray::fromStdString(hub.url()));
        qputenv("HF_HUB_CACHE", QByteArray::fromStdString(cache().string()));
        qputenv("HF_TOKEN_PATH", QByteArray::fromStdString((opened.folder() / "token").string()));
        opened.window().showPage(MainWindow::Hub);
    }

    fs::path cache() const { return opened.folder() / "hub"; }
    fs::path cachedModel() const { return cache() / "models--org--town-model"; }
    MainWindow& window() { return opened.window(); }
    HubPage& page() { return *opened.window().hubPage(); }
    template <class Widget>
    Widget* find(const char* name) {
        return page().findChild<Widget*>(QString::fromLatin1(name));
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }

    /// A model that the engine's reader takes; its weights are large files.
    void putModel(const std::string& id = "org/town-model", bool isGated = false) {
        tunebench::test::write_tiny_model(opened.folder() / "source");
        LocalRepository model{
            .id = id, .commit = kCommit, .downloads = 125'300, .licence = "apache-2.0", .is_gated = isGated};
        for (const auto& entry : fs::directory_iterator(opened.folder() / "source")) {
            const auto name = entry.path().filename().string();
            model.files[name] = {.content = *read_file(entry.path(), 1 << 26),
                                 .is_large = name.ends_with(".safetensors")};
        }
        model.files["pytorch_model.bin"] = {.content = std::string(20'000, 'p'), .is_large = true};
        model.files["onnx/model.onnx"] = {.content = std::string(9'000, 'o'), .is_large = true};
        hub.put(model);
    }

    void putRows() {
        hub.put({.id = "org/town-rows",
                 .kind = "datasets",
                 .commit = kCommit,
                 .files = {{"train.jsonl", {.content = "{\"text\": \"a\"}\n"}}}});
    }

    void search(const QString& name) {
        auto* line = find<QLineEdit>("hub_search");
        line->clear();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page().results()->isVisible() || !page().message()->message().isEmpty() ||
                                     text("search_note").contains(QStringLiteral("knows no")),
                                 kWaitMs);
    }

    /// The transfer of large files stops there until the hook is taken away.
    void stallAfter(std::size_t bytes) {
        hub.set_hook([bytes](const HttpServed& request, HttpReply& reply) {
            if (request.target.find("signature=") != std::string::npos)
                reply.stall_after = bytes;
        });
    }
    /// One bit of every large file is not as the hub says.
    bool downloadDamaged() {
        hub.set_hook([](const HttpServed& request, HttpReply& reply) {
            if (request.target.find("signature=") != std::string::npos)
                reply.body[100] = static_cast<char>(reply.body[100] ^ 1);
        });
        return click(page(), "download") &&
               QTest::qWaitFor([this] { return text("download_hint").contains(QStringLiteral("damaged")); },
                               kWaitMs);
    }
    void flow() {
        hub.set_hook([](const HttpServed&, HttpReply&) {});
    }

    LocalHub hub;
    OpenedWindow opened;
};

void answerWith(const QString& text) {
    QTimer::singleShot(100, qApp, [text] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        for (QAbstractButton* button : box->buttons())
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    });
}

void shoot(MainWindow& window, const QString& name) {
    for (const auto& [theme, suffix] :
         {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(200);
        const QImage image = window.grab().toImage();
        const QDir folder(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QVERIFY(image.save(folder.filePath(QStringLiteral("%1-%2.png").arg(name, QLatin1String(suffix)))));
        const Colors& colors = theme == ThemeChoice::Dark ? darkColors() : lightColors();
        QCOMPARE(image.pixelColor(4, image.height() / 2).name(), colors.rail.name());
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

QStringList column(HubTable* table, int column) {
    QStringList cells;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        cells << table->model()->index(row, column).data().toString();
    return cells;
}

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

class HubPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void nothingIsAskedBeforeAButtonIsPressed() {
        Bench bench;
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
        Bench bench;
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
        QTRY_COMPARE_WITH_TIMEOUT(files->model()->rowCount(), 5, kWaitMs);
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
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(column(bench.page().results(), 5).front(), QStringLiteral("Yes"), kWaitMs);
        shoot(bench.window(), QStringLiteral("hub-downloaded"));
        bench.hub.forget_requests();
        QVERIFY(click(bench.page(), "use_repository"));
        QCOMPARE(bench.window().currentPage(), MainWindow::Setup);
        QCOMPARE(bench.window().setupPage()->config().model.path, std::string("org/town-model"));
        auto* recognised = bench.window().findChild<QLabel*>(QStringLiteral("recognised"));
        QTRY_VERIFY_WITH_TIMEOUT(recognised->text().contains(QStringLiteral("parameters")), kWaitMs);
        shoot(bench.window(), QStringLiteral("hub-setup"));
        QCOMPARE(bench.hub.request_count(), 0U);
    }

    void aDataSetFillsTheTrainingData() {
        Bench bench;
        bench.putModel();
        bench.putRows();
        bench.window().showPage(MainWindow::Setup);
        QVERIFY(click(bench.window(), "find_data"));
        QCOMPARE(bench.window().currentPage(), MainWindow::Hub);
        QCOMPARE(bench.find<ComboEdit>("hub_kind")->currentText(), QStringLiteral("Data sets"));
        bench.search(QStringLiteral("town"));
        QCOMPARE(column(bench.page().results(), 0), QStringList(QStringLiteral("org/town-rows")));
        QVERIFY(click(bench.page(), "download"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QAbstractButton>("use_repository")->isEnabled(), kWaitMs);
        QVERIFY(click(bench.page(), "use_repository"));
        QCOMPARE(bench.window().setupPage()->config().data.train,
                 std::vector<WeightedFile>{WeightedFile("org/town-rows")});
    }

    void aNameThatIsNotInTheCacheSaysWhereToGetIt() {
        Bench bench;
        bench.window().showPage(MainWindow::Setup);
        bench.window().setupPage()->useHubName(RepositoryKind::Model, QStringLiteral("org/absent"));
        auto* recognised = bench.window().findChild<QLabel*>(QStringLiteral("recognised"));
        QTRY_VERIFY_WITH_TIMEOUT(recognised->text().contains(QStringLiteral("not in the cache")), kWaitMs);
        QVERIFY(click(bench.window(), "find_model"));
        QCOMPARE(bench.window().currentPage(), MainWindow::Hub);
        QCOMPARE(bench.hub.request_count(), 0U);
    }

    void pauseSurvivesARestartAndResumeFetchesTheRest() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        constexpr std::size_t kCut = 3000;
        bench.stallAfter(kCut);
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), kCut, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral(" of ")), kWaitMs);
        shoot(bench.window(), QStringLiteral("hub-downloading"));
        QVERIFY(!bench.find<QAbstractButton>("download")->isEnabled());
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").startsWith(QStringLiteral("Paused at")),
                                 kWaitMs);
        bench.flow();
        bench.hub.forget_requests();

        bench.opened.reopen();
        bench.window().showPage(MainWindow::Hub);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").startsWith(QStringLiteral("Paused at")),
                                 kWaitMs);
        QVERIFY(bench.page().findChild<QProgressBar*>()->value() > 0);
        shoot(bench.window(), QStringLiteral("hub-paused"));
        QTest::qWait(200);
        QCOMPARE(bench.hub.request_count(), 0U);
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")), kWaitMs);
        QCOMPARE(bench.hub.store().requests().at(0).header("range"), "bytes=" + std::to_string(kCut) + "-");
        QVERIFY(click(bench.page(), "download_use"));
        QCOMPARE(bench.window().setupPage()->config().model.path, std::string("org/town-model"));
        bench.opened.reopen();
        bench.window().showPage(MainWindow::Hub);
        QVERIFY(bench.find<QLabel>("download_text") == nullptr);
    }

    void closingAsksWhileADownloadIsUnderWay() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        bench.stallAfter(2000);
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), 2000U, kWaitMs);
        answerWith(QStringLiteral("Keep open"));
        QVERIFY(!bench.window().close());
        QVERIFY(bench.window().isVisible());
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").startsWith(QStringLiteral("Paused at")),
                                 kWaitMs);
        QVERIFY(bench.window().close());
        bench.flow();
    }

    void cancelDeletesWhatHasCome() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        bench.stallAfter(2000);
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), 2000U, kWaitMs);
        answerWith(QStringLiteral("Keep it"));
        QVERIFY(click(bench.page(), "download_cancel"));
        QTest::qWait(200);
        QCOMPARE(unfinishedBytes(bench.cachedModel()), 2000U);
        answerWith(QStringLiteral("Cancel the download"));
        QVERIFY(click(bench.page(), "download_cancel"));
        QTRY_COMPARE_WITH_TIMEOUT(unfinishedBytes(bench.cachedModel()), 0U, kWaitMs);
        QTRY_VERIFY(bench.find<QLabel>("download_text") == nullptr);
        bench.flow();
    }

    void damagedBytesAreNotKept() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        QVERIFY(bench.downloadDamaged());
        QVERIFY(!bench.find<QAbstractButton>("use_repository")->isEnabled());
        shoot(bench.window(), QStringLiteral("hub-failed"));
        bench.flow();
        QVERIFY(click(bench.page(), "download_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")), kWaitMs);
    }

    void aFailedDownloadIsDismissedWithoutAQuestion() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town-model"));
        QVERIFY(bench.downloadDamaged());
        QCOMPARE(bench.find<QAbstractButton>("download_cancel")->text(), QStringLiteral("Dismiss"));
        QVERIFY(click(bench.page(), "download_cancel"));
        QTRY_VERIFY(bench.find<QLabel>("download_text") == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QAbstractButton>("download")->isEnabled(), kWaitMs);
        bench.flow();
    }

    void aGatedModelLeadsToTheToken() {
        Bench bench;
        bench.putModel("org/town-model", true);
        bench.search(QStringLiteral("town"));
        bench.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
            if (request.target.find("/revision/") != std::string::npos)
                reply = {.status = 403, .headers = {{"X-Error-Code", "GatedRepo"}}};
        });
        QVERIFY(click(bench.page(), "show_files"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.page().message()->message().contains(QStringLiteral("gated")),
                                 kWaitMs);
        shoot(bench.window(), QStringLiteral("hub-gated"));
        for (QAbstractButton* button : bench.page().message()->findChildren<QAbstractButton*>())
            if (button->text().startsWith(QStringLiteral("Set a token")))
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(bench.find<QLineEdit>("token")->hasFocus());
        shoot(bench.window(), QStringLiteral("hub-access"));
    }

    void theTokensPlaceIsSaidAndTheTokenIsNot() {
        Bench bench;
        qputenv("HF_TOKEN", "hf_secret");
        bench.page().showTab(HubPage::Access);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("token_place").contains(QStringLiteral("variable HF_TOKEN")),
                                 kWaitMs);
        QVERIFY(!bench.text("token_place").contains(QStringLiteral("hf_secret")));
        QVERIFY(!bench.find<QAbstractButton>("remove_token")->isEnabled());
        QTest::keyClicks(bench.find<QLineEdit>("token"), QStringLiteral("hf_new"));
        QVERIFY(click(bench.page(), "store_token"));
        auto* panel = bench.page().findChild<AccessPanel*>();
        auto* message = panel->findChild<MessageBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(message->message().contains(QStringLiteral("keyring")), kWaitMs);
        QCOMPARE(bench.find<QLineEdit>("token")->text(), QStringLiteral("hf_new"));  // it is nowhere else
        qunsetenv("HF_TOKEN");
    }

    void aKeyringIsWrittenAndRead() {
        auto kept = std::make_shared<std::map<std::string, std::string>>();
        const HubDesk desk{
            .environment =
                [](const std::string& name) {
                    return name == "HOME" ? std::optional<std::string>("/nowhere") : std::nullopt;
                },
            .keyring = {
                .look_up =
                    [kept](const std::string& endpoint) {
                        const auto it = kept->find(endpoint);
                        return it == kept->end() ? std::nullopt : std::optional(it->second);
                    },
                .store = [kept](const std::string& endpoint, const std::string& token) -> Result<void> {
                    (*kept)[endpoint] = token;
                    return {};
                },
                .remove = [kept](const std::string& endpoint) -> Result<void> {
                    kept->erase(endpoint);
                    return {};
                }}};
        QThreadPool pool;
        AccessPanel panel(desk, &pool);
        panel.resize(900, 400);
        panel.show();
        auto* place = panel.findChild<QLabel*>(QStringLiteral("token_place"));
        QTRY_VERIFY_WITH_TIMEOUT(place->text().contains(QStringLiteral("no token")), kWaitMs);
        QTest::keyClicks(panel.tokenEdit(), QStringLiteral(" hf_mine "));
        QTest::keyClick(panel.tokenEdit(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(place->text().contains(QStringLiteral("keyring")), kWaitMs);
        QCOMPARE(kept->at("https://huggingface.co"), std::string("hf_mine"));
        QVERIFY(panel.tokenEdit()->text().isEmpty());
        QVERIFY(click(panel, "remove_token"));
        QTRY_VERIFY_WITH_TIMEOUT(place->text().contains(QStringLiteral("no token")), kWaitMs);
        QVERIFY(kept->empty());
        pool.waitForDone();
    }

    void theOfflineSwitchIsObeyedAndRemembered() {
        Bench bench;
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
        Bench bench;
        bench.hub.set_hook(
            [](const HttpServed&, HttpReply& reply) { reply = {.status = 404, .body = "nothing"}; });
        bench.search(QStringLiteral("town"));
        QVERIFY(!bench.page().message()->message().isEmpty());
        bench.flow();
        bench.search(QStringLiteral("village"));
        QVERIFY(bench.text("search_note").contains(QStringLiteral("knows no model")));
    }

    void whatLiesInTheCacheIsDeletedAfterAQuestion() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town"));
        QVERIFY(click(bench.page(), "download"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.page().cached()->model()->rowCount(), 1, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("download_text").contains(QStringLiteral("verified")), kWaitMs);
        QVERIFY(click(bench.page(), "download_cancel"));  // dismisses
        QTest::mouseClick(bench.find<QTabBar>("hub_tabs"), Qt::LeftButton, {},
                          bench.find<QTabBar>("hub_tabs")->tabRect(HubPage::Cache).center());
        bench.page().cached()->choose(0);
        auto* files = bench.find<HubTable>("files");
        QTRY_COMPARE_WITH_TIMEOUT(files->model()->rowCount(), 3, kWaitMs);
        shoot(bench.window(), QStringLiteral("hub-cache"));
        answerWith(QStringLiteral("Keep"));
        QVERIFY(click(bench.page(), "delete_repository"));
        QTest::qWait(200);
        QVERIFY(fs::exists(bench.cachedModel()));
        answerWith(QStringLiteral("Delete"));
        QVERIFY(click(bench.page(), "delete_repository"));
        QTRY_VERIFY_WITH_TIMEOUT(!fs::exists(bench.cachedModel()), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(bench.page().cached()->model()->rowCount(), 0, kWaitMs);
    }

    void closingTheWindowEndsWhatWaits() {
        Bench bench;
        bench.putModel();
        bench.search(QStringLiteral("town"));
        bench.hub.set_hook([](const HttpServed&, HttpReply& reply) { reply.stall_after = 10; });
        QVERIFY(click(bench.page(), "show_files"));
        QVERIFY(click(bench.page(), "download"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.hub.request_count() >= 2U, kWaitMs);
        QElapsedTimer timer;
        timer.start();
        bench.opened.reopen();
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        bench.flow();
    }
};

WATCHED_TEST_MAIN(HubPageTest)
#include "hub_page_test.moc"
