#include "core/history/trained_adapters.h"

#include <gtest/gtest.h>

#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

class TrainedAdaptersTest : public testing::Test {
protected:
    RunFolder add(const std::string& name, const std::string& model, bool has_adapter = true) {
        RunManifest manifest{
            .id = new_run_id(), .config = default_run_config(), .created_at = timestamp_now()};
        manifest.config.general.name = name;
        manifest.config.model.path = model;
        auto run = *RunFolder::create(folder_.path(), manifest);
        if (has_adapter)
            std::filesystem::create_directories(run.adapter());
        auto recorder = RunRecorder::open(run, history_.get());
        EXPECT_TRUE(recorder->record(test::started_at(0)));
        EXPECT_TRUE(recorder->record(RunFinished{.step = 1}));
        EXPECT_TRUE(history_->flush());
        return run;
    }

    std::vector<std::string> names(const std::filesystem::path& model) {
        const auto reader = test::open_reader(folder_.path());
        const auto found = trained_adapters(*reader, model);
        EXPECT_TRUE(found) << found.error().message;
        std::vector<std::string> names;
        for (const auto& adapter : *found)
            names.push_back(adapter.run.name);
        return names;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<History> history_ = test::open_history(folder_.path());
};

TEST_F(TrainedAdaptersTest, OfThisModelAndStillThere) {
    const auto kept = add("kept", "/models/town");
    add("other model", "/models/village");
    add("whole model", "/models/town", /*has_adapter=*/false);
    const auto put_away = add("archived", "/models/town");
    history_->set_archived(put_away.manifest().id, true);
    ASSERT_TRUE(history_->flush());
    EXPECT_EQ(names("/models/town"), std::vector<std::string>{"kept"});
    const auto reader = test::open_reader(folder_.path());
    EXPECT_EQ(trained_adapters(*reader, "/models/town")->front().folder, kept.adapter());
}

TEST_F(TrainedAdaptersTest, PathsMayHoldQuotes) {
    const std::string odd = R"(/models/a "b" 'c' \d)";
    add("odd", odd);
    EXPECT_EQ(names(odd), std::vector<std::string>{"odd"});
    EXPECT_TRUE(names("/models/none").empty());
}

}  // namespace
}  // namespace tunebench
