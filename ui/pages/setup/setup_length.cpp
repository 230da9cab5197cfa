#include "ui/pages/setup/setup_length.h"

#include <algorithm>

#include "core/history/history.h"
#include "core/run/run_model.h"
#include "core/run/run_sources.h"
#include "core/run/task.h"

namespace tunebench::ui {
namespace {

Result<void> measureInto(LengthMemory& memory, const RunConfig& config, const CancelToken& cancel) {
    TRY(memory.tokenizer, loadedTokenizer(config.model, std::move(memory.tokenizer)));
    auto key = measured_data_key(config);
    if (memory.data && key == memory.key)
        return {};
    TRY(auto data, measure_data(config, memory.tokenizer->tokenizer, cancel));
    memory.data = std::make_shared<const MeasuredData>(std::move(data));
    memory.key = std::move(key);
    return {};
}

Result<RunLength> lengthIn(LengthMemory& memory, const RunConfig& config, const CancelToken& cancel) {
    TRY(const auto stored, stored_model_of(config.model));
    TRY(const auto model, model_for_task(stored, config.model.task));
    TRY_VOID(measureInto(memory, config, cancel));
    return run_length(config, model, *memory.data);
}

std::optional<MeasuredStep> stepIn(const std::filesystem::path& history, const RunConfig& config) {
    const auto reader = HistoryReader::open(history);
    return reader ? measured_step(**reader, config) : std::nullopt;
}

}  // namespace

LengthAnswer lengthOf(const RunConfig& asked, LengthMemory memory, const std::filesystem::path& history,
                      const CancelToken& cancel) {
    LengthAnswer answer{.memory = std::move(memory)};
    const auto config = located(asked, hub_cache_folder());
    if (!config) {
        answer.error = config.error();
        return answer;
    }
    const auto length = lengthIn(answer.memory, *config, cancel);
    if (!length)
        answer.error = length.error();
    else
        answer.length = *length;
    answer.step = stepIn(history, *config);
    return answer;
}

std::optional<double> trainingSeconds(const RunConfig& config, const RunLength& length,
                                      const std::optional<MeasuredStep>& step) {
    const double limit = 60.0 * config.budget.minutes;
    if (length.steps == 0)
        return limit > 0.0 ? std::optional(limit) : std::nullopt;
    if (!step)
        return {};
    const double seconds = step->seconds * static_cast<double>(length.steps);
    return limit > 0.0 ? std::min(seconds, limit) : seconds;
}

}  // namespace tunebench::ui
