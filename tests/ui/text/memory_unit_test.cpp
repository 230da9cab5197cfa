#include "ui/text/memory_unit.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

namespace {

constexpr double kMiB = 1024.0 * 1024.0;

}  // namespace

class MemoryUnitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLargestAmountChoosesIt() {
        QCOMPARE(memoryUnitFor(3.0 * kMiB).name, QStringLiteral("MiB"));
        QCOMPARE(memoryUnitFor(3.0 * kMiB).bytes, kMiB);
        QCOMPARE(memoryUnitFor(1023.0 * kMiB).name, QStringLiteral("MiB"));
        QCOMPARE(memoryUnitFor(1024.0 * kMiB).name, QStringLiteral("GiB"));
        QCOMPARE(memoryUnitFor(1024.0 * kMiB).bytes, 1024.0 * kMiB);
        QCOMPARE(memoryUnitFor(0.0).name, QStringLiteral("GiB"));
    }

    void amountsAreWrittenWithTheUnitThatSuitsThem() {
        QCOMPARE(memoryText(3.0, memoryUnitFor(3.0 * kMiB)), QStringLiteral("3.00 MiB"));
        QCOMPARE(memoryText(0.5, memoryUnitFor(4096.0 * kMiB)), QStringLiteral("512.00 MiB"));
        QCOMPARE(memoryText(-1.0, memoryUnitFor(0.0)), QStringLiteral("0 B"));
    }

    void metricsOfBytesAreKnownByTheirNames() {
        QVERIFY(isOfMemory("memory_peak_bytes"));
        QVERIFY(isOfMemory("process_memory_bytes"));
        QVERIFY(!isOfMemory("loss"));
    }
};

WATCHED_TEST_MAIN(MemoryUnitTest)
#include "memory_unit_test.moc"
