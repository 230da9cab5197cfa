#include "app/cli/tensor_check.h"

#include <set>

#include <fmt/format.h>

#include "core/models/bitsandbytes.h"
#include "core/models/parameters.h"
#include "core/models/stored_names.h"

namespace tunebench::cli {
namespace {

const TensorEntry* find_tensor(const SafetensorsSet& files, const ModelConfig& config,
                               const std::string& parameter) {
    for (const auto& name : stored_names(config, parameter))
        if (const auto* entry = files.find(name))
            return entry;
    return nullptr;
}

/// A tied head that is stored all the same is no surprise.
bool is_tied_head(const ModelConfig& config, const std::string& name) {
    return config.tie_word_embeddings && name == module_names(config).head + ".weight";
}

}  // namespace

TensorCheck check_tensors(const ModelConfig& config, const SafetensorsSet& files) {
    TensorCheck check{.dtypes = dtype_counts(files)};
    std::set<std::string> known;
    for (const auto& parameter : parameters_of(config)) {
        const auto* entry = find_tensor(files, config, parameter.name);
        if (!entry) {
            check.missing.push_back(parameter.name);
            continue;
        }
        known.insert(entry->name);
        const auto companions = bitsandbytes_companions(files, entry->name);
        known.insert(companions.begin(), companions.end());
        // A quantized weight is a row of codes; loading checks its shape.
        if (companions.empty() && entry->shape != parameter.shape)
            check.wrong_shapes.push_back(fmt::format("{}: {} in the file, {} in the architecture",
                                                     entry->name, shape_text(entry->shape),
                                                     shape_text(parameter.shape)));
    }
    for (const auto& name : files.names())
        if (!known.contains(name) && !is_tied_head(config, name))
            check.extra.push_back(name);
    return check;
}

std::map<std::string, std::int64_t> dtype_counts(const SafetensorsSet& files) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& file : files.files())
        for (const auto& tensor : file.tensors())
            ++counts[std::string(dtype_name(tensor.dtype))];
    return counts;
}

std::string shape_text(const std::vector<std::int64_t>& shape) {
    return shape.empty() ? "scalar" : fmt::format("{}", fmt::join(shape, "x"));
}

}  // namespace tunebench::cli
