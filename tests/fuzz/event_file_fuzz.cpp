// Any bytes as an event file, and as one message of it: reading ends, every record is within the file, and
// what is no record is told.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/utf8.h"
#include "core/formats/event_message.h"
#include "core/formats/record_file.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::fuzz::require;

void check_message(std::string_view bytes) {
    const auto event = tunebench::parse_event_message(bytes);
    if (!event)
        return;
    for (const auto& scalar : event->scalars)
        require(!scalar.tag.empty() && tunebench::is_valid_utf8(scalar.tag));
    for (const auto& [name, value] : event->hyperparameters)
        require(tunebench::is_valid_utf8(name));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check_message(bytes);
    const tunebench::fuzz::MemoryFile file(data, size);
    auto reader = tunebench::RecordReader::open(file.path());
    require(reader.has_value());
    std::size_t read = 0;
    while (true) {
        const auto record = reader->next();
        require(record.has_value());
        if (!*record)
            break;
        read += (*record)->size() + 16;
        require(read <= size);
        check_message(**record);
    }
    require(read == size || !reader->remarks().empty() || size > tunebench::RecordReader::kMaxRecordBytes);
    // The same bytes as one record: its checksums fit, so that the message is always reached.
    const auto framed = tunebench::framed_record(bytes);
    const tunebench::fuzz::MemoryFile whole(reinterpret_cast<const std::uint8_t*>(framed.data()),
                                            framed.size());
    auto again = tunebench::RecordReader::open(whole.path());
    const auto record = again->next();
    require(record.has_value() && record->has_value() && **record == bytes && again->remarks().empty());
    return 0;
}
