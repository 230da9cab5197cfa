#include "core/formats/parquet/footer.h"

#include <string_view>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

constexpr std::string_view kMagic = "PAR1";
constexpr std::string_view kEncryptedMagic = "PARE";
constexpr std::size_t kTailBytes = 8;  // the length of the footer, and the magic number
constexpr std::size_t kMaxFooterBytes = std::size_t{256} << 20;

std::string_view text_at(Bytes file, std::size_t begin) {
    return {reinterpret_cast<const char*>(file.data()) + begin, kMagic.size()};
}

/// The bytes of the footer.
Result<Bytes> find_footer(Bytes file) {
    if (file.size() >= kMagic.size() && text_at(file, 0) == kEncryptedMagic)
        return unsupported("it is encrypted", "Decrypt the file with what wrote it.");
    if (file.size() < kMagic.size() || text_at(file, 0) != kMagic)
        return corrupt("it is not a Parquet file");
    if (file.size() < kMagic.size() + kTailBytes || text_at(file, file.size() - kMagic.size()) != kMagic)
        return corrupt("it is a Parquet file without its end");
    const auto before_tail = file.size() - kTailBytes;
    const auto length = ByteCursor(file.subspan(before_tail)).number<std::uint32_t>().value_or(0);
    if (length > before_tail - kMagic.size())
        return corrupt(fmt::format("its footer claims {} bytes, but the file has {}", length, file.size()));
    if (length > kMaxFooterBytes)
        return unsupported(fmt::format("its footer has {}", format_bytes(length)),
                           "Write the data as several files, or with larger row groups.");
    return file.subspan(before_tail - length, length);
}

Result<void> check_row_groups(const FileMetadata& metadata, std::size_t leaves) {
    std::int64_t rows_left = metadata.num_rows;
    for (std::size_t i = 0; i < metadata.row_groups.size(); ++i) {
        const auto& group = metadata.row_groups[i];
        if (group.columns.size() != leaves)
            return corrupt(
                fmt::format("row group {} has {} columns instead of {}", i, group.columns.size(), leaves));
        if (group.num_rows < 0 || group.num_rows > rows_left)
            return corrupt(
                fmt::format("row group {} claims {} of {} rows", i, group.num_rows, metadata.num_rows));
        rows_left -= group.num_rows;
    }
    if (rows_left != 0)
        return corrupt(fmt::format("its row groups have not all of its {} rows", metadata.num_rows));
    return {};
}

}  // namespace

Result<Footer> read_footer(Bytes file) {
    TRY(const auto bytes, find_footer(file));
    Footer footer{.begin = static_cast<std::size_t>(bytes.data() - file.data())};
    TRY(footer.metadata, parse_metadata(bytes));
    TRY(footer.schema, build_schema(footer.metadata.schema));
    TRY_VOID(check_row_groups(footer.metadata, footer.schema.leaves.size()));
    return footer;
}

}  // namespace tunebench::parquet
