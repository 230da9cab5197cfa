// A whole model for llama.cpp, with the adapter merged into its weights.
#include "core/exports/export_format.h"
#include "core/exports/gguf_modules.h"

namespace tunebench::gguf_model {
namespace {

Result<void> check(const Method& method, const ModelConfig& model, const RunConfig& run) {
    TRY_VOID(check_mergeable(method, model, run));
    return check_gguf_architecture(model);
}

}  // namespace

const ExportFormat& export_format() {
    static const ExportFormat described{
        .id = "gguf-model",
        .title = "GGUF model (model.gguf: weights, tokenizer and chat template)",
        .help =
            "One file for llama.cpp, Ollama, LM Studio and others; q8_0 takes a quarter of the space of f32.",
        .check = check,
        .dtypes = {ExportDtype::F32, ExportDtype::F16, ExportDtype::BF16, ExportDtype::Q8_0},
    };
    return described;
}

}  // namespace tunebench::gguf_model
