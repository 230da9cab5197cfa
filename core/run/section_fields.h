// The fields of the run file's sections, bound to the members of RunConfig: keys, labels, help, ranges and
// levels. Part of run_config.h; forms and command lines ask section_specs().
#pragma once

#include <vector>

#include "core/params/field.h"
#include "core/run/run_config.h"

namespace tunebench {

const std::vector<Field<GeneralSection>>& general_fields();
const std::vector<Field<ModelSection>>& model_fields();
const std::vector<Field<DataSection>>& data_fields();
const std::vector<Field<PrecisionSection>>& precision_fields();
const std::vector<Field<BudgetSection>>& budget_fields();
const std::vector<Field<RegularizationSection>>& regularization_fields();
const std::vector<Field<EvaluationSection>>& evaluation_fields();
const std::vector<Field<CheckpointSection>>& checkpoint_fields();

}  // namespace tunebench
