// Any bytes as a Parquet file: reading ends, rows are counted upwards and stay within their limits, errors
// name the file, and a column that is read alone has the values that it has among all.
#include <cstddef>
#include <cstdint>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include "core/formats/parquet/parquet_reader.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::fuzz::require;

constexpr std::size_t kMaxRows = 1000;  // a few bytes can stand for thousands of millions of nulls
constexpr tunebench::JsonLimits kLimits = {.max_bytes = 1 << 16, .max_depth = 64, .max_values = 1 << 12};

/// The rows until the end or the limit; null for those that are errors.
std::vector<tunebench::OrderedJson> read_rows(tunebench::ParquetReader& reader, const std::string& path) {
    std::vector<tunebench::OrderedJson> rows;
    while (rows.size() < kMaxRows) {
        auto row = reader.next();
        if (row && !*row)
            break;
        if (!row)
            require(row.error().message.starts_with(path));
        else
            require((*row)->number == reader.row() && (*row)->value.is_object());
        rows.push_back(row ? (*row)->value : nullptr);
        require(rows.size() <=
                static_cast<std::uint64_t>(reader.rows()) + 1);  // an error may stand for the end
    }
    return rows;
}

void read_all(const std::string& path) {
    auto reader = tunebench::ParquetReader::open(path, kLimits);
    if (!reader) {
        require(reader.error().message.starts_with(path));
        return;
    }
    const auto rows = read_rows(*reader, path);
    auto alone = tunebench::ParquetReader::open(path, kLimits);
    const auto& name = alone->schema().back().name;
    require(alone->select({name}).has_value());
    const auto columns = read_rows(*alone, path);
    for (std::size_t i = 0; i < rows.size(); ++i)
        require(rows[i].is_null() ||
                tunebench::json_text(columns[i][name]) == tunebench::json_text(rows[i][name]));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int descriptor = ::memfd_create("parquet", MFD_CLOEXEC);
    require(descriptor >= 0);
    require(::write(descriptor, data, size) == static_cast<ssize_t>(size));
    read_all("/proc/self/fd/" + std::to_string(descriptor));
    ::close(descriptor);
    return 0;
}
