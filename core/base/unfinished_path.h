// UnfinishedPath: a place beside the path that is wanted, where a folder or file is made until it is whole. A
// program that looks into the wanted path never sees half of it.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace tunebench {

class UnfinishedPath {
public:
    /// Makes the folders above `wanted` and a temporary one beside it.
    static Result<UnfinishedPath> beside(const std::filesystem::path& wanted);

    UnfinishedPath(UnfinishedPath&& other) noexcept;
    UnfinishedPath(const UnfinishedPath&) = delete;
    UnfinishedPath& operator=(const UnfinishedPath&) = delete;
    ~UnfinishedPath();  // removes what was not kept

    /// Where to write. Does not exist yet; its last component is that of the wanted path.
    const std::filesystem::path& path() const { return path_; }

    /// Moves what stands at path() to the wanted path, which must not exist or be an empty folder.
    Result<void> keep();

private:
    UnfinishedPath(std::filesystem::path wanted, std::filesystem::path folder);

    std::filesystem::path wanted_;
    std::filesystem::path folder_;  // empty when moved from
    std::filesystem::path path_;
};

}  // namespace tunebench
