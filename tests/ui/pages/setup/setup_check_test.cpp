// What is asked about a run's memory beside the form.
#include "ui/pages/setup/setup_check.h"

#include <QTest>

#include "core/models/shapes.h"
#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

SetupCheck checkOf(const RunConfig& run) {
    const auto model = shape_config("smollm-135m");
    SetupCheck check{.available_bytes = 65536 * kMiB};
    check.model = ModelFacts{.config = *model};
    check.estimate = estimate_memory(*model, run, batch_shape_of(run));
    return check;
}

}  // namespace

class SetupCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsAskedOfTheSizeToPlanFor() {
        const RunConfig run = default_run_config();
        SetupCheck check = checkOf(run);
        const LargestAnswer here = largestOf(check, run);
        QVERIFY(here.fit.has_value());
        QVERIFY(here.fit->fits);
        check.asked_bytes = 400 * kMiB;
        const LargestAnswer there = largestOf(check, run);
        QVERIFY(there.fit.has_value());
        QVERIFY(!there.fit->fits);
        for (const MemorySuggestion& suggestion : there.fit->suggestions)
            QVERIFY(suggestion.peak_bytes <= 400 * kMiB);
    }
};

WATCHED_TEST_MAIN(SetupCheckTest)
#include "setup_check_test.moc"
