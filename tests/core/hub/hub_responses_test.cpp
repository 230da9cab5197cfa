#include "core/hub/hub_responses.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

const std::string kCommit = "0123456789abcdef0123456789abcdef01234567";
const std::string kGitHash = "ce013625030ba8dba906f756967f9e9ca394464a";
const std::string kSha256(64, 'a');

TEST(HubResponsesTest, ARevisionListsFilesWithSizesAndHashes) {
    const auto listing =
        parse_revision(R"({"id": "a/b", "sha": ")" + kCommit + R"(", "private": false, "siblings": [
            {"rfilename": "config.json", "size": 6, "blobId": ")" +
                           kGitHash + R"("},
            {"rfilename": "m.safetensors", "size": 130, "blobId": ")" +
                           kGitHash + R"(",
             "lfs": {"sha256": ")" +
                           kSha256 + R"(", "size": 5000000000, "pointerSize": 130}},
            {"rfilename": "unknown"}]})",
                       "revision");
    ASSERT_TRUE(listing) << listing.error().message;
    EXPECT_EQ(listing->commit, kCommit);
    const std::vector<HubFile> expected = {{.path = "config.json", .size = 6, .hash = kGitHash},
                                           {.path = "m.safetensors", .size = 5000000000, .hash = kSha256},
                                           {.path = "unknown"}};
    EXPECT_EQ(listing->files, expected);
}

TEST(HubResponsesTest, ATreePageLeavesFoldersOut) {
    const auto files = parse_tree_page(
        R"([{"type": "directory", "oid": "x", "size": 0, "path": "sub"},
            {"type": "file", "oid": ")" +
            kGitHash + R"(", "size": 6, "path": "sub/a.json"},
            {"type": "file", "oid": ")" +
            kGitHash + R"(", "size": 130, "path": "b.bin",
             "lfs": {"oid": ")" +
            kSha256 + R"(", "size": 7, "pointerSize": 130}}])",
        "tree");
    ASSERT_TRUE(files) << files.error().message;
    const std::vector<HubFile> expected = {{.path = "sub/a.json", .size = 6, .hash = kGitHash},
                                           {.path = "b.bin", .size = 7, .hash = kSha256}};
    EXPECT_EQ(*files, expected);
}

TEST(HubResponsesTest, AHashOfAnotherFormIsNoHash) {
    const auto listing = parse_revision(
        R"({"sha": ")" + kCommit + R"(", "siblings": [{"rfilename": "a", "size": 1, "blobId": "../../x"}]})",
        "r");
    ASSERT_TRUE(listing);
    EXPECT_EQ(listing->files.at(0).hash, "");
}

TEST(HubResponsesTest, HostileAnswersAreRefusedByName) {
    const std::string sha = R"({"sha": ")" + kCommit + R"(", )";
    const std::vector<std::string> refused = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        R"({"sha": 1})",
        R"({"sha": "main"})",
        R"({"sha": "../../../../etc/passwd"})",
        sha + R"("siblings": {}})",
        sha + R"("siblings": [1]})",
        sha + R"("siblings": [{}]})",
        sha + R"("siblings": [{"rfilename": 1}]})",
        sha + R"("siblings": [{"rfilename": "a", "size": -1}]})",
        sha + R"("siblings": [{"rfilename": "a", "size": 1e3}]})",
        sha + R"("siblings": [{"rfilename": "a", "size": 18446744073709551615}]})",
        sha + R"("siblings": [{"rfilename": "a", "size": 9223372036854775807}]})",
        sha + R"("siblings": [{"rfilename": "a", "lfs": {"sha256": []}}]})",
        sha + R"("x": )" + std::string(100, '[') + std::string(100, ']') + "}"};
    for (const std::string& text : refused) {
        const auto listing = parse_revision(text, "the answer");
        ASSERT_FALSE(listing) << text;
        EXPECT_EQ(listing.error().code, ErrorCode::Corrupt) << text;
        EXPECT_TRUE(listing.error().message.starts_with("the answer")) << listing.error().message;
    }
    for (const auto* text :
         {"{}", "[1]", "[{}]", R"([{"type": "file"}])", R"([{"type": "file", "path": []}])"})
        EXPECT_FALSE(parse_tree_page(text, "t")) << text;
    for (const auto* text :
         {"{}", "[1]", "[{}]", "[null]", "[[]]", R"([{"id": "a", "likes": "many"}])", R"([{"id": 1}])",
          R"([{"id": "a", "downloads": 1e300}])", R"([{"id": "a", "tags": "license:mit"}])",
          R"([{"id": "a", "tags": [1]}])", R"([{"id": "a", "gated": 7}])", R"([{"id": "a", "gated": {}}])",
          R"([{"id": "a", "private": "no"}])", R"([{"id": "a", "pipeline_tag": []}])",
          R"([{"id": "a", "lastModified": 3}])"})
        EXPECT_FALSE(parse_search(text, "s")) << text;
}

