#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "core/formats/jsonl.h"
#include "core/run/run_config.h"

namespace tunebench {
namespace {

const std::filesystem::path kSamples = TUNEBENCH_SOURCE_DIR "/resources/samples";

bool has_prompt(const std::filesystem::path& file, const std::string& prompt) {
    auto reader = JsonlReader::open(file);
    EXPECT_TRUE(reader) << reader.error().message;
    while (true) {
        const auto row = reader->next();
        EXPECT_TRUE(row) << row.error().message;
        if (!row || !row->has_value())
            return false;
        if ((*row)->value.at("prompt") == prompt)
            return true;
    }
}

class RunFilesTest : public testing::TestWithParam<const char*> {};

TEST_P(RunFilesTest, AreValidAndNameFilesThatExist) {
    const auto config = load_run_file(kSamples / (std::string(GetParam()) + ".tunebench.json"));
    ASSERT_TRUE(config) << config.error().message;
    ASSERT_EQ(config->data.train.size(), 1U);
    EXPECT_TRUE(std::filesystem::exists(config->data.train.front().path));
    EXPECT_TRUE(std::filesystem::exists(config->data.validation));
}

TEST_P(RunFilesTest, ShowSamplesOfTheValidationFile) {
    const auto config = load_run_file(kSamples / (std::string(GetParam()) + ".tunebench.json"));
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_FALSE(config->evaluation.samples.empty());
    for (const auto& sample : config->evaluation.samples)
        EXPECT_TRUE(has_prompt(config->data.validation, sample)) << sample;
}

INSTANTIATE_TEST_SUITE_P(Bundled, RunFilesTest, testing::Values("town", "opinion"));

}  // namespace
}  // namespace tunebench
