// What the run table shows of a configuration.
#pragma once

#include <string>

#include "core/run/run_folder.h"

namespace tunebench {

std::string method_label(const RunConfig& config);  // "lora", "lora, nf4"
std::string model_label(const RunConfig& config);   // the name of the model's folder
std::string origin_label(const RunOrigin& origin);  // "tensorboard: /logs/a"; empty for a run of our own

}  // namespace tunebench
