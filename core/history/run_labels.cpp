#include "core/history/run_labels.h"

#include <filesystem>

#include <fmt/format.h>

namespace tunebench {

std::string method_label(const RunConfig& config) {
    const std::string& quantization = config.precision.quantization;
    if (quantization.empty() || quantization == "none")
        return config.method.id;
    return fmt::format("{}, {}", config.method.id, quantization);
}

std::string model_label(const RunConfig& config) {
    const std::filesystem::path path = std::filesystem::path(config.model.path).lexically_normal();
    // "models/town/" ends in an empty name.
    return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

}  // namespace tunebench
