// AdapterHub's adapter folder.
#include "core/exports/export_format.h"

namespace tunebench::adapterhub {
namespace {

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    return check_adapter_format("adapterhub", method, model, run);
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "adapterhub",
        .title = "AdapterHub adapter (adapter_config.json, pytorch_adapter.bin, adapter.safetensors)",
        .help = "Small; loaded beside the base model by AdapterHub's adapters library.",
        .is_adapter = true,
        .check = check,
    };
    return described;
}

}  // namespace tunebench::adapterhub
