// RunLength: how many steps a run will take and how many tokens it will read, before it starts: from the same
// sampler and the same plan as in training.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/data/batch_plan.h"
#include "core/data/examples.h"
#include "core/jobs/cancel_token.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// The training examples of a run, or those of the first rows of each file where there is more.
struct MeasuredData {
    Examples examples = {};
    double share = 1.0;  // of all rows that were read
};

struct RunLength {
    std::int64_t examples = 0;  // of a pass over the data
    EpochSize epoch = {};
    std::int64_t steps = 0;   // 0: only the clock ends the run
    std::int64_t tokens = 0;  // of all steps; 0 likewise
    double epochs = 0.0;      // passes; 0 likewise
    bool is_exact = true;     // false: reckoned from a part of the data
};

/// Data of at most `whole_bytes` is read whole, of more the first rows of each file; all rows are counted.
/// Names of the hub must be located. Errors of the loader; Cancelled.
Result<MeasuredData> measure_data(const RunConfig& run, const Tokenizer& tokenizer, const CancelToken& cancel,
                                  std::uint64_t whole_bytes = std::uint64_t{4} << 20);

/// What measure_data() depends on: of runs with the same text it gives the same.
std::string measured_data_key(const RunConfig& run);

RunLength run_length(const RunConfig& run, const ModelConfig& model, const MeasuredData& data);

}  // namespace tunebench
