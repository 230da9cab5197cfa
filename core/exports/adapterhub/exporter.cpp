#include "core/engine/exporting/exporter.h"

#include "core/base/durable_file.h"
#include "core/engine/exporting/adapter_format.h"
#include "core/engine/exporting/adapter_labels.h"
#include "core/engine/exporting/export_folder.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/methods/adapter_description.h"

namespace tunebench::adapterhub {
namespace {

constexpr std::string_view kFormat = "adapterhub";
constexpr const char* kHeadConfigFile = "head_config.json";

/// The two files that hold the same tensors: the library looks for the pickle unless it is told to use
/// safetensors.
struct TensorFiles {
    const char* safetensors;
    const char* pickle;
};
constexpr TensorFiles kAdapterFiles = {"adapter.safetensors", "pytorch_adapter.bin"};
constexpr TensorFiles kHeadFiles = {"model_head.safetensors", "pytorch_model_head.bin"};

Result<void> write_both(const std::filesystem::path& folder, const TensorFiles& files,
                        const NamedTensors& tensors) {
    TRY_VOID(write_tensors(folder / files.safetensors, tensors, {{"format", "pt"}}));
    const auto pickled = write_torch_tensors(folder / files.pickle, tensors);
    if (!pickled && pickled.error().code != ErrorCode::Unsupported)  // from 4 GiB on safetensors alone
        return pickled.error();
    return {};
}

/// The tensors of whichever file there is; `source` becomes its name.
Result<std::map<std::string, at::Tensor>> read_either(const std::filesystem::path& folder,
                                                      const TensorFiles& files, std::string& source) {
    std::error_code ignored;
    const bool has_safetensors = std::filesystem::exists(folder / files.safetensors, ignored);
    const auto file = folder / (has_safetensors ? files.safetensors : files.pickle);
    source = file.string();
    return has_safetensors ? read_tensors(file) : read_torch_tensors(file);
}

/// A model class's own head, as the library writes it beside the adapter: all of the adapter's configuration
/// file that concerns the model, and the labels.
Json head_config(const Json& adapter_config, const std::vector<std::string>& labels) {
    Json json{{"config", nullptr}, {"name", nullptr}, {"num_labels", labels.size()}};
    for (const auto* key : {"hidden_size", "model_class", "model_name", "model_type", "version"})
        json[key] = adapter_config.at(key);
    json["label2id"] = Json::object();
    for (std::size_t i = 0; i < labels.size(); ++i)
        json["label2id"][labels[i]] = i;
    return json;
}

Result<void> write_head(const ExportJob& job, const AdapterContent& content) {
    const auto& labels = job.trainee.model->config().labels;
    TRY_VOID(write_both(job.out, kHeadFiles, content.head));
    TRY_VOID(write_adapter_labels(job.out, labels));
    return write_file_durably(job.out / kHeadConfigFile, json_text(head_config(content.config, labels), 2));
}

Result<void> write(const ExportJob& job) {
    TRY(const auto content, adapter_content(kFormat, job));
    TRY_VOID(make_export_folder(job.out));
    TRY_VOID(write_both(job.out, kAdapterFiles, content.tensors));
    if (!content.head.empty())
        TRY_VOID(write_head(job, content));
    return write_file_durably(job.out / kAdapterConfigFile, json_text(content.config, 2));
}

bool recognises(const std::filesystem::path& folder) {
    return describes_adapter(kFormat, folder / kAdapterConfigFile);
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const std::filesystem::path& folder) {
    TRY(auto adapter, attach_described(kFormat, model, folder / kAdapterConfigFile));
    std::string source;
    TRY(auto tensors, read_either(folder, kAdapterFiles, source));
    TRY_VOID(adapter.load(kFormat, std::move(tensors), source));
    if (adapter.has_head()) {
        TRY(auto head, read_either(folder, kHeadFiles, source));
        TRY_VOID(adapter.load_head(std::move(head), source));
    }
    return std::move(adapter.parameters);
}

Result<std::unique_ptr<CausalModel>> reload(const ExportJob& job) {
    return reload_on_base(job, attach);
}

}  // namespace

const Exporter& exporter() {
    static const Exporter described{
        .id = kFormat, .write = write, .reload = reload, .recognises = recognises, .attach = attach};
    return described;
}

}  // namespace tunebench::adapterhub
