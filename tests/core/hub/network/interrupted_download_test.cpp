// What happens to bytes on the way: cuts, damage, servers that change or know no ranges.
#include <chrono>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "core/hub/repository_cache.h"
#include "tests/core/base/folder_of_files.h"
#include "tests/core/hub/network/hub_bench.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using test::HttpReply;
using test::HttpServed;
using namespace std::chrono_literals;

class InterruptedDownloadTest : public testing::Test {
protected:
    static constexpr std::size_t kBytes = 3000;

    InterruptedDownloadTest() { publish(content_); }

    void publish(const std::string& content) {
        content_ = content;
        bench_.hub.put(bench_.small_model(content));
    }

    /// Spoils the answers of the server of large files.
    void spoil_weights(std::function<void(const HttpServed&, HttpReply&)> spoil) {
        bench_.hub.set_hook([spoil = std::move(spoil)](const HttpServed& request, HttpReply& reply) {
            if (request.target.find("signature=") != std::string::npos)
                spoil(request, reply);
        });
    }

    std::string hash() const { return test::hash_of({.content = content_, .is_large = true}); }
    fs::path blob() const { return bench_.cached() / "blobs" / hash(); }
    fs::path incomplete() const { return bench_.cached() / "blobs" / (hash() + ".incomplete"); }
    void forget_weights() const { fs::remove(blob()); }

    void expect_whole(const Result<Download>& download) const {
        ASSERT_TRUE(download) << download.error().message;
        EXPECT_EQ(test::bytes_of(download->snapshot / "model.safetensors"), content_);
        EXPECT_FALSE(fs::exists(incomplete()));
    }

    void expect_nothing_kept() const {
        EXPECT_FALSE(fs::exists(blob()));
        EXPECT_FALSE(fs::exists(incomplete()));
        EXPECT_FALSE(fs::exists(bench_.cached() / "snapshots" / test::kBenchCommit / "model.safetensors"));
        EXPECT_FALSE(fs::exists(bench_.cached() / "refs/main"));
    }

    test::HubBench bench_;
    std::string content_ = test::noise(kBytes);
};

TEST_F(InterruptedDownloadTest, TwoHundredCutsAreResumed) {
    std::mt19937 random(7);
    int cuts = 0;
    while (cuts < 200) {
        forget_weights();
        bench_.hub.forget_requests();
        const int before = cuts;
        const int wanted = 1 + static_cast<int>(random() % 4);
        spoil_weights([&](const HttpServed&, HttpReply& reply) {
            if (cuts - before < wanted) {
                reply.cut_after = 1 + random() % 600;
                ++cuts;
            }
        });
        const auto download = bench_.download_model();
        expect_whole(download);
        ASSERT_TRUE(download);
        ASSERT_EQ(
            download->fetched_bytes,
            before == 0 ? kBytes + bench_.small_model().files.at("config.json").content.size() : kBytes);
        const auto requests = bench_.hub.store().requests();
        ASSERT_EQ(requests.size(), static_cast<std::size_t>(wanted) + 1);
        EXPECT_EQ(requests.front().header("range"), "");
        for (std::size_t i = 1; i < requests.size(); ++i)
            EXPECT_TRUE(requests[i].header("range").starts_with("bytes=")) << i;
    }
    EXPECT_GE(cuts, 200);
}

TEST_F(InterruptedDownloadTest, CutsAreResumedByTheNextProcessToo) {
    bench_.access.policy.attempts = 1;
    std::mt19937 random(11);
    spoil_weights([&](const HttpServed&, HttpReply& reply) { reply.cut_after = 100 + random() % 300; });
    std::uint64_t fetched = 0;
    int runs = 0;
    for (auto download = bench_.download_model(); !download; download = bench_.download_model()) {
        ASSERT_EQ(download.error().code, ErrorCode::Io) << download.error().message;
        ASSERT_LT(++runs, 100);
        ASSERT_GT(fs::file_size(incomplete()), fetched);
        fetched = fs::file_size(incomplete());
        EXPECT_FALSE(fs::exists(bench_.cached() / "refs/main"));
    }
    EXPECT_GE(runs, 7);
    expect_whole(bench_.download_model());
}

TEST_F(InterruptedDownloadTest, UntilItsEndItIsKnownWhatIsMissing) {
    const RepositoryCache cache(bench_.access.settings.cache, {.id = "org/name"});
    spoil_weights([](const HttpServed&, HttpReply& reply) { reply = {.status = 404}; });
    ASSERT_FALSE(bench_.download_model());
    EXPECT_TRUE(cache.lacks_wanted(test::kBenchCommit));
    spoil_weights([](const HttpServed&, HttpReply&) {});
    ASSERT_TRUE(bench_.download_model());
    EXPECT_FALSE(cache.lacks_wanted(test::kBenchCommit));
    fs::remove(bench_.cached() / "snapshots" / test::kBenchCommit / "model.safetensors");
    EXPECT_FALSE(cache.lacks_wanted(test::kBenchCommit)) << "that is somebody else's doing";
}

