// Each method from the form to a file that was read back, through the real window with the real engine.
#include <QAbstractButton>
#include <QLabel>
#include <QStandardItemModel>
#include <QTest>

#include "core/engine_api/loader.h"
#include "core/exports/export_format.h"
#include "core/methods/method.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/export_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 60'000;
constexpr std::int64_t kSteps = 3;
const std::filesystem::path kEngine = TUNEBENCH_BINARY_DIR "/lib/libtunebench_engine.so";

/// Another value that the parameter can have.
ParamValue otherThan(const ParamValue& value, const ParamSpec& spec) {
    if (const auto* flag = value.get<bool>())
        return !*flag;
    if (const auto* text = value.get<std::string>())
        for (const auto& choice : spec.choices)
            if (choice.id != *text)
                return std::string(choice.id);
    return spec.default_value;
}

}  // namespace

class MethodTourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kEngine))
            QSKIP("the engine is not built");
        installTheme(*qApp, ThemeChoice::Light);
    }

    void eachMethodIsChosenTrainedExportedAndReadBack_data() {
        QTest::addColumn<QString>("id");
        for (const auto* method : all_methods())
            QTest::newRow(std::string(method->id).c_str()) << toQt(method->id);
    }

    void eachMethodIsChosenTrainedExportedAndReadBack() {
        QFETCH(const QString, id);
        const Method& method = *find_method(id.toStdString());
        OpenedWindow opened([] { return load_engine({kEngine}); });
        opened.openTinyRun(kSteps, method.id == "lora" ? "tour" : std::string(method.id) + " tour");
        choose(opened, method);
        showsItsParametersOnly(opened, method);
        enablesWhatApplies(opened, method);
        QCOMPARE(opened.window().setupPage()->config().method.id, std::string(method.id));
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
        const auto& finished = *opened.window().livePage()->state().finished;
        QVERIFY2(finished.cause == ExitCause::Completed,
                 finished.error ? finished.error->message.c_str() : "not completed");
        QCOMPARE(finished.step, kSteps);
        exports(opened, method);
    }

private:
    static SectionForm* formOf(OpenedWindow& opened) {
        return opened.window().setupPage()->findChild<SectionForm*>(QStringLiteral("method"));
    }

    /// With the keyboard, from the first entry down.
    void choose(OpenedWindow& opened, const Method& method) {
        auto* choice = formOf(opened)->findChild<ComboEdit*>(QStringLiteral("id"));
        QVERIFY(choice != nullptr);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home);
        for (int i = 0; i < choice->count() && choice->currentData().toString() != toQt(method.id); ++i)
            QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentData().toString(), toQt(method.id));
        QCOMPARE(choice->currentText(), toQt(method.title));
    }

    void showsItsParametersOnly(OpenedWindow& opened, const Method& method) {
        ParamForm* form = formOf(opened)->form();
        form->setMoreVisible(true);
        QCoreApplication::processEvents();
        QCOMPARE(form->findChildren<ParamField*>().size(), static_cast<qsizetype>(method.specs.size()));
        for (const auto& spec : method.specs) {
            const ParamField* field = form->field(toQt(spec.key));
            QVERIFY2(field != nullptr, std::string(spec.key).c_str());
            QVERIFY2(field->isVisibleTo(form), std::string(spec.key).c_str());
            QVERIFY2(field->value() == spec.default_value, std::string(spec.key).c_str());
        }
    }

    void enablesWhatApplies(OpenedWindow& opened, const Method& method) {
        ParamForm* form = formOf(opened)->form();
        for (const auto& spec : method.specs) {
            const auto& when = spec.enabled_when;
            ParamField* ruler = when.key.empty() ? nullptr : form->field(toQt(when.key));
            if (ruler == nullptr)
                continue;
            ParamMap values;
            values.set(when.key, when.equals);
            form->setValues(values);
            QVERIFY2(form->field(toQt(spec.key))->isEnabledTo(form), std::string(spec.key).c_str());
            values.set(when.key, otherThan(when.equals, ruler->spec()));
            form->setValues(values);
            QVERIFY2(!form->field(toQt(spec.key))->isEnabledTo(form), std::string(spec.key).c_str());
            values.set(when.key, ruler->spec().default_value);
            form->setValues(values);
        }
    }

    void exports(OpenedWindow& opened, const Method& method) {
        opened.window().showPage(MainWindow::Export);
        ExportPage* page = opened.window().exportPage();
        auto* format = page->findChild<ComboEdit*>(QStringLiteral("export_format"));
        QVERIFY(QTest::qWaitFor([&] { return format->count() > 0; }, kWaitMs));
        offersWhatIsPossible(opened, method, *format);
        QVERIFY(click(opened.window(), "export"));
        auto* sentence = page->findChild<QLabel*>(QStringLiteral("export_sentence"));
        auto* message = page->findChild<MessageBar*>();
        QVERIFY(
            QTest::qWaitFor([&] { return sentence->isVisible() || !message->message().isEmpty(); }, kWaitMs));
        QVERIFY2(message->message().isEmpty(), qPrintable(message->message()));
        QVERIFY2(sentence->text().contains(QStringLiteral("validation examples")),
                 qPrintable(sentence->text()));
        const auto* files = page->findChild<QLabel*>(QStringLiteral("export_files"));
        const auto folder = toPath(files->text().section(QStringLiteral(" ("), 0, 0));
        QVERIFY2(!std::filesystem::is_empty(folder), qPrintable(files->text()));
        QVERIFY2(page->folderEdit()->path() != toQt(folder), "the next export would go to the same folder");
    }

    void offersWhatIsPossible(OpenedWindow& opened, const Method& method, const ComboEdit& format) {
        const RunConfig config = opened.window().setupPage()->config();
        const auto model = load_model_config(config.model.path);
        const auto* items = qobject_cast<const QStandardItemModel*>(format.model());
        const auto formats = all_export_formats();
        QCOMPARE(format.count(), static_cast<int>(formats.size()));
        for (int i = 0; i < format.count(); ++i) {
            const auto possible = formats[static_cast<std::size_t>(i)]->check(method, *model, config);
            QCOMPARE(items->item(i)->isEnabled(), possible.has_value());
            if (!possible)
                QCOMPARE(items->item(i)->toolTip(), toQt(possible.error().message));
        }
        QVERIFY(items->item(format.currentIndex())->isEnabled());
    }
};

WATCHED_TEST_MAIN(MethodTourTest)
#include "method_tour_test.moc"
