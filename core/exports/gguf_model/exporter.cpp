#include "core/engine/exporting/exporter.h"

#include <map>

#include <fmt/format.h>

#include "core/engine/exporting/export_folder.h"
#include "core/engine/exporting/gguf_tensors.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/ops/rope.h"
#include "core/engine/tensor.h"
#include "core/exports/gguf_metadata.h"
#include "core/exports/gguf_modules.h"
#include "core/exports/gguf_tokenizer.h"

namespace tunebench::gguf_model {
namespace {

constexpr const char* kFile = "model.gguf";
constexpr const char* kHeadTensor = "output.weight";
constexpr const char* kRopeTensor = "rope_freqs.weight";

/// What Llama 3's scaling divides the frequencies by.
at::Tensor rope_divisors(const ModelConfig& model) {
    return inverse_frequencies({.theta = model.rope.theta}, model.head_dim) /
           inverse_frequencies(model.rope, model.head_dim);
}

/// A parameter's place in the file.
struct Slot {
    std::string name = {};  // "blk.0.attn_q.weight"
    std::int64_t paired_heads = 0;
    bool transposed = false;   // the file has (out, in) where the model has (in, out)
    bool is_exact = false;     // llama.cpp keeps it in F32: positions, and what chooses experts
    std::int64_t expert = -1;  // the file has those of all experts in one tensor
};

Slot slot_of(const std::map<std::string, GgufModule>& modules, const ParameterInfo& info,
             const ModelConfig& model) {
    const auto& module = modules.at(info.module);
    return {.name = module.name + info.name.substr(info.module.size()),
            .paired_heads = module.paired_heads,
            .transposed =
                model.transposed_weights && info.layer >= 0 && info.role == ParameterRole::ProjectionWeight,
            .is_exact = info.role == ParameterRole::PositionEmbedding || info.is_of_router,
            .expert = module.expert};
}

std::vector<GgufTensor> tensors_of(CausalModel& model, GgmlType type) {
    const auto& config = model.config();
    const auto modules = gguf_modules(config);
    std::vector<GgufTensor> tensors;
    std::map<std::string, std::vector<at::Tensor>> of_experts;
    for (const auto& parameter : model.parameters()) {
        const auto slot = slot_of(modules, parameter.info, config);
        const auto stored = slot.transposed ? parameter.tensor->t() : *parameter.tensor;
        const auto wanted = slot.is_exact ? GgmlType::F32 : stored_type(stored, type);
        if (slot.expert >= 0) {
            auto& parts = of_experts[slot.name];
            parts.push_back(stored);
            if (std::ssize(parts) == config.experts->count)
                tensors.push_back(stacked_gguf_tensor(slot.name, parts, wanted));
            continue;
        }
        tensors.push_back(gguf_tensor(slot.name, to_rotary_pairs(stored, slot.paired_heads), wanted));
    }
    // A tied head that was trained on its own is tied no more.
    const auto head = model.head_weight();
    if (config.tie_word_embeddings && !head.is_same(model.embedding))
        tensors.push_back(gguf_tensor(kHeadTensor, head, stored_type(head, type)));
    if (config.rope.scaling == RopeScaling::Llama3)
        tensors.push_back(gguf_tensor(kRopeTensor, rope_divisors(config), GgmlType::F32));
    return tensors;
}

std::string name_of(const RunConfig& run) {
    return run.general.name.empty() ? std::filesystem::path(run.model.path).filename().string()
                                    : run.general.name;
}

Result<void> write(const ExportJob& job) {
    auto& model = *job.trainee.model;
    model.merge();
    auto metadata = gguf_general(model.config(), "model", name_of(job.run), job.dtype);
    const auto hyperparameters = gguf_hyperparameters(model.config());
    metadata.insert(metadata.end(), hyperparameters.begin(), hyperparameters.end());
    TRY(const auto tokenizer,
        gguf_tokenizer(job.run.model.path, model.config().vocab_size, job.run.model.added_tokens));
    metadata.insert(metadata.end(), tokenizer.metadata.begin(), tokenizer.metadata.end());
    TRY_VOID(make_export_folder(job.out));
    return write_gguf(job.out / kFile, metadata, tensors_of(model, ggml_type_of(job.dtype)));
}

/// The model computes this scaling from its configuration: the file must agree.
Result<void> check_rope(const GgufFile& file, const ModelConfig& config) {
    if (config.rope.scaling != RopeScaling::Llama3)
        return {};
    const auto expected = rope_divisors(config);
    TRY(const auto found, read_gguf_tensor(file, kRopeTensor, expected.sizes()));
    if (at::allclose(found, expected, /*rtol=*/1e-6, /*atol=*/0.0))
        return {};
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{}: {} is not the scaling of positions of this model",
                                        file.path().string(), kRopeTensor),
                 .hint = "The file was made from another model."};
}

