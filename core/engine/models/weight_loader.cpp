#include "core/engine/models/weight_loader.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/engine/models/tensor_bytes.h"
#include "core/engine/quantization/bitsandbytes_weight.h"
#include "core/engine/tensor.h"
#include "core/models/bitsandbytes.h"
#include "core/models/stored_names.h"
#include "core/run/quantized_base.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kFixedSeed = 0;

/// The name under which the set has the parameter; empty when it has not.
std::string stored_name(const SafetensorsSet& set, const ModelConfig& config, const std::string& name) {
    for (auto& known : stored_names(config, name))
        if (set.find(known))
            return std::move(known);
    return {};
}

Result<void> check_shape(const SafetensorsSet& set, const std::string& name,
                         const std::vector<std::int64_t>& shape) {
    const auto& entry = *set.find(name);
    if (entry.shape == shape)
        return {};
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{}: tensor {} has the shape [{}], but config.json asks for [{}]",
                                        set.file_of(name)->path().string(), name,
                                        fmt::join(entry.shape, ", "), fmt::join(shape, ", ")),
                 .hint = "config.json and the weights are not of the same model: download both again."};
}

bool is_quantizable(const NamedParameter& parameter) {
    return parameter.info.role == ParameterRole::ProjectionWeight && parameter.info.layer >= 0;
}

/// What codes would do most harm to, and save least: a router decides which experts are heard at all.
bool becomes_codes(const NamedParameter& parameter, const QuantizationSettings& quantization) {
    return quantization.is_enabled() && is_quantizable(parameter) && !parameter.info.is_of_router;
}

/// Puts codes in the place of the dense weight.
Result<void> quantize(NamedParameter& parameter, const at::Tensor& weight,
                      const QuantizationSettings& quantization) {
    const auto linear = parameter.projection->info().transposed ? weight.t() : weight;
    TRY(parameter.projection->quantized, quantize_weight(linear, quantization, parameter.info.name));
    return {};
}

/// Whether it has a row for each token.
bool is_over_vocabulary(const NamedParameter& parameter) {
    if (parameter.info.role == ParameterRole::Embedding)
        return true;
    const auto* owner = parameter.projection;
    return owner && owner->info().role == ProjectionRole::Head && !owner->info().in_task_head;
}

/// Summed up in double precision, a part of the table at a time: it may be large.
at::Tensor mean_of_rows(const at::Tensor& table) {
    constexpr std::int64_t kRowsAtOnce = 4096;
    auto sum = at::zeros_like(table[0], at::kDouble);
    for (std::int64_t row = 0; row < table.size(0); row += kRowsAtOnce)
        sum += table.narrow(0, row, std::min(kRowsAtOnce, table.size(0) - row)).to(at::kFloat).sum(0);
    return sum / table.size(0);
}

/// With the rows that the model has and the folder lacks, or uses for no token: the mean of those before.
at::Tensor table_with_added_rows(const at::Tensor& stored, const ModelConfig& config) {
    const auto& [begin, end] = config.added_rows;
    auto shape = stored.sizes().vec();
    shape.front() = config.vocab_size;
    auto table = at::empty(shape, stored.options());
    table.narrow(0, 0, stored.size(0)).copy_(stored);
    table.narrow(0, begin, end - begin).copy_(mean_of_rows(stored.narrow(0, 0, begin)));
    return table;
}

/// A folder, and the model that it is read for.
struct Source {
    const std::filesystem::path& folder;
    const SafetensorsSet& set;
    const ModelConfig& stored;
    const ModelConfig& config;
};

Result<at::Tensor> dense_tensor(const NamedParameter& parameter, const std::string& name,
                                const Source& source) {
    const bool grows = is_over_vocabulary(parameter) && !source.config.added_rows.empty();
    auto shape = parameter.info.shape;
    if (grows)
        shape.front() = source.stored.vocab_size;
    TRY_VOID(check_shape(source.set, name, shape));
    TRY(auto tensor, read_tensor(source.set, name));
    return grows ? table_with_added_rows(tensor, source.config) : tensor;
}

/// The set's tensor, dense or as codes.
Result<void> fill(NamedParameter& parameter, const Source& source, const QuantizationSettings& quantization,
                  at::ScalarType type) {
    const auto& set = source.set;
    const auto name = stored_name(set, source.config, parameter.info.name);
    if (name.empty())
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("{}: tensor {} is missing", source.folder.string(), parameter.info.name),
            .hint = "The download is incomplete, or config.json is of another model."};
    if (is_quantizable(parameter) && !bitsandbytes_state_tensor(set, name).empty()) {
        const auto& info = parameter.projection->info();
        TRY(parameter.projection->quantized,
            read_bitsandbytes_weight(set, name, {info.out_features, info.in_features}));
        return {};
    }
    TRY(const auto tensor, dense_tensor(parameter, name, source));
    if (becomes_codes(parameter, quantization))
        return quantize(parameter, tensor.to(at::kFloat), quantization);
    *parameter.tensor = tensor.to(type);
    return {};
}

