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

/// `goes_on` sees the tokens so far after each one and may stop the answer.
GeneratedTokens generate_tokens(const CausalModel& model, std::span<const std::int32_t> prompt,
                                const SamplingOptions& options, std::span<const std::int32_t> end_tokens,
                                const std::function<bool(const std::vector<std::int32_t>&)>& goes_on);

/// The end tokens of configuration and tokenizer.
std::vector<std::int32_t> end_tokens_of(const ModelConfig& config, const Tokenizer& tokenizer);

/// One answer a prompt, in order; a classifier's are labels (classifier.h), which alone reads second texts.
/// InvalidArgument for a prompt without tokens or longer than the model's positions.
Result<Generation> generate_texts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const std::vector<std::string>& prompts, const SamplingOptions& options,
                                  const CancelToken& cancel,
                                  const std::vector<std::string>& second_texts = {});

}  // namespace tunebench
