// The texts that stand for enumerations in stored files. They never change. Part of run_event_json.cpp.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "core/jobs/run_event.h"

namespace tunebench {

/// In the order of RunEvent's alternatives.
inline constexpr std::array<std::string_view, std::variant_size_v<RunEvent>> kEventNames = {
    "started",    "phase",   "step",     "evaluation", "sample",  "memory",
    "checkpoint", "warning", "finished", "metrics",    "settings"};

inline constexpr std::array<std::string_view, 7> kPhaseNames = {
    "loading", "training", "evaluating", "sampling", "saving", "paused", "stopping"};

inline constexpr std::array<std::string_view, 5> kCauseNames = {"completed", "early_stopped", "stopped",
                                                                "discarded", "failed"};

inline constexpr std::array<std::string_view, 9> kErrorNames = {
    "invalid_argument", "not_found", "io",          "corrupt", "out_of_memory",
    "out_of_space",     "cancelled", "unsupported", "internal"};

constexpr const auto& stored_names(RunPhase) {
    return kPhaseNames;
}
constexpr const auto& stored_names(ExitCause) {
    return kCauseNames;
}
constexpr const auto& stored_names(ErrorCode) {
    return kErrorNames;
}

template <class Enum>
std::string_view stored_name(Enum value) {
    return stored_names(Enum{})[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> enum_from_name(std::string_view name) {
    const auto& names = stored_names(Enum{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace tunebench
