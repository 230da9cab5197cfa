#include "ui/pages/setup/setup_cards.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/forms/run_form.h"
#include "ui/forms/section_form.h"
#include "ui/forms/section_titles.h"
#include "ui/pages/setup/method_table.h"
#include "ui/pages/setup/precision_panel.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {
namespace {

struct SetupCardTexts {
    Q_DECLARE_TR_FUNCTIONS(SetupCardTexts)
};

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString layersText(std::int64_t layers) {
    return layers == 1 ? SetupCardTexts::tr("1 layer") : SetupCardTexts::tr("%1 layers").arg(number(layers));
}

QString headsText(std::int64_t heads) {
    return heads == 1 ? SetupCardTexts::tr("1 head") : SetupCardTexts::tr("%1 heads").arg(number(heads));
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

void addPart(Card* card, SectionForm* section) {
    addPart(card, sectionTitle(section->section()), section);
}

/// Titles of cards with a link beside them stand no lower than others.
Card* makeCard(const QString& title, QWidget* parent) {
    constexpr int kLinkHeight = 24;
    auto* card = new Card(title, parent);
    card->header()->addStrut(kLinkHeight);
    return card;
}

QPushButton* addHubButton(Card* card, const char* objectName, const QString& help) {
    auto* button =
        new QPushButton(iconOfLink(QStringLiteral("hub")), SetupCardTexts::tr("From the hub…"), card);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setToolTip(help);
    setButtonKind(button, ButtonKind::Link);
    card->header()->addWidget(button);
    return button;
}

}  // namespace

SetupCards makeSetupCards(const RunForm& form, QWidget* parent) {
    SetupCards cards;
    cards.model = makeCard(SetupCardTexts::tr("Model"), parent);
    cards.findModel =
        addHubButton(cards.model, "find_model", SetupCardTexts::tr("Find and download a model"));
    addPart(cards.model, {}, form.section("model"));
    cards.recognised = makeLabel({}, TextRole::Caption, cards.model);
    cards.recognised->setObjectName(QStringLiteral("recognised"));
    cards.recognised->setWordWrap(true);
    cards.model->body()->addWidget(cards.recognised);

    cards.data = makeCard(SetupCardTexts::tr("Data"), parent);
    cards.findData =
        addHubButton(cards.data, "find_data", SetupCardTexts::tr("Find and download a data set"));
    addPart(cards.data, {}, form.section("data"));
    cards.preview = new PreviewPanel(cards.data);
    cards.data->body()->addWidget(cards.preview);

    cards.method = makeCard(SetupCardTexts::tr("Method"), parent);
    addPart(cards.method, {}, form.section("method"));
    cards.methods = new MethodTable(cards.method);
    cards.method->body()->addWidget(cards.methods);

    cards.training = makeCard(SetupCardTexts::tr("Training"), parent);
    addPart(cards.training, form.section("optimizer"));
    addPart(cards.training, form.section("schedule"));
    addPart(cards.training, form.section("budget"));
    cards.effective = makeLabel({}, TextRole::Caption, cards.training);
    cards.training->body()->addWidget(cards.effective);
    addPart(cards.training, form.section("regularization"));

    cards.watching = makeCard(SetupCardTexts::tr("Watching and saving"), parent);
    addPart(cards.watching, form.section("evaluation"));
    addPart(cards.watching, form.section("checkpoints"));

    cards.machine = makeCard(SetupCardTexts::tr("Precision and machine"), parent);
    addPart(cards.machine, {}, form.section("precision"));
    cards.precision = new PrecisionPanel(cards.machine);
    cards.machine->body()->addWidget(cards.precision);
    addPart(cards.machine, {}, form.section("general"));
    return cards;
}

QString modelText(const ModelFacts& facts) {
    const ModelConfig& config = facts.config;
    QStringList parts;
    parts << toQt(config.architecture) << SetupCardTexts::tr("%1 parameters").arg(countText(facts.parameters))
          << SetupCardTexts::tr("%1, hidden size %2, %3")
                 .arg(layersText(config.num_hidden_layers), number(config.hidden_size),
                      headsText(config.num_attention_heads))
          << SetupCardTexts::tr("vocabulary %1").arg(number(config.vocab_size));
    if (facts.file_bytes > 0)
        parts << SetupCardTexts::tr("%1 of weights").arg(bytesText(facts.file_bytes));
    return parts.join(QStringLiteral(" · "));
}

QString effectiveBatchText(const RunConfig& config) {
    const std::int64_t rows = config.budget.batch_size * config.budget.accumulation;
    const bool isPacked = config.data.packing;
    const QString length = number(config.data.max_length);
    if (rows == 1)
        return (isPacked ? SetupCardTexts::tr("One step reads 1 packed row of at most %1 tokens.")
                         : SetupCardTexts::tr("One step reads 1 sequence of at most %1 tokens."))
            .arg(length);
    const QString row = isPacked ? SetupCardTexts::tr("packed rows") : SetupCardTexts::tr("sequences");
    return SetupCardTexts::tr("One step reads %1 %2 of at most %3 tokens: up to %4 tokens.")
        .arg(number(rows), row, length, number(rows * config.data.max_length));
}

}  // namespace tunebench::ui
