#include "core/engine/exporting/comparison.h"

#include <algorithm>

#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "core/engine/tensor.h"
#include "core/run/run_model.h"

namespace tunebench {
namespace {

constexpr std::int64_t kMostSequences = 16;
constexpr std::int64_t kMostTokens = 2048;
constexpr std::int64_t kMostLogits = std::int64_t{64} << 20;
constexpr std::int64_t kProbeTokens = 64;
constexpr std::int64_t kRowsAtOnce = 64;
constexpr std::int64_t kRowsRead = 8 * kMostSequences;  // some rows may be empty

/// None: the run has no validation data.
Result<Examples> validation_examples(const RunConfig& run, const ModelConfig& model) {
    auto data = run.data;
    const bool has_file = !data.validation.empty();
    if (!has_file && data.validation_share <= 0.0)
        return Examples();
    if (has_file)
        data.train = {held_out(std::exchange(data.validation, {}))};
    TRY(const auto tokenizer, tokenizer_of(run.model));
    const LabelSource labels{.known = model.labels, .is_fixed = true};
    TRY(auto loaded,
        load_training_data(data, run.general.seed, tokenizer, {}, has_file ? kRowsRead : /*all=*/0,
                           model.is_classifier() ? &labels : nullptr));
    return has_file ? loaded.train.examples : loaded.validation.examples;
}

void cut(Example& example, std::int64_t length) {
    const auto size = static_cast<std::size_t>(length);
    example.tokens.resize(std::min(example.tokens.size(), size));
    example.supervised.resize(example.tokens.size());
    if (!example.second_text.empty())
        example.second_text.resize(example.tokens.size());
}

std::vector<Example> first_of(const Examples& all, std::int64_t most_tokens) {
    std::vector<Example> examples;
    for (std::size_t i = 0; i < std::min(all.size(), static_cast<std::size_t>(kMostSequences)); ++i)
        examples.push_back(all[i]);
    std::int64_t left = most_tokens;
    for (auto& example : examples) {
        cut(example, left);
        left -= std::ssize(example.tokens);
    }
    std::erase_if(examples, [](const Example& example) { return example.tokens.empty(); });
    return examples;
}

Example probe_of(const ModelConfig& model, std::int64_t most_tokens) {
    Example probe;
    const auto count = std::min({kProbeTokens, model.max_position_embeddings, most_tokens});
    for (std::int64_t i = 0; i < count; ++i)
        probe.tokens.push_back(static_cast<std::int32_t>(i * 7919 % model.vocab_size));
    probe.supervised.resize(probe.tokens.size());
    return probe;
}

}  // namespace

std::int64_t HeldOut::tokens() const {
    std::int64_t count = 0;
    for (const auto& example : examples)
        count += std::ssize(example.tokens);
    return count;
}

HeldOut held_out_of(const RunConfig& run, const ModelConfig& model) {
    const auto most_tokens =
        std::clamp<std::int64_t>(kMostLogits / std::max<std::int64_t>(model.vocab_size, 1), 1, kMostTokens);
    HeldOut held_out{.source = "validation"};
    if (const auto examples = validation_examples(run, model))
        held_out.examples = first_of(*examples, most_tokens);
    else
        held_out.notice =
            "The validation data of the run cannot be read any more: " + examples.error().message;
    if (held_out.examples.empty()) {
        held_out.source = "probe";
        held_out.examples = {probe_of(model, most_tokens)};
    }
    return held_out;
}

at::Tensor logits_on(const CausalModel& model, const HeldOut& held_out) {
    const at::NoGradGuard no_gradients;
    std::vector<std::vector<std::int32_t>> rows;
    for (std::size_t i = 0; i < held_out.examples.size(); ++i)
        rows.push_back({static_cast<std::int32_t>(i)});
    const auto tensors = to_tensors(make_batch(held_out.examples, rows), model);
    return model.logits(model.hidden_states(tensors.tokens, tensors.context));
}

LogitDifference difference_of(const at::Tensor& expected, const at::Tensor& found) {
    const at::NoGradGuard no_gradients;
    LogitDifference difference{.max_logit = expected.abs().max().item<double>(),
                               .max_difference = (found - expected).abs().max().item<double>()};
    const auto count = expected.size(0);
    double kl = 0.0;
    std::int64_t agreeing = 0;
    for (std::int64_t row = 0; row < count; row += kRowsAtOnce) {
        const auto rows = std::min(kRowsAtOnce, count - row);
        const auto p = expected.narrow(0, row, rows).to(at::kDouble).log_softmax(1);
        const auto q = found.narrow(0, row, rows).to(at::kDouble).log_softmax(1);
        kl += (p.exp() * (p - q)).sum().item<double>();
        agreeing += (p.argmax(1) == q.argmax(1)).sum().item<std::int64_t>();
    }
    difference.mean_kl = std::max(0.0, kl / static_cast<double>(count));  // rounding may take it below
    difference.top1_agreement = static_cast<double>(agreeing) / static_cast<double>(count);
    return difference;
}

}  // namespace tunebench
