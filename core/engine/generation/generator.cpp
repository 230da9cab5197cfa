#include "core/engine/generation/generator.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "core/engine/generation/classifier.h"
#include "core/engine/generation/token_sampler.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

/// The logits after the last of `tokens`, which continue the cache.
at::Tensor next_logits(const CausalModel& model, std::span<const std::int32_t> tokens, KeyValueCache& cache) {
    const auto count = static_cast<std::int64_t>(tokens.size());
    ForwardContext context;
    context.positions = at::arange(cache.length(), cache.length() + count,
                                   at::TensorOptions(at::kLong).device(model.device()));
    context.prompt_lengths = {static_cast<std::int32_t>(count)};
    context.cache = &cache;
    const auto ids = at::tensor(std::vector<std::int64_t>(tokens.begin(), tokens.end())).to(model.device());
    const auto hidden = model.hidden_states(ids, context);
    return model.logits(hidden.narrow(0, hidden.size(0) - 1, 1)).squeeze(0);
}

/// Cuts the text at the first stop text; true when there was one.
bool cut_at_stop(std::string& text, const std::vector<std::string>& stops) {
    auto end = std::string::npos;
    for (const auto& stop : stops)
        if (!stop.empty())
            end = std::min(end, text.find(stop));
    if (end == std::string::npos)
        return false;
    text.resize(end);
    return true;
}

Result<Generation::Answer> answer_one(const CausalModel& model, const Tokenizer& tokenizer,
                                      const std::string& prompt, const SamplingOptions& options,
                                      const CancelToken& cancel) {
    const auto ids = tokenizer.encode(prompt, /*add_special_tokens=*/true);
    if (ids.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "The prompt is empty",
                     .hint = "Write at least one word."};
    const auto room = model.config().max_position_embeddings - model.tokens_before();
    if (static_cast<std::int64_t>(ids.size()) >= room)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("The prompt has {} tokens, but the model reads at most {}",
                                            ids.size(), room),
                     .hint = "Shorten the prompt."};
    auto limited = options;
    limited.max_tokens = std::min(options.max_tokens, room - static_cast<std::int64_t>(ids.size()));
    bool stopped = false;
    const auto goes_on = [&](const std::vector<std::int32_t>& tokens) {
        if (!options.stop.empty()) {
            auto text = tokenizer.decode(tokens, /*skip_special_tokens=*/true);
            stopped = cut_at_stop(text, options.stop);
        }
        return !stopped && !cancel.is_cancelled();
    };
    const auto made = generate_tokens(model, ids, limited, end_tokens_of(model.config(), tokenizer), goes_on);
    Generation::Answer answer{.prompt = prompt,
                              .text = tokenizer.decode(made.tokens, /*skip_special_tokens=*/true),
                              .prompt_tokens = static_cast<std::int64_t>(ids.size()),
                              .tokens = static_cast<std::int64_t>(made.tokens.size()),
                              .reached_end = made.reached_end || stopped};
    cut_at_stop(answer.text, options.stop);
    return answer;
}

}  // namespace

GeneratedTokens generate_tokens(const CausalModel& model, std::span<const std::int32_t> prompt,
                                const SamplingOptions& options, std::span<const std::int32_t> end_tokens,
                                const std::function<bool(const std::vector<std::int32_t>&)>& goes_on) {
    const at::NoGradGuard no_gradients;
    KeyValueCache cache(
        model.config().num_hidden_layers,
        model.virtual_token_count() + static_cast<std::int64_t>(prompt.size()) + options.max_tokens);
    Random random(static_cast<std::uint64_t>(options.seed));
    GeneratedTokens out;
    std::vector<std::int32_t> input(prompt.begin(), prompt.end());
    while (static_cast<std::int64_t>(out.tokens.size()) < options.max_tokens) {
        const auto token = choose_token(next_logits(model, input, cache), options, random);
        if (std::ranges::find(end_tokens, token) != end_tokens.end()) {
            out.reached_end = true;
            break;
        }
        out.tokens.push_back(token);
        if (goes_on && !goes_on(out.tokens))
            break;
        input = {token};
    }
    return out;
}

std::vector<std::int32_t> end_tokens_of(const ModelConfig& config, const Tokenizer& tokenizer) {
    auto tokens = config.eos_token_ids;
    if (const auto token = tokenizer.end_token(); token && std::ranges::find(tokens, *token) == tokens.end())
        tokens.push_back(*token);
    return tokens;
}

Result<Generation> generate_texts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const std::vector<std::string>& prompts, const SamplingOptions& options,
                                  const CancelToken& cancel, const std::vector<std::string>& second_texts) {
    if (model.config().is_classifier())
        return classify_texts(model, tokenizer, prompts, second_texts, cancel);
    if (!second_texts.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "Only a classifier reads pairs of texts, and this model writes",
                     .hint = "Leave the second texts out, or choose a classifier."};
    const auto begin = std::chrono::steady_clock::now();
    Generation generation;
    std::int64_t tokens = 0;
    for (const auto& prompt : prompts) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "Stopped before the last answer"};
        TRY(auto answer, answer_one(model, tokenizer, prompt, options, cancel));
        tokens += answer.tokens;
        generation.answers.push_back(std::move(answer));
    }
    generation.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    generation.tokens_per_second =
        generation.seconds > 0.0 ? static_cast<double>(tokens) / generation.seconds : 0.0;
    return generation;
}

}  // namespace tunebench
