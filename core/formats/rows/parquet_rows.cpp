#include <algorithm>

#include "core/formats/parquet/parquet_reader.h"
#include "core/formats/rows/file_format.h"

namespace tunebench {
namespace {

class ParquetRows : public RowSource {
public:
    explicit ParquetRows(ParquetReader reader) : reader_(std::move(reader)) {}

    Result<std::optional<DataRow>> next() override {
        TRY(const auto row, reader_.next());
        if (!row)
            return std::optional<DataRow>();
        return std::optional(DataRow{
            .value = Json(row->value), .line = row->number, .text = json_text(row->value), .unit = "row"});
    }

    /// By rows: columns lie behind each other in the file and are read side by side.
    RowProgress progress() const override {
        const double share = static_cast<double>(reader_.row()) /
                             static_cast<double>(std::max<std::int64_t>(reader_.rows(), 1));
        return {static_cast<std::uint64_t>(share * static_cast<double>(reader_.file_bytes())),
                reader_.file_bytes()};
    }

private:
    ParquetReader reader_;
};

/// Pictures and sound, which no text is made of, stay unread.
std::vector<std::string> columns_of_text(const ParquetReader& reader) {
    std::vector<std::string> columns;
    for (const auto& column : reader.schema())
        if (column.type.find("bytes") == std::string::npos)
            columns.push_back(column.name);
    return columns;
}

bool is_parquet(std::string_view beginning, std::string_view) {
    return beginning.starts_with("PAR1") || beginning.starts_with("PARE");
}

Result<std::unique_ptr<RowSource>> open_parquet(const std::filesystem::path& file, std::string_view) {
    TRY(auto reader, ParquetReader::open(file));
    // Some writers do not say that a column is text; a file of nothing else is theirs.
    if (const auto columns = columns_of_text(reader); !columns.empty())
        TRY_VOID(reader.select(columns));
    return std::unique_ptr<RowSource>(std::make_unique<ParquetRows>(std::move(reader)));
}

constexpr std::string_view kParquetEndings[] = {".parquet"};

}  // namespace

const FileFormat& parquet_file_format() {
    static constexpr FileFormat format = {
        .name = "Parquet", .endings = kParquetEndings, .is_begun_by = is_parquet, .open = open_parquet};
    return format;
}

}  // namespace tunebench
