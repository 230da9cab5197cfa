#include "core/run/virtual_tokens.h"

#include "core/methods/method.h"

namespace tunebench {

std::int64_t tokens_before(const RunConfig& config, const ModelConfig& model) {
    const auto* method = find_method(config.method.id);
    const auto plan = method && method->plan ? method->plan(model, config.method.params) : MethodPlan{};
    return plan ? plan->tokens_before() : 0;
}

}  // namespace tunebench
