#include "core/engine/exporting/adapter_labels.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/engine/models/weight_loader.h"
#include "core/methods/adapter_description.h"
#include "core/methods/peft_task.h"
#include "core/models/added_rows.h"
#include "core/models/classification.h"

namespace tunebench {
namespace {

constexpr const char* kLabelsFile = "labels.json";

/// Rows of the head's last matrix; 0 when the file has none.
/// A scalar of a damaged or hostile file has none.
std::int64_t rows_of(const SafetensorsSet& set, const std::string& name) {
    const auto& shape = set.find(name)->shape;
    return shape.empty() ? 0 : shape.front();
}

Result<std::int64_t> head_rows(const std::filesystem::path& file) {
    TRY(const auto set, SafetensorsSet::open(file));
    for (const std::string_view head : {".score.weight", ".classifier.out_proj.weight", ".classifier.weight"})
        for (const auto& name : set.names())
            if (name.ends_with(head))
                return rows_of(set, name);
    return 0;
}

/// Of an embedding that was trained whole, and of one that PEFT saves because it has grown; 0: there is none.
Result<std::int64_t> embedding_rows(const std::filesystem::path& adapter, const ModelConfig& base) {
    const auto file = adapter / kAdapterWeightsFile;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return 0;
    TRY(const auto set, SafetensorsSet::open(file));
    const auto ending = fmt::format(".{}.weight", module_names(base).embedding);
    for (const auto& name : set.names())
        if (name.ends_with(ending))
            return rows_of(set, name);
    return 0;
}

}  // namespace

Result<void> write_adapter_labels(const std::filesystem::path& folder,
                                  const std::vector<std::string>& labels) {
    return write_file_durably(folder / kLabelsFile, json_text(labels_to_json(labels), 2));
}

Result<std::vector<std::string>> read_adapter_labels(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (std::filesystem::exists(folder / kLabelsFile, ignored)) {
        TRY(const auto json, read_json_file(folder / kLabelsFile));
        auto labels = labels_from(json);
        if (!labels)
            return in_source(labels.error(), (folder / kLabelsFile).string());
        return labels;
    }
    const auto config = read_json_file(folder / kAdapterConfigFile);
    if (!config || !peft::is_classification(*config))
        return std::vector<std::string>{};
    TRY(const auto rows, head_rows(folder / kAdapterWeightsFile));
    if (rows < 2)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format(
                         "{}: the adapter is of a classifier but has no head for two labels or more",
                         (folder / kAdapterWeightsFile).string()),
                     .hint = "Use an adapter that was saved with its head (modules_to_save)."};
    return unnamed_labels(rows);
}

Result<ModelConfig> model_under(const std::filesystem::path& adapter, const std::filesystem::path& base) {
    TRY(auto labels, read_adapter_labels(adapter));
    TRY(auto config, load_model_config(base));
    TRY(const auto rows, embedding_rows(adapter, config));
    if (rows > config.vocab_size)
        config = with_added_rows(std::move(config), config.vocab_size, rows - config.vocab_size);
    const bool are_named = labels != unnamed_labels(std::ssize(labels));
    const bool fits = config.labels.size() == labels.size() && !are_named;
    if (!labels.empty() && !fits)
        config = as_classifier(std::move(config), std::move(labels));
    return config;
}

Result<std::unique_ptr<CausalModel>> load_base_of(const std::filesystem::path& base,
                                                  const std::filesystem::path& adapter,
                                                  const QuantizationSettings& quantization) {
    TRY(auto config, model_under(adapter, base));
    return load_model(base, std::move(config), /*head_seed=*/0, quantization);
}

}  // namespace tunebench
