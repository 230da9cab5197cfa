// Any bytes as a study, and as what a study keeps of a run and of its queue: reading gives a value or one
// error, and what is read is written and read again to the same text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/study/plan/study_plan.h"
#include "core/study/queue/measured_run.h"
#include "core/study/queue/queue_record.h"
#include "tests/fuzz/require.h"

namespace {

void read_study(const tunebench::OrderedJson& json) {
    using namespace tunebench;
    const auto study = study_from_json(json, "/base");
    if (!study) {
        fuzz::require(!study.error().message.empty());
        return;
    }
    const auto written = study_to_json(*study);
    const auto again = study_from_json(written, "/base");
    fuzz::require(again.has_value() && json_text(study_to_json(*again)) == json_text(written));
    const auto planned = plan_study(*study);
    fuzz::require(planned ? planned->baseline < planned->arms.size() : !planned.error().message.empty());
}

void read_measured_run(std::string_view text) {
    using namespace tunebench;
    const auto json = parse_json(text, "run");
    const auto run = json ? measured_run_from_json(*json) : Result<MeasuredRun>(json.error());
    if (!run)
        return;
    const auto written = json_text(measured_run_to_json(*run));
    const auto again = parse_json(written, "run");
    fuzz::require(again.has_value());
    const auto read = measured_run_from_json(*again);
    fuzz::require(read.has_value() && json_text(measured_run_to_json(*read)) == written);
}

void read_queue(std::string_view text) {
    using namespace tunebench;
    const auto json = parse_json(text, "queue");
    const auto queue = json ? queue_record_from_json(*json) : Result<QueueRecord>(json.error());
    if (!queue)
        return;
    const auto again = parse_json(json_text(queue_record_to_json(*queue)), "queue");
    fuzz::require(again.has_value());
    const auto read = queue_record_from_json(*again);
    fuzz::require(read.has_value() && *read == *queue);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto json = tunebench::parse_run_json(text, "study"))
        read_study(*json);
    read_measured_run(text);
    read_queue(text);
    return 0;
}
