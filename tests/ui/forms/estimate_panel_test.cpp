#include "ui/forms/estimate_panel.h"

#include <set>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/widgets/status_pill.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr std::uint64_t kMiB = 1 << 20;

MemoryEstimate sample() {
    MemoryEstimate estimate;
    estimate.phases = {{.name = "forward", .items = {{"weights", 40 * kMiB, ""}}},
                       {.name = "backward",
                        .items = {{"weights", 40 * kMiB, "10.5 M parameters × 4 B"},
                                  {"gradients", 8 * kMiB, ""},
                                  {"optimizer states", 16 * kMiB, ""},
                                  {"loss", 0, ""},
                                  {"activations", 36 * kMiB, ""}}}};
    estimate.peak_phase = "backward";
    estimate.peak_bytes = 100 * kMiB;
    estimate.total_parameters = 10'500'000;
    estimate.trainable_parameters = 105'000;
    estimate.textbook = "4NB with N = 105 k, B = 4: 1.6 MiB";
    estimate.checkpoint_bytes = 2 * kMiB;
    return estimate;
}

bool shows(const EstimatePanel& panel, const QString& text) {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&panel) && label->text().contains(text);
    });
}

}  // namespace

class EstimatePanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheItemsOfTheLargestPhase() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 4096 * kMiB);
        for (const char* text : {"100.00 MiB", "Weights", "Gradients", "Optimizer states", "Activations",
                                 "36.00 MiB", "4NB", "1.00 %"})
            QVERIFY2(shows(panel, QString::fromLatin1(text)), text);
        QVERIFY(!shows(panel, QStringLiteral("Loss")));  // nothing of it
    }

    void thePartsOfARunDifferInColour() {
        std::set<int> series;
        const std::vector<const char*> parts = {"weights",     "optimizer states", "batch",   "gradients",
                                                "activations", "temporaries",      "rounding"};
        for (const char* part : parts)
            series.insert(seriesOfItem(part));
        QCOMPARE(series.size(), parts.size());
        QCOMPARE(seriesOfItem("what is not known yet"), seriesOfItem("rounding"));
    }

    void allPhasesAreBehindTheLargest() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 4096 * kMiB);
        const MemoryPhase exporting{.name = "exporting", .items = {{"weights", 80 * kMiB, ""}}};
        panel.showPhases(sample(), exporting);
        const auto labels = panel.findChildren<QLabel*>();
        const auto line = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().startsWith(QStringLiteral("Largest in the phase"));
        });
        QVERIFY(line != labels.end());
        for (const char* text : {"Forward: 40.00 MiB", "Backward: 100.00 MiB", "Exporting: 80.00 MiB",
                                 "The first step takes no more than those after it"})
            QVERIFY2((*line)->toolTip().contains(QString::fromLatin1(text)), text);
        panel.showPhases(sample(), std::nullopt);
        QVERIFY(!(*line)->toolTip().contains(QStringLiteral("Exporting")));
    }

    void loadingThatQuantizesIsCalledSo() {
        MemoryEstimate estimate = sample();
        estimate.phases.push_back({.name = "loading", .items = {{"weights", 120 * kMiB, ""}}});
        estimate.peak_phase = "loading";
        estimate.quantizes = true;
        EstimatePanel panel;
        panel.showEstimate(estimate, 4096 * kMiB);
        QVERIFY(shows(panel, QStringLiteral("Largest in the phase “loading and quantizing”")));
        estimate.quantizes = false;
        panel.showEstimate(estimate, 4096 * kMiB);
        QVERIFY(shows(panel, QStringLiteral("Largest in the phase “loading”")));
    }

    void saysWhetherItFits() {
        EstimatePanel panel;
        const auto pillText = [&] { return panel.findChild<StatusPill*>()->text(); };
        panel.showEstimate(sample(), 4096 * kMiB);
        QCOMPARE(panel.fit(), Fit::Fits);
        QCOMPARE(pillText(), QStringLiteral("Fits"));
        panel.showEstimate(sample(), 110 * kMiB);
        QCOMPARE(panel.fit(), Fit::Tight);
        QCOMPARE(pillText(), QStringLiteral("Tight"));
        panel.showEstimate(sample(), 99 * kMiB);
        QCOMPARE(panel.fit(), Fit::TooLarge);
        QCOMPARE(pillText(), QStringLiteral("Does not fit"));
    }

    void whatFinishedRunsTookCountsInSumAndVerdict() {
        EstimatePanel panel;
        const MemoryCalibration learned{.runs = 5, .factor = 1.1, .beside = 200 * kMiB};
        panel.showEstimate(sample(), 105 * kMiB, learned);
        QCOMPARE(panel.fit(), Fit::TooLarge);
        const auto* total = panel.findChild<QLabel*>(QStringLiteral("estimate_total"));
        QCOMPARE(total->text(), QStringLiteral("110.00 MiB"));
        QVERIFY(shows(panel, QStringLiteral("10.00 MiB of it")));
        QVERIFY(shows(panel, QStringLiteral("40.00 MiB")));  // the weights as they are
        QVERIFY(shows(panel, QStringLiteral("5 finished runs")));
        auto* line = panel.findChild<QLabel*>(QStringLiteral("estimate_calibration"));
        QVERIFY(line->toolTip().contains(QStringLiteral("200.00 MiB")));
        panel.showEstimate(sample(), 105 * kMiB, {.runs = 3});
        QCOMPARE(panel.fit(), Fit::Tight);
        QVERIFY(shows(panel, QStringLiteral("3 finished runs took no more")));
        panel.showEstimate(sample(), 105 * kMiB);
        QVERIFY(!shows(panel, QStringLiteral("finished runs")));
    }

    void saysHowSureItIs() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 4096 * kMiB);
        QVERIFY(
            shows(panel, QStringLiteral("90.00\u00a0MiB to 110.00\u00a0MiB: it may be 10\u00a0%\u00a0off")));
        panel.showEstimate(sample(), 4096 * kMiB, {.runs = 5, .factor = 1.1, .uncertainty = 0.2});
        QVERIFY(
            shows(panel, QStringLiteral("88.00\u00a0MiB to 132.00\u00a0MiB: it may be 20\u00a0%\u00a0off")));
    }

    void aLimitThatWasAskedForIsNotAvailable() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 64 * kMiB, {}, /*isLimitAsked=*/true);
        QCOMPARE(panel.fit(), Fit::TooLarge);
        QVERIFY(shows(panel, QStringLiteral("of 64.00 MiB")));
        QVERIFY(!shows(panel, QStringLiteral("available")));
    }

    void theTableOfAllMethodsIsAClickAway() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 4096 * kMiB);
        panel.show();
        QSignalSpy requested(&panel, &EstimatePanel::tableRequested);
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("what_fits_where")), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
    }

    void anUnknownMachineGetsNoVerdict() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 0);
        QCOMPARE(panel.fit(), Fit::Unknown);
    }

    void withoutAnEstimateItSaysWhy() {
        EstimatePanel panel;
        panel.showEstimate(sample(), 4096 * kMiB);
        panel.showNothing(QStringLiteral("Choose a model"));
        QVERIFY(shows(panel, QStringLiteral("Choose a model")));
        QVERIFY(!shows(panel, QStringLiteral("Weights")));
    }
};

WATCHED_TEST_MAIN(EstimatePanelTest)
#include "estimate_panel_test.moc"
