#include <algorithm>
#include <chrono>

#include "core/data/token_cache.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr auto kAbandonedAfter = std::chrono::hours(24);

struct CacheEntry {
    fs::path folder = {};
    std::uint64_t bytes = 0;
    fs::file_time_type used = {};  // when a file in it was last written or an entry last opened
};

CacheEntry entry_at(const fs::path& folder) {
    CacheEntry entry{.folder = folder, .used = fs::file_time_type::min()};
    std::error_code failed;
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        std::error_code gone;
        const auto bytes = it->is_regular_file(gone) ? it->file_size(gone) : 0;
        entry.bytes += gone ? 0 : bytes;
        const auto written = it->last_write_time(gone);
        if (!gone)
            entry.used = std::max(entry.used, written);
    }
    return entry;
}

/// Drafts begin with a dot. One that is being written is newer than a day.
bool is_abandoned(const CacheEntry& entry) {
    return entry.folder.filename().string().starts_with('.') &&
           entry.used < fs::file_time_type::clock::now() - kAbandonedAfter;
}

void remove_cache_entry(const CacheEntry& entry) {
    std::error_code ignored;
    fs::remove(entry.folder / "header", ignored);  // first: without it the rest is no entry
    fs::remove_all(entry.folder, ignored);
}

}  // namespace

void trim_token_cache(const fs::path& folder, std::uint64_t most_bytes, const std::string& keep) {
    std::vector<CacheEntry> entries;
    std::uint64_t bytes = 0;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        const auto entry = entry_at(it->path());
        const auto is_draft = entry.folder.filename().string().starts_with('.');
        if (is_abandoned(entry))
            remove_cache_entry(entry);
        if (is_draft)
            continue;
        bytes += entry.bytes;
        if (entry.folder.filename() != keep)
            entries.push_back(entry);
    }
    std::ranges::sort(entries, {}, &CacheEntry::used);
    for (const auto& entry : entries) {
        if (bytes <= most_bytes)
            return;
        remove_cache_entry(entry);
        bytes -= entry.bytes;
    }
}

}  // namespace tunebench
