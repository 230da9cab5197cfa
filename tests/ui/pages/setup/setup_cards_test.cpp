// What the cards, the steps and Length say in words, of one as of several.
#include "ui/pages/setup/setup_cards.h"

#include <QLabel>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/pages/setup/length_panel.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/pages/setup/step_texts.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

ModelFacts factsOf(std::int64_t layers, std::int64_t heads) {
    ModelFacts facts;
    facts.config.architecture = "LlamaForCausalLM";
    facts.config.num_hidden_layers = layers;
    facts.config.num_attention_heads = heads;
    facts.config.hidden_size = 64;
    facts.config.vocab_size = 300;
    return facts;
}

RunConfig readingRows(std::int64_t batch, std::int64_t accumulation, bool isPacked) {
    RunConfig config;
    config.budget.batch_size = batch;
    config.budget.accumulation = accumulation;
    config.data.packing = isPacked;
    config.data.max_length = 128;
    return config;
}

LengthAnswer lengthWith(std::int64_t examples, std::int64_t steps, double epochs) {
    LengthAnswer answer;
    answer.length = {.examples = examples, .steps = steps, .tokens = 100, .epochs = epochs};
    return answer;
}

QString summary(SetupStep step, const LengthAnswer& answer) {
    RunConfig config;
    config.data.train.emplace_back("rows.jsonl");
    config.budget.epochs = 1.0;
    return stepSummary(step, {.config = &config, .length = &answer});
}

QString stepsIn(const LengthAnswer& answer) {
    LengthPanel panel;
    panel.showLength({}, answer);
    return panel.findChild<QLabel*>(QStringLiteral("length_steps"))->text();
}

bool says(const QWidget& widget, const QString& text) {
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->text().contains(text))
            return true;
    return false;
}

}  // namespace

class SetupCardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelOfOneLayerIsInTheSingular() {
        const QString one = modelText(factsOf(1, 1));
        QVERIFY2(one.contains(QStringLiteral("1 layer, hidden size 64, 1 head ·")), qPrintable(one));
        const QString several = modelText(factsOf(2, 4));
        QVERIFY2(several.contains(QStringLiteral("2 layers, hidden size 64, 4 heads ·")),
                 qPrintable(several));
    }

    void aStepOfOneRowSaysItsTokensOnce() {
        QCOMPARE(effectiveBatchText(readingRows(1, 1, true)),
                 QStringLiteral("One step reads 1 packed row of at most 128 tokens."));
        QCOMPARE(effectiveBatchText(readingRows(1, 1, false)),
                 QStringLiteral("One step reads 1 sequence of at most 128 tokens."));
        QCOMPARE(effectiveBatchText(readingRows(1, 2, false)),
                 QStringLiteral("One step reads 2 sequences of at most 128 tokens: up to 256 tokens."));
    }

    void theStepsAboveCountOneAndSeveral() {
        QCOMPARE(summary(SetupStep::Data, lengthWith(1, 1, 1.0)), QStringLiteral("1 example"));
        QCOMPARE(summary(SetupStep::Data, lengthWith(2, 1, 1.0)), QStringLiteral("2 examples"));
        QCOMPARE(summary(SetupStep::Training, lengthWith(1, 1, 1.0)), QStringLiteral("1 step"));
        QCOMPARE(summary(SetupStep::Training, lengthWith(1, 2, 1.0)), QStringLiteral("2 steps"));
        QCOMPARE(summary(SetupStep::Training, lengthWith(1, 0, 0.0)), QStringLiteral("1 pass"));
    }

    void lengthCountsPasses() {
        QCOMPARE(stepsIn(lengthWith(8, 4, 1.0)), QStringLiteral("4 (1 pass)"));
        QCOMPARE(stepsIn(lengthWith(8, 4, 0.9999)), QStringLiteral("4 (1 pass)"));  // as it is written
        QCOMPARE(stepsIn(lengthWith(8, 6, 1.5)), QStringLiteral("6 (1.5 passes)"));
        QCOMPARE(stepsIn(lengthWith(8, 0, 0.0)), QStringLiteral("as many as fit"));
    }

    void thePreviewCountsRowsAndTokens() {
        PreviewPanel panel;
        DataPreview preview;
        preview.report.layout = "text";
        preview.report.rows = 1;
        preview.report.longest = 3;
        preview.examples.push_back({.line = 1, .learned = 1, .tokens = std::vector<PreviewToken>(3)});
        panel.showPreview(preview);
        QVERIFY(says(panel, QStringLiteral("Plain text, from the first row · longest 3 tokens")));
        QVERIFY(says(panel, QStringLiteral("1 of 3 tokens is learned")));
        preview.report.rows = 2;
        preview.examples.front().learned = 2;
        panel.showPreview(preview);
        QVERIFY(says(panel, QStringLiteral("Plain text, from the first 2 rows")));
        QVERIFY(says(panel, QStringLiteral("2 of 3 tokens are learned")));
    }
};

WATCHED_TEST_MAIN(SetupCardsTest)
#include "setup_cards_test.moc"
