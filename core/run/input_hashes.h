// The SHA-256 of everything a run reads: what the history needs to say whether two runs had the same input.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/jobs/cancel_token.h"
#include "core/run/run_folder.h"

namespace tunebench {

/// Files of the model's folder (configuration, weights, tokenizer, chat templates), of the adapter that the
/// run starts from, the data, and the chat template where it is a file; in a fixed order.
std::vector<std::filesystem::path> input_files(const RunConfig& config);

/// `progress` gets "Reading model.safetensors, 40 %" a few times a second at most. Cancelled when `cancel` is
/// set; NotFound or Io with the file.
Result<FileHashes> hash_inputs(const RunConfig& config, const CancelToken& cancel,
                               const std::function<void(std::string)>& progress);

/// A sentence each: "rows.jsonl has changed", "rows.jsonl is new", "rows.jsonl is gone".
std::vector<std::string> input_differences(const FileHashes& before, const FileHashes& now);

/// InvalidArgument that names what differs: changed, gone or new.
Result<void> check_same_inputs(const FileHashes& before, const FileHashes& now);

}  // namespace tunebench
