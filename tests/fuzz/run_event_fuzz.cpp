// Any bytes as a line of events.jsonl: an event or an error; an event that was read is written to a line that
// reads and writes the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/jobs/run_event_json.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tunebench;
    const auto read = run_event_from_line({reinterpret_cast<const char*>(data), size}, "events.jsonl");
    if (!read)
        return 0;
    const auto line = run_event_to_line(read->event, read->time);
    fuzz::require(line.find('\n') == std::string::npos);
    const auto again = run_event_from_line(line, "events.jsonl");
    fuzz::require(again.has_value());
    fuzz::require(run_event_to_line(again->event, again->time) == line);
    return 0;
}
