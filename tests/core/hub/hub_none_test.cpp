// What builds without curl say, whichever this build is: the definitions in this program take the place of
// the library's.
#include "core/hub/hub_none.cpp"  // NOLINT(bugprone-suspicious-include)

#include <gtest/gtest.h>

namespace tunebench {
namespace {

template <class T>
void expect_unsupported(const Result<T>& result) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
    EXPECT_NE(result.error().message.find("built without the hub"), std::string::npos);
}

TEST(HubNoneTest, EveryFunctionSaysThatTheHubIsMissing) {
    expect_unsupported(list_repository({}, {}, "main", {}));
    expect_unsupported(search_repositories({}, RepositoryKind::Model, "x", 1, {}));
    expect_unsupported(download_repository({}, {}, [](const DownloadProgress&) {}, {}));
}

}  // namespace
}  // namespace tunebench
