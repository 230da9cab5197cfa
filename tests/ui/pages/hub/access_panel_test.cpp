// The token of the hub: where one is needed, where it is kept, and that it is not shown.
#include "ui/pages/hub/access_panel.h"

#include <map>
#include <memory>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QThreadPool>

#include "tests/ui/pages/hub/hub_bench.h"
#include "tests/ui/support/watched_application.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::test::HttpReply;
using tunebench::test::HttpServed;
using ui::test::click;
using ui::test::HubBench;
using ui::test::kHubWaitMs;
using ui::test::shoot;

class AccessPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aGatedModelLeadsToTheToken() {
        HubBench bench;
        bench.putModel("org/town-model", true);
        bench.search(QStringLiteral("town"));
        bench.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
            if (request.target.find("/revision/") != std::string::npos)
                reply = {.status = 403, .headers = {{"X-Error-Code", "GatedRepo"}}};
        });
        QVERIFY(click(bench.page(), "show_files"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.page().message()->message().contains(QStringLiteral("gated")),
                                 kHubWaitMs);
        shoot(bench.window(), QStringLiteral("hub-gated"));
        for (QAbstractButton* button : bench.page().message()->findChildren<QAbstractButton*>())
            if (button->text().startsWith(QStringLiteral("Set a token")))
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(bench.find<QLineEdit>("token")->hasFocus());
        shoot(bench.window(), QStringLiteral("hub-access"));
    }

    void theTokensPlaceIsSaidAndTheTokenIsNot() {
        HubBench bench;
        qputenv("HF_TOKEN", "hf_secret");
        bench.page().showTab(HubPage::Access);
        QTRY_VERIFY_WITH_TIMEOUT(bench.text("token_place").contains(QStringLiteral("variable HF_TOKEN")),
                                 kHubWaitMs);
        QVERIFY(!bench.text("token_place").contains(QStringLiteral("hf_secret")));
        QVERIFY(!bench.find<QAbstractButton>("remove_token")->isEnabled());
        QTest::keyClicks(bench.find<QLineEdit>("token"), QStringLiteral("hf_new"));
        QVERIFY(click(bench.page(), "store_token"));
        auto* panel = bench.page().findChild<AccessPanel*>();
        auto* message = panel->findChild<MessageBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(message->message().contains(QStringLiteral("keyring")), kHubWaitMs);
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
        QTRY_VERIFY_WITH_TIMEOUT(place->text().contains(QStringLiteral("no token")), kHubWaitMs);
        QTest::keyClicks(panel.tokenEdit(), QStringLiteral(" hf_mine "));
        QTest::keyClick(panel.tokenEdit(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(place->text().contains(QStringLiteral("keyring")), kHubWaitMs);
        QCOMPARE(kept->at("https://huggingface.co"), std::string("hf_mine"));
        QVERIFY(panel.tokenEdit()->text().isEmpty());
        QVERIFY(click(panel, "remove_token"));
        QTRY_VERIFY_WITH_TIMEOUT(place->text().contains(QStringLiteral("no token")), kHubWaitMs);
        QVERIFY(kept->empty());
        pool.waitForDone();
    }
};

WATCHED_TEST_MAIN(AccessPanelTest)
#include "access_panel_test.moc"
