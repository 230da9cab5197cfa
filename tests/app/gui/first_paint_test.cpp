// The window's program, from its start to its first painted page.
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

TEST(FirstPaintTest, TheWindowAppearsWithoutLibTorch) {
    const TemporaryFolder data;
    // The loader tells every library that it maps, those of dlopen too.
    ChildProcess window({TUNEBENCH_BINARY_DIR "/bin/tunebench", "--exit-after-first-paint", "--data-folder",
                         data.path().string()},
                        {{"QT_QPA_PLATFORM", "offscreen"}, {"LD_DEBUG", "files"}});
    EXPECT_EQ(window.wait(), 0) << window.err().substr(0, 2000);
    EXPECT_GT(std::strtol(window.out().c_str(), nullptr, 10), 0) << window.out();
    EXPECT_NE(window.err().find("libQt6Widgets"), std::string::npos);
    for (const auto* library : {"libtorch", "libc10", "libtunebench_engine"})
        EXPECT_EQ(window.err().find(library), std::string::npos) << library;
}

}  // namespace
}  // namespace tunebench::test
