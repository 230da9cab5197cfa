// What a model is asked and what it answers, token by token. Part of engine.h: values only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/engine_api/sampling_options.h"
#include "core/models/quantization.h"

namespace tunebench {

/// An adapter's part in an answer.
struct AdapterShare {
    std::filesystem::path folder = {};
    double weight = 1.0;
    bool operator==(const AdapterShare&) const = default;
};

struct ChatMessage {
    std::string role = {};  // "system", "user", "assistant"
    std::string content = {};
    bool operator==(const ChatMessage&) const = default;
};

/// Prompts are what a user says, written with a chat template, instead of texts to go on from.
struct ChatOptions {
    std::vector<ChatMessage> before = {};  // the system's message and earlier turns
    std::string chat_template = "auto";    // as data.template of a run file
};

struct GenerateRequest {
    std::filesystem::path model = {};
    /// None: the base model. One of weight 1: an adapter of any method. Otherwise the weighted sum of LoRAs.
    std::vector<AdapterShare> adapters = {};
    std::vector<std::string> prompts = {};
    std::vector<std::string> second_texts = {};  // of a classifier of pairs: one a prompt; else none
    SamplingOptions sampling = {};
    int threads = 0;
    QuantizationSettings quantization = {};  // of the base
    std::optional<ChatOptions> chat = {};    // none: prompts are gone on from
    std::int64_t alternatives = 0;           // likeliest tokens told at each place; 0: no probabilities
    bool of_paused_run = false;  // its weights as they are now answer, instead of model and adapters
};

/// A token that could stand at a place, and how likely the model takes it there: at temperature 1, whatever
/// the answer is drawn with.
struct TokenChoice {
    std::int32_t id = 0;
    std::string text = {};  // as people read it: Tokenizer::token_display
    double probability = 0.0;
    bool operator==(const TokenChoice&) const = default;
};

/// A token of an answer.
struct AnswerToken {
    TokenChoice chosen = {};                  // without alternatives its probability is 0
    std::string text = {};                    // what it adds to the answer: whole characters, at times none
    std::vector<TokenChoice> likeliest = {};  // GenerateRequest::alternatives many, the likeliest first
    bool operator==(const AnswerToken&) const = default;
};

/// What ended an answer.
enum class FinishReason {
    EndToken,     // the model
    StopText,     // one of SamplingOptions::stop
    MaxTokens,    // SamplingOptions::max_tokens
    ContextFull,  // the model has no further position
    Cancelled     // somebody, in the middle of it
};

struct LabelProbability {
    std::string label = {};
    double probability = 0.0;
};

struct Generation {
    struct Answer {
        std::string prompt = {};
        std::string second_text = {};  // of a pair
        std::string text = {};
        std::int64_t prompt_tokens = 0;
        std::int64_t tokens = 0;
        FinishReason finish = FinishReason::MaxTokens;
        /// Of a classifier, whose text is the first label and its probability: all labels, the likeliest
        /// first.
        std::vector<LabelProbability> labels = {};
        std::vector<AnswerToken> pieces = {};  // together the text; a stop text is cut off

        bool reached_end() const {
            return finish == FinishReason::EndToken || finish == FinishReason::StopText;
        }
    };
    std::vector<Answer> answers = {};
    double load_seconds = 0.0;  // 0: model and adapters were still there from the request before
    double seconds = 0.0;
    double tokens_per_second = 0.0;
    double switch_seconds = 0.0;     // for putting the adapters, once loaded, on the model
    std::string chat_template = {};  // of a chat: which one it is written with and why, in words
};

/// A token as soon as it is there; the reply has them all again.
struct GenerationProgress {
    std::int64_t answer = 0;  // index of the prompt
    AnswerToken token = {};
};

/// Called on the worker thread, in order.
using ProgressSink = std::function<void(const GenerationProgress&)>;

}  // namespace tunebench
