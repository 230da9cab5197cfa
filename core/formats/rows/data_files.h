// The data files that a path stands for: a file for itself, a folder for those in it.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// What rows are for: of a data set in splits, which files they are taken from.
enum class DataUse { Training, Evaluation };

/// Of a folder the files whose endings are of data files, those in its folders included, sorted by path.
/// Texts and Markdown count only where there is nothing else, as they describe the data then. Hidden files
/// and folders are skipped, and so are descriptions that the datasets library writes (dataset_info.json). A
/// symbolic link to a file is followed where it stays in the folder, one to a folder never.
///
/// Names may say a split ("data/train-00000-of-00002.parquet", "validation/a.jsonl"), in the words of the
/// datasets library. To train on, files of validation and test are left out where others say "train". To
/// evaluate on, those of the validation split count alone, or else those of the test split; where there is
/// neither, all do. NotFound for a folder without a data file; Io. A path that is no folder comes back alone,
/// whether it exists or not.
Result<std::vector<std::filesystem::path>> data_files_of(const std::filesystem::path& path,
                                                         DataUse use = DataUse::Training);

}  // namespace tunebench
