#include "tests/support/fake_speech.h"

#include <algorithm>
#include <functional>
#include <thread>

#include <fmt/format.h>

namespace tunebench::test {
namespace {

constexpr double kTokensPerSecond = 100.0;

/// "first second" → "first", " second".
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin + 1), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

/// The first word is certain, later ones are less so; "other 1", "other 2" … share the rest.
AnswerToken token_of(const std::string& word, std::size_t place, std::int64_t alternatives) {
    AnswerToken token{.chosen = {.id = static_cast<std::int32_t>(place), .text = word}, .text = word};
    if (alternatives == 0)
        return token;
    token.chosen.probability = 1.0 / static_cast<double>(place + 1);
    token.likeliest.push_back(token.chosen);
    const double rest = (1.0 - token.chosen.probability) / static_cast<double>(alternatives);
    for (std::int64_t i = 1; i < alternatives; ++i)
        token.likeliest.push_back({.id = static_cast<std::int32_t>(1000 + i),
                                   .text = fmt::format(" other {}", i),
                                   .probability = rest});
    std::ranges::stable_sort(token.likeliest, std::ranges::greater(), &TokenChoice::probability);
    return token;
}

std::string words_for(const std::string& speaker, const GenerateRequest& request, const std::string& prompt) {
    if (!request.chat)
        return fmt::format("{}: {}", speaker, prompt);
    return fmt::format("{} after {}: {}", speaker, request.chat->before.size(), prompt);
}

std::string second_text_of(const GenerateRequest& request, std::size_t number) {
    return number < request.second_texts.size() ? request.second_texts[number] : std::string();
}

Generation::Answer answer_to(const std::string& prompt, const std::string& text,
                             const GenerateRequest& request, std::chrono::milliseconds a_token,
                             const CancelToken& cancel, const std::function<void(const AnswerToken&)>& tell) {
    Generation::Answer answer{.prompt = prompt,
                              .prompt_tokens = static_cast<std::int64_t>(prompt.size()),
                              .finish = FinishReason::EndToken};
    for (const auto& word : words_of(text)) {
        if (cancel.is_cancelled())
            answer.finish = FinishReason::Cancelled;
        else if (answer.tokens == request.sampling.max_tokens)
            answer.finish = FinishReason::MaxTokens;
        if (answer.finish != FinishReason::EndToken)
            break;
        std::this_thread::sleep_for(a_token);
        answer.pieces.push_back(token_of(word, answer.pieces.size(), request.alternatives));
        answer.text += word;
        ++answer.tokens;
        tell(answer.pieces.back());
    }
    return answer;
}

}  // namespace

Result<Generation> speak(const std::string& speaker, const GenerateRequest& request,
                         std::chrono::milliseconds a_token, const CancelToken& cancel,
                         const ProgressSink& sink) {
    Generation generation = {.seconds = 0.1, .tokens_per_second = kTokensPerSecond};
    if (request.chat)
        generation.chat_template = "the fake engine's own";
    for (const auto& prompt : request.prompts) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "Cancelled"};
        const auto number = std::ssize(generation.answers);
        generation.answers.push_back(answer_to(prompt, words_for(speaker, request, prompt), request, a_token,
                                               cancel, [&](const AnswerToken& token) {
                                                   if (sink)
                                                       sink({.answer = number, .token = token});
                                               }));
        generation.answers.back().second_text = second_text_of(request, static_cast<std::size_t>(number));
    }
    return generation;
}

}  // namespace tunebench::test
