// What a run takes up on the disk, as rows: the largest first, and what could not be read.
#include "ui/pages/history/details/run_facts.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

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
        const auto forgetting = forgettingOf({{.step = 0, .value = 2.31}, {.step = 50, .value = 2.34}});
        QVERIFY(forgetting.has_value());
        const auto rows = metricRows({}, {}, forgetting);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0][1].text, QStringLiteral("+0.0300 (2.3100 → 2.3400)"));
        const auto better = metricRows({}, {}, Forgetting{.before = 2.5, .after = 2.25});
        QCOMPARE(better[0][1].text, QStringLiteral("-0.2500 (2.5000 → 2.2500)"));
        QVERIFY(!forgettingOf({{.step = 0, .value = 2.31}}).has_value());
        QVERIFY(!forgettingOf({{.step = 5, .value = 2.31}, {.step = 50, .value = 2.34}}).has_value());
        QVERIFY(metricRows({}, {}).empty());
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
