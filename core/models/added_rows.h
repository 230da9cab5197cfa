// A model for a vocabulary with more tokens than its checkpoint was trained with.
#pragma once

#include "core/models/model_config.h"

namespace tunebench {

/// The same model with rows for `count` new tokens of the ids from `first` on. Rows that the checkpoint has
/// for no token are used before the embedding grows; a head over classes stays as it is.
ModelConfig with_added_rows(ModelConfig config, std::int64_t first, std::int64_t count);

}  // namespace tunebench
