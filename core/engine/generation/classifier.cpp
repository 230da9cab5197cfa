#include "core/engine/generation/classifier.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "core/data/example_builder.h"
#include "core/data/sampler.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

std::vector<LabelProbability> probabilities(const CausalModel& model, Example example) {
    const at::NoGradGuard no_gradients;
    example.label = 0;  // any: it marks the row to read
    const auto tensors = to_tensors(make_batch(std::vector{std::move(example)}, {{0}}), model);
    const auto hidden = model.hidden_states(tensors.tokens, tensors.context);
    const auto shares = at::softmax(model.logits(tensors.counted(hidden)).to(at::kDouble), 1);
    std::vector<LabelProbability> labels;
    for (std::size_t i = 0; i < model.config().labels.size(); ++i)
        labels.push_back({.label = model.config().labels[i],
                          .probability = shares[0][static_cast<std::int64_t>(i)].item<double>()});
    std::ranges::stable_sort(labels, std::ranges::greater(), &LabelProbability::probability);
    return labels;
}

Result<Generation::Answer> classify_one(const CausalModel& model, const Tokenizer& tokenizer,
                                        const std::string& text, const std::string* second_text) {
    const auto room = model.config().max_position_embeddings - model.tokens_before();
    const auto pair = second_text ? std::optional<std::string_view>(*second_text) : std::nullopt;
    Example example;
    TRY_VOID(build_classified_example(text, pair, tokenizer, room, example));
    if (example.tokens.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "The text is empty",
                     .hint = "Write at least one word."};
    const auto tokens = static_cast<std::int64_t>(example.tokens.size());
    auto labels = probabilities(model, std::move(example));
    auto answer = fmt::format("{} ({:.1f} %)", labels.front().label, 100.0 * labels.front().probability);
    return Generation::Answer{.prompt = text,
                              .second_text = second_text ? *second_text : std::string(),
                              .text = std::move(answer),
                              .prompt_tokens = tokens,
                              .finish = FinishReason::EndToken,
                              .labels = std::move(labels)};
}

}  // namespace

Result<Generation> classify_texts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const std::vector<std::string>& texts,
                                  const std::vector<std::string>& second_texts, const CancelToken& cancel) {
    if (!second_texts.empty() && second_texts.size() != texts.size())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("There are {} texts, but {} second texts", texts.size(),
                                            second_texts.size()),
                     .hint = "Give each text its second one, or give none."};
    const auto begin = std::chrono::steady_clock::now();
    Generation generation;
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "Stopped before the last answer"};
        TRY(auto answer,
            classify_one(model, tokenizer, texts[i], second_texts.empty() ? nullptr : &second_texts[i]));
        tokens += answer.prompt_tokens;
        generation.answers.push_back(std::move(answer));
    }
    generation.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    generation.tokens_per_second =
        generation.seconds > 0.0 ? static_cast<double>(tokens) / generation.seconds : 0.0;
    return generation;
}

}  // namespace tunebench
