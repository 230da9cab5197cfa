#include "core/hub/repository.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(RepositoryTest, TakesTheNamesOfTheHub) {
    for (const auto* id : {"org/name", "gpt2", "a/b", "Some-Org/Model_1.5-7B"}) {
        const auto repository = parse_repository(id, RepositoryKind::Model);
        ASSERT_TRUE(repository) << id;
        EXPECT_EQ(repository->id, id);
    }
}

TEST(RepositoryTest, RefusesWhatWouldReachElsewhere) {
    const std::string long_name(97, 'a');
    for (const std::string& id :
         {std::string(), std::string("/"), std::string("a/"), std::string("/a"), std::string("a/b/c"),
          std::string(".."), std::string("../x"), std::string("a/.."), std::string("a--b/c"),
          std::string("a b"), std::string("a\\b"), std::string("a/b?x=1"), std::string("a/b#c"),
          std::string("a/%2e%2e"), std::string("-a/b"), std::string("a/b."), std::string("a/b.git"),
          std::string("a/b\nc"), long_name}) {
        const auto repository = parse_repository(id, RepositoryKind::Model);
        ASSERT_FALSE(repository) << id;
        EXPECT_EQ(repository.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(repository.error().hint.find("ORGANISATION/NAME"), std::string::npos);
    }
}

TEST(RepositoryTest, ARevisionIsABranchATagOrACommit) {
    for (const auto* revision :
         {"main", "v1.0", "refs/pr/1", "feature/x-y", "0123456789012345678901234567890123456789"})
        EXPECT_TRUE(check_revision(revision)) << revision;
    for (const auto* revision : {"", "..", "a/../b", "/a", "a/", "a//b", "a b", "a\nb", "a:b", "a\\b", "-x",
                                 ".hidden", "a/.b", "a?b", "a*b"})
        EXPECT_FALSE(check_revision(revision)) << revision;
    EXPECT_FALSE(check_revision(std::string(201, 'a')));
}

TEST(RepositoryTest, AHashHasFortyOrSixtyFourLowerCaseDigits) {
    EXPECT_TRUE(is_content_hash(std::string(40, 'a')));
    EXPECT_TRUE(is_content_hash(std::string(64, '0')));
    EXPECT_FALSE(is_content_hash(std::string(64, 'A')));
    EXPECT_FALSE(is_content_hash(std::string(63, '0')));
    EXPECT_FALSE(is_content_hash("../../../../../../../../../etc/passwd\0\0\0\0"));
    EXPECT_TRUE(is_commit_hash(std::string(40, 'f')));
    EXPECT_FALSE(is_commit_hash(std::string(64, 'f')));
}

}  // namespace
}  // namespace tunebench
