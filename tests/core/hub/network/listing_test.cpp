#include <algorithm>

#include <gtest/gtest.h>

#include "core/engine_api/build_id.h"
#include "tests/core/hub/network/hub_bench.h"

namespace tunebench {
namespace {

using test::HttpReply;
using test::HttpServed;
using namespace std::chrono_literals;

const Repository kModel = {.kind = RepositoryKind::Model, .id = "org/name"};

class ListingTest : public testing::Test {
protected:
    Result<RepositoryListing> list(const std::string& revision = "main") const {
        return list_repository(bench_.access, kModel, revision, {});
    }
    void answer_with(int status, const test::HeaderFields& headers = {}) {
        bench_.hub.set_hook([=](const HttpServed&, HttpReply& reply) {
            reply = {.status = status, .headers = headers, .body = "<html>"};
        });
    }

    test::HubBench bench_;
};

TEST_F(ListingTest, FilesHaveSizesAndHashes) {
    const auto repository = bench_.small_model();
    bench_.hub.put(repository);
    const auto listing = list();
    ASSERT_TRUE(listing) << listing.error().message;
    EXPECT_EQ(listing->commit, test::kBenchCommit);
    ASSERT_EQ(listing->files.size(), 2U);
    for (const HubFile& file : listing->files) {
        EXPECT_EQ(file.hash, test::hash_of(repository.files.at(file.path)));
        EXPECT_EQ(file.size, repository.files.at(file.path).content.size());
    }
    const auto request = bench_.hub.front().requests().at(0);
    EXPECT_EQ(request.target, "/api/models/org/name/revision/main?blobs=true");
    EXPECT_EQ(request.header("user-agent"), "tunebench/" + std::string(build_id()));
    EXPECT_EQ(request.header("authorization"), "");
}

TEST_F(ListingTest, ARevisionWithSlashesIsOnePartOfTheAddress) {
    bench_.hub.put(bench_.small_model());
    ASSERT_TRUE(list("refs/pr/1"));
    EXPECT_EQ(bench_.hub.front().requests().at(0).target,
              "/api/models/org/name/revision/refs%2Fpr%2F1?blobs=true");
}

TEST_F(ListingTest, LongListsComeInPages) {
    auto repository = bench_.small_model();
    for (int i = 0; i < 23; ++i)
        repository.files["extra/" + std::to_string(i) + ".json"] = {.content = std::to_string(i)};
    bench_.hub.put(repository);
    bench_.hub.list_by_pages(4);
    const auto listing = list();
    ASSERT_TRUE(listing) << listing.error().message;
    EXPECT_EQ(listing->files.size(), 25U);
    EXPECT_EQ(bench_.hub.front().requests().size(), 1U + 7U);
    for (const HubFile& file : listing->files)
        EXPECT_EQ(file.hash, test::hash_of(repository.files.at(file.path))) << file.path;
}

TEST_F(ListingTest, TheNextPageIsUnderTheRulesOfARedirect) {
    bench_.hub.put(bench_.small_model());
    bench_.hub.list_by_pages(1);
    bench_.hub.set_hook([](const HttpServed& request, HttpReply& reply) {
        if (request.target.find("/tree/") == std::string::npos)
            return;
        std::erase_if(reply.headers, [](const auto& field) { return field.first == "Link"; });
        reply.headers.emplace_back("Link", "<ftp://hub.example/tree/2>; rel=\"next\"");
    });
    const auto listing = list();
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, ErrorCode::Corrupt) << listing.error().message;
}

TEST_F(ListingTest, AnotherCommitThanTheOneAskedForIsRefused) {
    bench_.hub.put(bench_.small_model());
    EXPECT_TRUE(list(test::kBenchCommit));
    EXPECT_EQ(list(std::string(40, 'e')).error().code, ErrorCode::Corrupt);
}

TEST_F(ListingTest, WhatDoesNotOpenSaysWhatToDo) {
    answer_with(401, {{"X-Error-Code", "RepoNotFound"}});
    EXPECT_EQ(list().error().code, ErrorCode::NotFound);
    EXPECT_NE(list().error().hint.find("HF_TOKEN"), std::string::npos);
    answer_with(403, {{"X-Error-Code", "GatedRepo"}});
    bench_.access.token = "hf_x";
    EXPECT_NE(list().error().message.find("gated"), std::string::npos);
    EXPECT_NE(list().error().hint.find(bench_.hub.url() + "/org/name"), std::string::npos);
    answer_with(404, {{"X-Error-Code", "RepoNotFound"}});
    EXPECT_NE(list().error().message.find("org/name"), std::string::npos);
    answer_with(404, {{"X-Error-Code", "RevisionNotFound"}});
    EXPECT_NE(list().error().message.find("revision"), std::string::npos);
    answer_with(418, {{"X-Error-Message", "tea \x1b[31monly"}});
    EXPECT_NE(list().error().message.find("418: tea ?[31monly"), std::string::npos) << list().error().message;
    EXPECT_TRUE(bench_.waits->empty());  // nothing of this passes by waiting
}

TEST_F(ListingTest, TroubleThatPassesIsTriedAgain) {
    bench_.hub.put(bench_.small_model());
    int trouble = 2;
    bench_.hub.set_hook([&trouble](const HttpServed&, HttpReply& reply) {
        if (trouble-- > 0)
            reply = {.status = trouble == 1 ? 503 : 500};
    });
    EXPECT_TRUE(list());
    EXPECT_EQ(*bench_.waits, (std::vector<std::chrono::milliseconds>{1000ms, 2000ms}));
}

TEST_F(ListingTest, TroubleThatStaysEndsInAnError) {
    answer_with(502);
    const auto listing = list();
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, ErrorCode::Io);
    EXPECT_NE(listing.error().message.find("502"), std::string::npos);
    EXPECT_EQ(bench_.hub.front().requests().size(), 3U);
}

