// A run's configuration with some of its fields changed.
#pragma once

#include <filesystem>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

/// `changes` has sections of a run file with the fields that change. Another method, optimizer or schedule
/// begins with its own defaults; a learning rate at its default follows the method. Strict, as of run files,
/// unless what is not known is to be kept (in RunConfig::unknown; then model and data may be missing too).
/// Relative paths start from `folder`.
Result<RunConfig> changed_config(const RunConfig& base, const OrderedJson& changes,
                                 const std::filesystem::path& folder,
                                 UnknownKeys unknown_keys = UnknownKeys::Refuse);

/// {"method": {"rank": 8}} from "method.rank" and 8.
OrderedJson nested(std::string_view dotted_key, OrderedJson value);

}  // namespace tunebench
