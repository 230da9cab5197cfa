// pyreft's folder of interventions.
#include "core/exports/export_format.h"

namespace tunebench::pyreft {
namespace {

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    return check_adapter_format("pyreft", method, model, run);
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "pyreft",
        .title = "pyreft interventions (config.json, intkey_….bin)",
        .help = "Very small; loaded beside the base model by pyreft, which asks for the positions again.",
        .is_adapter = true,
        .check = check,
    };
    return described;
}

}  // namespace tunebench::pyreft
