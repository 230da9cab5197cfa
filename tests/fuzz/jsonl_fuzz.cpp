// Any bytes as a JSONL file: reading ends, lines are counted upwards, and every line gives a row, an error or
// nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/formats/jsonl.h"
#include "tests/fuzz/compressed_magic.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

namespace {

void read_all(const std::string& path, std::int64_t newlines) {
    using tunebench::fuzz::require;
    auto reader = tunebench::JsonlReader::open(path, {.max_bytes = 200, .max_depth = 8, .max_values = 50});
    require(reader.has_value());
    std::int64_t last_line = 0;
    while (true) {
        const auto row = reader->next();
        if (row && !*row)
            break;
        require(reader->line() > last_line);
        last_line = reader->line();
        if (row)
            require((*row)->line == last_line);
    }
    require(reader->line() <= newlines + 1);
    require(reader->window().file_position() == reader->window().file_bytes());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (tunebench::fuzz::begins_compressed(data, size))
        return 0;
    const tunebench::fuzz::MemoryFile file(data, size);
    read_all(file.path(), std::count(data, data + size, std::uint8_t{'\n'}));
    return 0;
}
