#include "core/engine/exporting/exporter.h"

#include "core/base/durable_file.h"
#include "core/engine/exporting/adapter_format.h"
#include "core/engine/models/tensor_bytes.h"

namespace tunebench::adapterhub {
namespace {

constexpr std::string_view kFormat = "adapterhub";
constexpr const char* kConfigFile = "adapter_config.json";
constexpr const char* kSafetensors = "adapter.safetensors";
constexpr const char* kPickle = "pytorch_adapter.bin";

/// Both forms of the tensors: the library looks for the pickle unless it is told to use safetensors.
Result<void> write(const ExportJob& job) {
    TRY(const auto content, adapter_content(kFormat, job));
    TRY_VOID(make_folder(job.out));
    TRY_VOID(write_tensors(job.out / kSafetensors, content.tensors, {{"format", "pt"}}));
    const auto pickled = write_torch_tensors(job.out / kPickle, content.tensors);
    if (!pickled && pickled.error().code != ErrorCode::Unsupported)  // from 4 GiB on safetensors alone
        return pickled.error();
    return write_file_durably(job.out / kConfigFile, json_text(content.config, 2));
}

bool recognises(const std::filesystem::path& folder) {
    return describes_adapter(kFormat, folder / kConfigFile);
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const std::filesystem::path& folder) {
    TRY(auto adapter, attach_described(kFormat, model, folder / kConfigFile));
    std::error_code ignored;
    const bool has_safetensors = std::filesystem::exists(folder / kSafetensors, ignored);
    const auto file = folder / (has_safetensors ? kSafetensors : kPickle);
    TRY(auto tensors, has_safetensors ? read_tensors(file) : read_torch_tensors(file));
    TRY_VOID(adapter.attachment->from_file(kFormat, adapter.parameters, std::move(tensors), file.string()));
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
