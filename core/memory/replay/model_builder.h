// ModelBuilder: makes a model's sketches in the order in which the engine loads and attaches them.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/memory/replay/model.h"

namespace tunebench::replay {

class ModelBuilder {
public:
    ModelBuilder(Model& model, const MethodPlan& plan, const RunConfig& run,
                 const QuantizationSettings& quantization, const TrainingRules& rules);

    void build();

private:
    void make_structure();
    void load(const ParameterInfo& info);
    void load_codes(const ParameterInfo& info);
    void attach_projections();
    void attach_embedding();
    void attach_branches();
    void attach_streams();
    void attach_prefix();
    void attach_saved_head();

    Sketch* slot(const ParameterInfo& info);
    NormSketch& norm_at(const ParameterInfo& info);
    ProjectionSketch& place_of(const ProjectionInfo& info);
    /// The next tensor that the method adds.
    Sketch next_added();
    bool next_is_of_embedding() const;
    Sketch weight(std::int64_t rows, std::int64_t columns, int width);

    Model& model_;
    Replay& replay_;
    const ModelConfig& config_;
    const MethodPlan& plan_;
    const PrecisionSection& precision_;
    const QuantizationSettings& quantization_;
    const TrainingRules& rules_;
    const bool averages_trained_;
    std::map<std::string_view, const TrainableTensor*> trained_;  // the model's own, by its name
    std::map<std::string, ProjectionSketch*, std::less<>> projections_;
    std::vector<ParameterInfo> infos_;
    std::vector<const TrainableTensor*> added_;
    std::size_t next_ = 0;
};

}  // namespace tunebench::replay
