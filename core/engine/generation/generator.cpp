#include "core/engine/generation/generator.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "core/engine/generation/answer_writer.h"
#include "core/engine/generation/chat_prompt.h"
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

/// Template and special tokens of a chat; nothing for texts to go on from.
Result<std::optional<ChatFormat>> chat_format_for(const Tokenizer& tokenizer,
                                                  const GenerateRequest& request) {
    if (!request.chat)
        return std::optional<ChatFormat>();
    TRY(auto format, chat_format_of(tokenizer, *request.chat));
    return std::optional(std::move(format));
}

Result<std::vector<std::int32_t>> tokens_of(const Tokenizer& tokenizer, const GenerateRequest& request,
                                            const std::optional<ChatFormat>& format,
                                            const std::string& prompt) {
    TRY_VOID(tokenizer.check(prompt));
    if (!format)
        return tokenizer.encode(prompt, /*add_special_tokens=*/true);
    TRY(const auto text, chat_prompt(*format, *request.chat, prompt));
    return tokenizer.encode(text, /*add_special_tokens=*/false);
}

/// How many tokens can follow the prompt.
Result<std::int64_t> room_behind(const CausalModel& model, std::span<const std::int32_t> prompt) {
    if (prompt.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "The prompt is empty",
                     .hint = "Write at least one word."};
    const auto room = model.config().max_position_embeddings - model.tokens_before();
    const auto length = std::ssize(prompt);
    if (length >= room)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("The prompt has {} tokens, but the model reads at most {}", length, room),
            .hint = "Shorten the prompt."};
    return room - length;
}

FinishReason reason_of(const GeneratedTokens& made, const AnswerWriter& writer, std::int64_t limit,
                       std::int64_t max_tokens) {
    if (made.reached_end)
        return FinishReason::EndToken;
    if (writer.is_stopped())
        return FinishReason::StopText;
    if (std::ssize(made.tokens) < limit)
        return FinishReason::Cancelled;
    return limit < max_tokens ? FinishReason::ContextFull : FinishReason::MaxTokens;
}

Result<Generation::Answer> answer_one(const CausalModel& model, const Tokenizer& tokenizer,
                                      const GenerateRequest& request, std::span<const std::int32_t> ids,
                                      const CancelToken& cancel, const AnswerWriter::Tell& tell) {
    TRY(const auto room, room_behind(model, ids));
    auto limited = request.sampling;
    limited.max_tokens = std::min(request.sampling.max_tokens, room);
    AnswerWriter writer(tokenizer, request, tell);
    const auto made = generate_tokens(model, ids, limited, end_tokens_of(model.config(), tokenizer),
                                      [&](std::int32_t token, const at::Tensor& logits) {
                                          return writer.add(token, logits) && !cancel.is_cancelled();
                                      });
    Generation::Answer answer{
        .text = tokenizer.decode(made.tokens, /*skip_special_tokens=*/true),
        .prompt_tokens = std::ssize(ids),
        .tokens = std::ssize(made.tokens),
        .finish = reason_of(made, writer, limited.max_tokens, request.sampling.max_tokens),
        .pieces = writer.take_pieces()};
    cut_at_stop(answer.text, request.sampling.stop);
    return answer;
}

AnswerWriter::Tell teller_of(const ProgressSink& sink, std::int64_t answer) {
    if (!sink)
        return {};
    return [&sink, answer](const AnswerToken& token) { sink({.answer = answer, .token = token}); };
}

}  // namespace

GeneratedTokens generate_tokens(const CausalModel& model, std::span<const std::int32_t> prompt,
                                const SamplingOptions& options, std::span<const std::int32_t> end_tokens,
                                const TokenObserver& goes_on) {
    const at::NoGradGuard no_gradients;
    KeyValueCache cache(
        model.config().num_hidden_layers,
        model.virtual_token_count() + static_cast<std::int64_t>(prompt.size()) + options.max_tokens);
    Random random(static_cast<std::uint64_t>(options.seed));
    GeneratedTokens out;
    std::vector<std::int32_t> input(prompt.begin(), prompt.end());
    while (static_cast<std::int64_t>(out.tokens.size()) < options.max_tokens) {
        const auto logits = next_logits(model, input, cache);
        const auto token = choose_token(logits, options, random);
        if (std::ranges::find(end_tokens, token) != end_tokens.end()) {
            out.reached_end = true;
            break;
        }
        out.tokens.push_back(token);
        if (goes_on && !goes_on(token, logits))
            break;
        input = {token};
    }
    return out;
}

std::vector<std::int32_t> end_tokens_of(const ModelConfig& config, const Tokenizer& tokenizer) {
    auto tokens = config.eos_token_ids;
    for (const auto token : tokenizer.end_tokens())
        if (std::ranges::find(tokens, token) == tokens.end())
            tokens.push_back(token);
    return tokens;
}

Result<Generation> answer_prompts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const GenerateRequest& request, const CancelToken& cancel,
                                  const ProgressSink& sink) {
    if (model.config().is_classifier())
        return classify_texts(model, tokenizer, request.prompts, request.second_texts, cancel);
    if (!request.second_texts.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "Only a classifier reads pairs of texts, and this model writes",
                     .hint = "Leave the second texts out, or choose a classifier."};
    const auto begin = std::chrono::steady_clock::now();
    TRY(const auto format, chat_format_for(tokenizer, request));
    Generation generation{.chat_template = format ? format->reason : std::string()};
    std::int64_t tokens = 0;
    for (const auto& prompt : request.prompts) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "Stopped before the last answer"};
        TRY(const auto ids, tokens_of(tokenizer, request, format, prompt));
        const auto tell = teller_of(sink, std::ssize(generation.answers));
        TRY(auto answer, answer_one(model, tokenizer, request, ids, cancel, tell));
        answer.prompt = prompt;
        tokens += answer.tokens;
        generation.answers.push_back(std::move(answer));
    }
    generation.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    generation.tokens_per_second =
        generation.seconds > 0.0 ? static_cast<double>(tokens) / generation.seconds : 0.0;
    return generation;
}

Result<Generation> generate_texts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const std::vector<std::string>& prompts, const SamplingOptions& options,
                                  const CancelToken& cancel, const std::vector<std::string>& second_texts) {
    return answer_prompts(model, tokenizer,
                          {.prompts = prompts, .second_texts = second_texts, .sampling = options}, cancel,
                          {});
}

}  // namespace tunebench
