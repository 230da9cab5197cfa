// What a run was made from, as hashes: recorded in run.json, so that "run again" can tell whether data or
// model changed since.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"

namespace tunebench {

/// Training files, then the validation file, by the path as it is given; of a folder every data file.
/// NotFound or Io names the file; Cancelled between two files.
Result<FileHashes> hash_data_files(const DataSection& data, const CancelToken& cancel);

/// Configuration, tokenizer and weights (all *.safetensors) of a model's folder, by name, sorted. NotFound
/// when the folder does not exist.
Result<FileHashes> hash_model_files(const std::filesystem::path& folder, const CancelToken& cancel);

}  // namespace tunebench
