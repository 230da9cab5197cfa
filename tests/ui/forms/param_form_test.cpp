#include "ui/forms/param_form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/params/param_codec.h"
#include "core/run/run_config.h"
#include "core/schedules/schedule.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/effect_line.h"
#include "ui/forms/field_explanation.h"
#include "ui/forms/field_help.h"
#include "ui/forms/param_editor.h"
#include "ui/forms/param_field.h"
#include "ui/forms/section_form.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr const char* kPlainSections[] = {"general", "model",          "data",       "precision",
                                          "budget",  "regularization", "evaluation", "checkpoints"};

/// Every description that any form of the window is made from.
std::vector<std::pair<QString, std::vector<ParamSpec>>> allSpecs() {
    std::vector<std::pair<QString, std::vector<ParamSpec>>> all;
    for (const char* section : kPlainSections)
        all.emplace_back(QString::fromLatin1(section), section_specs(section));
    for (const Method* method : all_methods())
        all.emplace_back(toQt(method->title), method->specs);
    for (const Optimizer* optimizer : all_optimizers())
        all.emplace_back(toQt(optimizer->title), optimizer->specs);
    for (const Schedule* schedule : all_schedules())
        all.emplace_back(toQt(schedule->title), schedule->specs);
    return all;
}

void type(QWidget* editor, const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr)
        line = editor->findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

/// Whether the field says so below its editor.
bool hasLine(const ParamField* field, const QString& text) {
    const auto lines = field->findChildren<EffectLine*>();
    return std::any_of(lines.begin(), lines.end(),
                       [&](const EffectLine* line) { return line->text() == text; });
}

}  // namespace

class ParamFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDescriptionGetsAFormWithItsDefaults() {
        for (const auto& [name, specs] : allSpecs()) {
            const ParamForm form(specs);
            const ParamMap values = form.values();
            for (const auto& spec : specs)
                QVERIFY2(*values.find(spec.key) == spec.default_value,
                         qPrintable(name + QLatin1Char('.') + toQt(spec.key)));
            QVERIFY(form.errors().empty());
            QVERIFY(form.changedValues().entries.empty());
        }
    }

    void everyFieldSaysWhatItIsFor() {
        constexpr int kLeastHelp = 60;
        for (const auto& [name, specs] : allSpecs()) {
            const ParamForm form(specs);
            for (const auto& spec : specs) {
                const QWidget* editor = form.field(toQt(spec.key))->editor();
                const QString where = name + QLatin1Char('.') + toQt(spec.key);
                QVERIFY2(!editor->accessibleName().isEmpty(), qPrintable(where));
                QVERIFY2(editor->toolTip().size() >= kLeastHelp, qPrintable(where));
                for (const auto text : {spec.help, spec.effect, spec.unit})
                    QVERIFY2(editor->accessibleDescription().contains(toQt(text)), qPrintable(where));
                if (spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real)
                    QVERIFY2(editor->accessibleDescription().contains(rangeText(spec)), qPrintable(where));
                QVERIFY2(editor->toolTip().contains(toQt(spec.details).toHtmlEscaped()), qPrintable(where));
                QVERIFY2(hasLine(form.field(toQt(spec.key)), toQt(spec.effect)), qPrintable(where));
            }
        }
    }

    void aTypedValueIsRead() {
        ParamForm form(find_method("lora")->specs);
        form.show();
        QSignalSpy changed(&form, &ParamForm::changed);
        type(form.findChild<QWidget*>(QStringLiteral("rank")), QStringLiteral("64"));
        QVERIFY(changed.count() > 0);
        QVERIFY(*form.values().find("rank") == ParamValue(64));
    }

    void aWrongValueIsExplainedByTheCore() {
        ParamForm form(find_optimizer("adamw")->specs);
        form.show();
        type(form.findChild<QWidget*>(QStringLiteral("learning_rate")), QStringLiteral("-1"));
        QCOMPARE(form.errors().size(), std::size_t{1});
        const ParamField* field = form.field(QStringLiteral("learning_rate"));
        QVERIFY(field->error().has_value());
        const auto labels = field->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("Must be above 0, got -1");
        }));
        type(form.findChild<QWidget*>(QStringLiteral("learning_rate")), QStringLiteral("1e-3"));
        QVERIFY(!field->error().has_value());
    }

    void aChangedValueCanBeReset() {
        ParamForm form(find_method("lora")->specs);
        form.show();
        ParamField* rank = form.field(QStringLiteral("rank"));
        auto* reset = rank->findChild<QToolButton*>(QStringLiteral("reset"));
        QVERIFY(!reset->isVisible());
        type(rank->editor(), QStringLiteral("7"));
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(rank->value() == rank->spec().default_value);
        QVERIFY(!reset->isVisible());
    }

    void rareFieldsWaitBehindLinesThatNameThem() {
        ParamForm form(find_method("lora")->specs);
        form.show();
        const ParamField* next = form.field(QStringLiteral("rank_stabilized"));
        const ParamField* rarest = form.field(QStringLiteral("rank_pattern"));
        QVERIFY(!next->isVisible());
        auto* more = form.findChild<QPushButton*>(QStringLiteral("more"));
        auto* less = form.findChild<QPushButton*>(QStringLiteral("less"));
        QVERIFY(more->text().contains(QStringLiteral("rank-stabilised")));
        QVERIFY(!less->isVisible());
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(next->isVisible());
        QVERIFY(!rarest->isVisible());
        QVERIFY(more->text().contains(QStringLiteral("rank by module")));
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(rarest->isVisible());
        QVERIFY(!more->isVisible());
        QTest::mouseClick(less, Qt::LeftButton);
        QVERIFY(!next->isVisible());
        QVERIFY(more->isVisible());
    }

    void anEffectUnfoldsItsExplanation() {
        ParamForm form(find_method("lora")->specs);
        form.setSection("method");
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        auto* explanation = form.findChild<FieldExplanation*>();
        QVERIFY(!explanation->isVisible());
        for (const char* key : {"rank", "alpha"}) {
            ParamField* field = form.field(QString::fromLatin1(key));
            QTest::mouseClick(field->findChild<EffectLine*>(), Qt::LeftButton);
            QVERIFY(explanation->isVisible());
            QVERIFY(explanation->text().contains(toQt(field->spec().details)));
            QVERIFY(explanation->text().contains(QStringLiteral("method.") + QLatin1String(key)));
        }
        QTest::mouseClick(explanation->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(!explanation->isVisible());
    }

    void anEffectInOneLineTakesTheRoomOfOne() {
        const ParamField field({.key = "text",
                                .label = "Text",
                                .effect = "Larger: knows more; memory and time grow in proportion to it.",
                                .kind = ParamKind::Text,
                                .default_value = ""});
        QVERIFY(field.minimumSizeHint().height() <= field.heightForWidth(4000));
    }

    void aWrongValueTakesThePlaceOfTheEffect() {
        ParamForm form(find_method("lora")->specs);
        form.show();
        ParamField* rank = form.field(QStringLiteral("rank"));
        const QString description = rank->editor()->accessibleDescription();
        auto* effect = rank->findChild<EffectLine*>();
        QVERIFY(effect->isVisible());
        type(rank->editor(), QStringLiteral("0"));
        QVERIFY(!effect->isVisible());
        QVERIFY(rank->editor()->accessibleDescription() != description);
        type(rank->editor(), QStringLiteral("4"));
        QVERIFY(effect->isVisible());
        QCOMPARE(rank->editor()->accessibleDescription(), description);
    }

    void revealingOpensAndFocuses() {
        ParamForm form(find_method("lora")->specs);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QVERIFY(form.reveal(QStringLiteral("modules_to_save")));
        QVERIFY(form.field(QStringLiteral("modules_to_save"))->isVisible());
        QTRY_VERIFY(form.field(QStringLiteral("modules_to_save"))->editor()->hasFocus());
        QVERIFY(!form.reveal(QStringLiteral("no_such_field")));
    }

    void aConditionEnablesItsField() {
        std::vector<ParamSpec> specs(2);
        specs[0] = {.key = "on", .label = "On", .kind = ParamKind::Bool, .default_value = false};
        specs[1] = {.key = "much",
                    .label = "Much",
                    .unit = "tokens",
                    .enabled_when = {.key = "on"},
                    .kind = ParamKind::Real,
                    .default_value = 0.5};
        ParamForm form(specs);
        QVERIFY(!form.field(QStringLiteral("much"))->isEnabled());
        const auto* unit = form.field(QStringLiteral("much"))->findChild<QLabel*>(QStringLiteral("unit"));
        QCOMPARE(unit->foregroundRole(), QPalette::WindowText);  // dims as the name does
        ParamMap values;
        values.set("on", true);
        form.setValues(values);
        QVERIFY(form.field(QStringLiteral("much"))->isEnabled());
        QCOMPARE(unit->foregroundRole(), QPalette::PlaceholderText);
    }

    void aUnitThatIsTheNameIsNotSaidTwice() {
        const auto unitOf = [](std::string_view label, std::string_view unit) {
            const ParamField field({.key = "much",
                                    .label = label,
                                    .unit = unit,
                                    .kind = ParamKind::Integer,
                                    .default_value = 0});
            return field.findChild<QLabel*>(QStringLiteral("unit"))->toolTip();  // whatever fits
        };
        QCOMPARE(unitOf("Save every", "steps"), QStringLiteral("steps"));
        QCOMPARE(unitOf("Steps", "steps"), QString());
    }

    void theFactsOfAFieldNameItsUnit() {
        const ParamSpec spec{
            .key = "minutes", .unit = "min", .max = 60, .kind = ParamKind::Real, .default_value = 0.0};
        QVERIFY2(fieldFacts(spec).endsWith(QStringLiteral("unit: min")), qPrintable(fieldFacts(spec)));
    }

    void aConditionMayBeNegated() {
        ParamForm form(section_specs("precision"));
        const auto* size = form.field(QStringLiteral("quantization.block_size"));
        QVERIFY(size != nullptr && !size->isEnabled());
        ParamMap values;
        values.set("quantization.type", "int8");
        form.setValues(values);
        QVERIFY(size->isEnabled());
    }

    void settingManyValuesIsOneChange() {
        ParamForm form(find_method("lora")->specs);
        QSignalSpy changed(&form, &ParamForm::changed);
        ParamMap values;
        values.set("rank", 4);
        values.set("alpha", 8.0);
        form.setValues(values);
        QCOMPARE(changed.count(), 1);
    }

    void anEditOfLinesShowsWholeLines() {
        const ParamSpec spec{
            .key = "samples", .display = ParamDisplay::MultiLine, .kind = ParamKind::TextList};
        QWidget window;
        const ParamEditor editor = makeEditor(spec, &window, [] {});
        auto* edit = qobject_cast<QPlainTextEdit*>(editor.widget);
        QVERIFY(edit != nullptr);
        edit->setFocusPolicy(Qt::NoFocus);  // no cursor that blinks
        edit->setFixedWidth(280);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto leftOf = [&](int lines) {
            editor.write(ParamList(static_cast<std::size_t>(lines), ParamValue("|")));
            return edit->viewport()->grab(QRect(0, 0, 20, edit->viewport()->height())).toImage();
        };
        const QImage three = leftOf(3);
        QCOMPARE(edit->verticalScrollBar()->maximum(), 0);
        QVERIFY(leftOf(2) != three);
        QVERIFY(leftOf(4) == three);
        QVERIFY(edit->verticalScrollBar()->maximum() > 0);
    }

    void anotherOptimizerKeepsWhatWasEdited() {
        SectionForm form("optimizer");
        form.show();
        type(form.form()->field(QStringLiteral("learning_rate"))->editor(), QStringLiteral("3e-3"));
        auto* choice = form.findChild<QComboBox*>(QStringLiteral("id"));
        choice->setCurrentIndex(choice->findData(QStringLiteral("sgd")));
        QVERIFY(*form.params().find("id") == ParamValue("sgd"));
        QVERIFY(*form.params().find("learning_rate") == ParamValue(3e-3));
    }
};

WATCHED_TEST_MAIN(ParamFormTest)
#include "param_form_test.moc"
