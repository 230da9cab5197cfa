#include "core/engine/exporting/export_folder.h"

#include <fmt/format.h>

namespace tunebench {

Result<void> make_export_folder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{}: {}", folder.string(), failed.message()),
                     .hint = "Choose a folder that you may write to."};
    return {};
}

}  // namespace tunebench
