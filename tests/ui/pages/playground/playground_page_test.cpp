// The playground in the real window with real events: columns, chats, paused runs, and what is kept.
#include "ui/pages/playground_page.h"

#include <fstream>

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

#include "core/base/durable_file.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/pages/live_page.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/pages/playground/prompt_card.h"
#include "ui/pages/playground/prompt_keeper.h"
#include "ui/pages/playground/sampling_card.h"
#include "ui/pages/playground/token_card.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::test::FakeEngineOptions;
using tunebench::ui::test::chooseFromOpenMenu;
using tunebench::ui::test::clickText;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;
constexpr std::int64_t kLong = 1'000'000;

std::filesystem::path writeAdapter(const OpenedWindow& opened, const std::string& name) {
    const auto folder = opened.folder() / name;
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "adapter_config.json") << "{}";
    return folder;
}

/// The page with the model of a tiny run that Setup describes.
PlaygroundPage& playground(OpenedWindow& opened, std::int64_t steps = 10) {
    opened.openTinyRun(steps);
    opened.window().showPage(MainWindow::Playground);
    return *opened.window().playgroundPage();
}

void type(PlaygroundPage& page, const char* text) {
    auto* prompt = page.findChild<QPlainTextEdit*>(QStringLiteral("prompt"));
    prompt->setFocus();
    prompt->selectAll();
    QTest::keyClicks(prompt, QString::fromLatin1(text));
}

bool waitForAnswers(PlaygroundPage& page) {
    return QTest::qWaitFor([&] { return !page.isAnswering(); }, kWaitMs);
}

bool ask(PlaygroundPage& page, const char* text) {
    type(page, text);
    return click(page, "generate") && waitForAnswers(page);
}

const AnswerView& view(const PlaygroundPage& page, std::size_t column) {
    return *page.answers()->columns()[column]->view();
}

QString stateOf(const PlaygroundPage& page, std::size_t column) {
    return page.answers()->columns()[column]->findChild<QLabel*>(QStringLiteral("answer_state"))->toolTip();
}

/// Opens the menu and clicks the entry that begins so.
bool keep(PlaygroundPage& page, const QString& text) {
    QMenu* menu = page.promptCard()->keepMenu();
    menu->popup(page.mapToGlobal(QPoint(200, 100)));
    for (QAction* action : menu->actions())
        if (action->text().startsWith(text) && action->isEnabled()) {
            QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
            return true;
        }
    menu->close();
    return false;
}

void drop(QWidget& target, const std::filesystem::path& folder) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(toQt(folder))});
    const QPoint place = target.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
}

}  // namespace

class PlaygroundPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void withoutAModelItSaysWhatToDo() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Playground);
        auto& page = *opened.window().playgroundPage();
        QVERIFY(!page.modelEdit()->isVisible());
        page.modelEdit()->setPath(QStringLiteral("/somewhere"));
        QVERIFY(page.modelEdit()->isVisible());
    }

    void theBaseModelAndAdaptersAnswerSideBySide() {
        OpenedWindow opened;
        auto& page = playground(opened);
        drop(page, writeAdapter(opened, "first"));
        drop(page, writeAdapter(opened, "second"));
        QCOMPARE(page.answers()->columns().size(), std::size_t(3));
        type(page, "Hi there");
        auto* prompt = page.findChild<QPlainTextEdit*>(QStringLiteral("prompt"));
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page.isAnswering());
        QVERIFY(waitForAnswers(page));
        QCOMPARE(view(page, 0).toPlainText(), QStringLiteral("Hi thereecho: Hi there"));
        QCOMPARE(view(page, 1).toPlainText(), QStringLiteral("Hi thereecho 1 first: Hi there"));
        QCOMPARE(view(page, 2).toPlainText(), QStringLiteral("Hi thereecho 1 second: Hi there"));
        QVERIFY2(stateOf(page, 1).contains(QStringLiteral("tokens/s")), qPrintable(stateOf(page, 1)));
        QVERIFY2(stateOf(page, 1).contains(QStringLiteral("ended by itself")), qPrintable(stateOf(page, 1)));
        QCOMPARE(opened.window().currentPage(), MainWindow::Playground);  // Ctrl+Enter starts no run
    }

    void modelsThatWereUsedBeforeAreOffered() {
        OpenedWindow opened;
        const auto other = opened.folder() / "other";
        std::filesystem::create_directories(other);
        opened.workbench().recentModels().add(toQt(other));
        auto& page = playground(opened);
        const QString asked = page.modelEdit()->path();
        QVERIFY(ask(page, "Hi"));
        QCOMPARE(opened.workbench().recentModels().paths(), QStringList({asked, toQt(other)}));
        QLineEdit* line = page.modelEdit()->lineEdit();
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(chooseFromOpenMenu({QDir::toNativeSeparators(toQt(other))}));
        QCOMPARE(line->text(), toQt(other));
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    }

    void columnsComeAndGo() {
        OpenedWindow opened;
        auto& page = playground(opened);
        for (int i = 0; i < 3; ++i)
            QVERIFY(click(page, "add_column"));
        QCOMPARE(page.answers()->columns().size(), AnswerColumns::kMost);
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("add_column"))->isEnabled());
        QVERIFY(click(*page.answers()->columns().front(), "remove_column"));
        QCOMPARE(page.answers()->columns().size(), std::size_t(3));
        QVERIFY(page.findChild<QAbstractButton*>(QStringLiteral("add_column"))->isEnabled());
    }

    void theTokenUnderTheMouseShowsWhatElseCouldHaveStoodThere() {
        OpenedWindow opened;
        auto& page = playground(opened);
        QVERIFY(ask(page, "one two"));
        const AnswerView& answer = view(page, 0);
        QCOMPARE(answer.tokenCount(), std::size_t(3));
        QTest::mouseMove(answer.viewport(), answer.tokenRect(1).center());
        QTRY_COMPARE(page.tokenCard()->bars()->rows().size(), std::size_t(kAlternatives));
        QCOMPARE(page.tokenCard()->bars()->rows().front().probability, 0.5);
        QCOMPARE(page.tokenCard()->bars()->rows().front().text, std::string(" one"));
    }

    void aLargeWindowShowsAllOfSampling() {
        OpenedWindow opened;
        const auto& page = playground(opened);
        opened.window().resize(1920, 1080);
        const auto* scroll = page.sampling()->findChild<QScrollArea*>();
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        QVERIFY(page.answers()->height() > page.sampling()->height());
    }

    void anAdapterOfARunCanBeChosen() {
        OpenedWindow opened;
        auto& page = playground(opened, 5);
        opened.window().showPage(MainWindow::Setup);
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
        opened.window().showPage(MainWindow::Playground);
        auto* who = page.findChild<QComboBox*>(QStringLiteral("speaker"));
        QVERIFY(QTest::qWaitFor([&] { return who->itemText(1).startsWith(QStringLiteral("tiny · LoRA")); },
                                kWaitMs));
        who->setFocus();
        QTest::keyClick(who, Qt::Key_Down);
        QVERIFY(ask(page, "Hi"));
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo 1 adapter: Hi")));
    }

    void aLongAnswerIsStoppedAndWhatItSaidStays() {
        OpenedWindow opened({.token_duration = std::chrono::milliseconds(20)});
        auto& page = playground(opened);
        page.promptCard()->setPrompt(QStringLiteral("word ").repeated(400));
        page.sampling()->setText(QStringLiteral(R"({"max_tokens": 5000})"));
        QVERIFY(click(page, "generate"));
        QVERIFY(QTest::qWaitFor([&] { return view(page, 0).tokenCount() > 2; }, kWaitMs));
        QVERIFY(click(page, "stop_generating"));
        QVERIFY(!page.isAnswering());
        const std::size_t tokens = view(page, 0).tokenCount();
        QVERIFY2(stateOf(page, 0).contains(QStringLiteral("stopped")), qPrintable(stateOf(page, 0)));
        QTest::qWait(300);
        QCOMPARE(view(page, 0).tokenCount(), tokens);
        QVERIFY(ask(page, "again"));  // the worker is free at once
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo: again")));
    }

    void samplingSettingsGoAlong() {
        OpenedWindow opened;
        auto& page = playground(opened);
        auto* longest =
            page.sampling()->form()->field(QStringLiteral("max_tokens"))->editor()->findChild<QLineEdit*>();
        longest->setFocus();
        longest->selectAll();
        QTest::keyClicks(longest, QStringLiteral("2"));
        QVERIFY(ask(page, "one two three"));
        QCOMPARE(view(page, 0).tokenCount(), std::size_t(2));
        QVERIFY2(stateOf(page, 0).contains(QStringLiteral("cut at the longest answer")),
                 qPrintable(stateOf(page, 0)));
        longest->selectAll();
        QTest::keyClicks(longest, QStringLiteral("0"));
        QVERIFY(click(page, "generate"));
        QVERIFY(page.message()->message().contains(QStringLiteral("max_tokens")));
        QVERIFY(!page.isAnswering());
    }

    void aChatRemembersItsTurns() {
        OpenedWindow opened;
        auto& page = playground(opened);
        auto* mode = page.findChild<QTabBar*>(QStringLiteral("playground_mode"));
        QTest::mouseClick(mode, Qt::LeftButton, Qt::NoModifier, mode->tabRect(1).center());
        auto* system = page.findChild<QLineEdit*>(QStringLiteral("system_message"));
        QVERIFY(system->isVisible());
        QTest::keyClicks(system, QStringLiteral("Be brief."));
        QVERIFY(ask(page, "Hi"));
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo after 1: Hi")));
        QVERIFY(page.promptCard()->prompt().isEmpty());
        QVERIFY(ask(page, "more"));
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo after 3: more")));
        QVERIFY(view(page, 0).toPlainText().contains(QStringLiteral("echo after 1: Hi")));
        QVERIFY(click(page, "new_chat"));
        QVERIFY(view(page, 0).toPlainText().isEmpty());
        QVERIFY(ask(page, "Hi"));
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo after 1: Hi")));
    }

    void aPausedRunAnswersBesideItsModel() {
        OpenedWindow opened({.step_duration = std::chrono::milliseconds(4)});
        auto& page = playground(opened, kLong);
        opened.window().showPage(MainWindow::Setup);
        QVERIFY(opened.startAndWaitForPoints(3));
        const LivePage& live = *opened.window().livePage();
        RunHost& host = opened.workbench().bridge().host();
        host.command(PauseCommand{});
        QVERIFY(QTest::qWaitFor([&] { return live.state().isPaused(); }, kWaitMs));
        opened.window().showPage(MainWindow::Playground);
        QVERIFY(click(page, "add_column"));
        QVERIFY(ask(page, "Hi"));
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo: Hi")));
        QVERIFY2(view(page, 1).toPlainText().contains(QStringLiteral("step ")),
                 qPrintable(view(page, 1).toPlainText()));
        host.command(ResumeCommand{});
        const auto steps = live.state().loss.steps.size();
        QVERIFY(QTest::qWaitFor([&] { return live.state().loss.steps.size() > steps; }, kWaitMs));
        host.command(StopCommand{});
        QVERIFY(opened.waitUntilFinished());
    }

    void whileARunTrainsAnswersWaitForAPause() {
        OpenedWindow opened({.step_duration = std::chrono::milliseconds(4)});
        auto& page = playground(opened, kLong);
        opened.window().showPage(MainWindow::Setup);
        QVERIFY(opened.startAndWaitForPoints(3));
        opened.window().showPage(MainWindow::Playground);
        type(page, "Hi");
        QVERIFY(click(page, "generate"));
        QVERIFY(page.message()->message().contains(QStringLiteral("A run is training")));
        QTest::qWait(200);
        QVERIFY(page.isAnswering());
        QVERIFY(clickText(*page.message(), QStringLiteral("Pause it")));
        QVERIFY(waitForAnswers(page));
        QVERIFY(view(page, 0).toPlainText().endsWith(QStringLiteral("echo: Hi")));
        opened.workbench().bridge().host().command(StopCommand{});
        QVERIFY(opened.waitUntilFinished());
    }

    void aRunThatStartsEndsAnAnswer() {
        OpenedWindow opened({.token_duration = std::chrono::milliseconds(20)});
        auto& page = playground(opened, 5);
        page.sampling()->setText(QStringLiteral(R"({"max_tokens": 5000})"));
        page.promptCard()->setPrompt(QStringLiteral("word ").repeated(4000));
        QVERIFY(click(page, "generate"));
        QVERIFY(QTest::qWaitFor([&] { return view(page, 0).tokenCount() > 1; }, kWaitMs));
        opened.window().showPage(MainWindow::Setup);
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(!page.isAnswering());
        QVERIFY(page.message()->message().contains(QStringLiteral("a run starts")));
        QVERIFY(opened.waitUntilFinished());
    }

    void aPromptBecomesASampleOfTheRunAndIsTakenBack() {
        OpenedWindow opened;
        auto& page = playground(opened);
        type(page, "Describe: mill");
        QVERIFY(keep(page, QStringLiteral("As a sample")));
        const auto samples = [&] { return opened.window().setupPage()->config().evaluation.samples; };
        QCOMPARE(samples(), std::vector<std::string>{"Describe: mill"});
        QVERIFY(clickText(*page.message(), QStringLiteral("Undo")));
        QVERIFY(samples().empty());
        QVERIFY(page.message()->message().isEmpty());
        page.keeper()->keepAsSample("Describe: mill");
        page.keeper()->keepAsSample("Describe: mill");  // it was one before: nothing to take back
        QCOMPARE(samples(), std::vector<std::string>{"Describe: mill"});
        QCoreApplication::processEvents();  // what was added is shown
        for (const auto* button : page.message()->findChildren<QAbstractButton*>())
            QVERIFY(button->isHidden() || button->text() != QStringLiteral("Undo"));
    }

    void anAnswerBecomesARowOfAnEvaluationSetAndIsTakenBack() {
        OpenedWindow opened;
        auto& page = playground(opened);
        QVERIFY(!page.answers()->columns().front()->row().has_value());
        QVERIFY(ask(page, "Hi"));
        const auto file = opened.folder() / "kept.jsonl";
        const auto row = page.answers()->columns().front()->row();
        QVERIFY(row.has_value());
        page.keeper()->keepInSet(file, *row);
        QCOMPARE(*read_file(file, 1000), std::string("{\"prompt\":\"Hi\",\"completion\":\"echo: Hi\"}\n"));
        QVERIFY(clickText(*page.message(), QStringLiteral("Undo")));
        QVERIFY(!std::filesystem::exists(file));
        page.keeper()->keepInSet(file, *row);
        QVERIFY(clickText(*page.message(), QStringLiteral("Validate with it")));
        QCOMPARE(opened.window().setupPage()->config().data.validation, file.string());
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
    }

    void aModelThatCannotBeReadIsNamedInItsColumn() {
        OpenedWindow opened;
        auto& page = playground(opened);
        page.modelEdit()->setPath(toQt(opened.folder() / "nowhere"));
        QVERIFY(ask(page, "Hi"));
        QVERIFY2(view(page, 0).toPlainText().contains(QStringLiteral("nowhere")),
                 qPrintable(view(page, 0).toPlainText()));
        QVERIFY(!page.answers()->columns().front()->row().has_value());
    }

    void whatWasTypedIsKeptWithoutClosing() {
        OpenedWindow opened;
        type(playground(opened), "before the crash");
        const auto kept = [&] {
            return opened.workbench().settings().value(QStringLiteral("playground/prompt")).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), QStringLiteral("before the crash"), kWaitMs);
    }

    void whatWasSetSurvivesARestart() {
        OpenedWindow opened;
        {
            auto& page = playground(opened);
            type(page, "remember me");
            page.sampling()->setText(QStringLiteral(R"({"temperature": 0.5})"));
        }
        opened.reopen();
        opened.window().showPage(MainWindow::Playground);
        auto& page = *opened.window().playgroundPage();
        QCOMPARE(page.promptCard()->prompt(), QStringLiteral("remember me"));
        QCOMPARE(page.sampling()->options()->temperature, 0.5);
        QVERIFY(page.modelEdit()->path().endsWith(QStringLiteral("model")));
    }

    void everythingInteractiveHasAName() {
        OpenedWindow opened;
        auto& page = playground(opened);
        int checked = 0;
        for (const auto* widget : page.findChildren<QWidget*>()) {
            const bool takesFocus = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_"));
            if (!takesFocus || isInner || (button != nullptr && !button->text().isEmpty()))
                continue;
            if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr &&
                widget->inherits("QScrollArea"))
                continue;
            ++checked;
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                            widget->objectName())));
        }
        QVERIFY(checked >= 8);
    }
};

WATCHED_TEST_MAIN(PlaygroundPageTest)
#include "playground_page_test.moc"
