// Every field of the form that memory depends on, edited with real events: the estimate moves the way that it
// must.
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "core/memory/estimate.h"
#include "core/models/shapes.h"
#include "ui/forms/estimate_panel.h"
#include "ui/forms/param_field.h"
#include "ui/forms/param_form.h"
#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

enum class Moves { Up, Down };

struct Edit {
    const char* section;
    const char* key;
    const char* value;  // typed, or the id of a choice; a check box is pressed
    Moves moves;
    std::vector<std::string> before = {};  // as --set takes them
};

const std::string kFull = "method.id=full", kFewTokens = "data.max_length=16",
                  kOneRow = "budget.batch_size=1";
const std::string kNf4 = "precision.quantization.type=nf4", kHeldOut = "data.validation_share=0.1";

const std::vector<Edit> kEdits = {
    {"data", "max_length", "512", Moves::Up},
    {"data", "max_length", "64", Moves::Down},
    {"data", "validation_share", "0.2", Moves::Up, {"evaluation.batch_size=512"}},
    {"method", "id", "full", Moves::Up},
    {"method", "id", "prompt", Moves::Down},
    {"method", "rank", "128", Moves::Up},
    {"method", "rank", "2", Moves::Down},
    {"method", "dropout", "0.1", Moves::Up},
    {"method", "targets", "attention", Moves::Down},
    {"method", "layers", "28-29", Moves::Down},
    {"precision", "weights", "bf16", Moves::Down},
    {"precision", "compute", "bf16", Moves::Down},
    {"precision",
     "gradients",
     "fp32",
     Moves::Up,
     {kFull, kFewTokens, kOneRow, "precision.weights=bf16", "precision.compute=bf16"}},
    {"precision", "quantization.type", "nf4", Moves::Down},
    {"precision", "quantization.type", "none", Moves::Up, {kNf4}},
    {"precision", "quantization.block_size", "4096", Moves::Down, {kNf4}},
    {"precision", "quantization.double", "", Moves::Up, {kNf4}},
    {"optimizer", "id", "lion", Moves::Down, {kFull}},
    {"optimizer", "states", "8bit", Moves::Down, {kFull}},
    {"optimizer", "states", "4bit", Moves::Down, {kFull}},
    {"budget", "batch_size", "16", Moves::Up},
    {"budget", "batch_size", "1", Moves::Down},
    {"budget", "accumulation", "4", Moves::Up, {kFull}},
    {"budget", "gradient_checkpointing", "every-block", Moves::Down},
    {"budget", "checkpointed_blocks", "4", Moves::Up, {"budget.gradient_checkpointing=every-block"}},
    {"budget", "update_in_backward", "", Moves::Down, {kFull, kFewTokens, kOneRow, "budget.clip_norm=0"}},
    {"regularization", "ema_decay", "0.99", Moves::Up},
    {"evaluation", "batch_size", "512", Moves::Up, {kHeldOut}},
};

void choose(QComboBox* box, const QString& id) {
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentData().toString() != id; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentData().toString(), id);
}

void type(QWidget* editor, const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr)
        line = editor->findChild<QLineEdit*>();
    QVERIFY(line != nullptr);
    line->selectAll();
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
QWidget* editorOf(const RunForm& form, const Edit& of) {
    SectionForm* section = form.section(of.section);
    if (std::string(of.key) == "id")
        return section->findChild<QComboBox*>(QStringLiteral("id"));
    ParamField* field = section->form()->field(QString::fromLatin1(of.key));
    return field == nullptr ? nullptr : field->editor();
}

}  // namespace

class MemoryFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldMovesTheEstimateItsWay_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kEdits.size(); ++i)
            QTest::addRow("%s.%s=%s", kEdits[i].section, kEdits[i].key, kEdits[i].value)
                << static_cast<int>(i);
    }

    void everyFieldMovesTheEstimateItsWay() {
        QFETCH(int, index);
        const Edit& one = kEdits[static_cast<std::size_t>(index)];
        QWidget parent;
        RunForm form(&parent);
        RunConfig config = default_run_config();
        QVERIFY(apply_overrides(config, one.before));
        form.setConfig(config);
        const std::uint64_t before = peak(form);
        edit(editorOf(form, one), QString::fromLatin1(one.value));
        QVERIFY2(form.config() != config, "the edit did not arrive");
        const std::uint64_t after = peak(form);
        if (one.moves == Moves::Up)
            QVERIFY2(after > before, qPrintable(bytesText(after)));
        else
            QVERIFY2(after < before, qPrintable(bytesText(after)));
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

    const ModelConfig model_ = *shape_config("smollm-135m");
};

QTEST_MAIN(MemoryFieldsTest)
#include "memory_fields_test.moc"
