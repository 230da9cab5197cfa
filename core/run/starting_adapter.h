// The adapter that a run starts from: what it settles of the run's configuration.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

/// Puts the adapter's own method parameters in the place of the run's: its weights fit no others. Returns a
/// sentence for each that changed ("method.rank is 4, as in the adapter, not 16"). Nothing happens without
/// model.adapter. Errors, with the field: no readable adapter, one of another method, random base weights.
Result<std::vector<std::string>> adopt_starting_adapter(RunConfig& config);

/// What went wrong when the weights of model.adapter were read. Where they were trained with other new tokens
/// than model.added_tokens, the hint says with which, and the field is that one.
Error explained_by_tokens(Error error, const ModelSection& model);

}  // namespace tunebench
