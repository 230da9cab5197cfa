#include "core/memory/combination.h"

#include "core/methods/task_head.h"
#include "core/run/precision_checks.h"
#include "core/run/quantized_base.h"
#include "core/run/task.h"

namespace tunebench {

Result<void> check_combination(const ModelConfig& stored, const RunConfig& run) {
    TRY(const auto model, model_for_task(stored, run.model.task));
    TRY(const auto plan, plan_of(*find_method(run.method.id), model, run.method.params));
    TRY_VOID(check_quantized_base(model, run.precision.quantization_settings(), plan));
    return check_precision(run);
}

}  // namespace tunebench
