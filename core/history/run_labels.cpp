#include "core/history/run_labels.h"

#include <filesystem>

#include <fmt/format.h>

#include "core/hub/hub_name.h"

namespace tunebench {

std::string method_label(const RunConfig& config) {
    const auto type = config.precision.quantization;
    if (type == QuantizationType::None)
        return config.method.id;
    return fmt::format("{}, {}", config.method.id, quantization_name(type));
}

std::string model_label(const RunConfig& config) {
    if (const auto source = named_source(config.model.path))
        return source->name.id;
    const std::filesystem::path path = std::filesystem::path(config.model.path).lexically_normal();
    // "models/town/" ends in an empty name.
    return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

std::string origin_label(const RunOrigin& origin) {
    return origin.format.empty() ? std::string() : fmt::format("{}: {}", origin.format, origin.source);
}

}  // namespace tunebench
