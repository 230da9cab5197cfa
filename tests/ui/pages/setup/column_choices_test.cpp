// The column mapping of the form, filled with what the training file really has.
#include "ui/pages/setup/column_choices.h"

#include <fstream>

#include <QComboBox>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

ComboEdit* choiceOf(OpenedWindow& opened, const char* part) {
    const QString name = QStringLiteral("column_of_") + QLatin1String(part);
    static_cast<void>(QTest::qWaitFor(
        [&] { return opened.window().setupPage()->findChild<ComboEdit*>(name) != nullptr; }, kWaitMs));
    return opened.window().setupPage()->findChild<ComboEdit*>(name);
}

/// As a person does with the keyboard.
void choose(ComboEdit* choice, const QString& column) {
    choice->setFocus();
    const int wanted = choice->findData(column);
    QVERIFY2(wanted >= 0, qPrintable(column));
    while (choice->currentIndex() != wanted)
        QTest::keyClick(choice, choice->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

RunConfig runOn(OpenedWindow& opened, DataLayout layout) {
    opened.openTinyRun(10);
    const auto file = opened.folder() / "faq.csv";
    std::ofstream(file) << "question,reply,topic\nname: a,House a.,x\n";
    RunConfig config = opened.window().setupPage()->config();
    config.data.train = {file.string()};
    config.data.validation.clear();
    config.data.columns.clear();
    config.data.layout = layout;
    return config;
}

}  // namespace

class ColumnChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aFileThatIsNotRecognisedIsMappedByHand() {
        OpenedWindow opened;
        SetupPage& setup = *opened.window().setupPage();
        setup.setConfig(runOn(opened, DataLayout::Auto));
        setup.findChild<SectionForm*>(QStringLiteral("data"))->form()->setMoreVisible(true);
        ComboEdit* prompt = choiceOf(opened, "prompt");
        QVERIFY(prompt != nullptr);
        QCOMPARE(prompt->count(), 4);  // none, and the three columns of the file
        choose(prompt, QStringLiteral("question"));
        choose(choiceOf(opened, "completion"), QStringLiteral("reply"));
        QCOMPARE(setup.config().data.columns, (TextMap{{"prompt", "question"}, {"completion", "reply"}}));
        auto* preview = setup.findChild<PreviewPanel*>();
        QVERIFY(QTest::qWaitFor([&] { return preview->exampleCount() == 1; }, kWaitMs));
        choose(prompt, QString());
        QCOMPARE(setup.config().data.columns, (TextMap{{"completion", "reply"}}));
    }

    void aChosenLayoutShowsItsPartsOnly() {
        OpenedWindow opened;
        SetupPage& setup = *opened.window().setupPage();
        setup.setConfig(runOn(opened, DataLayout::Alpaca));
        QVERIFY(choiceOf(opened, "instruction") != nullptr);
        QTRY_VERIFY(setup.findChild<ComboEdit*>(QStringLiteral("column_of_prompt")) == nullptr);
        QVERIFY(setup.findChild<ComboEdit*>(QStringLiteral("column_of_input")) != nullptr);
    }

    void aMappingThatAFileBringsIsKeptAndShown() {
        OpenedWindow opened;
        RunConfig config = runOn(opened, DataLayout::PromptCompletion);
        config.data.columns = {{"prompt", "question"}, {"completion", "answer"}};
        SetupPage& setup = *opened.window().setupPage();
        setup.setConfig(config);
        QCOMPARE(setup.config().data.columns, config.data.columns);
        QTRY_COMPARE(choiceOf(opened, "prompt")->currentData().toString(), QStringLiteral("question"));
        QTRY_VERIFY(choiceOf(opened, "completion")->currentText().contains("not in the file"));
        QCOMPARE(setup.config().data.columns, config.data.columns);
    }
};

WATCHED_TEST_MAIN(ColumnChoicesTest)
#include "column_choices_test.moc"
