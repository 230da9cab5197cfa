// TokenCache: data that a run has turned into tokens once, kept for the next run and read piece by piece, so
// that data of any size trains in little memory. <data folder>/cache/tokens/<key>/ holds `header`, `index`
// and `tokens`. The key is a hash of all that the tokens depend on (token_cache_key.h), so that an entry is
// right or not there. Whoever wants the room may delete all of it at any time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/unfinished_path.h"
#include "core/data/dataset.h"
#include "core/data/token_files.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

/// What an entry holds: data as it was read, before validation is split off and weights are applied.
struct CachedData {
    Dataset dataset = {};
    std::vector<std::string> labels = {};           // classification: the classes
    std::vector<std::int32_t> class_of_label = {};  // as Examples has it
};

class TokenCache {
public:
    struct Limits {
        std::uint64_t most_bytes = std::uint64_t{32} << 30;       // of all entries together
        std::uint64_t spare_bytes = std::uint64_t{2} << 30;       // that stay free on the disk
        std::uint64_t least_data_bytes = std::uint64_t{4} << 20;  // smaller data is read in a moment
    };

    explicit TokenCache(std::filesystem::path folder) : TokenCache(std::move(folder), Limits{}) {}
    TokenCache(std::filesystem::path folder, const Limits& limits, const FileCalls& calls = real_file_calls())
        : folder_(std::move(folder)), limits_(limits), calls_(&calls) {}

    const Limits& limits() const { return limits_; }

    /// The entry of a key, marked as used now. None where there is none; Corrupt where it is damaged: it is
    /// gone then, and may be made anew. Cancelled.
    Result<std::optional<CachedData>> find(const std::string& key, const CancelToken& cancel) const;

    /// An entry that is being written; without keep() nothing stays of it.
    class Draft {
    public:
        TokenFileWriter& writer() { return *writer_; }

    private:
        friend class TokenCache;
        Draft(UnfinishedPath place, std::unique_ptr<TokenFileWriter> writer)
            : place_(std::move(place)), writer_(std::move(writer)) {}

        UnfinishedPath place_;
        std::unique_ptr<TokenFileWriter> writer_;
    };

    /// Makes room first: entries that were not used for longest go. `data_bytes`: of the files that are going
    /// to be read. OutOfSpace where the disk has too little room, Io where the folder cannot be written.
    Result<Draft> begin(const std::string& key, std::uint64_t data_bytes) const;

    /// Writes the header and puts the entry in its place; where another program was faster, its entry stays.
    Result<void> keep(Draft draft, const std::string& key, const CachedData& data) const;

private:
    std::filesystem::path folder_;
    Limits limits_;
    const FileCalls* calls_;
};

/// Removes entries of the folder, those unused for longest first, until at most `most_bytes` are left, and
/// what programs that ended in the middle left behind a day ago. The entry `keep` stays.
void trim_token_cache(const std::filesystem::path& folder, std::uint64_t most_bytes,
                      const std::string& keep = {});

}  // namespace tunebench