TEST_F(InterruptedDownloadTest, TwoHundredFlippedBytesAreCaught) {
    std::mt19937 random(13);
    for (int round = 0; round < 200; ++round) {
        const std::size_t at = random() % kBytes;
        const auto flip = static_cast<char>(1U << (random() % 8));
        spoil_weights([&](const HttpServed&, HttpReply& reply) {
            reply.body.at(at) = static_cast<char>(reply.body.at(at) ^ flip);
        });
        const auto download = bench_.download_model();
        ASSERT_FALSE(download) << round;
        ASSERT_EQ(download.error().code, ErrorCode::Corrupt) << download.error().message;
        ASSERT_NE(download.error().message.find("damaged"), std::string::npos) << download.error().message;
        ASSERT_NE(download.error().message.find(hash()), std::string::npos);
        expect_nothing_kept();
    }
}

TEST_F(InterruptedDownloadTest, DamageInAGitFileIsCaughtToo) {
    bench_.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.target.ends_with("/config.json"))
            reply.body.at(3) = '#';
    });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::Corrupt);
    EXPECT_TRUE(fs::is_empty(bench_.cached() / "blobs"));
}

TEST_F(InterruptedDownloadTest, DamageThatPassesIsRepairedByFetchingAgain) {
    int damaged = 1;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        if (damaged-- > 0)
            reply.body.at(17) = static_cast<char>(~reply.body.at(17));
    });
    expect_whole(bench_.download_model());
}

TEST_F(InterruptedDownloadTest, APartThatWasDamagedOnTheDiskIsFetchedAgain) {
    fs::create_directories(incomplete().parent_path());
    std::ofstream(incomplete(), std::ios::binary) << std::string(1000, 'x');
    expect_whole(bench_.download_model());
    const auto requests = bench_.hub.store().requests();
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].header("range"), "bytes=1000-");
    EXPECT_EQ(requests[1].header("range"), "");
}

TEST_F(InterruptedDownloadTest, WithoutRangesItBeginsAnew) {
    int cuts = 3;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        reply.takes_ranges = false;
        if (cuts-- > 0)
            reply.cut_after = 1000;
    });
    expect_whole(bench_.download_model());
}

TEST_F(InterruptedDownloadTest, AServerThatAlwaysBeginsAnewIsGivenUp) {
    int count = 0;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        reply.takes_ranges = false;
        reply.cut_after = ++count % 2 == 0 ? 1000 : 500;
    });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::Io);
    EXPECT_LT(count, 10);
}

TEST_F(InterruptedDownloadTest, WaitsGrowAndBeginAnewWithEveryByteThatCame) {
    int count = 0;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        ++count;
        if (count == 1 || count == 2 || count == 4)
            reply.cut_after = 0;
        else if (count == 3)
            reply.cut_after = 10;
    });
    expect_whole(bench_.download_model());
    EXPECT_EQ(*bench_.waits, (std::vector<std::chrono::milliseconds>{1000ms, 2000ms, 1000ms, 2000ms}));
}

TEST_F(InterruptedDownloadTest, ARangeOtherThanTheOneAskedForIsNotAppended) {
    int count = 0;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        ++count;
        if (count == 1) {
            reply.cut_after = 1000;
        } else if (count == 2) {
            reply.takes_ranges = false;
            reply.status = 206;
            reply.headers.emplace_back("Content-Range", "bytes 900-2999/3000");
            reply.body = reply.body.substr(900);
        }
    });
    expect_whole(bench_.download_model());
    EXPECT_EQ(bench_.hub.store().requests().back().header("range"), "");
}

TEST_F(InterruptedDownloadTest, LengthsThatAreWrongDoNoHarm) {
    for (const std::size_t announced : {std::size_t{0}, kBytes - 500, kBytes + 500}) {
        forget_weights();
        int lies = 1;
        spoil_weights([&](const HttpServed&, HttpReply& reply) {
            if (lies-- > 0)
                reply.announced_length = announced;
        });
        expect_whole(bench_.download_model());
    }
}

TEST_F(InterruptedDownloadTest, MoreBytesThanTheFileHasAreRefused) {
    spoil_weights([](const HttpServed&, HttpReply& reply) { reply.body += "more"; });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::Corrupt);
    EXPECT_FALSE(fs::exists(blob()));
}

