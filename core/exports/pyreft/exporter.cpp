// One file an intervention. pyreft's own loader makes the linear maps anew in bf16 and so rounds them, and
// has no way to make a NoreftIntervention or NodireftIntervention from the file alone (it asks for add_bias):
// there they are made by hand, and their state is loaded.
#include "core/engine/exporting/exporter.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/engine/exporting/adapter_format.h"
#include "core/engine/exporting/adapter_labels.h"
#include "core/engine/exporting/export_folder.h"
#include "core/engine/models/tensor_bytes.h"

namespace tunebench::pyreft {
namespace {

constexpr std::string_view kFormat = "pyreft";
constexpr const char* kConfigFile = "config.json";
constexpr const char* kHeadFile =
    "pytorch_model.bin";  // pyreft's place for parameters of the base that train

/// A tensor's name is "<key of the intervention>.<its name there>"; keys have no dot.
std::pair<std::string, std::string> split(const std::string& name) {
    const auto dot = name.find('.');
    return {name.substr(0, dot), name.substr(dot + 1)};
}

std::string file_name(std::string_view key) {
    return fmt::format("intkey_{}.bin", key);
}

Result<void> write(const ExportJob& job) {
    TRY(const auto content, adapter_content(kFormat, job));
    std::map<std::string, NamedTensors> by_key;
    for (const auto& [name, tensor] : content.tensors) {
        auto [key, inner] = split(name);
        by_key[key].emplace_back(std::move(inner), tensor);
    }
    TRY_VOID(make_export_folder(job.out));
    for (const auto& [key, tensors] : by_key)
        TRY_VOID(write_torch_tensors(job.out / file_name(key), tensors));
    if (!content.head.empty()) {
        TRY_VOID(write_torch_tensors(job.out / kHeadFile, content.head));
        TRY_VOID(write_adapter_labels(job.out, job.trainee.model->config().labels));
    }
    return write_file_durably(job.out / kConfigFile, json_text(content.config, 2));
}

bool recognises(const std::filesystem::path& folder) {
    return describes_adapter(kFormat, folder / kConfigFile);
}

/// The file of an intervention; before pyvene 0.1.7 its key had dots in the place of underscores.
std::filesystem::path file_of(const std::filesystem::path& folder, const std::string& key) {
    const auto file = folder / file_name(key);
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return file;
    auto dotted = key;
    std::ranges::replace(dotted, '_', '.');
    constexpr std::string_view kWithDots = "block.output";
    if (const auto at = dotted.find(kWithDots); at != std::string::npos)
        dotted.replace(at, kWithDots.size(), "block_output");
    const auto older = folder / file_name(dotted);
    return std::filesystem::exists(older, ignored) ? older : file;
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const std::filesystem::path& folder) {
    TRY(auto adapter, attach_described(kFormat, model, folder / kConfigFile));
    std::map<std::string, at::Tensor> all;
    std::string read_key;
    for (const auto& parameter : adapter.parameters) {
        const auto key = split(parameter.name).first;
        if (parameter.in_task_head || key == read_key)
            continue;
        TRY(auto tensors, read_torch_tensors(file_of(folder, key)));
        for (auto& [name, tensor] : tensors)
            all.emplace(fmt::format("{}.{}", key, name), std::move(tensor));
        read_key = key;
    }
    TRY_VOID(adapter.load(kFormat, std::move(all), folder.string()));
    if (adapter.has_head()) {
        TRY(auto head, read_torch_tensors(folder / kHeadFile));
        TRY_VOID(adapter.load_head(std::move(head), (folder / kHeadFile).string()));
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

}  // namespace tunebench::pyreft
