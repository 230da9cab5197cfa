#include "core/engine/training/checkpoint_content.h"

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/engine/exporting/adapter_folder.h"

namespace tunebench {
namespace {

constexpr const char* kWeights = "weights.safetensors";
constexpr const char* kOptimizer = "optimizer.safetensors";
constexpr const char* kTraining = "training.safetensors";
constexpr const char* kState = "state.json";

Result<void> write_parameters(const std::filesystem::path& file,
                              const std::vector<TrainableParameter>& parameters) {
    NamedTensors tensors;
    for (const auto& parameter : parameters)
        tensors.emplace_back(parameter.name, parameter.tensor);
    return write_tensors(file, tensors, {{"format", "pt"}});
}

}  // namespace

std::uint64_t checkpoint_bytes(const Trainee& trainee) {
    constexpr std::uint64_t kHeadersAndState = 1 << 20;
    std::uint64_t bytes = kHeadersAndState;
    for (const auto& parameter : trainee.parameters)
        bytes += parameter.tensor.nbytes();
    if (trainee.average)
        for (const auto& averaged : trainee.average->averages())
            bytes += averaged.tensor.nbytes();
    for (const auto& [name, state] : trainee.stepper->states())
        bytes += state.nbytes();
    return bytes;
}

Result<void> write_content(const std::filesystem::path& folder, const Trainee& trainee,
                           const TrainingState& state) {
    const auto* average = trainee.average.get();
    TRY_VOID(write_parameters(folder / kWeights, average ? average->averages() : trainee.parameters));
    if (average)
        TRY_VOID(write_parameters(folder / kTraining, trainee.parameters));
    TRY_VOID(write_tensors(folder / kOptimizer, trainee.stepper->states(), {}));
    return write_file_durably(folder / kState, json_text(to_json(state), 2));
}

Result<TrainingState> read_content(const std::filesystem::path& folder, Trainee& trainee) {
    if (trainee.average) {
        TRY_VOID(read_weights(folder, trainee.average->averages()));
        TRY_VOID(load_parameters(trainee.parameters, folder / kTraining));
    } else {
        TRY_VOID(read_weights(folder, trainee.parameters));
    }
    TRY(const auto states, SafetensorsSet::open(folder / kOptimizer));
    const Stepper::FillState fill = [&](const std::string& name, at::Tensor& state) -> Result<bool> {
        if (!states.find(name))
            return false;
        TRY_VOID(read_into(state, states, name, "optimizer state " + name));
        return true;
    };
    TRY_VOID(trainee.stepper->load_states(fill));
    return read_state(folder);
}

Result<void> copy_content(const std::filesystem::path& from, const std::filesystem::path& to,
                          const TrainingState& state) {
    for (const auto* name : {kWeights, kTraining, kOptimizer}) {
        std::error_code failed;
        const bool is_there = std::filesystem::exists(from / name, failed);
        if (is_there)
            std::filesystem::copy_file(from / name, to / name, failed);
        if (failed)
            return file_error(failed.value(), "copy", from / name);
    }
    return write_file_durably(to / kState, json_text(to_json(state), 2));
}

Result<TrainingState> read_state(const std::filesystem::path& folder) {
    TRY(const auto json, read_json_file(folder / kState));
    auto state = training_state_from(json);
    if (!state)
        return in_source(state.error(), (folder / kState).string());
    return state;
}

Result<void> read_weights(const std::filesystem::path& folder,
                          const std::vector<TrainableParameter>& parameters) {
    return load_parameters(parameters, folder / kWeights);
}

}  // namespace tunebench
