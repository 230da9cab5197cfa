#include "core/data/token_cache.h"

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/data/token_cache_header.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeaderName = "header";
constexpr std::uint64_t kMaxHeaderBytes = std::uint64_t{64} << 20;

/// The header first: without it the rest is no entry.
void remove_entry(const fs::path& entry) {
    std::error_code ignored;
    fs::remove(entry / kHeaderName, ignored);
    fs::remove_all(entry, ignored);
}

Result<CachedData> read_entry(const fs::path& entry, const CancelToken& cancel) {
    const auto file = entry / kHeaderName;
    TRY(const auto text, read_file(file, kMaxHeaderBytes));
    TRY(auto header, read_token_cache_header(text, file.string()));
    TRY(auto files, TokenFiles::open(entry, header.sums, cancel));
    auto& data = header.data;
    data.dataset.examples = Examples(std::move(files), data.class_of_label);
    std::error_code ignored;
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);  // used now
    return std::move(data);
}

}  // namespace

Result<std::optional<CachedData>> TokenCache::find(const std::string& key, const CancelToken& cancel) const {
    const auto entry = folder_ / key;
    std::error_code failed;
    if (!fs::exists(entry / kHeaderName, failed))
        return std::optional<CachedData>{};
    auto found = read_entry(entry, cancel);
    if (found)
        return std::optional<CachedData>(*std::move(found));
    const auto code = found.error().code;
    if (code == ErrorCode::NotFound)  // removed by another program just now
        return std::optional<CachedData>{};
    if (code == ErrorCode::Corrupt)
        remove_entry(entry);
    return found.error();
}

Result<TokenCache::Draft> TokenCache::begin(const std::string& key, std::uint64_t data_bytes) const {
    trim_token_cache(folder_, limits_.most_bytes > data_bytes ? limits_.most_bytes - data_bytes : 0);
    TRY(auto place, UnfinishedPath::beside(folder_ / key));
    TRY(const auto free, free_bytes(folder_, *calls_));
    if (free < 2 * data_bytes + limits_.spare_bytes)
        return Error{.code = ErrorCode::OutOfSpace,
                     .message = fmt::format("{} has only {} free", folder_.string(), format_bytes(free)),
                     .hint = "Free some room on the disk."};
    std::error_code failed;
    fs::create_directory(place.path(), failed);
    if (failed)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{}: {}", place.path().string(), failed.message()),
                     .hint = "Make the folder writable, or choose another data folder with TUNEBENCH_DATA."};
    TRY(auto writer, TokenFileWriter::create(place.path(), *calls_));
    return Draft(std::move(place), std::move(writer));
}

Result<void> TokenCache::keep(Draft draft, const std::string& key, const CachedData& data) const {
    TRY(const auto sums, draft.writer_->finish());
    TRY_VOID(write_file_durably(draft.place_.path() / kHeaderName, token_cache_header(data, sums), *calls_));
    std::error_code failed;
    if (!draft.place_.keep() && !fs::exists(folder_ / key / kHeaderName, failed)) {
        remove_entry(folder_ / key);  // what is left of one that was being removed
        TRY_VOID(draft.place_.keep());
    }
    trim_token_cache(folder_, limits_.most_bytes, key);
    return {};
}

}  // namespace tunebench
