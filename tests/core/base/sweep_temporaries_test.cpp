#include "core/base/sweep_temporaries.h"

#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/base/unfinished_path.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class SweepTemporariesTest : public testing::Test {
protected:
    std::set<std::string> names() const {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_.path()))
            names.insert(entry.path().filename().string());
        return names;
    }

    test::TemporaryFolder folder_;
};

TEST_F(SweepTemporariesTest, WhatWasBeingWrittenGoesAndTheRestStays) {
    for (const auto* name : {"events.jsonl", ".hidden", "notes.tmp-1"})
        std::ofstream(folder_.path() / name) << "stays";
    fs::create_directory(folder_.path() / "model");
    auto file = DurableFileWriter::open(folder_.path() / "run.json");
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->append("half"));
    auto model = UnfinishedPath::beside(folder_.path() / "model");
    ASSERT_TRUE(model);
    fs::create_directory(model->path());
    std::ofstream(model->path() / "model.safetensors") << "half";
    ASSERT_EQ(names().size(), 6U);
    sweep_temporaries(folder_.path());
    EXPECT_EQ(names(), (std::set<std::string>{"events.jsonl", ".hidden", "notes.tmp-1", "model"}));
}

TEST_F(SweepTemporariesTest, WhatMayStillBeWrittenStays) {
    const auto old = folder_.path() / ".tmp-aaaaaaaa";
    const auto young = folder_.path() / ".tmp-bbbbbbbb";
    fs::create_directory(old);
    fs::create_directory(young);
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(2));
    sweep_temporaries(folder_.path(), std::chrono::hours(1));
    EXPECT_EQ(names(), std::set<std::string>{".tmp-bbbbbbbb"});
}

TEST_F(SweepTemporariesTest, AFolderThatIsNotThereIsSwept) {
    sweep_temporaries(folder_.path() / "missing");
    EXPECT_TRUE(names().empty());
}

}  // namespace
}  // namespace tunebench
