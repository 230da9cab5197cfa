// The entries of a column chunk, one after the other: each has its levels, and a value when it is defined.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/formats/parquet/memory_budget.h"
#include "core/formats/parquet/metadata.h"
#include "core/formats/parquet/page_reader.h"
#include "core/formats/parquet/run_decoder.h"
#include "core/formats/parquet/schema.h"
#include "core/formats/parquet/value_decoder.h"

namespace tunebench::parquet {

/// Errors name the column. File, leaf and budget outlive it.
class ColumnReader {
public:
    /// At the first entry, or at the end when there is none.
    static Result<std::unique_ptr<ColumnReader>> open(const MappedFile& file, std::size_t data_end,
                                                      const ColumnChunk& chunk, const SchemaLeaf& leaf,
                                                      MemoryBudget& budget);

    const SchemaLeaf& leaf() const { return *leaf_; }

    // The entry at hand. At the end its levels are 0.
    bool at_end() const { return entries_left_ < 0; }
    int repetition() const { return repetition_; }
    int definition() const { return definition_; }

    /// The value of the entry at hand, which is defined; once for an entry. Its bytes live until advance().
    Result<StoredValue> take_value();

    /// To the next entry.
    Result<void> advance();

private:
    ColumnReader(const SchemaLeaf& leaf, PageReader pages, std::int64_t entries, MemoryBudget& budget);

    Result<void> load_page();
    Result<void> load_dictionary(Page page);
    Result<void> load_data(Page page);
    Result<void> read_levels();
    Error in_column(Error error) const;

    const SchemaLeaf* leaf_;
    PageReader pages_;
    std::int64_t entries_left_;  // behind the one at hand; below 0 at the end
    std::int64_t page_left_ = 0;
    int repetition_ = 0;
    int definition_ = 0;

    MemoryShare page_share_;
    Page page_ = {};
    std::optional<RunDecoder> repetitions_ = {};  // none: they are 0
    std::optional<RunDecoder> definitions_ = {};
    std::unique_ptr<ValueDecoder> values_ = {};

    MemoryShare dictionary_share_;
    Page dictionary_page_ = {};
    std::vector<StoredValue> dictionary_ = {};
};

}  // namespace tunebench::parquet