TEST_F(InterruptedDownloadTest, ChunkedBodiesAreTaken) {
    spoil_weights([](const HttpServed&, HttpReply& reply) { reply.is_chunked = true; });
    expect_whole(bench_.download_model());
}

TEST_F(InterruptedDownloadTest, TroubleInTheMiddlePasses) {
    int count = 0;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        ++count;
        if (count == 1)
            reply.cut_after = 1000;
        else if (count == 2)
            reply = {.status = 503, .body = "busy"};
        else if (count == 3)
            reply = {.status = 429, .headers = {{"Retry-After", "3"}}};
    });
    expect_whole(bench_.download_model());
    EXPECT_EQ(*bench_.waits, (std::vector<std::chrono::milliseconds>{1000ms, 2000ms, 4000ms}));
}

TEST_F(InterruptedDownloadTest, WhenTheContentChangesTheNewOneIsFetchedFromItsFirstByte) {
    bench_.hub.list_without_hashes();
    const std::string old_hash = hash();
    int count = 0;
    spoil_weights([&](const HttpServed&, HttpReply& reply) {
        if (++count == 1)
            reply.cut_after = 1000;
    });
    bench_.access.policy.wait = [this](std::chrono::milliseconds, const CancelToken&) {
        publish(test::noise(2000, 99));  // in the pause after the cut
    };
    const auto download = bench_.download_model();
    expect_whole(download);
    ASSERT_TRUE(download);
    EXPECT_EQ(download->files.at(1).hash, hash());
    EXPECT_EQ(download->files.at(1).size, 2000U);
    EXPECT_FALSE(fs::exists(bench_.cached() / "blobs" / (old_hash + ".incomplete")));
    EXPECT_FALSE(fs::exists(bench_.cached() / "blobs" / old_hash));
}

TEST_F(InterruptedDownloadTest, AChangedGitFileIsNotedByIfRange) {
    bench_.hub.list_without_hashes();
    auto repository = bench_.small_model();
    repository.files["config.json"].content = test::noise(1000, 5);
    bench_.hub.put(repository);
    int count = 0;
    bench_.hub.set_hook([&](const HttpServed& request, HttpReply& reply) {
        if (request.method == "GET" && request.target.ends_with("/config.json") && ++count == 1)
            reply.cut_after = 400;
    });
    bench_.access.policy.wait = [&](std::chrono::milliseconds, const CancelToken&) {
        repository.files["config.json"].content = test::noise(1000, 6);
        bench_.hub.put(repository);
    };
    const auto download = bench_.download_model();
    ASSERT_TRUE(download) << download.error().message;
    EXPECT_EQ(test::bytes_of(download->snapshot / "config.json"), test::noise(1000, 6));
}

TEST_F(InterruptedDownloadTest, AContentThatAlwaysChangesIsGivenUp) {
    bench_.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.target.ends_with("/model.safetensors") && request.method == "GET")
            reply.headers.at(1).second = "\"" + std::string(64, 'e') + "\"";
    });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::Corrupt);
    EXPECT_NE(download.error().message.find("changes"), std::string::npos) << download.error().message;
}

TEST_F(InterruptedDownloadTest, AFileWithoutHashCannotBeVerifiedAndIsNotTaken) {
    bench_.hub.list_without_hashes();
    bench_.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.method == "HEAD")
            reply.headers = {{"ETag", "\"1-2-3\""}};
    });
    const auto download = bench_.download_model();
    ASSERT_FALSE(download);
    EXPECT_EQ(download.error().code, ErrorCode::Unsupported);
}

TEST_F(InterruptedDownloadTest, ACancelledDownloadGoesOnLater) {
    CancelToken cancel;
    const auto stop_in_the_middle = [&cancel](const DownloadProgress& progress) {
        if (progress.file == "model.safetensors" && progress.file_bytes >= 1000)
            cancel.cancel();
    };
    spoil_weights([](const HttpServed&, HttpReply& reply) { reply.stall_after = 1200; });
    const auto begin = std::chrono::steady_clock::now();
    const auto stopped =
        download_repository(bench_.access, {.repository = {.id = "org/name"}}, stop_in_the_middle, cancel);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
    EXPECT_EQ(fs::file_size(incomplete()), 1200U);
    spoil_weights([](const HttpServed&, HttpReply&) {});
    const auto download = bench_.download_model();
    expect_whole(download);
    ASSERT_TRUE(download);
    EXPECT_EQ(download->fetched_bytes, kBytes - 1200);
}

}  // namespace
}  // namespace tunebench
