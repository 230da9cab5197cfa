#include "core/engine/training/trainee.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/task_head.h"
#include "core/methods/task_head.h"
#include "core/run/quantized_base.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

// Streams of the run's seed, one for each purpose.
constexpr std::uint64_t kModelStream = 0x6d6f64656cULL;
constexpr std::uint64_t kHeadStream = 0x68656164ULL;
constexpr std::uint64_t kMethodStream = 0x6d6574686f64ULL;

bool is_quantized(CausalModel& model) {
    return std::ranges::any_of(model.projections(), [](const auto* p) { return p->quantized.has_value(); });
}

Error unknown(std::string_view what, const std::string& id) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("This engine has no {} '{}'", what, id),
            .hint = "Choose another one, or a newer version of Tunebench.",
            .field = fmt::format("{}.id", what)};
}

}  // namespace

Result<Trainee> make_trainee(std::unique_ptr<CausalModel> model, const Selection& method,
                             const Selection& optimizer, std::uint64_t seed) {
    const auto* attachment = find_attachment(method.id);
    if (!attachment)
        return unknown("method", method.id);
    const auto* kind = find_stepper(optimizer.id);
    if (!kind)
        return unknown("optimizer", optimizer.id);
    if (is_quantized(*model)) {
        TRY(const auto plan, plan_of(*find_method(method.id), model->config(), method.params));
        TRY_VOID(check_trains_beside_codes(model->config(), plan));
    }
    Trainee trainee{.model = std::move(model)};
    TRY(trainee.parameters, attach_method(*attachment, *trainee.model, method.params, seed ^ kMethodStream));
    trainee.stepper = kind->make(trainee.parameters, optimizer.params);
    return trainee;
}

Result<Trainee> make_trainee(const RunConfig& config, const std::vector<std::string>& labels) {
    const auto seed = static_cast<std::uint64_t>(config.general.seed);
    const auto wanted = config.precision.quantization_settings();
    TRY(const auto stored, load_model_config(config.model.path));
    TRY(const auto description, model_for_task(stored, config.model.task, labels));
    std::unique_ptr<CausalModel> model;
    if (config.model.initialize == Initialize::Random) {
        TRY(const auto quantization, base_quantization(description, wanted));
        model = random_model(description, seed ^ kModelStream, quantization);
        model->folder = config.model.path;
    } else {
        TRY(model, load_model(config.model.path, description, seed ^ kHeadStream, wanted));
    }
    return make_trainee(std::move(model), config.method, config.optimizer, seed);
}

int set_threads(std::int64_t threads) {
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const int count = threads > 0 ? static_cast<int>(threads) : static_cast<int>(cores);
    at::set_num_threads(count);
    return count;
}

}  // namespace tunebench
