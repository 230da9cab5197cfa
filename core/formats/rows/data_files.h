// The data files that a path stands for: a file for itself, a folder for those in it.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// Of a folder the files whose endings are of data files, those in its folders included, sorted by path.
/// Texts and Markdown count only where there is nothing else, as they describe the data then. Hidden files
/// and folders are skipped, and so are descriptions that the datasets library writes (dataset_info.json). A
/// symbolic link to a file is followed where it stays in the folder, one to a folder never. Where names say
/// "train" ("data/train-00000-of-00002.parquet", "train/a.jsonl"), those that say validation or test in its
/// place are left out. NotFound for a
/// folder without a data file; Io. A path that is no folder comes back alone, whether it exists or not.
Result<std::vector<std::filesystem::path>> data_files_of(const std::filesystem::path& path);

}  // namespace tunebench
