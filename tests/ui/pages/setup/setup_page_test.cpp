// The setup page in the real window, with real events: what is set, from which start, and what follows.
#include "ui/pages/setup_page.h"

#include <algorithm>
#include <tuple>

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include "core/run/equivalent_command.h"
#include "tests/support/fixtures.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/field_search.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup/basis_bar.h"
#include "ui/pages/setup/card_columns.h"
#include "ui/pages/setup/method_table.h"
#include "ui/pages/setup/start_menu.h"
#include "ui/pages/setup/step_strip.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/link_row.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::ui::test::chooseFromOpenMenu;
using tunebench::ui::test::clickText;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

SetupPage& page(OpenedWindow& opened) {
    return *opened.window().setupPage();
}

ParamField* field(OpenedWindow& opened, const char* section, const char* key) {
    auto* form = page(opened).findChild<SectionForm*>(QString::fromLatin1(section));
    return form->form()->field(QString::fromLatin1(key));
}

/// As a person does: into the field, over what stands there.
void type(QWidget* editor, const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr)
        line = editor->findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QAction* entry(OpenedWindow& opened, const QString& name) {
    auto* menu = page(opened).findChild<StartMenu*>();
    Q_EMIT menu->aboutToShow();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the former entries
    return menu->findChild<QAction*>(name);
}

MessageBar* message(OpenedWindow& opened) {
    for (MessageBar* bar : page(opened).findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (qobject_cast<BasisBar*>(bar) == nullptr)
            return bar;
    return nullptr;
}

StepButton* step(OpenedWindow& opened, SetupStep which) {
    return page(opened).findChild<StepStrip*>()->button(which);
}

QString labelText(OpenedWindow& opened, const char* name) {
    return page(opened).findChild<QLabel*>(QString::fromLatin1(name))->text();
}

bool canBeUsed(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

QString nameOf(const QWidget* widget) {
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button != nullptr && !button->text().isEmpty())
        return button->text();
    // What lies within an input, and is not reached by itself, is told by the input.
    const QWidget* around = widget->parentWidget();
    const bool isPart = qobject_cast<const QAbstractSpinBox*>(around) != nullptr ||
                        qobject_cast<const QComboBox*>(around) != nullptr ||
                        qobject_cast<const QLineEdit*>(around) != nullptr;
    return isPart ? around->accessibleName() : QString();
}

}  // namespace

class SetupPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void whatARunWasStartedWithIsOfferedAgain() {
        OpenedWindow opened;
        opened.openTinyRun(20);
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
        const RunConfig used = page(opened).config();
        opened.reopen();
        opened.window().showPage(MainWindow::Setup);
        page(opened).setConfig(default_run_config());
        for (const auto& [section, key, path] : {std::tuple{"model", "path", used.model.path},
                                                 {"data", "train", used.data.train.front().path}}) {
            auto* line = field(opened, section, key)->findChild<QLineEdit*>();
            QVERIFY(line->text().isEmpty());
            line->setFocus();
            QTest::keyClick(line, Qt::Key_Down);
            QVERIFY(chooseFromOpenMenu({QDir::toNativeSeparators(QDir::cleanPath(toQt(path)))}));
            QCOMPARE(line->text(), QDir::cleanPath(toQt(path)));
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        }
        QCOMPARE(page(opened).config().model.path, used.model.path);
    }

    void everythingThatCanBeUsedHasAName() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        for (SectionForm* form : page(opened).findChildren<SectionForm*>())
            form->form()->setMoreVisible(true);
        page(opened).findChild<MethodTable*>()->setOpen(true);
        QVERIFY(opened.waitUntilStartable());
        int count = 0;
        for (const QWidget* widget : page(opened).findChildren<QWidget*>()) {
            if (!canBeUsed(widget) || !widget->isVisible())
                continue;
            ++count;
            QVERIFY2(!nameOf(widget).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->objectName() + QStringLiteral(" in ") +
                                widget->parentWidget()->objectName()));
        }
        QVERIFY(count > 80);
    }

    void anEffectStandsBelowEachFieldAndF1Explains() {
        OpenedWindow opened;
        ParamField* rank = field(opened, "method", "rank");
        const auto lines = rank->findChildren<QAbstractButton*>();
        QVERIFY(std::any_of(lines.begin(), lines.end(), [&](const QAbstractButton* line) {
            return line->isVisible() && line->text() == toQt(rank->spec().effect);
        }));
        auto* explanation = rank->parentWidget()->findChild<QWidget*>(QStringLiteral("explanation"));
        QVERIFY(!explanation->isVisible());
        auto* line = rank->editor()->findChild<QLineEdit*>();
        line->setFocus();
        QTest::keyClick(line, Qt::Key_F1);
        QVERIFY(explanation->isVisible());
        QVERIFY(explanation->accessibleDescription().contains(toQt(rank->spec().details)));
        QVERIFY(explanation->accessibleDescription().contains(QStringLiteral("method.rank")));
        QTest::keyClick(line, Qt::Key_F1);
        QVERIFY(!explanation->isVisible());
    }

    void aFieldIsFoundByAWordOfItsExplanation() {
        OpenedWindow opened;
        opened.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window()));
        auto* search = page(opened).findChild<FieldSearch*>();
        QTest::keyClick(&opened.window(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("rsLoRA"));
        QTRY_VERIFY(search->list()->isVisible());
        QTest::keyClick(search->list(), Qt::Key_Return);
        ParamField* found = field(opened, "method", "rank_stabilized");
        QTRY_VERIFY(found->isVisible());
        QTRY_VERIFY(found->editor()->hasFocus());
        QVERIFY(search->text().isEmpty());
    }

    void whatIsNowhereIsMarked() {
        OpenedWindow opened;
        auto* search = page(opened).findChild<FieldSearch*>();
        QTest::keyClicks(search, QStringLiteral("no such thing"));
        QVERIFY(!search->list()->isVisible());
    }

    void aPresetIsTakenSaidAndUndone() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        const RunConfig before = page(opened).config();
        QAction* everything = entry(opened, QStringLiteral("preset:everything"));
        QVERIFY(everything != nullptr);
        everything->trigger();
        QCOMPARE(page(opened).config().method.id, std::string("full"));
        QCOMPARE(page(opened).config().model.path, before.model.path);
        QVERIFY(message(opened)->message().contains(QStringLiteral("Train everything")));
        QVERIFY(clickText(*message(opened), QStringLiteral("Undo")));
        QCOMPARE(page(opened).config(), before);
        entry(opened, QStringLiteral("preset:8-gib"))->trigger();
        QVERIFY(page(opened).config().precision.quantization == QuantizationType::Nf4);
    }

    void onesOwnPresetIsSavedTakenAndRemoved() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        type(field(opened, "method", "rank")->editor(), QStringLiteral("5"));
        QTimer::singleShot(100, qApp, [] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            type(dialog->findChild<QWidget*>(QStringLiteral("preset_title")),
                 QStringLiteral("Narrow & mine"));
            type(dialog->findChild<QWidget*>(QStringLiteral("preset_reason")), QStringLiteral("for tests"));
            QTest::mouseClick(dialog->findChild<QAbstractButton*>(QStringLiteral("preset_save")),
                              Qt::LeftButton);
        });
        page(opened).findChild<QAction*>(QStringLiteral("save_preset"))->trigger();
        QVERIFY(message(opened)->message().contains(QStringLiteral("Narrow")));
        type(field(opened, "method", "rank")->editor(), QStringLiteral("9"));
        QAction* own = entry(opened, QStringLiteral("preset:narrow-mine"));
        QVERIFY(own != nullptr);
        own->trigger();
        QVERIFY(*page(opened).config().method.params.find("rank") == ParamValue(5));
        entry(opened, QStringLiteral("remove_preset:narrow-mine"))->trigger();
        QVERIFY(entry(opened, QStringLiteral("preset:narrow-mine")) == nullptr);
        QVERIFY(clickText(*message(opened), QStringLiteral("Undo")));
        QVERIFY(entry(opened, QStringLiteral("preset:narrow-mine")) != nullptr);
    }

    void theCommandLineIsCopied() {
        OpenedWindow opened;
        opened.openTinyRun(10, "it's tiny");
        page(opened).findChild<QAction*>(QStringLiteral("copy_command"))->trigger();
        const auto expected = equivalent_command(page(opened).config());
        QVERIFY(expected.has_value());
        QCOMPARE(QGuiApplication::clipboard()->text(), toQt(*expected));
        QVERIFY(expected->starts_with("tunebench-cli run --set "));
    }

    void theSameAsAnEarlierRunButSaysWhatIsChanged() {
        OpenedWindow opened;
        opened.openTinyRun(3, "first");
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
        opened.window().showPage(MainWindow::Setup);
        auto* menu = page(opened).findChild<StartMenu*>();
        QTRY_VERIFY_WITH_TIMEOUT(
            (Q_EMIT menu->aboutToShow(), menu->findChild<QMenu*>(QStringLiteral("earlier_runs")) != nullptr),
            kWaitMs);
        menu->findChild<QMenu*>(QStringLiteral("earlier_runs"))->actions().front()->trigger();
        auto* basis = page(opened).findChild<BasisBar*>();
        QVERIFY2(basis->message().contains(QStringLiteral("nothing is changed yet")),
                 qPrintable(basis->message()));
        type(field(opened, "method", "rank")->editor(), QStringLiteral("3"));
        QVERIFY2(basis->message().contains(QStringLiteral("first")) &&
                     basis->message().endsWith(QStringLiteral("but: “Rank” = 3")),
                 qPrintable(basis->message()));
        QVERIFY(click(*basis, "close_message"));
        QVERIFY(!basis->isVisible());
        QVERIFY(*page(opened).config().method.params.find("rank") == ParamValue(3));
    }

    void theSameAsAnotherRunIsUndoneWithTheBasisBefore() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        page(opened).startFromRun(page(opened).config(), QStringLiteral("first"));
        type(field(opened, "method", "rank")->editor(), QStringLiteral("3"));
        const RunConfig before = page(opened).config();
        RunConfig other = before;
        other.general.name = "another";
        page(opened).startFromRun(other, QStringLiteral("second"));
        auto* basis = page(opened).findChild<BasisBar*>();
        QVERIFY2(basis->message().contains(QStringLiteral("second")), qPrintable(basis->message()));
        QVERIFY(clickText(*message(opened), QStringLiteral("Undo")));
        QCOMPARE(page(opened).config(), before);
        QVERIFY2(basis->message().contains(QStringLiteral("first")) &&
                     basis->message().endsWith(QStringLiteral("but: “Rank” = 3")),
                 qPrintable(basis->message()));
    }

    void whatTheHubReplacedComesBack() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        const RunConfig before = page(opened).config();
        page(opened).useHubName(RepositoryKind::Model, QStringLiteral("org/absent"));
        QCOMPARE(page(opened).config().model.path, std::string("org/absent"));
        QVERIFY(clickText(*message(opened), QStringLiteral("Undo")));
        QCOMPARE(page(opened).config(), before);
    }

    void theMethodsAreComparedAndChosenByTheirNames() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        QVERIFY(click(opened.window(), "compare_methods"));
        auto* table = page(opened).findChild<MethodTable*>();
        QVERIFY(table->isOpen());
        const RunConfig before = page(opened).config();
        auto* qlora = table->findChild<QAbstractButton*>(QStringLiteral("method:QLoRA"));
        QVERIFY(qlora != nullptr);
        qlora->setFocus();
        QTest::keyClick(qlora, Qt::Key_Space);
        QCOMPARE(page(opened).config().method.id, std::string("lora"));
        QVERIFY(page(opened).config().precision.quantization == QuantizationType::Nf4);
        QTRY_VERIFY_WITH_TIMEOUT(table->findChild<QAbstractButton*>(QStringLiteral("method:QLoRA"))
                                     ->accessibleName()
                                     .contains(QStringLiteral("chosen")),
                                 kWaitMs);
        QVERIFY(clickText(*message(opened), QStringLiteral("Undo")));
        QCOMPARE(page(opened).config(), before);
    }

    void aMemorySizeToPlanForIsWhatStepsAndMethodsAreHeldAgainst() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        QVERIFY(click(opened.window(), "compare_methods"));
        const auto* table = page(opened).findChild<MethodTable*>();
        const auto areTooLarge = [&] {
            const auto labels = table->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [](const QLabel* label) {
                return label->isVisible() && label->text().contains(QStringLiteral("too much"));
            });
        };
        const auto* fits = step(opened, SetupStep::Fits);
        QTRY_VERIFY_WITH_TIMEOUT(fits->state() == StepState::Done, kWaitMs);
        QVERIFY(!areTooLarge());
        QVERIFY(click(opened.window(), "other_memory_size"));
        type(page(opened).findChild<QLineEdit*>(QStringLiteral("memory_size")), QStringLiteral("2 KiB"));
        QTRY_VERIFY_WITH_TIMEOUT(fits->summary().endsWith(bytesText(2048)), kWaitMs);
        QVERIFY(fits->state() == StepState::Blocked);
        QTRY_VERIFY(areTooLarge());
        QVERIFY(click(opened.window(), "other_memory_size"));
        QTRY_VERIFY_WITH_TIMEOUT(fits->state() == StepState::Done, kWaitMs);
        QTRY_VERIFY(!areTooLarge());
    }

    void theStepsSayWhatIsMissingAndLeadThere() {
        OpenedWindow opened;
        QTRY_VERIFY_WITH_TIMEOUT(step(opened, SetupStep::Model)->state() == StepState::Blocked, kWaitMs);
        QVERIFY(step(opened, SetupStep::Data)->state() == StepState::Blocked);
        QVERIFY(step(opened, SetupStep::Fits)->state() == StepState::Open);
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        for (const SetupStep which : {SetupStep::Model, SetupStep::Data, SetupStep::Method, SetupStep::Fits})
            QTRY_VERIFY_WITH_TIMEOUT(step(opened, which)->state() == StepState::Done, kWaitMs);
        QVERIFY(step(opened, SetupStep::Method)->summary().startsWith(QStringLiteral("LoRA")));
        auto* bar = page(opened).findChild<CardColumns*>()->verticalScrollBar();
        QCOMPARE(bar->value(), 0);
        QVERIFY(click(opened.window(), "step_training"));
        QTRY_VERIFY(bar->value() > 0);
        QVERIFY(click(opened.window(), "step_model"));
        QTRY_COMPARE(bar->value(), 0);
    }

    void aStepInTheWayNamesTheSettingAndReasonsComeInTheOrderOfTheSteps() {
        OpenedWindow opened;
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        RunConfig config = page(opened).config();
        config.model.path = "/no/such/model";
        page(opened).setConfig(config);
        type(field(opened, "optimizer", "learning_rate")->editor(), QStringLiteral("-1"));
        QTRY_VERIFY_WITH_TIMEOUT(step(opened, SetupStep::Model)->state() == StepState::Blocked, kWaitMs);
        QCOMPARE(step(opened, SetupStep::Model)->summary(), QStringLiteral("check “Model folder”"));
        QCOMPARE(step(opened, SetupStep::Training)->summary(), QStringLiteral("check “Learning rate”"));
        auto* rate = page(opened).findChild<LinkRow*>(QStringLiteral("reason:optimizer.learning_rate"));
        auto* model = page(opened).findChild<LinkRow*>(QStringLiteral("reason:model.path"));
        QVERIFY(rate != nullptr && model != nullptr);
        QVERIFY(rate->text().startsWith(QStringLiteral("“Learning rate” must be above 0")));
        QTRY_VERIFY(model->y() < rate->y());
    }

    void theLengthFollowsTheFormAndTheTimeAMeasuredRun() {
        OpenedWindow opened;
        opened.openTinyRun(12);
        QTRY_VERIFY_WITH_TIMEOUT(labelText(opened, "length_steps").startsWith(QStringLiteral("12 ")),
                                 kWaitMs);
        QCOMPARE(labelText(opened, "length_time"), QStringLiteral("not measured yet"));
        type(field(opened, "budget", "steps")->editor(), QStringLiteral("7"));
        QTRY_VERIFY_WITH_TIMEOUT(labelText(opened, "length_steps").startsWith(QStringLiteral("7 ")), kWaitMs);
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
        opened.window().showPage(MainWindow::Setup);
        type(field(opened, "budget", "steps")->editor(), QStringLiteral("100"));
        QTRY_VERIFY_WITH_TIMEOUT(labelText(opened, "length_time").startsWith(QStringLiteral("about ")),
                                 kWaitMs);
        QVERIFY(step(opened, SetupStep::Training)->summary().startsWith(QStringLiteral("100 steps")));
        // Another rank, another step: nothing like it was measured.
        type(field(opened, "method", "rank")->editor(), QStringLiteral("3"));
        QTRY_COMPARE_WITH_TIMEOUT(labelText(opened, "length_time"), QStringLiteral("not measured yet"),
                                  kWaitMs);
    }

    void aRunFileThatIsDroppedIsOpened() {
        OpenedWindow opened;
        opened.openTinyRun(10, "dropped");
        const auto file = opened.folder() / "dropped.tunebench.json";
        const RunConfig expected = page(opened).config();
        page(opened).setConfig(default_run_config());
        drop(opened, {file});
        QCOMPARE(page(opened).config(), expected);
    }

    void aModelAndDataThatAreDroppedFindTheirPlaces() {
        OpenedWindow opened;
        tunebench::test::write_tiny_model(opened.folder() / "model");
        tunebench::test::write_tiny_data(opened.folder() / "a.jsonl", 4);
        tunebench::test::write_tiny_data(opened.folder() / "b.jsonl", 4);
        drop(opened, {opened.folder() / "model", opened.folder() / "a.jsonl", opened.folder() / "b.jsonl"});
        QCOMPARE(page(opened).config().model.path, (opened.folder() / "model").string());
        QCOMPARE(page(opened).config().data.train.size(), std::size_t{2});
    }

    void theSampleIsOfferedUntilAModelIsChosen() {
        OpenedWindow opened;
        auto* sample = page(opened).findChild<QAbstractButton*>(QStringLiteral("use_sample"));
        QVERIFY(sample->isVisible());
        opened.openTinyRun(10);
        QVERIFY(!sample->isVisible());
    }

private:
    static void drop(OpenedWindow& opened, const std::vector<std::filesystem::path>& files) {
        QMimeData data;
        QList<QUrl> urls;
        for (const auto& file : files)
            urls << QUrl::fromLocalFile(toQt(file));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page(opened), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page(opened), &dropped);
    }
};

WATCHED_TEST_MAIN(SetupPageTest)
#include "setup_page_test.moc"
