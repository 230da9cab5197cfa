#include "core/memory/replay/step.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "core/memory/parameter_memory.h"
#include "core/memory/replay/model.h"

namespace tunebench::replay {
namespace {

int gradient_width(GradientType type) {
    switch (type) {
        case GradientType::Fp32:
            return kWide;
        case GradientType::Bf16:
            return 2;
        case GradientType::Auto:
            break;
    }
    return 0;
}

class Run {
public:
    Run(const ModelConfig& model, const MethodPlan& plan, const RunConfig& run,
        const QuantizationSettings& quantization, const Optimizer& optimizer, const BatchShape& batch,
        const LibTorchRules& libtorch, const EventsOfAStep& events)
        : plan_(plan),
          run_(run),
          batch_(batch),
          events_of_a_step_(events),
          state_bytes_(optimizer, run.optimizer.params),
          rules_{.optimizer = optimizer,
                 .state_bytes = state_bytes_,
                 .gradient_width = gradient_width(run.precision.gradients),
                 .updates_in_backward = run.budget.update_in_backward,
                 .states_on_host = keeps_states_on_host(run)},
          replay_(
              {.is_on_processor = is_on_processor(run),
               .widens_narrow = widens_products(run),
               .sums_in_order = run.general.deterministic,
               .threads = run.general.threads > 0 ? run.general.threads : std::thread::hardware_concurrency(),
               .libtorch = libtorch}),
          workspace_(is_on_processor(run) ? Sketch() : replay_.make_as(Item::Workspace, 1, kWorkspace, 1)),
          model_(replay_, model, plan, run, quantization, rules_) {
        if (run.precision.compute != NumberType::Fp32 || model.is_classifier())
            replay_.need_second_workspace();
        over("loading");
    }

    RunHoldings holdings() {
        const auto& alive = replay_.ledger().alive();
        found_.weights = alive.of(Item::Weights) + alive.of(Item::QuantizedWeights);
        make_averages();
        for (const auto& parameter : model_.parameters())
            parameter->make_states();
        found_.states = alive.of(Item::States);
        found_.averages = alive.of(Item::AveragedWeights);
        step();
        evaluate();
        sample();
        save();
        return std::move(found_);
    }

private:
    void over(const std::string& phase) {
        auto known = std::ranges::find(found_.phases, phase, &PhaseHoldings::name);
        if (known == found_.phases.end())
            known = found_.phases.insert(known, {.name = phase});
        if (const auto& peak = replay_.ledger().peak(); peak.total > known->holdings.total)
            known->holdings = peak;
        replay_.ledger().begin_phase();
        if (events_of_a_step_)
            events_of_a_step_(phase, std::exchange(events_, {}));
    }

    void make_averages() {
        if (run_.regularization.ema_decay > 0.0)
            for (const auto& parameter : model_.parameters())
                averages_.push_back(
                    replay_.make_as(Item::AveragedWeights, 1, parameter->value().count(), kWide));
    }

    TokenCounts tokens(std::int64_t rows) const {
        const auto supervised = static_cast<double>(rows * batch_.length) * batch_.supervised_share + 0.5;
        return {.sequences = rows,
                .length = batch_.length + plan_.virtual_tokens,
                .supervised = std::max<std::int64_t>(1, static_cast<std::int64_t>(supervised)),
                .virtual_tokens = plan_.virtual_tokens};
    }

    /// Tokens, positions and labels of a micro-batch.
    std::vector<Sketch> batch_tensors(const TokenCounts& tokens) {
        const auto rows = tokens.sequences * (tokens.length - tokens.virtual_tokens);
        const auto make = [&](std::int64_t count) { return replay_.make_as(Item::Batch, count, 1, kLong); };
        return {make(rows), make(rows), make(tokens.supervised), make(tokens.supervised)};
    }

    void step() {
        const auto counts = tokens(batch_.batch_size);
        model_.when_loss_begins([this] {
            found_.kept_activations = std::max(found_.kept_activations, model_.kept_activations());
            over("forward");
        });
        if (events_of_a_step_)
            replay_.ledger().record(&events_);
        for (const auto& parameter : model_.parameters())
            parameter->drop_gradient();
        replay_.ledger().begin_phase();
        // Those of the first micro-batch are there while the others are added: two are all that can happen.
        const auto micro_batches = std::min<std::int64_t>(run_.budget.accumulation, 2);
        for (std::int64_t i = 0; i < micro_batches; ++i) {
            const auto held = batch_tensors(counts);
            const auto loss = model_.loss(counts, run_.budget.recompute_blocks());
            over("loss");
            replay_.backward(loss, replay_.make(1, 1, kWide));
            over("backward");
        }
        found_.gradients = gradients();
        for (const auto& parameter : model_.parameters())
            parameter->update();
        over("optimizer");
    }

    std::uint64_t gradients() {
        if (!run_.budget.update_in_backward)
            return replay_.ledger().alive().of(Item::Gradients);
        return replay_.ledger().most_gradients();
    }

    bool validates() const { return !run_.data.validation.empty() || run_.data.validation_share > 0.0; }

    void evaluate() {
        if (!validates() && run_.evaluation.general_file.empty())
            return;
        auto counts = tokens(run_.evaluation.batch_size);
        // Nothing follows the last token of a sequence.
        if (counts.supervised > counts.sequences)
            counts.supervised -= counts.sequences;
        model_.evaluate(counts);
        over("evaluation");
    }

    void sample() {
        if (run_.evaluation.samples.empty())
            return;
        model_.generate(std::max<std::int64_t>(1, batch_.length / 2), run_.evaluation.sample_tokens,
                        plan_.virtual_tokens);
        over("sampling");
    }

    /// What is written is written from where it lies, and read into its place. The model that is the result
    /// of training it is dense and in fp32; what is not so is made a piece at a time, on the host.
    void save() {
        const bool is_on_host = replay_.machine().is_on_processor;
        if (is_on_host && run_.checkpoints.keep_best && validates())
            for (const auto& parameter : model_.parameters())
                piece_of(parameter->value().count(), averages_.empty() ? parameter->value().width : kWide);
        const auto* method = find_method(run_.method.id);
        if (method && method->adapter_formats.empty()) {
            model_.merge();
            if (is_on_host)
                piece_of(model_.largest_narrow(), kWide);
        }
        over("saving");
    }

    /// As core/engine/models/tensor_bytes makes them.
    void piece_of(std::int64_t count, int width) {
        constexpr std::int64_t kNumbersAtOnce = std::int64_t{1} << 22;
        const auto piece = replay_.make(1, std::min(kNumbersAtOnce, count), width);
    }

    const MethodPlan& plan_;
    const RunConfig& run_;
    const BatchShape& batch_;
    const EventsOfAStep& events_of_a_step_;
    std::vector<std::int64_t> events_;
    StateBytes state_bytes_;
    TrainingRules rules_;
    RunHoldings found_;
    Replay replay_;
    Sketch workspace_;
    Model model_;
    std::vector<Sketch> averages_;
};

}  // namespace

RunHoldings replay_run(const ModelConfig& model, const MethodPlan& plan, const RunConfig& run,
                       const QuantizationSettings& quantization, const Optimizer& optimizer,
                       const BatchShape& batch, const LibTorchRules& libtorch, const EventsOfAStep& events) {
    return Run(model, plan, run, quantization, optimizer, batch, libtorch, events).holdings();
}

}  // namespace tunebench::replay
