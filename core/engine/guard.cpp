#include "core/engine/guard.h"

#include <algorithm>
#include <array>
#include <new>
#include <string_view>

#include <fmt/format.h>

#include "core/base/error_exception.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

bool is_out_of_memory(const std::exception& exception) {
    constexpr std::array<std::string_view, 3> kTexts = {"out of memory", "can't allocate memory",
                                                        "STATUS_ALLOC_FAILED"};  // LibTorch, cuBLAS, cuDNN
    const std::string_view text = exception.what();
    return dynamic_cast<const std::bad_alloc*>(&exception) ||
           std::ranges::any_of(kTexts, [&](auto part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace

Error error_of_current_exception(const std::string& doing) {
    try {
        throw;
    } catch (const ErrorException& thrown) {
        return thrown.error();
    } catch (const std::exception& exception) {
        if (is_out_of_memory(exception))
            return {
                .code = ErrorCode::OutOfMemory,
                .message = fmt::format("Tunebench ran out of memory while {}", doing),
                .hint =
                    "Make the batch or the length smaller, or turn gradient checkpointing on; the estimate "
                    "shows how much each saves."};
        fmt::print(stderr, "tunebench: while {}: {}\n", doing, exception.what());
    } catch (...) {
        fmt::print(stderr, "tunebench: while {}: unknown exception\n", doing);
    }
    return {
        .code = ErrorCode::Internal,
        .message = fmt::format("The engine failed while {}", doing),
        .hint =
            "This is a defect of Tunebench. The log has the details; please report it with the run file."};
}

}  // namespace tunebench
