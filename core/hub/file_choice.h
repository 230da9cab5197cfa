// FileChoice: which files of a repository are worth their bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/hub/hub_file.h"
#include "core/hub/repository.h"

namespace tunebench {

struct FileChoice {
    bool all = false;
    std::vector<std::string> patterns = {};  // shell patterns over the whole path: "*.json", "onnx/*"
};

/// With neither `all` nor patterns: of a model what loading and training need (configuration, tokenizer,
/// safetensors, card and licence, all at the top level), of a data set the files of rows. Errors are NotFound
/// when nothing fits, and Unsupported for a model whose weights are pickles only.
Result<std::vector<HubFile>> choose_files(const Repository& repository, const std::vector<HubFile>& files,
                                          const FileChoice& choice);

/// Weights that can run code of others when they are opened (.bin, .pt): never read here.
bool is_pickle(const std::string& path);

/// Names of a model's files that have no variants: what the list does not have can be noted as missing.
std::span<const std::string_view> usual_model_files();

}  // namespace tunebench