TEST(HubResponsesTest, EveryTruncationIsRefused) {
    const std::string text = R"({"sha": ")" + kCommit + R"(", "siblings": [{"rfilename": "a", "size": 1}]})";
    ASSERT_TRUE(parse_revision(text, "r"));
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(parse_revision(text.substr(0, length), "r")) << length;
}

TEST(HubResponsesTest, TheNextPageIsThatOfRelNext) {
    EXPECT_EQ(next_page(R"(<https://h/a?cursor=1>; rel="next")"), "https://h/a?cursor=1");
    EXPECT_EQ(next_page(R"(<https://h/0>; rel="first", <https://h/a,b;c>; title="x"; rel=next)"),
              "https://h/a,b;c");
    for (const auto* header :
         {"", "<", "<a", "<a>", "a; rel=\"next\"", R"(<a>; rel="prev")", ">; rel=\"next\"<"})
        EXPECT_EQ(next_page(header), "") << header;
}

TEST(HubResponsesTest, ASearchGivesNamesAndNumbers) {
    const auto hits =
        parse_search(R"([{"id": "a/b", "downloads": 12, "likes": 3, "tags": []}, {"id": "c"}])", "s");
    ASSERT_TRUE(hits);
    const std::vector<SearchHit> expected = {{.id = "a/b", .downloads = 12, .likes = 3}, {.id = "c"}};
    EXPECT_EQ(*hits, expected);
}

TEST(HubResponsesTest, ASearchSaysLicenceAccessAndWeights) {
    const auto hits = parse_search(
        R"([{"id": "a/b", "tags": ["region:us", "license:apache-2.0", "license:mit"], "gated": "auto",
             "private": true, "pipeline_tag": "text-generation", "lastModified": "2025-03-01T12:00:00.000Z",
             "safetensors": {"parameters": {"BF16": 1000, "F32": 10}, "total": 1010}},
            {"id": "c/d", "gated": false, "tags": null, "safetensors": null},
            {"id": "e/f", "gated": true}])",
        "s");
    ASSERT_TRUE(hits) << hits.error().message;
    const std::vector<SearchHit> expected = {{.id = "a/b",
                                              .task = "text-generation",
                                              .licence = "apache-2.0",
                                              .modified = "2025-03-01T12:00:00.000Z",
                                              .is_gated = true,
                                              .is_private = true,
                                              .weight_bytes = 2040},
                                             {.id = "c/d"},
                                             {.id = "e/f", .is_gated = true}};
    EXPECT_EQ(*hits, expected);
}

TEST(HubResponsesTest, OfASearchNothingComesThroughThatCouldDoHarm) {
    const auto hits = parse_search(R"([{"id": "../../etc"}, {"id": "a b"}, {"id": ""}, {"id": "x\ny"},
        {"id": "org/good", "downloads": -5, "likes": -1, "pipeline_tag": "\u001b[31mred",
         "tags": ["license:)" + std::string(5000, 'l') +
                                       R"("], "safetensors": {"parameters": {"F64": 9000000000000000000}}},
        {"id": "org/odd", "safetensors": {"parameters": {"NF4": 5}}},
        {"id": "org/neg", "safetensors": {"parameters": {"F32": -5}}},
        {"id": "org/list", "safetensors": {"parameters": [1]}}])",
                                   "s");
    ASSERT_TRUE(hits) << hits.error().message;
    ASSERT_EQ(hits->size(), 4U);
    EXPECT_EQ(hits->at(0).id, "org/good");
    EXPECT_EQ(hits->at(0).downloads, 0);
    EXPECT_EQ(hits->at(0).likes, 0);
    EXPECT_EQ(hits->at(0).task, "?[31mred");
    EXPECT_LE(hits->at(0).licence.size(), 60U);
    for (const SearchHit& hit : *hits)
        EXPECT_EQ(hit.weight_bytes, 0U) << hit.id;
}

TEST(HubResponsesTest, NoSearchHasMoreThanAThousandResults) {
    std::string text = "[";
    for (int i = 0; i < 1500; ++i)
        text += R"({"id": "a/b"},)";
    text.back() = ']';
    EXPECT_EQ(parse_search(text, "s")->size(), 1000U);
}

}  // namespace
}  // namespace tunebench
