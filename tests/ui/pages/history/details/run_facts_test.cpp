// What a run takes up on the disk, as rows: the largest first, and what could not be read.
#include "ui/pages/history/details/run_facts.h"

#include <QLocale>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/text/numbers.h"

using namespace tunebench;
using namespace tunebench::ui;

class RunFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsListedTheLargestFirst() {
        const auto rows = diskRows({.checkpoints = 10, .exports = 20});
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0][0].text, QStringLiteral("Exports"));
        QCOMPARE(rows[1][0].text, QStringLiteral("Checkpoints"));
    }

    void forgettingIsWhatTheGeneralTextHasCost() {
        const auto forgetting = forgetting_of({{.step = 0, .value = 2.31}, {.step = 50, .value = 2.34}});
        QVERIFY(forgetting.has_value());
        const auto rows = metricRows({}, {}, forgetting);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0][1].text, QStringLiteral("+0.0300"));
        QCOMPARE(rows[0][1].help, QStringLiteral("+0.0300 (2.3100 → 2.3400)"));
        const auto better = metricRows({}, {}, Forgetting{.before = 2.5, .after = 2.25});
        QCOMPARE(better[0][1].help, QStringLiteral("-0.2500 (2.5000 → 2.2500)"));
        QVERIFY(rows[0][0].help.startsWith(QStringLiteral("How much the loss on the general text")));
        QVERIFY(metricRows({}, {}).empty());
    }

    void aMetricHasItsNameAndItsBestStep() {
        MetricSummary tokens{.name = "tokens"};
        tokens.add(1, 100.0);
        tokens.add(300, 30'000.0);
        MetricSummary loss{.name = "loss"};
        loss.add(1, 4.5);
        loss.add(2, 0.25);
        loss.add(3, 0.5);
        MetricSummary speed{.name = "tokens_per_second"};
        speed.add(1, 1000.0);
        const auto rows = metricRows({tokens, loss, speed}, {});
        QCOMPARE(rows[2][1].text, QLocale().toString(1000));
        QCOMPARE(rows[0][0].text, QStringLiteral("Tokens"));
        QCOMPARE(rows[0][1].text, QLocale().toString(30'000));
        QCOMPARE(rows[0][2].text, QStringLiteral("–"));  // more tokens are not better ones
        QCOMPARE(rows[0][3].text, QStringLiteral("–"));
        QCOMPARE(rows[1][0].text, QStringLiteral("Training loss"));
        QCOMPARE(rows[1][1].text, QStringLiteral("0.5"));
        QCOMPARE(rows[1][2].text, QStringLiteral("0.25"));
        QCOMPARE(rows[1][3].text, QStringLiteral("2"));
        QVERIFY(rows[1][0].help.contains(QStringLiteral("loss: 3 values")));
        QVERIFY(rows[1][0].help.contains(QStringLiteral("Highest: 4.5 at step 1")));
    }

    void ofAPhaseTheTensorsAreShownAndTheProcessIsHelp() {
        RunDetails details;
        details.memory = {{.step = 9, .phase = "backward", .peak_bytes = 5 << 20, .resident_bytes = 7 << 20},
                          {.step = 9, .phase = "saving", .peak_bytes = 3 << 20, .resident_bytes = 6 << 20},
                          {.step = 9, .phase = "sampling", .peak_bytes = 2 << 20}};
        const auto rows = eventRows(details, {});
        QCOMPARE(rows.size(), std::size_t{3});
        const auto amount = [](std::uint64_t mebibytes) { return bytesText(mebibytes << 20); };
        QCOMPARE(rows[0][1].text, QStringLiteral("Memory peak in backward: %1").arg(amount(5)));
        QVERIFY(rows[0][1].help.endsWith(QStringLiteral("%1 in RAM during the steps.").arg(amount(7))));
        QVERIFY(rows[1][1].help.endsWith(QStringLiteral("%1 in RAM then.").arg(amount(6))));
        QCOMPARE(rows[2][1].help, rows[2][1].text);
        details.memory = {{.step = 9, .phase = "loading", .peak_bytes = 1 << 20}};
        details.manifest.config.precision.quantization = QuantizationType::Nf4;
        QCOMPARE(eventRows(details, {})[0][1].text,
                 QStringLiteral("Memory peak in loading and quantizing: %1").arg(amount(1)));
    }

    void whatCouldNotBeReadIsSaid() {
        const auto rows = diskRows(
            {.log = 5, .unread = Error{.message = "Cannot read /runs/a.", .hint = "Check its permissions."}});
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(rows[1][0].text.contains(QStringLiteral("Cannot read /runs/a.")));
        QCOMPARE(rows[1][0].help, QStringLiteral("Cannot read /runs/a. Check its permissions."));
        QVERIFY(rows[1][0].dot == HubDot::Warning);
        QCOMPARE(rows[1][1].text, QStringLiteral("?"));
    }
};

WATCHED_TEST_MAIN(RunFactsTest)
#include "run_facts_test.moc"
