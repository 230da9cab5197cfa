#include "ui/pages/history/details/step_memory_card.h"

#include <QLabel>
#include <QTest>

#include "tests/support/fake_memory.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/stacked_chart.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr std::uint64_t kGibibyte = std::uint64_t{1} << 30;

QString wordsOf(const StepMemoryCard& card) {
    return card.findChild<QLabel*>(QStringLiteral("step_memory_words"))->text();
}

}  // namespace

class StepMemoryCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutARecordItIsHidden() {
        StepMemoryCard card;
        card.setTimeline({});
        QVERIFY(card.isHidden());
        card.setTimeline(tunebench::test::fake_timeline(3));
        QVERIFY(!card.isHidden());
        card.setTimeline({});
        QVERIFY(card.isHidden());
        QVERIFY(wordsOf(card).isEmpty());
    }

    void usesAreStackedAndPhasesNamed() {
        StepMemoryCard card;
        card.setTimeline(tunebench::test::fake_timeline(3));
        const StackedContent& content = card.findChild<StackedChart*>()->content();
        QStringList names;
        for (const StackedLayer& layer : content.layers)
            names << layer.name;
        QCOMPARE(names, QStringList({QStringLiteral("Weights"), QStringLiteral("Optimizer states"),
                                     QStringLiteral("Gradients"), QStringLiteral("Activations"),
                                     QStringLiteral("Other")}));
        QCOMPARE(content.layers.front().values.front(), 531.0);  // MiB
        QCOMPARE(content.sections.size(), std::size_t{3});
        QCOMPARE(content.sections[1].name, QStringLiteral("backward"));
        QCOMPARE(content.sections[1].from, 240.0);  // ms
        QCOMPARE(wordsOf(card), QStringLiteral("Peak at 240 ms: 908.00 MiB · backward"));
    }

    void wordsFollowTheCursor() {
        StepMemoryCard card;
        card.setTimeline(tunebench::test::fake_timeline(3));
        auto* chart = card.findChild<StackedChart*>();
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(wordsOf(card), QStringLiteral("At 0 ms: 568.00 MiB · forward"));
        QVERIFY2(chart->accessibleDescription().contains(QStringLiteral("Optimizer states 37.00 MiB")),
                 qPrintable(chart->accessibleDescription()));
        QTest::keyClick(chart, Qt::Key_End);
        card.setTimeline(StepTimeline{.step = 1,
                                      .moments = {{.seconds = 0.0, .bytes = {kGibibyte, 0, 0, kGibibyte, 0}},
                                                  {.seconds = 1.5, .bytes = {kGibibyte, 0, 0, 0, 0}}}});
        QCOMPARE(wordsOf(card), QStringLiteral("Peak at 0 s: 2.00 GiB"));
        QCOMPARE(chart->content().layers.front().values.front(), 1.0);
    }
};

WATCHED_TEST_MAIN(StepMemoryCardTest)
#include "step_memory_card_test.moc"
