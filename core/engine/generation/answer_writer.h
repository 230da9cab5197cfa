// AnswerWriter: tokens on their way to an answer: their text, their probabilities, and whether a stop text
// has come.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/engine_api/generation.h"
#include "core/text/tokenizer/token_stream.h"

namespace tunebench {

class AnswerWriter {
public:
    using Tell = std::function<void(const AnswerToken&)>;

    /// `tell` hears of every token, and may be empty. Both references must outlive the writer.
    AnswerWriter(const Tokenizer& tokenizer, const GenerateRequest& request, Tell tell)
        : tokenizer_(tokenizer), request_(request), stream_(tokenizer), tell_(std::move(tell)) {}

    /// The next token and the logits (V) that it was chosen from; false when the answer ends with it.
    bool add(std::int32_t token, const at::Tensor& logits);

    bool is_stopped() const { return is_stopped_; }

    /// Once, at the end.
    std::vector<AnswerToken> take_pieces();

private:
    TokenChoice choice(std::int32_t token) const;
    void weigh(AnswerToken& piece, const at::Tensor& logits) const;
    void look_for_stop(std::size_t already_searched);

    const Tokenizer& tokenizer_;
    const GenerateRequest& request_;
    TokenStream stream_;
    Tell tell_;
    std::string text_;
    std::vector<AnswerToken> pieces_;
    bool is_stopped_ = false;
};

/// Cuts the text at the first of the stop texts; true when there was one.
bool cut_at_stop(std::string& text, const std::vector<std::string>& stops);

}  // namespace tunebench
