#include "app/cli/inspection.h"

#include <algorithm>

<<<<<<< ours
#include "core/methods/adapter_description.h"
=======
#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/formats/torch_pickle.h"
>>>>>>> theirs
#include "core/models/parameters.h"

namespace tunebench::cli {
namespace {

<<<<<<< ours
Result<void> add_tensors(AdapterInspection& inspection, const std::filesystem::path& file) {
    TRY(const auto set, SafetensorsSet::open(file));
    inspection.tensor_bytes += set.tensor_bytes();
    for (const auto& [dtype, count] : dtype_counts(set))
        inspection.dtypes[dtype] += count;
    for (const auto& name : set.names()) {
        inspection.parameters += set.find(name)->element_count();
        inspection.tensors.push_back(name);
    }
    return {};
}

/// The weights of whatever format: every file that may hold some.
Result<void> add_weights(AdapterInspection& inspection) {
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator it(inspection.folder, failed), end; !failed && it != end;
         it.increment(failed))
        files.push_back(it->path());
    std::ranges::sort(files);
    for (const auto& file : files) {
        if (file.extension() == ".safetensors")
            TRY_VOID(add_tensors(inspection, file));
        else if (file.extension() == ".bin" || file.extension() == ".pt")
            inspection.pickled.push_back(file.filename().string());
    }
    if (inspection.tensors.empty() && inspection.pickled.empty())
        return Error{.code = ErrorCode::NotFound,
                     .message = inspection.folder.string() + " has a configuration, but no file with weights",
                     .hint = "Copy the whole folder of the adapter."};
    return {};
=======
constexpr std::uint64_t kMaxInterventionBytes = std::uint64_t{1} << 30;

/// The files "intkey_….bin" of a folder, sorted.
std::vector<std::filesystem::path> intervention_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (const auto name = entry.path().filename().string();
            name.starts_with("intkey_") && name.ends_with(".bin"))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
>>>>>>> theirs
}

}  // namespace

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
<<<<<<< ours
    AdapterInspection inspection{.folder = folder};
    if (const auto described = describe_adapter(folder)) {
        inspection.method = described->method->id;
        inspection.format = described->format->format;
        inspection.base_model = described->base_model();
        inspection.config = described->config;
    } else if (described.error().code == ErrorCode::Unsupported) {
        TRY(inspection.config, read_json_file(folder / "adapter_config.json"));
    } else {
        return described.error();
    }
    TRY_VOID(add_weights(inspection));
=======
    TRY(auto config, read_json_file(folder / "adapter_config.json"));
    std::error_code ignored;
    const bool is_adapterhub = std::filesystem::exists(folder / "adapter.safetensors", ignored);
    TRY(const auto files, SafetensorsSet::open(folder / (is_adapterhub ? "adapter.safetensors"
                                                                       : "adapter_model.safetensors")));
    AdapterInspection inspection{.folder = folder, .config = std::move(config)};
    inspection.tensor_bytes = files.tensor_bytes();
    inspection.tensors = files.names();
    inspection.dtypes = dtype_counts(files);
    for (const auto& name : inspection.tensors)
        inspection.parameters += files.find(name)->element_count();
>>>>>>> theirs
    return inspection;
}

bool is_interventions(const std::filesystem::path& folder) {
    const auto config = read_json_file(folder / "config.json");
    return config && find_member(*config, "intervention_types");
}

Result<AdapterInspection> inspect_interventions(const std::filesystem::path& folder) {
    TRY(auto config, read_json_file(folder / "config.json"));
    AdapterInspection inspection{.folder = folder, .config = std::move(config)};
    for (const auto& file : intervention_files(folder)) {
        TRY(const auto bytes, read_file(file, kMaxInterventionBytes));
        TRY(const auto tensors, parse_torch_pickle(bytes, file.string()));
        for (const auto& tensor : tensors) {
            inspection.tensors.push_back(fmt::format("{}: {}", file.filename().string(), tensor.name));
            inspection.tensor_bytes += tensor.data.size();
            ++inspection.dtypes[std::string(dtype_name(tensor.dtype))];
            inspection.parameters +=
                static_cast<std::int64_t>(tensor.data.size() / dtype_bytes(tensor.dtype));
        }
    }
    return inspection;
}

}  // namespace tunebench::cli
