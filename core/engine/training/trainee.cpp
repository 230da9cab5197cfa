#include "core/engine/training/trainee.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "core/engine/exporting/exporter.h"
#include "core/engine/memory/device.h"
#include "core/engine/memory/memory_use.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/task_head.h"
#include "core/methods/task_head.h"
#include "core/optimizers/group_rates.h"
#include "core/run/quantized_base.h"
#include "core/run/run_model.h"
#include "core/run/starting_adapter.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

// Streams of the run's seed, one for each purpose.
constexpr std::uint64_t kModelStream = 0x6d6f64656cULL;
constexpr std::uint64_t kHeadStream = 0x68656164ULL;
constexpr std::uint64_t kMethodStream = 0x6d6574686f64ULL;
constexpr std::uint64_t kRoundingStream = 0x726f756e64ULL;

bool is_quantized(CausalModel& model) {
    return std::ranges::any_of(model.projections(), [](const auto* p) { return p->quantized.has_value(); });
}

Error unknown(std::string_view what, const std::string& id) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("This engine has no {} '{}'", what, id),
            .hint = "Choose another one, or a newer version of Tunebench.",
            .field = fmt::format("{}.id", what)};
}

Result<std::unique_ptr<Stepper>> make_stepper(const std::vector<TrainableParameter>& parameters,
                                              const Selection& optimizer) {
    const auto* kind = find_stepper(optimizer.id);
    if (!kind)
        return unknown("optimizer", optimizer.id);
    return kind->make(parameters, optimizer.params);
}

Result<void> check_adopted(RunConfig config) {
    TRY(const auto changes, adopt_starting_adapter(config));
    if (changes.empty())
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = "The run's settings are not those of the adapter: " + changes.front(),
                 .hint = "Give the run the adapter's settings.",
                 .field = "model.adapter"};
}

/// Whether these are the plan's tensors, in order.
bool is_as_planned(const std::vector<TrainableParameter>& parameters, const MethodPlan& plan) {
    return std::ranges::equal(
        parameters, plan.tensors, [](const TrainableParameter& parameter, const TrainableTensor& tensor) {
            return parameter.name == tensor.name && parameter.tensor.sizes().vec() == tensor.shape;
        });
}

/// What training stores and reads back by name must be all that trains.
Result<void> check_complete(const std::vector<TrainableParameter>& parameters, const MethodPlan& plan,
                            const std::string& adapter) {
    if (is_as_planned(parameters, plan))
        return {};
    return Error{
        .code = ErrorCode::Unsupported,
        .message = fmt::format("The adapter {} does not hold everything that its training needs", adapter),
        .hint = "Start from an adapter of another method, or without one.",
        .field = "model.adapter"};
}

std::uint64_t seed_of(const RunConfig& config) {
    return static_cast<std::uint64_t>(config.general.seed);
}

/// The stored model, or one drawn from the seed, with a head for the labels.
Result<std::unique_ptr<CausalModel>> filled_model(const RunConfig& config,
                                                  const std::vector<std::string>& labels) {
    const auto wanted = config.precision.quantization_settings();
    TRY(const auto stored, stored_model_of(config.model));
    TRY(const auto description, model_for_task(stored, config.model.task, labels));
    TRY(const auto types, stored_types(description, config.method, config.precision));
    if (config.model.initialize == Initialize::Pretrained)
        return load_model(config.model.path, description, seed_of(config) ^ kHeadStream, wanted, types);
    TRY(const auto quantization, base_quantization(description, wanted));
    auto model = random_model(description, seed_of(config) ^ kModelStream, quantization, types);
    model->folder = config.model.path;
    return model;
}

/// What the method is put on, on the run's device.
Result<std::unique_ptr<CausalModel>> base_model(const RunConfig& config,
                                                const std::vector<std::string>& labels) {
    TRY(const auto device, device_of(config.general.device));
    TRY(auto model, filled_model(config, labels));
    model->move_to(device);
    return model;
}

std::optional<at::ScalarType> kept_type(GradientType type) {
    switch (type) {
        case GradientType::Fp32:
            return at::kFloat;
        case GradientType::Bf16:
            return at::kBFloat16;
        case GradientType::Auto:
            break;
    }
    return std::nullopt;
}

/// Of the plan, whose tensors are these parameters, in order.
Result<void> set_groups(std::vector<TrainableParameter>& parameters, const MethodPlan& plan,
                        const GroupRates& rates) {
    if (!is_as_planned(parameters, plan))
        return Error{.code = ErrorCode::Unsupported,
                     .message = "With these settings the method trains other tensors than it says",
                     .hint = "Choose other settings of the method, and report these as a defect.",
                     .field = "method"};
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        parameters[i].group = plan.tensors[i].group;
        if (parameters[i].group == TensorGroup::Embedding)
            parameters[i].rate_factor *= rates.embedding_rate;
        if (parameters[i].group == TensorGroup::Vector)
            parameters[i].rate_factor *= rates.vector_rate;
    }
    return {};
}

