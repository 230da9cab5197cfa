// Who answers in the playground, and what is kept of it: chosen through its menus and dialogs.
#include <fstream>

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QTest>

#include "core/base/durable_file.h"
#include "tests/support/fixtures.h"
#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/playground/answer_column.h"
#include "ui/pages/playground/answer_columns.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;

/// The page with the model of a tiny run that Setup describes.
PlaygroundPage& playground(OpenedWindow& opened) {
    opened.openTinyRun(10);
    opened.window().showPage(MainWindow::Playground);
    return *opened.window().playgroundPage();
}

void type(PlaygroundPage& page, const QString& text) {
    auto* prompt = page.findChild<QPlainTextEdit*>(QStringLiteral("prompt"));
    prompt->setFocus();
    prompt->selectAll();
    QTest::keyClicks(prompt, text);
}

bool ask(PlaygroundPage& page, const QString& text) {
    type(page, text);
    return click(page, "generate") && QTest::qWaitFor([&] { return !page.isAnswering(); }, kWaitMs);
}

QString answer(const PlaygroundPage& page) {
    return page.answers()->columns().front()->view()->toPlainText();
}

}  // namespace

class PlaygroundChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        installTheme(*qApp, ThemeChoice::Light);
    }

    void theEmptyPageAsksForAModel() {
        OpenedWindow opened;
        const auto model = opened.folder() / "model";
        tunebench::test::write_tiny_model(model);
        opened.window().showPage(MainWindow::Playground);
        auto& page = *opened.window().playgroundPage();
        const DialogAnswer chosen(withFile(model));
        QVERIFY(clickText(page, QStringLiteral("Choose a model folder…")));
        QVERIFY(chosen.isGiven());
        QCOMPARE(QDir::cleanPath(page.modelEdit()->path()), toQt(model));
        QVERIFY(ask(page, QStringLiteral("Hi")));
        QVERIFY2(answer(page).endsWith(QStringLiteral("echo: Hi")), qPrintable(answer(page)));
    }

    void anotherAdapterIsChosenInAColumn() {
        OpenedWindow opened;
        auto& page = playground(opened);
        const auto adapter = opened.folder() / "mine";
        std::filesystem::create_directories(adapter);
        std::ofstream(adapter / "adapter_config.json") << "{}";
        auto* who = page.findChild<QComboBox*>(QStringLiteral("speaker"));
        const DialogAnswer chosen(withFile(adapter));
        who->setFocus();
        QTest::keyClick(who, Qt::Key_End);
        QVERIFY(chosen.isGiven());
        QVERIFY2(who->currentText().contains(QStringLiteral("mine")), qPrintable(who->currentText()));
        QVERIFY(ask(page, QStringLiteral("Hi")));
        QVERIFY2(answer(page).endsWith(QStringLiteral("echo 1 mine: Hi")), qPrintable(answer(page)));
    }

    void aPromptIsKeptAsASampleOfTheRun() {
        OpenedWindow opened;
        auto& page = playground(opened);
        type(page, QStringLiteral("Describe: mill"));
        QVERIFY(chooseByKeys(page, "keep", {QStringLiteral("As a sample of the run in Setup")}));
        QCOMPARE(opened.window().setupPage()->config().evaluation.samples,
                 std::vector<std::string>{"Describe: mill"});
        QVERIFY(clickText(*page.message(), QStringLiteral("Show Setup")));
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
    }

    void anAnswerIsKeptInAnEvaluationSet() {
        OpenedWindow opened;
        auto& page = playground(opened);
        QVERIFY(ask(page, QStringLiteral("Hi")));
        const QString who = page.findChild<QComboBox*>(QStringLiteral("speaker"))->currentText();
        const auto file = opened.folder() / "kept.jsonl";
        const DialogAnswer chosen(withFile(file));
        QVERIFY(chooseByKeys(page, "keep",
                             {QStringLiteral("In an evaluation set, with the answer of %1…").arg(who)}));
        QVERIFY(chosen.isGiven());
        const auto kept = read_file(file, 1000);
        QVERIFY(kept);
        QCOMPARE(*kept, std::string("{\"prompt\":\"Hi\",\"completion\":\"echo: Hi\"}\n"));
    }
};

WATCHED_TEST_MAIN(PlaygroundChoicesTest)
#include "playground_choices_test.moc"
