#include "core/history/changed_settings.h"

#include <gtest/gtest.h>

#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

TEST(ChangedSettingsTest, EachChangeIsThereOnceInItsOrder) {
    const test::TemporaryFolder data;
    const RunFolder run = test::make_run(data.path(), "changed");
    const SettingsChanged rate{.step = 2, .learning_rate = 5e-5};
    const SettingsChanged every{.step = 4, .evaluation_every = 20};
    {
        auto recorder = RunRecorder::open(run, nullptr);
        ASSERT_TRUE(recorder) << recorder.error().message;
        // The last as a session that goes on tells it.
        const SettingsChanged again{.step = 3, .learning_rate = 5e-5, .evaluation_every = 20};
        for (const RunEvent& event :
             std::vector<RunEvent>{test::started_at(0), test::step_at(1), rate, test::step_at(3), every,
                                   test::started_at(3), again})
            ASSERT_TRUE(recorder->record(event));
    }
    EXPECT_EQ(changed_settings(run.events_file()), (std::vector{rate, every}));
}

TEST(ChangedSettingsTest, WithoutAFileThereAreNone) {
    const test::TemporaryFolder data;
    EXPECT_TRUE(changed_settings(data.path() / "events.jsonl").empty());
}

}  // namespace
}  // namespace tunebench
