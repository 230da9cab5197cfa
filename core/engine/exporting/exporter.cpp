// The engine's list of export formats: the same file as core's.
#include "core/engine/exporting/exporter.h"

#include <array>

#include <fmt/format.h>

#include "core/engine/models/weight_loader.h"

#define add(name) \
    namespace tunebench::name { \
    const Exporter& exporter(); \
    }
#include "core/exports/exports.def"
#undef add

namespace tunebench {
namespace {

const auto& all_exporters() {
    static const std::array exporters = {
#define add(name) &name::exporter(),
#include "core/exports/exports.def"
#undef add
    };
    return exporters;
}

}  // namespace

const Exporter* find_exporter(std::string_view format_id) {
    for (const auto* exporter : all_exporters())
        if (exporter->id == format_id)
            return exporter;
    return nullptr;
}

Result<std::vector<TrainableParameter>> load_adapter(CausalModel& model,
                                                     const std::filesystem::path& folder) {
    for (const auto* exporter : all_exporters())
        if (exporter->recognises && exporter->recognises(folder))
            return exporter->attach(model, folder);
    return Error{
        .code = ErrorCode::Unsupported,
        .message = fmt::format("{} is not an adapter in a known format", folder.string()),
        .hint = "Choose a folder as PEFT, AdapterHub or pyreft write it, or one with an adapter.gguf."};
}

Result<std::unique_ptr<CausalModel>> reload_on_base(const ExportJob& job, decltype(Exporter::attach) attach) {
    TRY(auto model, load_model(job.run.model.path, job.trainee.model->config(), /*head_seed=*/0,
                               job.run.precision.quantization_settings()));
    TRY_VOID(attach(*model, job.out));
    return model;
}

}  // namespace tunebench
