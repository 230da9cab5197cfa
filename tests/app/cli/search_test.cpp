#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"
#include "tests/support/local_hub.h"

namespace tunebench::test {
namespace {

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";

class SearchTest : public testing::Test {
protected:
    SearchTest() {
        hub_.put({.id = "org/town-model",
                  .commit = kCommit,
                  .files = {{"config.json", {.content = "{}"}},
                            {"model.safetensors", {.content = std::string(3000, 'w'), .is_large = true}},
                            {"pytorch_model.bin", {.content = std::string(9000, 'p'), .is_large = true}}},
                  .downloads = 12345,
                  .licence = "apache-2.0",
                  .is_gated = true});
        hub_.put(
            {.id = "org/town-rows", .kind = "datasets", .commit = kCommit, .files = {{"a.jsonl", {"{}"}}}});
    }

    CliResult search(std::vector<std::string> arguments, ExtraEnvironment more = {}) const {
        arguments.insert(arguments.begin(), "search");
        ExtraEnvironment environment = {{"HF_ENDPOINT", hub_.url()},
                                        {"HF_HUB_CACHE", (sample_.folder() / "hub").string()},
                                        {"HOME", sample_.folder().string()},
                                        {"no_proxy", "127.0.0.1"},
                                        {"NO_PROXY", "127.0.0.1"},
                                        {"DBUS_SESSION_BUS_ADDRESS", ""},
                                        {"XDG_RUNTIME_DIR", ""}};
        environment.insert(environment.end(), more.begin(), more.end());
        return run_cli(sample_, std::move(arguments), environment);
    }

    SampleRun sample_;
    LocalHub hub_;
};

TEST_F(SearchTest, ATableForPeople) {
    const auto result = search({"town"});
    EXPECT_EQ(result.code, 0) << result.err;
    for (const auto* text : {"Name", "org/town-model", "12.3 k", "apache-2.0", "gated", "2025-03-01"})
        EXPECT_NE(result.out.find(text), std::string::npos) << text << "\n" << result.out;
    EXPECT_EQ(result.out.find("town-rows"), std::string::npos);
    EXPECT_NE(search({"village"}).out.find("knows no model"), std::string::npos);
}

TEST_F(SearchTest, JsonForMachines) {
    const auto json = json_of(search({"town", "--datasets", "--json"}));
    ASSERT_EQ(json["results"].size(), 1U);
    EXPECT_EQ(json["results"][0]["id"], "org/town-rows");
    EXPECT_EQ(json["results"][0]["kind"], "dataset");
    EXPECT_EQ(json["results"][0]["gated"], false);
    EXPECT_EQ(json["results"][0]["downloads"], 7);
}

TEST_F(SearchTest, FilesWithSizesAndWhatDownloadTakes) {
    const auto result = search({"org/town-model", "--files"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("takes 2 of 3 files, 2.93 KiB"), std::string::npos) << result.out;
    const auto json = json_of(search({"org/town-model", "--files", "--json"}));
    EXPECT_EQ(json["commit"], kCommit);
    ASSERT_EQ(json["files"].size(), 3U);
    EXPECT_EQ(json["files"][1]["path"], "model.safetensors");
    EXPECT_EQ(json["files"][1]["size"], 3000);
    EXPECT_EQ(json["files"][1]["chosen"], true);
    EXPECT_EQ(json["files"][2]["chosen"], false);
    EXPECT_EQ(json["chosen_bytes"], 3002);
}

TEST_F(SearchTest, WrongUseIsTwoAndFailureIsOne) {
    EXPECT_EQ(search({}).code, 2);
    EXPECT_EQ(search({"town", "--limit", "0"}).code, 2);
    EXPECT_EQ(search({"town", "--revision", "v1"}).code, 2);
    EXPECT_EQ(search({"no name", "--files"}).code, 2);
    EXPECT_EQ(search({"org/absent", "--files"}).code, 1);
    EXPECT_NE(search({"--help"}).out.find("Examples:"), std::string::npos);
}

TEST_F(SearchTest, OfflineNobodyIsAsked) {
    const auto result = search({"town"}, {{"HF_HUB_OFFLINE", "1"}});
    EXPECT_EQ(result.code, 1);
    EXPECT_NE(result.err.find("offline"), std::string::npos) << result.err;
    EXPECT_EQ(hub_.request_count(), 0U);
}

}  // namespace
}  // namespace tunebench::test
