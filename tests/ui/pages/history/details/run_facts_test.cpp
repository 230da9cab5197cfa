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