void meter_weights(const BlockCodes& codes) {
    for (const auto& tensor : {codes.codes, codes.absmax, codes.code_book})
        meter_as(tensor, MemoryUse::Weights);
}

/// Says what they are for.
void meter_weights(const Trainee& trainee) {
    for (const auto& parameter : trainee.model->parameters())
        meter_as(*parameter.tensor, MemoryUse::Weights);
    for (const auto* projection : trainee.model->projections())
        if (const auto& quantized = projection->quantized) {
            meter_weights(quantized->codes);
            if (quantized->scales)
                meter_weights(quantized->scales->codes);
        }
    for (const auto& parameter : trainee.parameters)
        meter_as(parameter.tensor, MemoryUse::Weights);
}

/// What the trained tensors need besides themselves.
Result<void> add_optimizer(Trainee& trainee, const MethodPlan& plan, const Selection& optimizer,
                           const PrecisionSection& precision, std::uint64_t seed) {
    TRY(const auto rates, config_from(group_rate_fields(), optimizer.params));
    TRY_VOID(set_groups(trainee.parameters, plan, rates));
    meter_weights(trainee);
    trainee.gradients = std::make_unique<Gradients>(trainee.parameters, kept_type(precision.gradients));
    TRY(trainee.stepper, make_stepper(trainee.parameters, optimizer));
    if (precision.stochastic_rounding)
        trainee.stepper->round_stochastically(seed ^ kRoundingStream);
    return {};
}

void add_average(Trainee& trainee, const RunConfig& config) {
    if (const auto decay = config.regularization.ema_decay; decay > 0.0)
        trainee.average = std::make_unique<WeightAverage>(trainee.parameters, decay);
}

}  // namespace

Result<StoredTypes> stored_types(const ModelConfig& model, const Selection& method,
                                 const PrecisionSection& precision) {
    StoredTypes stored{.types = model_types(precision)};
    if (const auto* described = find_method(method.id)) {
        TRY(const auto plan, plan_of(*described, model, method.params));
        for (const auto& tensor : plan.tensors)
            if (tensor.is_base_parameter)
                stored.trained.insert(tensor.name);
    }
    return stored;
}

Result<Trainee> make_trainee(std::unique_ptr<CausalModel> model, const Selection& method,
                             const Selection& optimizer, std::uint64_t seed,
                             const PrecisionSection& precision) {
    const auto* attachment = find_attachment(method.id);
    if (!attachment)
        return unknown("method", method.id);
    TRY(const auto plan, plan_of(*find_method(method.id), model->config(), method.params));
    if (is_quantized(*model))
        TRY_VOID(check_trains_beside_codes(model->config(), plan));
    Trainee trainee{.model = std::move(model)};
    TRY(trainee.parameters, attach_method(*attachment, *trainee.model, method.params, seed ^ kMethodStream));
    TRY_VOID(add_optimizer(trainee, plan, optimizer, precision, seed));
    return trainee;
}

Result<Trainee> make_starting_trainee(const RunConfig& config, const std::vector<std::string>& labels) {
    const auto& adapter = config.model.adapter;
    if (adapter.empty())
        return make_trainee(config, labels);
    TRY_VOID(check_adopted(config));
    Trainee trainee;
    TRY(trainee.model, base_model(config, labels));
    auto parameters = load_adapter(*trainee.model, adapter);
    if (!parameters)
        return explained_by_tokens(parameters.error(), config.model);
    trainee.parameters = *std::move(parameters);
    TRY(const auto plan,
        plan_of(*find_method(config.method.id), trainee.model->config(), config.method.params));
    TRY_VOID(check_complete(trainee.parameters, plan, adapter));
    TRY_VOID(add_optimizer(trainee, plan, config.optimizer, config.precision, seed_of(config)));
    add_average(trainee, config);
    return trainee;
}

Result<Trainee> make_trainee(const RunConfig& config, const std::vector<std::string>& labels) {
    TRY(auto model, base_model(config, labels));
    TRY(auto trainee,
        make_trainee(std::move(model), config.method, config.optimizer, seed_of(config), config.precision));
    add_average(trainee, config);
    return trainee;
}

int set_threads(std::int64_t threads) {
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const int count = threads > 0 ? static_cast<int>(threads) : static_cast<int>(cores);
    at::set_num_threads(count);
    return count;
}

}  // namespace tunebench
