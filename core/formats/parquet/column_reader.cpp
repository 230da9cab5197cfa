#include "core/formats/parquet/column_reader.h"

#include <bit>
#include <utility>

#include <fmt/format.h>

#include "core/formats/parquet/codec.h"
#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

unsigned width_of(int max_level) {
    return static_cast<unsigned>(std::bit_width(static_cast<unsigned>(max_level)));
}

/// Where a data page keeps its levels and values.
struct DataParts {
    Bytes repetitions = {};
    Bytes definitions = {};
    Bytes values = {};
};

/// Version 1: levels have their length in front, and are absent where they can only be 0.
Result<Bytes> take_levels(ByteCursor& cursor, int max_level, std::int32_t encoding) {
    if (max_level == 0)
        return Bytes();
    if (encoding != static_cast<std::int32_t>(Encoding::Rle))
        return unsupported(fmt::format("its levels have the encoding {}, which is not read", encoding),
                           "Write the file again with a current version of pyarrow.");
    const auto length = cursor.number<std::uint32_t>();
    const auto levels = length ? cursor.take(*length) : std::nullopt;
    if (!levels)
        return corrupt("the levels of a page are cut off");
    return *levels;
}

Result<DataParts> parts_of(const Page& page, const SchemaLeaf& leaf) {
    const Bytes levels = page.levels;
    const auto repetition_bytes = static_cast<std::size_t>(page.header.repetition_levels_byte_length);
    if (page.header.type == static_cast<std::int32_t>(PageType::DataV2))
        return DataParts{levels.first(repetition_bytes), levels.subspan(repetition_bytes), page.bytes};
    ByteCursor cursor(page.bytes);
    DataParts parts;
    TRY(parts.repetitions, take_levels(cursor, leaf.max_repetition, page.header.repetition_level_encoding));
    TRY(parts.definitions, take_levels(cursor, leaf.max_definition, page.header.definition_level_encoding));
    parts.values = cursor.rest();
    return parts;
}

/// The next level; none when they are cut off or above the highest.
std::optional<int> next_level(std::optional<RunDecoder>& levels, int max_level) {
    if (!levels)
        return 0;
    const auto level = levels->next();
    return level && *level <= static_cast<std::uint32_t>(max_level) ? std::optional(static_cast<int>(*level))
                                                                    : std::nullopt;
}

}  // namespace

ColumnReader::ColumnReader(const SchemaLeaf& leaf, PageReader pages, std::int64_t entries,
                           MemoryBudget& budget)
    : leaf_(&leaf), pages_(pages), entries_left_(entries), page_share_(budget), dictionary_share_(budget) {}

Result<std::unique_ptr<ColumnReader>> ColumnReader::open(const MappedFile& file, std::size_t data_end,
                                                         const ColumnChunk& chunk, const SchemaLeaf& leaf,
                                                         MemoryBudget& budget) {
    const auto named = [&](Error error) {
        error.message = fmt::format("column '{}': {}", leaf.path, error.message);
        return error;
    };
    auto extent = extent_of(chunk, data_end);
    if (!extent)
        return named(extent.error());
    auto codec = codec_of(chunk.codec);
    if (!codec)
        return named(codec.error());
    if (chunk.num_values < 0 || chunk.type != static_cast<std::int32_t>(leaf.type.physical))
        return named(corrupt("the row group has it with another type, or with a negative number of values"));
    std::unique_ptr<ColumnReader> reader(
        new ColumnReader(leaf, PageReader(file, *extent, *codec), chunk.num_values, budget));
    TRY_VOID(reader->advance());
    return reader;
}

Error ColumnReader::in_column(Error error) const {
    error.message = fmt::format("column '{}': {}", leaf_->path, error.message);
    return error;
}

Result<StoredValue> ColumnReader::take_value() {
    const auto value = values_->next();
    if (!value)
        return in_column(corrupt("the values of a page end too early or are none"));
    return *value;
}

Result<void> ColumnReader::advance() {
    repetition_ = 0;
    definition_ = 0;
    if (--entries_left_ < 0)
        return {};
    while (page_left_ == 0) {
        if (auto loaded = load_page(); !loaded)
            return in_column(loaded.error());
    }
    --page_left_;
    if (auto read = read_levels(); !read)
        return in_column(read.error());
    return {};
}

Result<void> ColumnReader::read_levels() {
    const auto repetition = next_level(repetitions_, leaf_->max_repetition);
    const auto definition = next_level(definitions_, leaf_->max_definition);
    if (!repetition || !definition)
        return corrupt("the levels of a page end too early or are too high");
    repetition_ = *repetition;
    definition_ = *definition;
    return {};
}

Result<void> ColumnReader::load_page() {
    values_.reset();  // refers to the page
    page_ = {};
    TRY(auto page, pages_.next(page_share_));
    if (!page)
        return corrupt("it has fewer values than the footer says");
    switch (static_cast<PageType>(page->header.type)) {
        case PageType::Index:
            return {};
        case PageType::Dictionary:
            return load_dictionary(*std::move(page));
        case PageType::Data:
        case PageType::DataV2:
            return load_data(*std::move(page));
    }
    return unsupported(fmt::format("it has a page of type {}, which is not known", page->header.type),
                       "Write the file again with the default settings of pyarrow.");
}

Result<void> ColumnReader::load_dictionary(Page page) {
    const auto encoding = static_cast<Encoding>(page.header.encoding);
    const auto count = page.header.num_values;
    if (!dictionary_.empty() || count < 0 ||
        (encoding != Encoding::Plain && encoding != Encoding::PlainDictionary))
        return corrupt("its dictionary is none");
    if (!dictionary_share_.resize(page.bytes.size() + static_cast<std::size_t>(count) * sizeof(StoredValue)))
        return corrupt(fmt::format("its dictionary claims {} values", count));
    dictionary_page_ = std::move(page);
    TRY(const auto values,
        make_decoder(static_cast<std::int32_t>(Encoding::Plain), leaf_->type, dictionary_page_.bytes, {}));
    for (std::int32_t i = 0; i < count; ++i) {
        const auto value = values->next();
        if (!value)
            return corrupt("its dictionary is cut off");
        dictionary_.push_back(*value);
    }
    return {};
}

Result<void> ColumnReader::load_data(Page page) {
    page_ = std::move(page);
    page_left_ = page_.header.num_values;
    if (page_left_ < 0 || page_left_ > entries_left_ + 1)
        return corrupt(
            fmt::format("a page has {} of the {} values that are left", page_left_, entries_left_ + 1));
    TRY(const auto parts, parts_of(page_, *leaf_));
    repetitions_.reset();
    definitions_.reset();
    if (leaf_->max_repetition > 0)
        repetitions_.emplace(parts.repetitions, width_of(leaf_->max_repetition));
    if (leaf_->max_definition > 0)
        definitions_.emplace(parts.definitions, width_of(leaf_->max_definition));
    TRY(values_, make_decoder(page_.header.encoding, leaf_->type, parts.values, dictionary_));
    return {};
}

}  // namespace tunebench::parquet
