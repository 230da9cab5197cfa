#include "core/memory/step_timeline.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/durable_file.h"

namespace tunebench {
namespace {

constexpr std::array<std::string_view, kStepPhases> kPhaseTexts = {"forward", "backward", "optimizer"};
constexpr std::array<std::string_view, kMemoryUses> kUseTexts = {"weights", "states", "gradients",
                                                                 "activations", "rest"};
constexpr std::int64_t kMostBytes = std::int64_t{1} << 53;  // whole numbers of JSON are exact up to here
constexpr JsonLimits kFileLimits = {
    .max_bytes = std::size_t{1} << 20, .max_depth = 4, .max_values = std::size_t{1} << 15};

std::filesystem::path file_in(const std::filesystem::path& run_folder) {
    return run_folder / "memory_step.json";
}

Error corrupt(std::string_view key, std::string_view what) {
    return {
        .code = ErrorCode::Corrupt, .message = fmt::format("'{}' {}", key, what), .field = std::string(key)};
}

Result<void> read_seconds(const Json& json, std::vector<MemoryMoment>& moments) {
    TRY(const auto* list, json_array(json, "seconds"));
    if (list->empty() || list->size() > kMostMoments)
        return corrupt("seconds", fmt::format("does not have 1 to {} numbers", kMostMoments));
    double before = 0.0;
    for (const auto& entry : *list) {
        const double seconds = entry.is_number() ? entry.get<double>() : -1.0;
        if (!std::isfinite(seconds) || seconds < before)
            return corrupt("seconds", "does not ascend from 0");
        moments.push_back({.seconds = seconds});
        before = seconds;
    }
    return {};
}

Result<void> read_phases(const Json& json, std::vector<MemoryMoment>& moments) {
    TRY(const auto phases, json_strings(json, "phase"));
    if (phases.size() != moments.size())
        return corrupt("phase", "is not as long as 'seconds'");
    for (std::size_t i = 0; i < phases.size(); ++i) {
        moments[i].phase = step_phase_from_text(phases[i]);
        if (!moments[i].phase && !phases[i].empty())
            return corrupt("phase", "has one that this version does not know");
    }
    return {};
}

Result<void> read_bytes(const Json& json, std::size_t use, std::vector<MemoryMoment>& moments) {
    TRY(const auto values, json_integers(json, kUseTexts[use]));
    if (values.size() != moments.size())
        return corrupt(kUseTexts[use], "is not as long as 'seconds'");
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] < 0 || values[i] > kMostBytes)
            return corrupt(kUseTexts[use], "has a number that cannot be one of bytes");
        moments[i].bytes[use] = static_cast<std::uint64_t>(values[i]);
    }
    return {};
}

bool is_less_full(const MemoryMoment& a, const MemoryMoment& b) {
    return a.total() < b.total();
}

}  // namespace

std::string_view step_phase_text(StepPhase phase) {
    return kPhaseTexts[static_cast<std::size_t>(phase)];
}

std::optional<StepPhase> step_phase_from_text(std::string_view text) {
    const auto found = std::ranges::find(kPhaseTexts, text);
    if (found == kPhaseTexts.end())
        return {};
    return static_cast<StepPhase>(found - kPhaseTexts.begin());
}

std::string_view memory_use_text(MemoryUse use) {
    return kUseTexts[static_cast<std::size_t>(use)];
}

const MemoryMoment* peak_of(const StepTimeline& timeline) {
    const auto found = std::ranges::max_element(timeline.moments, is_less_full);
    return found == timeline.moments.end() ? nullptr : &*found;
}

std::vector<MemoryMoment> phase_peaks(const StepTimeline& timeline) {
    std::vector<MemoryMoment> peaks;
    for (const auto& moment : timeline.moments) {
        const auto known = std::ranges::find(peaks, moment.phase, &MemoryMoment::phase);
        if (known == peaks.end())
            peaks.push_back(moment);
        else if (is_less_full(*known, moment))
            *known = moment;
    }
    return peaks;
}

OrderedJson step_timeline_to_json(const StepTimeline& timeline) {
    OrderedJson json = {{"step", timeline.step}};
    auto& seconds = json["seconds"] = OrderedJson::array();
    for (const auto& moment : timeline.moments)
        seconds.push_back(moment.seconds);
    auto& phases = json["phase"] = OrderedJson::array();
    for (const auto& moment : timeline.moments)
        phases.push_back(moment.phase ? step_phase_text(*moment.phase) : std::string_view());
    for (std::size_t use = 0; use < kMemoryUses; ++use) {
        auto& bytes = json[std::string(kUseTexts[use])] = OrderedJson::array();
        for (const auto& moment : timeline.moments)
            bytes.push_back(moment.bytes[use]);
    }
    return json;
}

Result<StepTimeline> step_timeline_from_json(const Json& json) {
    StepTimeline timeline;
    TRY(timeline.step, json_integer(json, "step"));
    if (timeline.step < 1)
        return corrupt("step", "is below 1");
    TRY_VOID(read_seconds(json, timeline.moments));
    TRY_VOID(read_phases(json, timeline.moments));
    for (std::size_t use = 0; use < kMemoryUses; ++use)
        TRY_VOID(read_bytes(json, use, timeline.moments));
    return timeline;
}

Result<void> write_step_timeline(const std::filesystem::path& run_folder, const StepTimeline& timeline) {
    return write_file_durably(file_in(run_folder), json_text(step_timeline_to_json(timeline)) + "\n");
}

Result<StepTimeline> read_step_timeline(const std::filesystem::path& run_folder) {
    const auto file = file_in(run_folder);
    TRY(const auto json, read_json_file(file, kFileLimits));
    auto timeline = step_timeline_from_json(json);
    if (!timeline)
        return in_source(timeline.error(), file.string());
    return timeline;
}

}  // namespace tunebench
