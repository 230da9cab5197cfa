// From entries of the data section to a data set: read row by row, or taken from the token cache.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/data/data_file.h"
#include "core/data/reading_progress.h"
#include "core/data/token_cache.h"
#include "core/data/token_cache_key.h"

namespace tunebench {

/// The cache of a run, and what its keys depend on besides the data.
struct RunTokenCache {
    TokenCache cache;
    TokenSource source = {};
    std::vector<std::string> remarks = {};  // sentences: why data is not taken from the cache
};

/// How data is read; refers to things that outlive it.
struct DatasetSettings {
    const DataSection& data;
    const ColumnNames& names;
    const Tokenizer& tokenizer;
    const CancelToken& cancel;
    std::int64_t limit = 0;          // rows a file; 0: all
    LabelTable* labels = nullptr;    // of data that is classified; settled afterwards
    RunTokenCache* cache = nullptr;  // null: what is read stays in memory
    ReadingProgress* progress = nullptr;
};

/// Errors name file and line. Where the cache cannot be read or written, the data is read into memory, and a
/// remark says why; where it is damaged, it is made anew.
Result<Dataset> read_dataset(std::span<const WeightedFile> entries, const DatasetSettings& settings);

}  // namespace tunebench
