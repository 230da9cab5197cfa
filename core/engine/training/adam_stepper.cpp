#include "core/engine/training/adam_stepper.h"

#include "core/engine/training/state_tensors.h"

namespace tunebench {
namespace {

class AdamStepper : public Stepper {
public:
    AdamStepper(std::vector<TrainableParameter> parameters, const AdamUpdate& rule, Decay decay,
                StateType states)
        : Stepper(std::move(parameters)), rule_(rule), decay_(decay), states_(states) {}

private:
    NamedTensors new_states(const TrainableParameter& parameter) const override {
        if (!is_coded(states_, parameter.tensor.numel()))
            return {{"exp_avg", zero_state(parameter)}, {"exp_avg_sq", zero_state(parameter)}};
        auto states = coded_zeros(parameter, 1, states_);
        for (auto& second : coded_zeros(parameter, 2, states_))
            states.push_back(std::move(second));
        return states;
    }

    void update(const TrainableParameter& parameter, const at::Tensor& gradient, const NamedTensors& states,
                const StepInput& input) override {
        auto rule = rule_;
        if (decay_ == Decay::Matrices && !parameter.is_matrix)
            rule.decoupled_decay = rule.l2_decay = 0.0;
        rule.learning_rate = input.learning_rate;
        rule.gradient_scale = input.gradient_scale;
        rule.step = input.step;
        rule.rounding = input.rounding;
        if (is_coded(states_, parameter.tensor.numel()))
            adam_update(parameter.tensor, gradient,
                        coded_state(parameter, states, 1, StateCode::of_signed(states_)),
                        coded_state(parameter, states, 2, StateCode::of_unsigned(states_)), rule);
        else
            adam_update(parameter.tensor, gradient, states[0].second, states[1].second, rule);
    }

    bool takes_narrow() const override { return true; }

    AdamUpdate rule_;
    Decay decay_;
    StateType states_;
};

}  // namespace

std::unique_ptr<Stepper> make_adam_stepper(std::vector<TrainableParameter> parameters, const AdamUpdate& rule,
                                           Decay decay, StateType states) {
    return std::make_unique<AdamStepper>(std::move(parameters), rule, decay, states);
}

}  // namespace tunebench
