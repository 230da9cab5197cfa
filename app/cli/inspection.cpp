#include "app/cli/inspection.h"

#include "core/models/parameters.h"

namespace tunebench::cli {

Result<ModelInspection> inspect_model(const std::filesystem::path& folder) {
    TRY(auto config, load_model_config(folder));
    TRY(const auto files, SafetensorsSet::open(folder));
    std::error_code ignored;
    ModelInspection inspection{.folder = folder, .config = std::move(config)};
    inspection.parameters = parameter_count(inspection.config);
    inspection.tensor_bytes = files.tensor_bytes();
    inspection.files = files.files().size();
    inspection.has_tokenizer = std::filesystem::exists(folder / "tokenizer.json", ignored);
    inspection.tensors = check_tensors(inspection.config, files);
    return inspection;
}

Result<AdapterInspection> inspect_adapter(const std::filesystem::path& folder) {
    TRY(auto config, read_json_file(folder / "adapter_config.json"));
    TRY(const auto files, SafetensorsSet::open(folder / "adapter_model.safetensors"));
    AdapterInspection inspection{.folder = folder, .config = std::move(config)};
    inspection.tensor_bytes = files.tensor_bytes();
    inspection.tensors = files.names();
    inspection.dtypes = dtype_counts(files);
    for (const auto& name : inspection.tensors)
        inspection.parameters += files.find(name)->element_count();
    return inspection;
}

}  // namespace tunebench::cli
