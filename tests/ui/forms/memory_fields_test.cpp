// Every field of the form that memory depends on, edited with real events: the estimate moves the way that it
// must. And every field is either edited here or said to cost no memory.
#include <set>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "core/memory/estimate.h"
#include "core/models/shapes.h"
#include "tests/ui/support/memory_edits.h"
#include "ui/forms/estimate_panel.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::MemoryEdit;
using ui::test::Moves;

namespace {

void choose(QComboBox* box, const QString& id) {
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentData().toString() != id; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentData().toString(), id);
}

void type(QWidget* editor, const QString& text) {
    if (auto* lines = qobject_cast<QPlainTextEdit*>(editor)) {
        lines->selectAll();
        QTest::keyClicks(lines, text);
        return;
    }
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr)
        line = editor->findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

/// As a person does, with the keyboard.
void edit(QWidget* editor, const QString& value) {
    QVERIFY(editor != nullptr && editor->isEnabled());
    editor->setFocus();
    if (auto* box = qobject_cast<QComboBox*>(editor))
        choose(box, value);
    else if (auto* check = qobject_cast<QCheckBox*>(editor))
        QTest::keyClick(check, Qt::Key_Space);
    else
        type(editor, value);
}

/// Of a parameter, or of the choice of method and optimizer.
QWidget* editorOf(const RunForm& form, const MemoryEdit& of) {
    SectionForm* section = form.section(of.section);
    if (std::string(of.key) == "id")
        return section->findChild<QComboBox*>(QStringLiteral("id"));
    ParamField* field = section->form()->field(QString::fromLatin1(of.key));
    return field == nullptr ? nullptr : field->editor();
}

RunConfig configBefore(const MemoryEdit& of) {
    RunConfig config = default_run_config();
    if (!apply_overrides(config, of.before))
        qFatal("%s.%s: what comes before the edit is wrong", of.section, of.key);
    return config;
}

/// Of every method, optimizer and schedule.
std::set<std::string> fieldsOfTheForm() {
    QWidget parent;
    RunForm form(&parent);
    std::set<std::string> names;
    const auto add = [&](const std::string& name) {
        const SectionForm* section = form.section(name);
        for (const ParamField* field : section->form()->fields())
            names.insert(
                ui::test::memoryFieldName(name, section->chosenId(), std::string(field->spec().key)));
    };
    for (const auto& name : RunForm::sectionNames()) {
        auto* choice = form.section(name)->findChild<QComboBox*>(QStringLiteral("id"));
        if (choice == nullptr) {
            add(name);
            continue;
        }
        names.insert(name + ".id");
        for (int i = 0; i < choice->count(); ++i) {
            choice->setCurrentIndex(i);
            add(name);
        }
    }
    return names;
}

/// Those of `names` that are not among `others`, one a line.
QString missingIn(const std::set<std::string>& others, const std::set<std::string>& names) {
    QString text;
    for (const auto& name : names)
        if (!others.contains(name))
            text += QLatin1Char('\n') + toQt(name);
    return text;
}

}  // namespace

class MemoryFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldMovesTheEstimateItsWay_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < edits_.size(); ++i)
            QTest::addRow("%d %s.%s=%s", static_cast<int>(i), edits_[i].section, edits_[i].key,
                          edits_[i].value)
                << static_cast<int>(i);
    }

    void everyFieldMovesTheEstimateItsWay() {
        QFETCH(int, index);
        const MemoryEdit& one = edits_[static_cast<std::size_t>(index)];
        const ModelConfig model = *shape_config(one.model);
        QWidget parent;
        RunForm form(&parent);
        form.setConfig(configBefore(one));
        const auto before = estimate_memory(model, form.config(), batch_shape_of(form.config()));
        QVERIFY(before);
        const RunConfig unedited = form.config();
        edit(editorOf(form, one), QString::fromLatin1(one.value));
        QVERIFY2(form.config() != unedited, "the edit did not arrive");
        const auto after = estimate_memory(model, form.config(), batch_shape_of(form.config()));
        QVERIFY(after);
        const QString both =
            bytesText(before->peak_bytes) + QStringLiteral(" -> ") + bytesText(after->peak_bytes);
        if (one.moves == Moves::Up)
            QVERIFY2(after->peak_bytes > before->peak_bytes, qPrintable(both));
        else
            QVERIFY2(after->peak_bytes < before->peak_bytes, qPrintable(both));
    }

    void everyFieldIsEditedOrCostsNoMemory() {
        std::set<std::string> edited, without;
        for (const MemoryEdit& one : edits_)
            edited.insert(ui::test::memoryFieldName(one.section, configBefore(one).method.id, one.key));
        for (const auto& name : ui::test::fieldsWithoutMemory()) {
            QVERIFY2(!edited.contains(name), name.c_str());
            QVERIFY2(without.insert(name).second, name.c_str());
        }
        auto known = edited;
        known.insert(without.begin(), without.end());
        const auto fields = fieldsOfTheForm();
        const QString isNew = missingIn(known, fields), isGone = missingIn(fields, known);
        QVERIFY2(isNew.isEmpty(),
                 qPrintable(QStringLiteral("neither edited nor said to cost none:") + isNew));
        QVERIFY2(isGone.isEmpty(), qPrintable(QStringLiteral("not in the form:") + isGone));
    }

    void thePanelShowsWhatTheFormSays() {
        QWidget parent;
        RunForm form(&parent);
        EstimatePanel panel;
        connect(&form, &RunForm::changed, &panel, [&] { panel.showEstimate(estimate(form), 0); });
        edit(editorOf(form, {"budget", "batch_size", "", Moves::Up}), QStringLiteral("32"));
        QCOMPARE(form.config().budget.batch_size, std::int64_t{32});
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("estimate_total"))->text(), bytesText(peak(form)));
    }

private:
    MemoryEstimate estimate(const RunForm& form) const {
        return *estimate_memory(model_, form.config(), batch_shape_of(form.config()));
    }
    std::uint64_t peak(const RunForm& form) const { return estimate(form).peak_bytes; }

    const std::vector<MemoryEdit> edits_ = ui::test::memoryEdits();
    const ModelConfig model_ = *shape_config("smollm-135m");
};

QTEST_MAIN(MemoryFieldsTest)
#include "memory_fields_test.moc"
