// What files mean that are dropped on the setup page.
#pragma once

#include <filesystem>
#include <optional>

#include "core/run/run_config.h"

class QMimeData;

namespace tunebench::ui {

struct DroppedFiles {
    std::optional<std::filesystem::path> runFile = {};  // to be opened
    RunConfig config = {};                              // else: with the files in their places
};

/// A run file is opened; a folder with a config.json is the model; other files and folders are training data,
/// all that were dropped together.
DroppedFiles droppedFiles(const QMimeData& dropped, const RunConfig& config);

}  // namespace tunebench::ui
