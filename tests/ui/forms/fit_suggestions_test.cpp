#include "ui/forms/fit_suggestions.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/widgets/link_row.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

MemoryFit tooLarge() {
    return {.limit_bytes = 1000,
            .fits = false,
            .suggestions = {{.settings = "budget.batch_size=4 budget.accumulation=2",
                             .expected_bytes = 900,
                             .saved_bytes = 300,
                             .cost = {.time = "about the same time", .quality = "the same result"}},
                            {.settings = "budget.gradient_checkpointing=every-block",
                             .expected_bytes = 800,
                             .saved_bytes = 400,
                             .cost = cost_of(MemoryChange::Recompute)}}};
}

}  // namespace

class FitSuggestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsAreSaidInTheFormsWords() {
        QCOMPARE(settingsText(QStringLiteral("budget.batch_size=4 budget.accumulation=2")),
                 QStringLiteral("batch size 4, accumulation 2"));
        QCOMPARE(settingsText(QStringLiteral("budget.gradient_checkpointing=every-block")),
                 QStringLiteral("gradient checkpointing every block"));
        QCOMPARE(settingsText(QStringLiteral("method.rank=64")), QStringLiteral("rank 64"));
        QCOMPARE(settingsText(QStringLiteral("precision.quantization.type=nf4")),
                 QStringLiteral("quantized base 4-bit (NF4)"));
        QCOMPARE(settingsText(QStringLiteral("optimizer.states=8bit")), QStringLiteral("states 8 bit"));
        QCOMPARE(settingsText(QStringLiteral("method.id=lora")), QStringLiteral("method LoRA"));
        QCOMPARE(settingsText(QStringLiteral("data.packing=true")), QStringLiteral("packing on"));
        QCOMPARE(settingsText(QStringLiteral("method.targets=attention")),
                 QStringLiteral("targets attention"));
        QCOMPARE(settingsText(QStringLiteral("no.such=1")), QStringLiteral("no.such=1"));
        QCOMPARE(settingsText(QStringLiteral("method.no_such=1")), QStringLiteral("method.no_such=1"));
    }

    void whatWouldFitIsAClickAway() {
        FitSuggestions suggestions;
        suggestions.resize(280, 200);
        suggestions.showFit(tooLarge());
        suggestions.show();
        const auto rows = suggestions.findChildren<LinkRow*>();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.front()->text(), QStringLiteral("batch size 4, accumulation 2: 900 B\n"
                                                      "300 B less; about the same time; the same result"));
        QVERIFY(rows.back()->text().contains(QStringLiteral("400 B less; a third to a half more time")));
        QSignalSpy requested(&suggestions, &FitSuggestions::requested);
        rows.front()->setFocus();
        QTest::keyClick(rows.front(), Qt::Key_Space);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(
            requested.front().front().toStringList(),
            QStringList({QStringLiteral("budget.batch_size=4"), QStringLiteral("budget.accumulation=2")}));
    }

    void aRunThatFitsNeedsNone() {
        FitSuggestions suggestions;
        suggestions.showFit(MemoryFit{.limit_bytes = 1000, .fits = true});
        QVERIFY(suggestions.isHidden());
        suggestions.showFit(tooLarge());
        QVERIFY(!suggestions.isHidden());
        suggestions.showFit(std::nullopt);
        QVERIFY(suggestions.isHidden());
    }
};

WATCHED_TEST_MAIN(FitSuggestionsTest)
#include "fit_suggestions_test.moc"
