#include "core/engine/exporting/exporter.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/pattern.h"
#include "core/engine/exporting/export_folder.h"
#include "core/engine/exporting/gguf_tensors.h"
#include "core/engine/tensor.h"
#include "core/exports/gguf_metadata.h"
#include "core/exports/gguf_modules.h"
#include "core/exports/lora_tensors.h"
#include "core/methods/lora/layer.h"

namespace tunebench::gguf_adapter {
namespace {

constexpr const char* kFile = "adapter.gguf";
constexpr const char* kAlphaKey = "adapter.lora.alpha";

/// The scales of a LoRA as PEFT's adapter_config.json gives them.
struct Scales {
    double rank = 0.0;
    double alpha = 0.0;
    bool stabilized = false;
    Json alpha_pattern = {};

    static Result<Scales> from(const Json& config) {
        Scales scales;
        TRY(scales.rank, json_number(config, "r"));
        TRY(scales.alpha, json_number(config, "lora_alpha"));
        TRY(const auto stabilized, optional_boolean(config, "use_rslora"));
        scales.stabilized = stabilized.value_or(false);
        if (const auto* pattern = find_member(config, "alpha_pattern"))
            scales.alpha_pattern = *pattern;
        return scales;
    }

    double scale(double alpha_of_module, double rank_of_module) const {
        return alpha_of_module / (stabilized ? std::sqrt(rank_of_module) : rank_of_module);
    }

    /// llama.cpp divides one alpha by each tensor's rank: α·√r takes the root of a stabilised scale along.
    double file_alpha() const { return scale(alpha, rank) * rank; }

    /// What is left for B to make up for: another alpha, or another rank under a root.
    Result<double> factor(const std::string& module, std::int64_t rank_of_module) const {
        double alpha_of_module = alpha;
        for (const auto& [key, value] : alpha_pattern.items()) {
            TRY(const auto matches, full_match(fmt::format("(.*\\.)?({})", key), module));
            if (!matches)
                continue;
            alpha_of_module = value.get<double>();
            break;
        }
        const auto own_rank = static_cast<double>(rank_of_module);
        const auto factor = scale(alpha_of_module, own_rank) * own_rank / file_alpha();
        return std::abs(factor - 1.0) < 1e-12 ? 1.0 : factor;  // B stays as it is, to the bit
    }
};

/// One matrix of a pair as the file has it.
Result<GgufTensor> to_file(const std::string& name, const at::Tensor& tensor, const Scales& scales,
                           const std::map<std::string, GgufModule>& modules, GgmlType type) {
    const auto lora = parse_lora_tensor(name);
    const auto module = lora ? modules.find(lora->module) : modules.end();
    if (module == modules.end())
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} has no place in a GGUF adapter", name),
                     .hint = "Merge it instead: choose gguf-model or merged."};
    const auto file_name = fmt::format("{}.weight.{}", module->second.name, lora->is_b ? "lora_b" : "lora_a");
    if (!lora->is_b) {
        // llama.cpp looks tokens up in the rows of an embedding's A.
        const auto a = lora->of_embedding ? tensor.t() : tensor;
        return gguf_tensor(file_name, a, stored_type(a, type));
    }
    TRY(const auto factor, scales.factor(lora->module, tensor.size(1)));
    const auto b = to_rotary_pairs(factor == 1.0 ? tensor : tensor * factor, module->second.paired_heads);
    return gguf_tensor(file_name, b, stored_type(b, type));
}

Result<void> write(const ExportJob& job) {
    const auto& model = *job.trainee.model;
    const auto& params = job.run.method.params;
    TRY(const auto config,
        find_adapter_format(job.method, "peft")->write(model.config(), params, job.run.model.path));
    TRY(const auto scales, Scales::from(config));
    TRY(const auto matrices,
        find_attachment(job.method.id)->to_file("peft", model, params, job.trainee.parameters));
    const auto modules = gguf_modules(model.config());
    std::vector<GgufTensor> tensors;
    for (const auto& [name, tensor] : matrices) {
        TRY(auto written, to_file(name, tensor.detach(), scales, modules, ggml_type_of(job.dtype)));
        tensors.push_back(std::move(written));
    }
    auto metadata = gguf_general(model.config(), "adapter", job.run.general.name, job.dtype);
    metadata.emplace_back("adapter.type", std::string("lora"));
    metadata.emplace_back(kAlphaKey, static_cast<float>(scales.file_alpha()));
    TRY_VOID(make_export_folder(job.out));
    return write_gguf(job.out / kFile, metadata, tensors);
}

bool recognises(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder / kFile, ignored);
}

struct Pair {
    at::Tensor a = {};  // (rank, in)
    at::Tensor b = {};  // (out, rank)
    double scale = 0.0;
};

