// A preset's file: its text read within limits, and written. Part of presets.h.
#pragma once

#include <filesystem>

#include "core/run/presets.h"

namespace tunebench {

inline constexpr std::string_view kPresetEnding = ".json";

/// Corrupt, Unsupported or InvalidArgument, naming the file, for everything that is no preset: another
/// format, a title of several lines or more than 80 characters, settings that are no sections, settings that
/// name files.
Result<RunPreset> read_preset_file(const std::filesystem::path& file);

/// What its file holds. InvalidArgument for what could not be read back: by the same checks, or too large.
Result<std::string> preset_text(const RunPreset& preset);

}  // namespace tunebench
