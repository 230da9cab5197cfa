// Where a run comes from and where it goes, through the menus, keys and dialogs of the setup page.
#include <QAbstractButton>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

#include "core/run/equivalent_command.h"
#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/basis_bar.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;
const QString kRunFileEntry = QStringLiteral("A run file…");

SetupPage& page(OpenedWindow& opened) {
    return *opened.window().setupPage();
}

MessageBar* message(OpenedWindow& opened) {
    for (MessageBar* bar : page(opened).findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (qobject_cast<BasisBar*>(bar) == nullptr)
            return bar;
    return nullptr;
}

void type(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void typeRank(OpenedWindow& opened, const QString& text) {
    const auto* field = page(opened).form().section("method")->form()->field(QStringLiteral("rank"));
    type(field->editor()->findChild<QLineEdit*>(), text);
}

ParamValue rank(OpenedWindow& opened) {
    return *page(opened).config().method.params.find("rank");
}

/// Title and reason typed, and saved.
bool fillPreset(QDialog& dialog) {
    auto* title = dialog.findChild<QLineEdit*>(QStringLiteral("preset_title"));
    if (title == nullptr)
        return false;
    type(title, QStringLiteral("Narrow"));
    type(dialog.findChild<QLineEdit*>(QStringLiteral("preset_reason")), QStringLiteral("for tests"));
    QTest::mouseClick(dialog.findChild<QAbstractButton*>(QStringLiteral("preset_save")), Qt::LeftButton);
    return true;
}

}  // namespace

class SetupMenusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        installTheme(*qApp, ThemeChoice::Light);
    }

    void aPresetForAGoalOrAMemorySizeIsChosen() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        const RunConfig before = page(opened).config();
        QVERIFY(chooseByKeys(page(opened), "start_from",
                             {QStringLiteral("presets:goal"), QStringLiteral("preset:everything")}));
        QCOMPARE(page(opened).config().method.id, std::string("full"));
        QVERIFY(message(opened)->message().contains(QStringLiteral("Train everything")));
        QVERIFY(chooseByKeys(page(opened), "start_from",
                             {QStringLiteral("presets:memory"), QStringLiteral("preset:8-gib")}));
        QVERIFY(page(opened).config().precision.quantization == QuantizationType::Nf4);
        QCOMPARE(page(opened).config().model.path, before.model.path);
    }

    void onesOwnPresetIsKeptTakenAndRemoved() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        typeRank(opened, QStringLiteral("5"));
        const DialogAnswer answer(fillPreset);
        QVERIFY(chooseByKeys(page(opened), "save_setup", {QStringLiteral("save_preset")}));
        QVERIFY(answer.isGiven());
        QVERIFY(message(opened)->message().contains(QStringLiteral("Narrow")));
        typeRank(opened, QStringLiteral("9"));
        const QStringList own{QStringLiteral("presets:own"), QStringLiteral("preset:narrow")};
        QVERIFY(chooseByKeys(page(opened), "start_from", own));
        QVERIFY(rank(opened) == ParamValue(5));
        QVERIFY(chooseByKeys(page(opened), "start_from",
                             {QStringLiteral("Remove a preset"), QStringLiteral("remove_preset:narrow")}));
        QVERIFY(!chooseByKeys(page(opened), "start_from", own));
    }

    void aRunIsSavedByKeysAndOpenedFromTheMenu() {
        OpenedWindow opened;
        opened.openTinyRun(10, "kept");
        const RunConfig kept = page(opened).config();
        const auto file = opened.folder() / "saved.tunebench.json";
        {
            const DialogAnswer answer(withFile(file));
            press(opened, Qt::Key_S);
            QVERIFY(answer.waitUntilGiven());
        }
        QVERIFY(std::filesystem::exists(file));
        QVERIFY(message(opened)->message().contains(QStringLiteral("saved.tunebench.json")));
        typeRank(opened, QStringLiteral("9"));
        QVERIFY(page(opened).config() != kept);
        const DialogAnswer answer(withFile(file));
        QVERIFY(chooseByKeys(page(opened), "start_from", {kRunFileEntry}));
        QVERIFY(answer.isGiven());
        QCOMPARE(page(opened).config(), kept);
    }

    void aRunIsSavedFromTheMenuAndOpenedByKeys() {
        OpenedWindow opened;
        opened.openTinyRun(10, "kept");
        const RunConfig kept = page(opened).config();
        const auto file = opened.folder() / "saved.tunebench.json";
        {
            const DialogAnswer answer(withFile(file));
            QVERIFY(chooseByKeys(page(opened), "save_setup", {QStringLiteral("save_run_file")}));
            QVERIFY(answer.isGiven());
        }
        typeRank(opened, QStringLiteral("9"));
        const DialogAnswer answer(withFile(file));
        press(opened, Qt::Key_O);
        QVERIFY(answer.waitUntilGiven());
        QCOMPARE(page(opened).config(), kept);
    }

    void theCommandLineIsCopiedFromTheMenu() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(chooseByKeys(page(opened), "save_setup", {QStringLiteral("copy_command")}));
        const auto expected = equivalent_command(page(opened).config());
        QVERIFY(expected.has_value());
        QCOMPARE(QGuiApplication::clipboard()->text(), toQt(*expected));
    }

    void theSampleIsInTheMenuToo() {
        QVERIFY(findSampleRun());
        OpenedWindow opened;
        opened.openTinyRun(10);
        const RunConfig before = page(opened).config();
        QVERIFY(chooseByKeys(page(opened), "start_from",
                             {QStringLiteral("The sample that comes with Tunebench")}));
        QVERIFY(page(opened).config().model.path != before.model.path);
        QVERIFY(clickText(*message(opened), QStringLiteral("Undo")));
        QCOMPARE(page(opened).config(), before);
    }

    void anEarlierRunIsChosenAndWhatIsChangedStandsAbove() {
        OpenedWindow opened;
        storeRun(opened.dataFolder(), {.name = "first", .overrides = {"method.rank=7"}});
        opened.reopen();
        opened.window().showPage(MainWindow::Setup);
        // The history is read beside: the menu has its runs when that is done.
        QVERIFY(QTest::qWaitFor(
            [&] {
                return chooseByKeys(page(opened), "start_from", {QStringLiteral("earlier_runs"), QString()});
            },
            kWaitMs));
        QVERIFY(rank(opened) == ParamValue(7));
        const auto* basis = page(opened).findChild<BasisBar*>();
        QVERIFY2(basis->message().contains(QStringLiteral("first")), qPrintable(basis->message()));
        typeRank(opened, QStringLiteral("3"));
        QVERIFY2(basis->message().endsWith(QStringLiteral("but: “Rank” = 3")), qPrintable(basis->message()));
    }
};

WATCHED_TEST_MAIN(SetupMenusTest)
#include "setup_menus_test.moc"