/// The tensors of single experts out of those that a file has for all of them.
class ExpertTensors {
public:
    ExpertTensors(const GgufFile& file, std::int64_t experts) : file_(file), experts_(experts) {}

    Result<at::Tensor> take(const Slot& slot, std::vector<std::int64_t> shape) {
        auto stacked = stacked_.find(slot.name);
        if (stacked == stacked_.end()) {
            shape.insert(shape.begin(), experts_);
            TRY(auto tensor, read_gguf_tensor(file_, slot.name, shape));
            stacked = stacked_.emplace(slot.name, std::move(tensor)).first;
        }
        auto part = stacked->second[slot.expert].clone();
        if (slot.expert + 1 == experts_)
            stacked_.erase(stacked);
        return part;
    }

private:
    const GgufFile& file_;
    const std::int64_t experts_;
    std::map<std::string, at::Tensor> stacked_;  // of which not every expert was taken
};

Result<void> fill(CausalModel& model, const GgufFile& file) {
    ExpertTensors of_experts(file, model.config().experts ? model.config().experts->count : 0);
    const auto modules = gguf_modules(model.config());
    for (auto& parameter : model.parameters()) {
        const auto slot = slot_of(modules, parameter.info, model.config());
        auto shape = parameter.info.shape;
        if (slot.transposed)
            std::swap(shape[0], shape[1]);
        TRY(auto tensor,
            slot.expert >= 0 ? of_experts.take(slot, shape) : read_gguf_tensor(file, slot.name, shape));
        tensor = to_rotary_halves(tensor, slot.paired_heads);
        *parameter.tensor = slot.transposed ? tensor.t().contiguous() : tensor;
    }
    model.tie_head();
    model.freeze();
    return {};
}

Result<std::unique_ptr<CausalModel>> reload(const ExportJob& job) {
    TRY(const auto file, GgufFile::open(job.out / kFile));
    TRY(auto config, load_model_config(job.run.model.path));
    TRY(config, config_from_gguf(file, std::move(config)));
    config.tie_word_embeddings = file.find(kHeadTensor) == nullptr;
    TRY_VOID(check_rope(file, config));
    auto model = std::make_unique<CausalModel>(std::move(config));
    TRY_VOID(fill(*model, file));
    return model;
}

std::vector<std::string> notes(const ExportJob& job) {
    const auto& config = job.trainee.model->config();
    std::vector<std::string> notes;
    if (const auto tokenizer =
            gguf_tokenizer(job.run.model.path, config.vocab_size, job.run.model.added_tokens))
        notes = tokenizer->notes;
    if (config.sliding_window)
        notes.push_back(
            fmt::format("llama.cpp lets every token of this model see all tokens before it, not only "
                        "{}: its answers differ in texts longer than that.",
                        *config.sliding_window));
    return notes;
}

}  // namespace

const Exporter& exporter() {
    static const Exporter described{.id = "gguf-model", .write = write, .reload = reload, .notes = notes};
    return described;
}

}  // namespace tunebench::gguf_model