bool is_norm_weight(ParameterRole role) {
    return role == ParameterRole::NormWeight;
}

bool is_bias(ParameterRole role) {
    return role == ParameterRole::NormBias || role == ParameterRole::ProjectionBias;
}

/// Whether the folder cannot give the parameter a start: the head of the task, where the folder has that of
/// another, and what stands before it, which only some checkpoints of models without a task have.
bool begins_anew(const ParameterInfo& parameter, const SafetensorsSet& set, const ModelConfig& stored,
                 const ModelConfig& config) {
    if (parameter.in_task_head)
        return stored.labels != config.labels;
    const bool is_before_head = parameter.module == module_names(config).head_dense ||
                                parameter.module == module_names(config).head_norm;
    return is_before_head && !stored.is_classifier() && stored_name(set, config, parameter.name).empty();
}

/// Norms 1, biases 0, the rest normal.
void draw(NamedParameter& parameter, double range, at::ScalarType type, at::Generator& generator) {
    auto tensor = at::empty(parameter.info.shape, at::kFloat);
    if (is_norm_weight(parameter.info.role))
        tensor.fill_(1.0);
    else if (is_bias(parameter.info.role))
        tensor.zero_();
    else
        tensor.normal_(0.0, range, generator);
    *parameter.tensor = tensor.to(type);
}

}  // namespace

at::ScalarType StoredTypes::of(const ParameterInfo& parameter) const {
    if (parameter.shape.size() < 2)
        return at::kFloat;
    return trained.contains(parameter.name) ? types.trained : types.frozen;
}

Result<std::unique_ptr<CausalModel>> load_model(const std::filesystem::path& folder,
                                                const QuantizationSettings& quantization) {
    TRY(auto config, load_model_config(folder));
    return load_model(folder, std::move(config), /*head_seed=*/0, quantization);
}

Result<std::unique_ptr<CausalModel>> load_model(const std::filesystem::path& folder, ModelConfig config,
                                                std::uint64_t head_seed,
                                                const QuantizationSettings& quantization,
                                                const StoredTypes& types) {
    TRY_VOID(base_quantization(config, quantization));
    // What a quantized checkpoint has left dense was left so on purpose.
    const auto wanted = config.stored_quantization ? QuantizationSettings{} : quantization;
    TRY(const auto stored, load_model_config(folder));
    TRY(const auto set, SafetensorsSet::open(folder));
    auto model = std::make_unique<CausalModel>(std::move(config));
    auto generator = at::make_generator<at::CPUGeneratorImpl>(head_seed);
    // What stands before the head is in no adapter's file: every load draws it alike.
    auto same_each_time = at::make_generator<at::CPUGeneratorImpl>(kFixedSeed);
    for (auto& parameter : model->parameters()) {
        if (begins_anew(parameter.info, set, stored, model->config()))
            draw(parameter, model->config().initializer_range, types.of(parameter.info),
                 parameter.info.in_task_head ? generator : same_each_time);
        else
            TRY_VOID(
                fill(parameter, {folder, set, stored, model->config()}, wanted, types.of(parameter.info)));
    }
    model->set_types(types.types);
    model->tie_head();
    model->freeze();
    model->folder = folder;
    return model;
}

std::unique_ptr<CausalModel> random_model(const ModelConfig& config, std::uint64_t seed,
                                          const QuantizationSettings& quantization,
                                          const StoredTypes& types) {
    auto model = std::make_unique<CausalModel>(config);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    for (auto& parameter : model->parameters()) {
        const bool is_coded = becomes_codes(parameter, quantization);
        draw(parameter, config.initializer_range, is_coded ? at::kFloat : types.of(parameter.info),
             generator);
        if (is_coded) {
            [[maybe_unused]] const auto done =
                quantize(parameter, std::exchange(*parameter.tensor, {}), quantization);
            assert(done && "numbers of a normal distribution are finite");
        }
    }
    model->set_types(types.types);
    model->tie_head();
    model->freeze();
    return model;
}

WeightCheck check_weights(const SafetensorsSet& set, const ModelConfig& config) {
    WeightCheck check;
    std::set<std::string> known;
    for (const auto& parameter : parameters_of(config)) {
        auto name = stored_name(set, config, parameter.name);
        if (name.empty())
            check.missing.push_back(parameter.name);
        else
            known.insert(name);
        for (auto& companion : bitsandbytes_companions(set, name))
            known.insert(std::move(companion));
    }
    if (config.tie_word_embeddings)
        known.insert(head_path(config) + ".weight");
    for (auto& name : set.names())
        if (!known.contains(name))
            check.extra.push_back(std::move(name));
    return check;
}

}  // namespace tunebench
