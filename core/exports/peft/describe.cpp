// PEFT's adapter folder.
#include "core/exports/export_format.h"

namespace tunebench::peft {
namespace {

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    return check_adapter_format("peft", method, model, run);
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "peft",
        .title = "PEFT adapter (adapter_config.json, adapter_model.safetensors)",
        .help = "Small; loaded beside the base model by PEFT, transformers, vLLM and others.",
        .is_adapter = true,
        .check = check,
    };
    return described;
}

}  // namespace tunebench::peft
