// Any bytes as a data file: its format is recognised or refused, and reading ends.
#include <cstddef>
#include <cstdint>

#include "core/formats/rows/file_format.h"
#include "core/params/weighted_file.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

namespace {

void read_rows(tunebench::RowSource& rows, std::size_t size) {
    using tunebench::fuzz::require;
    for (std::size_t count = 0;; ++count) {
        require(count <= (std::size_t{1} << 24) + size);
        const auto row = rows.next();
        if (row && !*row)
            return;
        if (row)
            require((*row)->line > 0);
        require(rows.progress().bytes_read <= rows.progress().file_bytes);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const tunebench::fuzz::MemoryFile file(data, size);
    if (auto opened = tunebench::open_rows(file.path()))
        read_rows(*opened->rows, size);
    // By every format, as if the name said so.
    for (const auto* format : tunebench::file_formats())
        if (auto rows = format->open(file.path(), {reinterpret_cast<const char*>(data), size}))
            read_rows(**rows, size);
    const auto entry = tunebench::weighted_file_from_text({reinterpret_cast<const char*>(data), size});
    if (entry && entry->path.find('=') == std::string::npos) {
        const auto again = tunebench::weighted_file_from_text(tunebench::weighted_file_text(*entry));
        tunebench::fuzz::require(again && *again == *entry);
    }
    return 0;
}
