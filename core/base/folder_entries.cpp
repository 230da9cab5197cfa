#include "core/base/folder_entries.h"

#include <algorithm>

namespace tunebench {

std::vector<std::filesystem::path> folder_entries(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    std::error_code failed;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed))
        entries.push_back(it->path());
    std::ranges::sort(entries);
    return entries;
}

}  // namespace tunebench