TEST_F(ListingTest, RetryAfterIsObeyedUpToFiveMinutes) {
    answer_with(429, {{"Retry-After", "7"}});
    EXPECT_FALSE(list());
    EXPECT_EQ(*bench_.waits, (std::vector<std::chrono::milliseconds>{7000ms, 7000ms}));
    bench_.waits->clear();
    answer_with(429, {{"Retry-After", "3600"}});
    const auto listing = list();
    ASSERT_FALSE(listing);
    EXPECT_NE(listing.error().hint.find("3600 s"), std::string::npos) << listing.error().hint;
    EXPECT_TRUE(bench_.waits->empty());
}

TEST_F(ListingTest, AnswersAreBounded) {
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) {
        reply = {.headers = {{"X-A", std::string(40000, 'a')}, {"X-B", std::string(40000, 'b')}}};
    });
    EXPECT_EQ(list().error().code, ErrorCode::Corrupt);
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) {
        reply = {.body = std::string((std::size_t{64} << 20) + 1, ' ')};
    });
    EXPECT_EQ(list().error().code, ErrorCode::Corrupt);
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) {
        reply = {
            .status = 302, .headers = {{"Location", "/x"}}, .body = std::string(std::size_t{2} << 20, ' ')};
    });
    EXPECT_EQ(list().error().code, ErrorCode::Corrupt);
}

TEST_F(ListingTest, ChunkedAnswersAreRead) {
    bench_.hub.put(bench_.small_model());
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) { reply.is_chunked = true; });
    EXPECT_TRUE(list());
}

TEST_F(ListingTest, SilenceEndsInAnError) {
    bench_.hub.put(bench_.small_model());
    bench_.access.policy.stall_timeout = 100ms;
    bench_.access.policy.attempts = 1;
    bench_.hub.set_hook([](const HttpServed&, HttpReply& reply) { reply.stall_after = 10; });
    const auto listing = list();
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, ErrorCode::Io);
    EXPECT_NE(listing.error().message.find("no byte comes"), std::string::npos) << listing.error().message;
}

TEST_F(ListingTest, ASearchAsksForANameAndANumber) {
    bench_.hub.put(bench_.small_model());
    const auto hits = search_repositories(bench_.access, RepositoryKind::Model, "org/na", 5, {});
    ASSERT_TRUE(hits);
    ASSERT_EQ(hits->size(), 1U);
    EXPECT_EQ(hits->at(0).id, "org/name");
    EXPECT_EQ(hits->at(0).licence, "mit");
    const auto target = bench_.hub.front().requests().at(0).target;
    EXPECT_TRUE(target.starts_with("/api/models?search=org%2Fna&limit=5&sort=downloads&direction=-1&expand="))
        << target;
    for (const auto* member :
         {"downloads", "likes", "tags", "gated", "private", "lastModified", "pipeline_tag", "safetensors"})
        EXPECT_NE(target.find(std::string("&expand=") + member), std::string::npos) << member;
}

TEST_F(ListingTest, DataSetsAreSearchedByThemselves) {
    bench_.hub.put(bench_.small_model());
    auto data = bench_.small_model();
    data.kind = "datasets";
    data.id = "org/named-rows";
    bench_.hub.put(data);
    const auto hits = search_repositories(bench_.access, RepositoryKind::Dataset, "name", 5, {});
    ASSERT_TRUE(hits);
    ASSERT_EQ(hits->size(), 1U);
    EXPECT_EQ(hits->at(0).id, "org/named-rows");
    EXPECT_EQ(bench_.hub.front().requests().at(0).target.find("safetensors"), std::string::npos);
}

TEST_F(ListingTest, OfflineNobodyIsAsked) {
    bench_.hub.put(bench_.small_model());
    bench_.access.settings.offline = true;
    EXPECT_EQ(list().error().code, ErrorCode::Unsupported);
    const auto hits = search_repositories(bench_.access, RepositoryKind::Model, "name", 5, {});
    ASSERT_FALSE(hits);
    EXPECT_NE(hits.error().message.find("offline"), std::string::npos);
    EXPECT_EQ(bench_.hub.request_count(), 0U);
}

TEST_F(ListingTest, ASearchThatIsRefusedSaysWhatToDo) {
    answer_with(403);
    const auto hits = search_repositories(bench_.access, RepositoryKind::Model, "name", 5, {});
    ASSERT_FALSE(hits);
    EXPECT_NE(hits.error().hint.find("HF_TOKEN"), std::string::npos);
    answer_with(200);
    EXPECT_EQ(search_repositories(bench_.access, RepositoryKind::Model, "name", 5, {}).error().code,
              ErrorCode::Corrupt);
}

TEST_F(ListingTest, AnEndpointThatIsNoneIsSaidSo) {
    bench_.access.settings.endpoint = "hub";
    const auto listing = list();
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(listing.error().hint.find("HF_ENDPOINT"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
