#include "core/engine_api/loader.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/engine_api/abi.h"
#include "core/engine_api/build_id.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

TEST(LoaderTest, SaysWhereItLookedWhenThereIsNoEngine) {
    const test::TemporaryFolder folder;
    const auto engine = load_engine({folder.path() / "a.so", folder.path() / "b.so"});
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().code, ErrorCode::NotFound);
    EXPECT_NE(engine.error().message.find("a.so"), std::string::npos);
    EXPECT_NE(engine.error().message.find("b.so"), std::string::npos);
    EXPECT_FALSE(engine.error().hint.empty());
}

TEST(LoaderTest, RefusesAFileThatIsNoLibrary) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "engine.so";
    std::ofstream(file) << "not a library";
    const auto engine = load_engine({file});
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().code, ErrorCode::Unsupported);
    EXPECT_NE(engine.error().message.find(file.string()), std::string::npos);
}

TEST(LoaderTest, RefusesALibraryThatIsNoEngine) {
    const auto core = std::filesystem::path(TUNEBENCH_BINARY_DIR) / "lib" / "libtunebench_core.so";
    if (!std::filesystem::exists(core))
        GTEST_SKIP() << core << " is not built as a shared library";
    const auto engine = load_engine({core});
    ASSERT_FALSE(engine);
    EXPECT_NE(engine.error().message.find("not an engine"), std::string::npos) << engine.error().message;
}

TEST(LoaderTest, TheEnvironmentVariableIsTheOnlyCandidate) {
    ASSERT_EQ(setenv("TUNEBENCH_ENGINE", "/somewhere/engine.so", 1), 0);
    const auto candidates = engine_candidates();
    unsetenv("TUNEBENCH_ENGINE");
    EXPECT_EQ(candidates, std::vector<std::filesystem::path>{"/somewhere/engine.so"});
}

TEST(LoaderTest, LooksBesideTheProgramFirst) {
    unsetenv("TUNEBENCH_ENGINE");
    const auto candidates = engine_candidates();
    ASSERT_GE(candidates.size(), 2u);
    EXPECT_EQ(candidates[0].filename(), "libtunebench_engine.so");
    EXPECT_EQ(candidates[0].parent_path(), std::filesystem::read_symlink("/proc/self/exe").parent_path());
}

TEST(LoaderTest, TheBuildIdIsNotEmpty) {
    EXPECT_FALSE(build_id().empty());
}

}  // namespace
}  // namespace tunebench
