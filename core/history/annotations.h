// Annotations: what the user says about a run. They are in the database, and in annotations.json of the run's
// folder, so that a history that is rebuilt from the folders still has them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace tunebench {

struct Annotations {
    std::string name = {};
    std::string tags = {};
    std::string notes = {};
    bool archived = false;
    bool starred = false;
    bool operator==(const Annotations&) const = default;
};

/// No value when the folder has none; Corrupt when the file is not what it should be.
Result<std::optional<Annotations>> read_annotations(const std::filesystem::path& run_folder);

Result<void> write_annotations(const std::filesystem::path& run_folder, const Annotations& annotations);

}  // namespace tunebench
