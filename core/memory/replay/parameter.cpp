#include "core/memory/replay/parameter.h"

#include <algorithm>

namespace tunebench::replay {
namespace {

/// In parts, where no loop goes over it in one piece.
void update_in_parts(Replay& replay, const Sketch& value, const Sketch& gradient) {
    constexpr std::int64_t kAtOnce = std::int64_t{1} << 24;
    const auto count = std::min(kAtOnce, value.count());
    const auto part = [&](const Sketch& of) {
        return of.width == kWide ? Sketch() : replay.make(1, count, kWide);
    };
    const auto own = part(value), wide = part(gradient);
    const auto direction = replay.make(1, count, kWide), decay = replay.make(1, count, kWide);
    const auto sum = replay.make(1, count, kWide);
}

/// A matrix as steep as its momentum, made orthogonal by products of it and of its shorter side's square.
void update_by_orthogonal_step(Replay& replay, const Sketch& value) {
    const auto shorter = std::min(value.rows, value.columns);
    auto step = replay.copied(value, kWide);
    {
        auto x = replay.copied(value, kWide);
        step = {};
        const auto square = replay.make(shorter, shorter, kWide);
        const auto polynomial = replay.make(shorter, shorter, kWide);
        step = replay.copied(value, kWide);
    }
    const auto wide = value.width == kWide ? Sketch() : replay.copied(value, kWide);
}

}  // namespace

Parameter::Parameter(Replay& replay, const TrainingRules& rules, const TrainableTensor& tensor, Sketch value)
    : replay_(replay),
      rules_(rules),
      tensor_(tensor),
      value_(replay.leaf(std::move(value), [this](Sketch gradient) { accumulate(std::move(gradient)); })) {}

void Parameter::drop_gradient() {
    gradient_ = {};
}

void Parameter::make_states() {
    if (!states_.empty())
        return;
    const auto bytes = rules_.state_bytes.of(tensor_);
    if (bytes > 0 && !rules_.states_on_host)
        states_.push_back(replay_.make_as(Item::States, 1, bytes, 1));
}

void Parameter::accumulate(Sketch gradient) {
    if (!gradient_.is_defined()) {
        // ops/parameter_slice: that of a part goes into the whole.
        if (gradient.count() < value_.count())
            gradient = replay_.make(value_.rows, value_.columns, value_.width);
        gradient.memory->become(Item::Gradients);
        gradient_ = std::move(gradient);
    } else if (gradient_.width != gradient.width) {
        const auto same = replay_.cast(gradient, gradient_.width);
    }
    if (rules_.gradient_width != 0 && gradient_.width != rules_.gradient_width)
        gradient_ =
            replay_.make_as(Item::Gradients, gradient_.rows, gradient_.columns, rules_.gradient_width);
    if (!rules_.updates_in_backward || !tensor_.is_base_parameter)
        return;
    update();
    gradient_ = {};
}

void Parameter::update() const {
    if (!gradient_.is_defined())
        return;
    const auto& optimizer = rules_.optimizer;
    const bool is_block_weight = tensor_.group == TensorGroup::BlockWeight;
    if (is_block_weight && optimizer.copies_of_block_weight > 0)
        return update_by_orthogonal_step(replay_, value_);
    if (optimizer.copies_in_a_step == 0)
        return replay_.machine().is_on_processor || optimizer.has_kernels
                   ? void()
                   : update_in_parts(replay_, value_, gradient_);
    const auto widened = [&](const Sketch& x) {
        return x.width == kWide ? Sketch() : replay_.copied(x, kWide);
    };
    const auto value = widened(value_), gradient = widened(gradient_);
    std::vector<Sketch> copies;
    for (int i = 0; i < optimizer.copies_in_a_step; ++i)
        copies.push_back(replay_.copied(value_, kWide));
}

}  // namespace tunebench::replay
