#include "ui/pages/setup/setup_cards.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/setup/precision_panel.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("SetupCards", text);
}

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

void addPart(Card* card, const QString& title, SectionForm* section) {
    if (card->body()->count() > 0)
        card->body()->addSpacing(spacing::kUnit);
    if (!title.isEmpty()) {
        QLabel* label = makeLabel(title, TextRole::Strong, card);
        setMuted(label);
        card->body()->addWidget(label);
    }
    card->body()->addWidget(section);
}

}  // namespace

SetupCards makeSetupCards(const RunForm& form, QWidget* parent) {
    SetupCards cards;
    cards.model = new Card(tr("Model"), parent);
    addPart(cards.model, {}, form.section("model"));
    cards.recognised = makeLabel({}, TextRole::Caption, cards.model);
    cards.recognised->setObjectName(QStringLiteral("recognised"));
    cards.recognised->setWordWrap(true);
    cards.model->body()->addWidget(cards.recognised);

    cards.data = new Card(tr("Data"), parent);
    addPart(cards.data, {}, form.section("data"));
    cards.preview = new PreviewPanel(cards.data);
    cards.data->body()->addWidget(cards.preview);

    cards.method = new Card(tr("Method"), parent);
    addPart(cards.method, {}, form.section("method"));

    cards.training = new Card(tr("Training"), parent);
    addPart(cards.training, tr("Optimizer"), form.section("optimizer"));
    addPart(cards.training, tr("Learning-rate schedule"), form.section("schedule"));
    addPart(cards.training, tr("Budget and batches"), form.section("budget"));
    cards.effective = makeLabel({}, TextRole::Caption, cards.training);
    cards.training->body()->addWidget(cards.effective);
    addPart(cards.training, tr("Regularization"), form.section("regularization"));

    cards.watching = new Card(tr("Watching and saving"), parent);
    addPart(cards.watching, tr("Evaluation"), form.section("evaluation"));
    addPart(cards.watching, tr("Checkpoints"), form.section("checkpoints"));

    cards.machine = new Card(tr("Precision and machine"), parent);
    addPart(cards.machine, {}, form.section("precision"));
    cards.precision = new PrecisionPanel(cards.machine);
    cards.machine->body()->addWidget(cards.precision);
    addPart(cards.machine, {}, form.section("general"));
    return cards;
}

QString modelText(const ModelFacts& facts) {
    const ModelConfig& config = facts.config;
    QStringList parts;
    parts << toQt(config.architecture) << tr("%1 parameters").arg(countText(facts.parameters))
          << tr("%1 layers, hidden size %2, %3 heads")
                 .arg(number(config.num_hidden_layers), number(config.hidden_size),
                      number(config.num_attention_heads))
          << tr("vocabulary %1").arg(number(config.vocab_size));
    if (facts.file_bytes > 0)
        parts << tr("%1 of weights").arg(bytesText(facts.file_bytes));
    return parts.join(QStringLiteral(" · "));
}

QString effectiveBatchText(const RunConfig& config) {
    const std::int64_t rows = config.budget.batch_size * config.budget.accumulation;
    const QString row = config.data.packing ? tr("packed rows") : tr("sequences");
    return tr("One step reads %1 %2 of at most %3 tokens: up to %4 tokens.")
        .arg(number(rows), row, number(config.data.max_length), number(rows * config.data.max_length));
}

}  // namespace tunebench::ui
