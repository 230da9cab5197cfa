#include "app/cli/inspection.h"

#include <algorithm>

#include "core/base/durable_file.h"
#include "core/formats/torch_pickle.h"
#include "core/methods/adapter_description.h"
#include "core/models/parameters.h"
#include "core/text/tokenizer/tokenizer_source.h"

namespace tunebench::cli {
namespace {

constexpr std::uint64_t kMaxPickleBytes = std::uint64_t{1} << 30;

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

Result<void> add_pickled_tensors(AdapterInspection& inspection, const std::filesystem::path& file) {
    TRY(const auto bytes, read_file(file, kMaxPickleBytes));
    TRY(const auto tensors, parse_torch_pickle(bytes, file.string()));
    for (const auto& tensor : tensors) {
        inspection.tensors.push_back(file.filename().string() + ": " + tensor.name);
        inspection.tensor_bytes += tensor.data.size();
        ++inspection.dtypes[std::string(dtype_name(tensor.dtype))];
        inspection.parameters += static_cast<std::int64_t>(tensor.data.size() / dtype_bytes(tensor.dtype));
    }
    return {};
}

std::vector<std::filesystem::path> files_ending_with(std::string_view extension,
                                                     const std::filesystem::path& folder) {
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed))
        if (it->path().extension() == extension)
            files.push_back(it->path());
    std::ranges::sort(files);
    return files;
}

/// The weights of whatever format. Some write them twice: as safetensors, and pickled.
Result<void> add_weights(AdapterInspection& inspection) {
    for (const auto& file : files_ending_with(".safetensors", inspection.folder))
        TRY_VOID(add_tensors(inspection, file));
    if (inspection.tensors.empty())
        for (const auto& file : files_ending_with(".bin", inspection.folder))
            TRY_VOID(add_pickled_tensors(inspection, file));
    if (inspection.tensors.empty())
        return Error{.code = ErrorCode::NotFound,
                     .message = inspection.folder.string() + " has a configuration, but no file with weights",
                     .hint = "Copy the whole folder of the adapter."};
    return {};
}

}  // namespace

Result<ModelInspection> inspect_model(const std::filesystem::path& folder) {
    TRY(auto config, load_model_config(folder));
    TRY(const auto files, SafetensorsSet::open(folder));
    ModelInspection inspection{.folder = folder, .config = std::move(config)};
    inspection.parameters = parameter_count(inspection.config);
    inspection.tensor_bytes = files.tensor_bytes();
    inspection.files = files.files().size();
    if (const auto tokenizer = find_tokenizer_file(folder))
        inspection.tokenizer_file = tokenizer->filename().string();
    inspection.tensors = check_tensors(inspection.config, files);
    return inspection;
}

Result<AdapterInspection> inspect_adapter(const std::filesystem::path& folder) {
    AdapterInspection inspection{.folder = folder};
    if (const auto described = describe_adapter(folder)) {
        inspection.method = described->method->id;
        inspection.format = described->format->format;
        inspection.base_model = described->base_model();
        inspection.config = described->config;
    } else if (described.error().code == ErrorCode::Unsupported) {
        TRY(inspection.config, read_json_file(folder / kAdapterConfigFile));
    } else {
        return described.error();
    }
    TRY_VOID(add_weights(inspection));
    return inspection;
}

}  // namespace tunebench::cli
