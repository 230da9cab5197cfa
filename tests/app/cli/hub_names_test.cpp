// Run files that name what was downloaded from the hub.
#include <fstream>

#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"
#include "tests/core/base/folder_of_files.h"
#include "tests/support/local_hub.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";
const std::string kNewer(40, 'e');

class HubNamesTest : public testing::Test {
protected:
    HubNamesTest() {
        put(kCommit);
        hub_.put({.id = "org/rows",
                  .kind = "datasets",
                  .commit = kCommit,
                  .files = {{"README.md", {.content = "# Rows"}},
                            {"train.jsonl", {.content = bytes_of(sample_.train())}}}});
        auto json = sample_.run_json();
        json["model"]["path"] = "org/name";
        json["data"]["train"] = {"org/rows"};
        sample_.write_run_file(json);
    }

    void put(const std::string& commit) {
        LocalRepository model{.id = "org/name", .commit = commit};
        for (const auto& entry : fs::directory_iterator(sample_.model()))
            model.files[entry.path().filename().string()] = {.content = bytes_of(entry.path())};
        hub_.put(model);
    }

    CliResult run(std::vector<std::string> arguments) const {
        return run_cli(sample_, std::move(arguments),
                       {{"HF_ENDPOINT", hub_.url()},
                        {"HF_HUB_CACHE", cache().string()},
                        {"HOME", sample_.folder().string()},
                        {"no_proxy", "127.0.0.1"},
                        {"NO_PROXY", "127.0.0.1"},
                        {"DBUS_SESSION_BUS_ADDRESS", ""},
                        {"XDG_RUNTIME_DIR", ""}});
    }

    void download() const {
        ASSERT_EQ(run({"download", "org/name"}).code, 0);
        ASSERT_EQ(run({"download", "org/rows", "--dataset"}).code, 0);
    }

    fs::path cache() const { return sample_.folder() / "hub"; }
    std::string snapshot(const std::string& commit) const {
        return (cache() / "models--org--name/snapshots" / commit).string();
    }
    std::vector<fs::path> run_folders() const {
        std::vector<fs::path> folders;
        for (const auto& entry : fs::directory_iterator(sample_.data_folder() / "runs"))
            folders.push_back(entry.path());
        return folders;
    }

    SampleRun sample_;
    LocalHub hub_;
};

TEST_F(HubNamesTest, WhatIsNotThereIsSaidWithTheCommand) {
    for (const auto* command : {"run", "estimate", "preview"}) {
        const auto result = run({command, sample_.run_file().string()});
        EXPECT_EQ(result.code, 1) << command;
        EXPECT_NE(result.err.find("tunebench-cli download org/name"), std::string::npos) << result.err;
    }
    EXPECT_EQ(hub_.request_count(), 0U);
}

TEST_F(HubNamesTest, ARunIsFrozenWithTheCommit) {
    download();
    hub_.forget_requests();
    const auto result = run({"run", sample_.run_file().string()});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(hub_.request_count(), 0U);
    ASSERT_EQ(run_folders().size(), 1U);
    const auto manifest = bytes_of(run_folders().front() / "run.json");
    EXPECT_NE(manifest.find(snapshot(kCommit) + "\""), std::string::npos) << manifest;
    EXPECT_NE(manifest.find("datasets--org--rows/snapshots/" + kCommit), std::string::npos);
    const auto history = run({"history", "list"});
    EXPECT_NE(history.out.find("org/name"), std::string::npos) << history.out;
}

TEST_F(HubNamesTest, AfterAnUpdateTheSameFileIsTheSameRun) {
    download();
    ASSERT_EQ(run({"run", sample_.run_file().string()}).code, 0);
    put(kNewer);
    ASSERT_EQ(run({"download", "org/name"}).code, 0);
    // The finished run is found by the run file, although the name stands for another commit by now.
    const auto again = run({"run", sample_.run_file().string(), "--resume"});
    EXPECT_EQ(again.code, 2) << again.err;
    EXPECT_NE(again.err.find("has ended"), std::string::npos) << again.err;
    ASSERT_EQ(run({"run", sample_.run_file().string()}).code, 0);
    int newer = 0;
    for (const auto& folder : run_folders())
        newer += bytes_of(folder / "run.json").find(snapshot(kNewer)) != std::string::npos ? 1 : 0;
    EXPECT_EQ(newer, 1);
}

TEST_F(HubNamesTest, OtherCommandsTakeTheNameOfAModel) {
    EXPECT_NE(run({"inspect", "org/name"}).err.find("download org/name"), std::string::npos);
    download();
    EXPECT_EQ(run({"inspect", "org/name@" + kCommit}).code, 0);
    EXPECT_EQ(run({"generate", "org/name", "--prompt", "Say 1: "}).code, 0);
}

TEST_F(HubNamesTest, TheCommandLineNamesAFileOfADataSet) {
    download();
    EXPECT_EQ(
        run({"preview", sample_.run_file().string(), "--set", "data.train=org/rows@main/train.jsonl"}).code,
        0);
    const auto wrong =
        run({"preview", sample_.run_file().string(), "--set", "data.train=org/rows@main/absent.jsonl"});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_NE(wrong.err.find("absent.jsonl"), std::string::npos);
}

}  // namespace
}  // namespace tunebench::test
