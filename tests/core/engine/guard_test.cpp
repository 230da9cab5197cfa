#include "core/engine/guard.h"

#include <new>
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/base/error_exception.h"

namespace tunebench {
namespace {

template <class Exception>
Error error_of(const Exception& exception) {
    const auto done = guarded<void>("training", [&]() -> Result<void> { throw exception; });
    EXPECT_FALSE(done);
    return done ? Error{} : done.error();
}

TEST(GuardTest, AnErrorThatIsThrownArrivesAsItIs) {
    const Error damaged{.code = ErrorCode::Corrupt,
                        .message = "tokens is damaged",
                        .hint = "Start the run again.",
                        .field = "data.train"};
    EXPECT_EQ(error_of(ErrorException(damaged)), damaged);
}

TEST(GuardTest, AnUnknownExceptionIsADefect) {
    const auto error = error_of(std::runtime_error("a dimension of 3"));
    EXPECT_EQ(error.code, ErrorCode::Internal);
    EXPECT_EQ(error.message, "The engine failed while training");
    EXPECT_NE(error.hint.find("defect"), std::string::npos);
}

TEST(GuardTest, MemoryThatIsMissingIsNamed) {
    EXPECT_EQ(error_of(std::bad_alloc()).code, ErrorCode::OutOfMemory);
    EXPECT_EQ(error_of(std::runtime_error("CUDA out of memory")).code, ErrorCode::OutOfMemory);
}

}  // namespace
}  // namespace tunebench
