#include <algorithm>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "core/hub/cached_snapshot.h"
#include "core/hub/repository_cache.h"
#include "tests/core/base/folder_of_files.h"
#include "tests/core/hub/network/hub_bench.h"
#include "tests/core/hub/shared_cache.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using test::HttpReply;
using test::HttpServed;
using test::kBenchCommit;

/// Every path below the folder, links with what they point to, without lock files.
std::set<std::string> layout_of(const fs::path& folder) {
    std::set<std::string> layout;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().lexically_relative(folder).string();
        if (entry.is_symlink())
            layout.insert(path + " -> " + fs::read_symlink(entry.path()).string());
        else if (entry.is_regular_file())
            layout.insert(path + " = " + test::bytes_of(entry.path()));
    }
    return layout;
}

class DownloadTest : public testing::Test {
protected:
    DownloadTest() {
        repository_ = bench_.small_model();
        repository_.files["extra/notes.txt"] = {.content = "notes"};
        repository_.files["tokenizer.json"] = {.content = "{}"};
        bench_.hub.put(repository_);
    }

    std::string hash(const std::string& path) const { return test::hash_of(repository_.files.at(path)); }

    test::HubBench bench_;
    test::LocalRepository repository_;
    const DownloadRequest everything_ = {.repository = {.id = "org/name"}, .choice = {.all = true}};
};

TEST_F(DownloadTest, LaysFilesOutAsTheDocumentationSays) {
    const auto download = bench_.download(everything_);
    ASSERT_TRUE(download) << download.error().message;
    const test::SharedCache expected;
    for (const auto& [path, file] : repository_.files)
        expected.add_blob(hash(path), file.content);
    expected.add_link(kBenchCommit, "config.json", "../../blobs/" + hash("config.json"));
    expected.add_link(kBenchCommit, "tokenizer.json", "../../blobs/" + hash("tokenizer.json"));
    expected.add_link(kBenchCommit, "model.safetensors", "../../blobs/" + hash("model.safetensors"));
    expected.add_link(kBenchCommit, "extra/notes.txt", "../../../blobs/" + hash("extra/notes.txt"));
    expected.add_ref("main", kBenchCommit);
    auto layout = layout_of(bench_.cached());
    std::erase_if(layout, [](const std::string& path) { return path.starts_with(".no_exist/"); });
    EXPECT_EQ(layout, layout_of(expected.repository()));
    EXPECT_EQ(download->snapshot, bench_.cached() / "snapshots" / kBenchCommit);
    EXPECT_TRUE(fs::exists(bench_.access.settings.cache / ".locks/models--org--name" /
                           (hash("config.json") + ".lock")));
}

TEST_F(DownloadTest, WhatAnotherToolDownloadedIsNotFetchedAgain) {
    const test::SharedCache theirs;
    for (const auto& [path, file] : repository_.files) {
        theirs.add_blob(hash(path), file.content);
        const auto* target = path.starts_with("extra/") ? "../../../blobs/" : "../../blobs/";
        theirs.add_link(kBenchCommit, path, target + hash(path));
    }
    theirs.add_ref("main", kBenchCommit);
    bench_.access.settings.cache = theirs.path();
    const auto before = layout_of(theirs.repository());
    const auto download = bench_.download(everything_);
    ASSERT_TRUE(download) << download.error().message;
    EXPECT_EQ(download->fetched_bytes, 0U);
    EXPECT_EQ(bench_.hub.request_count(), 1U);  // the list
    EXPECT_TRUE(std::all_of(download->files.begin(), download->files.end(),
                            [](const DownloadedFile& file) { return file.was_there; }));
    auto after = layout_of(theirs.repository());
    std::erase_if(after, [](const std::string& path) { return path.starts_with(".no_exist/"); });
    EXPECT_EQ(after, before);
}

TEST_F(DownloadTest, WhatAnotherToolBeganIsFinished) {
    const test::SharedCache theirs;
    theirs.add_blob(hash("model.safetensors") + ".incomplete", test::noise(3000).substr(0, 2000));
    bench_.access.settings.cache = theirs.path();
    const auto download = bench_.download_model();
    ASSERT_TRUE(download) << download.error().message;
    EXPECT_EQ(bench_.hub.store().requests().at(0).header("range"), "bytes=2000-");
    EXPECT_EQ(test::bytes_of(download->snapshot / "model.safetensors"), test::noise(3000));
}

