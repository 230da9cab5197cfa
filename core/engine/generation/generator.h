// Generation with a key-value cache: tokens in, tokens out; and texts in, texts out.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/engine/models/causal_model.h"
#include "core/engine_api/engine.h"
#include "core/jobs/cancel_token.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct GeneratedTokens {
    std::vector<std::int32_t> tokens = {};  // without the prompt and without the end token
    bool reached_end = false;
};

/// Sees each token with the logits (V) that it was chosen from; false stops the answer.
using TokenObserver = std::function<bool(std::int32_t token, const at::Tensor& logits)>;

GeneratedTokens generate_tokens(const CausalModel& model, std::span<const std::int32_t> prompt,
                                const SamplingOptions& options, std::span<const std::int32_t> end_tokens,
                                const TokenObserver& goes_on);

/// The end tokens of configuration and tokenizer.
std::vector<std::int32_t> end_tokens_of(const ModelConfig& config, const Tokenizer& tokenizer);

/// One answer a prompt, in order; a classifier's are labels (classifier.h), which alone reads second texts.
/// Of the request, what it asks and how; not who answers. InvalidArgument for a prompt without tokens or
/// longer than the model's positions. Cancelled when there were prompts left; the answer in the middle of
/// which it came is kept.
Result<Generation> answer_prompts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const GenerateRequest& request, const CancelToken& cancel,
                                  const ProgressSink& sink);

/// The same of texts, while nobody watches.
Result<Generation> generate_texts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const std::vector<std::string>& prompts, const SamplingOptions& options,
                                  const CancelToken& cancel,
                                  const std::vector<std::string>& second_texts = {});

}  // namespace tunebench
