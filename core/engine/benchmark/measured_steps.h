// MeasuredSteps: steps of a configuration on a model with random weights, and what they take of memory.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/data/batch.h"
#include "core/engine/training/trainee.h"
#include "core/memory/estimate.h"
#include "core/run/run_config.h"

namespace tunebench {

class MeasuredSteps {
public:
    struct PhasePeak {
        std::string phase = {};
        std::uint64_t bytes = 0;
    };
    struct Memory {
        std::vector<PhasePeak> phases = {};  // in the order in which they first ran, the largest of each
        std::string peak_phase = {};
        std::uint64_t peak_bytes = 0;
    };
    /// Told of every phase when it is over, before the peak starts again.
    using PhaseOver = std::function<void(std::string_view phase)>;

    /// Rows of data.max_length tokens that hold `sequences_per_row` of equal length, as packing puts them end
    /// to end.
    MeasuredSteps(ModelConfig model, RunConfig config, std::int64_t sequences_per_row = 1,
                  PhaseOver phase_over = {});

    /// Makes the model and what trains. Errors are those of the settings.
    Result<void> begin();
    double step();  // seconds
    /// Evaluates, samples and saves, as the run's settings say, and writes the model that is a result: no
    /// step may follow.
    Result<void> beyond_steps();
    /// The peak of exporting a model of these settings as one of its own, compared on probe tokens: on the
    /// processor and no part of measured(). What trains is gone afterwards.
    Result<std::uint64_t> export_merged();

    std::int64_t trainable_parameters() const;
    const Memory& measured() const { return measured_; }
    std::uint64_t predicted_peak_bytes() const { return estimate_.peak_bytes; }
    const std::string& predicted_phase() const { return estimate_.peak_phase; }
    const MemoryEstimate& estimate() const { return estimate_; }

private:
    Result<void> write_result(const std::filesystem::path& checkpoint);
    void over(std::string_view phase);
    std::int32_t random_token();
    /// Random tokens, all supervised; for a classifier each row has the first of its classes.
    Batch random_batch();

    const ModelConfig model_;
    const RunConfig config_;
    const std::int64_t sequences_per_row_;
    const PhaseOver phase_over_;
    at::Device device_ = at::kCPU;
    std::optional<Trainee> trainee_;
    MemoryEstimate estimate_;
    Memory measured_;
    Random random_;
    std::int64_t steps_ = 0;
};

}  // namespace tunebench