TEST_F(DownloadTest, AnotherRevisionSharesTheBlobs) {
    ASSERT_TRUE(bench_.download_model());
    repository_.commit = std::string(40, 'd');
    repository_.files["config.json"].content = "{\"model_type\": \"qwen2\"}";
    bench_.hub.put(repository_);
    const auto download = bench_.download_model();
    ASSERT_TRUE(download);
    EXPECT_EQ(download->fetched_bytes, repository_.files["config.json"].content.size());
    EXPECT_EQ(test::bytes_of(bench_.cached() / "refs/main"), repository_.commit);
    EXPECT_TRUE(fs::exists(bench_.cached() / "snapshots" / kBenchCommit / "config.json"));
}

TEST_F(DownloadTest, OnlyWhatIsNeededIsFetched) {
    const auto download = bench_.download_model();
    ASSERT_TRUE(download);
    EXPECT_EQ(download->files.size(), 3U);
    EXPECT_FALSE(fs::exists(download->snapshot / "extra"));
    const auto chosen =
        bench_.download({.repository = {.id = "org/name"}, .choice = {.patterns = {"extra/*"}}});
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->files.size(), 1U);
}

TEST_F(DownloadTest, ListsWithoutHashesAreCompletedByAskingForHeaders) {
    bench_.hub.list_without_hashes();
    const auto download = bench_.download(everything_);
    ASSERT_TRUE(download) << download.error().message;
    for (const DownloadedFile& file : download->files)
        EXPECT_EQ(file.hash, hash(file.path));
    for (const HttpServed& request : bench_.hub.store().requests())
        EXPECT_EQ(request.method, "GET");
}

TEST_F(DownloadTest, ADataSetHasAddressesAndAFolderOfItsOwn) {
    bench_.hub.put({.id = "org/data",
                    .kind = "datasets",
                    .commit = kBenchCommit,
                    .files = {{"data/train 1.jsonl", {.content = "{}\n"}}, {"load.py", {.content = "x"}}}});
    const auto download =
        bench_.download({.repository = {.kind = RepositoryKind::Dataset, .id = "org/data"}});
    ASSERT_TRUE(download) << download.error().message;
    ASSERT_EQ(download->files.size(), 1U);
    EXPECT_EQ(test::bytes_of(download->snapshot / "data/train 1.jsonl"), "{}\n");
    EXPECT_EQ(download->snapshot.parent_path().parent_path().filename(), "datasets--org--data");
    EXPECT_EQ(bench_.hub.front().requests().back().target,
              "/datasets/org/data/resolve/" + kBenchCommit + "/data/train%201.jsonl");
    // Once more: the links of data sets are followed as those of models are.
    EXPECT_TRUE(bench_.download({.repository = {.kind = RepositoryKind::Dataset, .id = "org/data"}}));
}

TEST_F(DownloadTest, ProgressCountsEveryByteOnce) {
    std::vector<DownloadProgress> seen;
    const auto download =
        download_repository(bench_.access, everything_,
                            [&seen](const DownloadProgress& progress) { seen.push_back(progress); }, {});
    ASSERT_TRUE(download);
    std::uint64_t total = 0;
    for (const auto& [path, file] : repository_.files)
        total += file.content.size();
    ASSERT_FALSE(seen.empty());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        EXPECT_EQ(seen[i].size, total);
        EXPECT_EQ(seen[i].file_count, 4U);
        EXPECT_LE(seen[i].file_bytes, seen[i].file_size);
        EXPECT_GE(seen[i].bytes, i == 0 ? 0 : seen[i - 1].bytes);
    }
    EXPECT_EQ(seen.back().bytes, total);
    EXPECT_EQ(seen.back().files_done, 4U);
    EXPECT_EQ(download->fetched_bytes, total);
}

TEST_F(DownloadTest, NamesThatWouldLeaveTheFolderAreRefusedBeforeAnythingIsFetched) {
    for (const std::string& name :
         {std::string("../evil.json"), std::string("/evil.json"), std::string("a\\..\\evil.json"),
          std::string("a/../../evil.json"), std::string("evil.json\n"), std::string("CON.json")}) {
        auto hostile = repository_;
        hostile.files[name] = {.content = "evil"};
        bench_.hub.put(hostile);
        bench_.hub.forget_requests();
        const auto download = bench_.download(everything_);
        ASSERT_FALSE(download) << name;
        EXPECT_EQ(download.error().code, ErrorCode::Corrupt) << name;
        EXPECT_EQ(bench_.hub.request_count(), 1U) << name;
    }
    EXPECT_FALSE(fs::exists(bench_.folder.path() / "evil.json"));
}

