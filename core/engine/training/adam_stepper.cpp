#include "core/engine/training/adam_stepper.h"

#include "core/engine/training/state_tensors.h"

namespace tunebench {
namespace {

class AdamStepper : public Stepper {
public:
    AdamStepper(std::vector<TrainableParameter> parameters, const AdamUpdate& rule,
                const AdamSettings& settings)
        : Stepper(std::move(parameters)), rule_(rule), settings_(settings) {}

private:
    NamedTensors new_states(const TrainableParameter& parameter) const override {
        const auto place = settings_.paged ? StatePlace::Host : StatePlace::Device;
        if (!is_coded(settings_.states, parameter.tensor.numel()))
            return {{"exp_avg", zero_state(parameter, place)}, {"exp_avg_sq", zero_state(parameter, place)}};
        auto states = coded_zeros(parameter, 1, settings_.states, place);
        for (auto& second : coded_zeros(parameter, 2, settings_.states, place))
            states.push_back(std::move(second));
        return states;
    }

    void update(const TrainableParameter& parameter, const at::Tensor& gradient, const NamedTensors& states,
                const StepInput& input) override {
        auto rule = rule_;
        if (settings_.decay == Decay::Matrices && !parameter.is_matrix)
            rule.decoupled_decay = rule.l2_decay = 0.0;
        rule.learning_rate = input.learning_rate;
        rule.gradient_scale = input.gradient_scale;
        rule.step = input.step;
        rule.rounding = input.rounding;
        if (is_coded(settings_.states, parameter.tensor.numel()))
            adam_update(parameter.tensor, gradient,
                        coded_state(parameter, states, 1, StateCode::of_signed(settings_.states)),
                        coded_state(parameter, states, 2, StateCode::of_unsigned(settings_.states)), rule);
        else
            adam_update(parameter.tensor, gradient, states[0].second, states[1].second, rule);
    }

    bool takes_narrow() const override { return true; }

    AdamUpdate rule_;
    AdamSettings settings_;
};

}  // namespace

std::unique_ptr<Stepper> make_adam_stepper(std::vector<TrainableParameter> parameters, const AdamUpdate& rule,
                                           const AdamSettings& settings) {
    return std::make_unique<AdamStepper>(std::move(parameters), rule, settings);
}

}  // namespace tunebench
