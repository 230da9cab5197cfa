// What a run's task asks of its model and its data.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

/// The model that a run of the task trains: the folder's own, or, for classification, one with a head for
/// `labels`. Without labels those of a stored classifier count, else two stand in. InvalidArgument, with the
/// field model.task, where the folder cannot do the task.
Result<ModelConfig> model_for_task(const ModelConfig& stored, Task task,
                                   std::vector<std::string> labels = {});

/// InvalidArgument when the layout has no label and the task needs one, or the other way round.
Result<void> check_layout(DataLayout layout, Task task);

}  // namespace tunebench
