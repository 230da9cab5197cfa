// A whole model in Hugging Face's layout, with the adapter merged into its weights.
#include "core/exports/export_format.h"

namespace tunebench::merged {
namespace {

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    return check_mergeable(method, model, run);
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "merged",
        .title = "Merged model (config.json, model.safetensors, tokenizer)",
        .help = "As large as the base model; loaded like any other model, without PEFT.",
        .check = check,
        .dtypes = {ExportDtype::F32, ExportDtype::F16, ExportDtype::BF16},
    };
    return described;
}

}  // namespace tunebench::merged
