#include <chrono>
#include <csignal>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"
#include "tests/core/base/folder_of_files.h"
#include "tests/support/local_hub.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";
constexpr std::chrono::seconds kLong{60};

class DownloadTest : public testing::Test {
protected:
    DownloadTest() {
        hub_.put({.id = "org/name",
                  .commit = kCommit,
                  .files = {{"config.json", {.content = "{}"}},
                            {"model.safetensors", {.content = std::string(100000, 'w'), .is_large = true}}}});
    }

    fs::path cache() const { return sample_.folder() / "hub"; }
    fs::path snapshot() const { return cache() / "models--org--name/snapshots" / kCommit; }

    ExtraEnvironment environment() const {
        return {{"HF_ENDPOINT", hub_.url()},      {"HF_HUB_CACHE", cache().string()},
                {"HF_TOKEN", "hf_cli"},           {"HOME", sample_.folder().string()},
                {"no_proxy", "127.0.0.1"},        {"NO_PROXY", "127.0.0.1"},
                {"DBUS_SESSION_BUS_ADDRESS", ""}, {"XDG_RUNTIME_DIR", ""}};
    }

    CliResult download(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "download");
        return run_cli(sample_, std::move(arguments), environment());
    }

    SampleRun sample_;
    LocalHub hub_;
};

TEST_F(DownloadTest, EndsWithTheFolderOfTheSnapshot) {
    const auto result = download({"org/name"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_TRUE(result.out.ends_with("\n" + snapshot().string() + "\n")) << result.out;
    EXPECT_EQ(bytes_of(snapshot() / "model.safetensors"), std::string(100000, 'w'));
    EXPECT_EQ(hub_.front().requests().at(0).header("authorization"), "Bearer hf_cli");
    EXPECT_EQ(hub_.store().requests().at(0).header("authorization"), "");
}

TEST_F(DownloadTest, JsonNamesEveryFile) {
    const auto json = json_of(download({"org/name", "--json"}));
    EXPECT_EQ(json["snapshot"], snapshot().string());
    EXPECT_EQ(json["commit"], kCommit);
    ASSERT_EQ(json["files"].size(), 2U);
    EXPECT_EQ(json["files"][1]["path"], "model.safetensors");
    EXPECT_EQ(json["files"][1]["was_there"], false);
    EXPECT_EQ(json_of(download({"org/name", "--json"}))["fetched_bytes"], 0);
}

TEST_F(DownloadTest, AnInterruptStopsWithThreeAndARerunGoesOn) {
    hub_.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.target.find("signature=") != std::string::npos)
            reply.stall_after = 40000;
    });
    const auto process = start_cli(sample_, {"download", "org/name"}, environment());
    const auto incomplete =
        cache() / "models--org--name/blobs" /
        (hash_of({.content = std::string(100000, 'w'), .is_large = true}) + ".incomplete");
    const auto end = std::chrono::steady_clock::now() + kLong;
    std::error_code error;
    while (fs::file_size(incomplete, error) != 40000U && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    process->send(SIGINT);
    EXPECT_EQ(process->wait(), 3) << process->err();
    EXPECT_NE(process->err().find("goes on where it was"), std::string::npos) << process->err();
    hub_.set_hook([](const HttpServed&, HttpReply&) {});
    hub_.forget_requests();
    const auto result = download({"org/name"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(hub_.store().requests().at(0).header("range"), "bytes=40000-");
    EXPECT_EQ(bytes_of(snapshot() / "model.safetensors"), std::string(100000, 'w'));
}

TEST_F(DownloadTest, OfflineSaysWhatIsMissing) {
    const auto missing = download({"org/name", "--offline"});
    EXPECT_EQ(missing.code, 1);
    EXPECT_NE(missing.err.find("org/name (main) is not in the cache"), std::string::npos) << missing.err;
    EXPECT_EQ(hub_.request_count(), 0U);
    ASSERT_EQ(download({"org/name"}).code, 0);
    hub_.forget_requests();
    EXPECT_EQ(download({"org/name", "--offline"}).code, 0);
    EXPECT_EQ(hub_.request_count(), 0U);
}

TEST_F(DownloadTest, WrongUseIsTwoAndFailureIsOne) {
    EXPECT_EQ(download({"not a name"}).code, 2);
    EXPECT_EQ(download({"org/name", "--revision", "../x"}).code, 2);
    EXPECT_EQ(download({"org/name", "--all", "--include", "*"}).code, 2);
    EXPECT_EQ(download({"org/other"}).code, 1);
    EXPECT_EQ(download({"org/name", "--include", "*.nothing"}).code, 1);
}

}  // namespace
}  // namespace tunebench::test