/// As llama.cpp computes it: an alpha of 0 is none.
double scale_of(double alpha, std::int64_t rank) {
    return alpha == 0.0 ? 1.0 : alpha / static_cast<double>(rank);
}

/// The pair of a module of `out` × `in`; no value when the file has none for it.
Result<std::optional<Pair>> read_pair(const GgufFile& file, const GgufModule& module, std::int64_t in,
                                      std::int64_t out, double alpha) {
    const auto a_name = module.name + ".weight.lora_a";
    if (!file.find(a_name))
        return std::optional<Pair>{};
    Pair pair;
    TRY(pair.a, read_gguf_tensor(file, a_name));
    const auto rank = pair.a.dim() == 2 ? pair.a.size(0) : 0;
    if (rank < 1 || pair.a.size(1) != in)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: tensor {} is no matrix of {} columns", file.path().string(),
                                            a_name, in),
                     .hint = "The adapter was made for another model."};
    TRY(pair.b, read_gguf_tensor(file, module.name + ".weight.lora_b", {out, rank}));
    pair.b = to_rotary_halves(pair.b, module.paired_heads);
    pair.scale = scale_of(alpha, rank);
    return std::optional(std::move(pair));
}

Result<double> alpha_of(const GgufFile& file, const ModelConfig& model) {
    TRY_VOID(check_gguf_architecture(model));
    const auto text = [&](std::string_view key) {
        const auto* value = find_value<std::string>(file.metadata(), key);
        return value ? *value : std::string();
    };
    const auto* alpha = find_value<float>(file.metadata(), kAlphaKey);
    if (text("general.type") == "adapter" && text("adapter.type") == "lora" && alpha &&
        text("general.architecture") == find_gguf_architecture(model)->id)
        return static_cast<double>(*alpha);
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("{} is no LoRA adapter for the architecture {}", file.path().string(),
                                        find_gguf_architecture(model)->id),
                 .hint = "Choose an adapter that was made for this model."};
}

/// The pair of the token embedding, whose A has a row a token, if the file has it.
Result<void> attach_embedding(CausalModel& model, const GgufFile& file, double alpha,
                              std::vector<TrainableParameter>& parameters) {
    constexpr const char* kA = "token_embd.weight.lora_a";
    constexpr const char* kB = "token_embd.weight.lora_b";
    if (!file.find(kA))
        return {};
    TRY(const auto a, read_gguf_tensor(file, kA));
    const auto rank = a.dim() == 2 && a.size(0) == model.embedding.size(0) ? a.size(1) : 0;
    if (rank < 1)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: tensor {} has not a row for each of {} tokens",
                                            file.path().string(), kA, model.embedding.size(0)),
                     .hint = "The adapter was made for another model."};
    TRY(const auto b, read_gguf_tensor(file, kB, {model.embedding.size(1), rank}));
    parameters.push_back({.name = kA, .tensor = a});
    parameters.push_back({.name = kB, .tensor = b});
    model.embedding_site = std::make_unique<lora::LowRankEmbedding>(
        lora::LowRank{.a = a.t(), .b = b, .scale = scale_of(alpha, rank)});
    return {};
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const std::filesystem::path& folder) {
    TRY(const auto file, GgufFile::open(folder / kFile));
    TRY(const auto alpha, alpha_of(file, model.config()));
    const auto modules = gguf_modules(model.config());
    std::vector<TrainableParameter> parameters;
    for (auto* projection : model.projections()) {
        const auto& info = projection->info();
        const auto& module = modules.at(info.path);
        TRY(auto pair, read_pair(file, module, info.in_features, info.out_features, alpha));
        if (!pair)
            continue;
        parameters.push_back({.name = module.name + ".weight.lora_a", .tensor = pair->a});
        parameters.push_back({.name = module.name + ".weight.lora_b", .tensor = pair->b});
        projection->set_delta(std::make_unique<lora::LowRankDelta>(
            lora::LowRank{.a = pair->a, .b = pair->b, .scale = pair->scale, .site = parameters.size()}));
    }
    TRY_VOID(attach_embedding(model, file, alpha, parameters));
    if (parameters.size() != file.tensors().size())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: {} of its {} tensors belong to no module of this model",
                                            file.path().string(), file.tensors().size() - parameters.size(),
                                            file.tensors().size()),
                     .hint = "The adapter was made for another model."};
    return parameters;
}

Result<std::unique_ptr<CausalModel>> reload(const ExportJob& job) {
    return reload_on_base(job, attach);
}

}  // namespace

const Exporter& exporter() {
    static const Exporter described{
        .id = "gguf-adapter", .write = write, .reload = reload, .recognises = recognises, .attach = attach};
    return described;
}

}  // namespace tunebench::gguf_adapter
