#include "core/data/dataset_reader.h"

#include <optional>

#include <fmt/format.h>

#include "core/data/data_entry.h"

namespace tunebench {
namespace {

/// All but the examples, which go to `sink`.
Result<CachedData> read_rows(std::span<const WeightedFile> entries, const DatasetSettings& settings,
                             ExampleSink& sink) {
    DuplicateFilter duplicates;
    CachedData read;
    DataFileContext context = {.data = settings.data,
                               .names = settings.names,
                               .tokenizer = settings.tokenizer,
                               .cancel = settings.cancel,
                               .sink = sink,
                               .limit = settings.limit,
                               .labels = settings.labels,
                               .duplicates = settings.data.deduplicate ? &duplicates : nullptr};
    if (settings.progress)
        context.on_progress = [&read, &settings](std::int64_t rows, const RowProgress& of_file) {
            settings.progress->tell(read.dataset.files.back(), rows, of_file);
        };
    for (std::size_t i = 0; i < entries.size(); ++i)
        TRY_VOID(append_data_entry(read.dataset, entries[i], context, static_cast<std::int32_t>(i)));
    if (settings.labels) {
        TRY(read.class_of_label, settings.labels->settle());
        read.labels = settings.labels->labels();
    }
    return read;
}

Result<Dataset> read_into_memory(std::span<const WeightedFile> entries, const DatasetSettings& settings) {
    auto storage = std::make_shared<MemoryExamples>();
    TRY(auto read, read_rows(entries, settings, *storage));
    auto& dataset = read.dataset;
    dataset.examples = Examples(std::move(storage), std::move(read.class_of_label));
    return std::move(dataset);
}

/// Reading through the cache of a run.
class CachedReading {
public:
    CachedReading(std::span<const WeightedFile> entries, const DatasetSettings& settings,
                  std::uint64_t data_bytes)
        : entries_(entries), settings_(settings), run_(*settings.cache), data_bytes_(data_bytes) {}

    Result<Dataset> read() {
        const auto key = token_cache_key(entries_, settings_.data, labels_before(), run_.source);
        if (!key)  // what is wrong with a file is told by who reads its rows
            return read_into_memory(entries_, settings_);
        auto found = run_.cache.find(key->text, settings_.cancel);
        if (!found && found.error().code == ErrorCode::Cancelled)
            return found.error();
        if (!found)
            remark(found.error(), "The data is made into tokens anew.");
        if (found && *found)
            return taken(**std::move(found));
        return read_and_keep(*key);
    }

private:
    /// What decides about the classes besides the data.
    Json labels_before() const {
        return settings_.labels ? Json(settings_.labels->known_before()) : Json(nullptr);
    }

    Dataset taken(CachedData data) {
        if (settings_.labels)
            settings_.labels->resume(std::move(data.labels));
        return std::move(data.dataset);
    }

    Result<Dataset> read_and_keep(const TokenCacheKey& key) {
        auto draft = run_.cache.begin(key.text, data_bytes_);
        if (!draft)
            return in_memory(draft.error());
        auto read = read_rows(entries_, settings_, draft->writer());
        if (!read)
            return draft->writer().has_failed() ? in_memory(read.error()) : Result<Dataset>(read.error());
        TRY_VOID(check_unchanged(entries_, key));
        if (const auto kept = run_.cache.keep(*std::move(draft), key.text, *read); !kept)
            return in_memory(kept.error());
        auto found = run_.cache.find(key.text, settings_.cancel);
        if (found && *found)
            return taken(**std::move(found));
        return in_memory(found ? vanished() : found.error());
    }

    Result<Dataset> in_memory(const Error& error) {
        if (error.code == ErrorCode::Cancelled)
            return error;
        remark(error, "The data is read into memory, and will be made into tokens again at the next start.");
        return read_into_memory(entries_, settings_);
    }

    static Error vanished() {
        return {.code = ErrorCode::NotFound, .message = "the entry was removed while it was made"};
    }

    void remark(const Error& error, std::string_view consequence) {
        run_.remarks.push_back(
            fmt::format("The cache of tokens cannot be used: {}. {}", error.message, consequence));
    }

    std::span<const WeightedFile> entries_;
    const DatasetSettings& settings_;
    RunTokenCache& run_;
    std::uint64_t data_bytes_;
};

}  // namespace

Result<Dataset> read_dataset(std::span<const WeightedFile> entries, const DatasetSettings& settings) {
    if (!settings.cache || settings.limit > 0)
        return read_into_memory(entries, settings);
    const auto bytes = data_bytes_of(entries);
    if (!bytes || *bytes < settings.cache->cache.limits().least_data_bytes)
        return read_into_memory(entries, settings);
    return CachedReading(entries, settings, *bytes).read();
}

}  // namespace tunebench
