#include "core/base/sweep_temporaries.h"

#include <vector>

#include "core/base/durable_file.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

bool is_temporary(const fs::path& path) {
    const auto name = path.filename().string();
    return name.starts_with('.') && name.find(kTemporaryMarker) != std::string::npos;
}

}  // namespace

void sweep_temporaries(const fs::path& folder, std::chrono::seconds unused_for) {
    const auto newest = fs::file_time_type::clock::now() - unused_for;
    std::vector<fs::path> leftovers;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::error_code gone;
        const auto written = fs::last_write_time(it->path(), gone);
        if (is_temporary(it->path()) && !gone && written <= newest)
            leftovers.push_back(it->path());
    }
    for (const auto& path : leftovers)
        fs::remove_all(path, failed);
}

}  // namespace tunebench
