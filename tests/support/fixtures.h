// Small inputs that the fake engine and the real one both take: a model of a few thousand parameters with a
// byte-level tokenizer, data of a few lines, and a run on them.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/run/run_config.h"

namespace tunebench::test {

/// config.json, model.safetensors and tokenizer.json of a llama with one layer, 16 wide, 258 tokens.
void write_tiny_model(const std::filesystem::path& folder);

/// Lines of {"prompt", "completion"}.
void write_tiny_data(const std::filesystem::path& file, int rows);

/// Writes model and data below `folder` and describes a run of `steps` steps on them.
RunConfig tiny_run(const std::filesystem::path& folder, std::int64_t steps);

}  // namespace tunebench::test
