#include "core/base/unfinished_path.h"

#include <random>

#include <fmt/format.h>

#include "core/base/durable_file.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

Error cannot_make(const fs::path& folder, const std::error_code& failed) {
    return {.code = ErrorCode::Io,
            .message = fmt::format("{}: {}", folder.string(), failed.message()),
            .hint = "Choose a folder that you may write to."};
}

}  // namespace

UnfinishedPath::UnfinishedPath(fs::path wanted, fs::path folder)
    : wanted_(std::move(wanted)), folder_(std::move(folder)), path_(folder_ / wanted_.filename()) {}

UnfinishedPath::UnfinishedPath(UnfinishedPath&& other) noexcept
    : wanted_(std::move(other.wanted_)),
      folder_(std::exchange(other.folder_, {})),
      path_(std::move(other.path_)) {}

UnfinishedPath::~UnfinishedPath() {
    std::error_code ignored;
    if (!folder_.empty())
        fs::remove_all(folder_, ignored);
}

Result<UnfinishedPath> UnfinishedPath::beside(const fs::path& wanted) {
    const auto whole = wanted.has_filename() ? wanted : wanted.parent_path();
    const auto parent = whole.parent_path();
    std::error_code failed;
    fs::create_directories(parent, failed);
    if (failed)
        return cannot_make(parent, failed);
    const auto folder = parent / fmt::format(".{}{}{:08x}", whole.filename().string(), kTemporaryMarker,
                                             std::random_device()());
    fs::create_directory(folder, failed);
    if (failed)
        return cannot_make(folder, failed);
    return UnfinishedPath(whole, folder);
}

Result<void> UnfinishedPath::keep() {
    return rename_durably(path_, wanted_);
}

}  // namespace tunebench
