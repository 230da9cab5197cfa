// RunPreset: a part of a run's settings under a title, with the reason for it. Those that come with Tunebench
// lie in resources/presets, a user's own in <data folder>/presets, one file each:
//   { "format": "tunebench.preset/1", "title": "…", "reason": "…", "group": "goal", "position": 1,
//     "set": { sections of a run file } }
// Goals set what is trained and how long, memory sizes what that may take; the two are independent. A preset
// names no files: model and data are the run's own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

struct RunPreset {
    std::string name = {};      // as --preset takes it: the file's name without ".json"
    std::string title = {};     // one line
    std::string reason = {};    // when to take it, and why
    std::string group = "own";  // "goal", "memory", "own"
    std::int64_t position = 0;  // within its group
    OrderedJson settings = OrderedJson::object();
    bool operator==(const RunPreset&) const = default;
};

struct RunPresets {
    std::vector<RunPreset> presets = {};  // goals, memory sizes, own; each in the order of its group
    std::vector<Error> problems = {};     // files and folders that could not be read, each by its name
};

std::filesystem::path bundled_preset_folder();  // beside this program
std::filesystem::path own_preset_folder(const std::filesystem::path& data_folder);

/// Those of both folders. An own preset takes the place of a bundled one of the same name. A folder that is
/// not there has none.
RunPresets presets_in(const std::filesystem::path& bundled, const std::filesystem::path& own);

/// NotFound, with the nearest name or all of them.
Result<RunPreset> find_preset(const RunPresets& presets, std::string_view name);

/// The run with the preset's settings. What this version does not know of them goes to RunConfig::unknown.
/// InvalidArgument, with the field, for a method, an optimizer or a schedule that is not known.
Result<RunConfig> with_preset(const RunConfig& run, const RunPreset& preset);

/// All settings of a run that are not about its files, its name and this machine.
RunPreset preset_of(const RunConfig& run, std::string title, std::string reason);

/// Writes it durably, over one of the same name. InvalidArgument where title or reason cannot be stored, or
/// where it is larger than what is read.
Result<void> save_preset(const RunPreset& preset, const std::filesystem::path& folder);
Result<void> remove_preset(std::string_view name, const std::filesystem::path& folder);

}  // namespace tunebench