TEST_F(DownloadTest, WithoutLinksFilesAreCopiesAndStillNotFetchedAgain) {
    bench_.access.make_symlink = [](const char*, const char*) {
        errno = EPERM;
        return -1;
    };
    const auto download = bench_.download_model();
    ASSERT_TRUE(download) << download.error().message;
    EXPECT_FALSE(fs::is_symlink(download->snapshot / "config.json"));
    EXPECT_TRUE(fs::is_regular_file(download->snapshot / "config.json"));
    fs::remove_all(bench_.cached() / "blobs");
    EXPECT_EQ(bench_.download_model()->fetched_bytes, 0U);
}

TEST_F(DownloadTest, OfflineNothingIsAsked) {
    ASSERT_TRUE(bench_.download_model());
    bench_.hub.forget_requests();
    bench_.access.settings.offline = true;
    const auto download = bench_.download_model();
    ASSERT_TRUE(download) << download.error().message;
    EXPECT_EQ(download->snapshot, bench_.cached() / "snapshots" / kBenchCommit);
    EXPECT_EQ(download->files.size(), 3U);
    fs::remove(bench_.cached() / "blobs" / hash("model.safetensors"));
    const auto broken = bench_.download_model();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::NotFound);
    EXPECT_NE(broken.error().message.find("model.safetensors"), std::string::npos) << broken.error().message;
    EXPECT_EQ(bench_.download({.repository = {.id = "org/other"}}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(bench_.hub.request_count(), 0U);
}

TEST_F(DownloadTest, ADeletedBlobIsFetchedAgain) {
    ASSERT_TRUE(bench_.download_model());
    fs::remove(bench_.cached() / "blobs" / hash("model.safetensors"));
    const auto download = bench_.download_model();
    ASSERT_TRUE(download) << download.error().message;
    EXPECT_EQ(download->fetched_bytes, 3000U);
    EXPECT_EQ(test::bytes_of(download->snapshot / "model.safetensors"), test::noise(3000));
}

TEST_F(DownloadTest, FilesThatTheHubLacksAreMarked) {
    ASSERT_TRUE(bench_.download_model());
    const RepositoryCache cache(bench_.access.settings.cache, {.id = "org/name"});
    EXPECT_TRUE(cache.is_marked_missing(kBenchCommit, "generation_config.json"));
    EXPECT_FALSE(cache.is_marked_missing(kBenchCommit, "tokenizer.json"));
}

TEST_F(DownloadTest, TwoAtOnceFetchEachFileOnce) {
    Result<Download> first = Download{};
    std::thread other([&] { first = bench_.download_model(); });
    const auto second = bench_.download_model();
    other.join();
    ASSERT_TRUE(first) << first.error().message;
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_EQ(bench_.hub.store().requests().size(), 1U);
}

TEST_F(DownloadTest, AFileThatIsListedButNotThereIsAnError) {
    bench_.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.target.ends_with("/config.json"))
            reply = {.status = 404, .headers = {{"X-Error-Code", "EntryNotFound"}}};
    });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::NotFound);
    EXPECT_NE(download.error().hint.find("lists its files"), std::string::npos) << download.error().hint;
}

TEST_F(DownloadTest, SizesBeyondTheDiskAreRefusedAtOnce) {
    bench_.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.target.find("/revision/") != std::string::npos)
            reply.body = R"({"sha": ")" + kBenchCommit + R"(", "siblings": [{"rfilename": "model.safetensors",
                "lfs": {"sha256": ")" +
                         std::string(64, 'a') + R"(", "size": 1000000000000000}}]})";
    });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::OutOfSpace);
    EXPECT_EQ(bench_.hub.request_count(), 1U);
}

TEST_F(DownloadTest, AnUnreachableHubSaysSoAndPointsToTheCache) {
    bench_.access.settings.endpoint = "http://127.0.0.1:1";
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::Io);
    EXPECT_NE(download.error().message.find("127.0.0.1"), std::string::npos);
    EXPECT_NE(download.error().hint.find("--offline"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
