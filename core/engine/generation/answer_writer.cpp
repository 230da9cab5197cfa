#include "core/engine/generation/answer_writer.h"

#include <algorithm>

#include "core/engine/generation/token_probabilities.h"

namespace tunebench {
namespace {

/// Shortens the pieces until their texts are `length` bytes together.
void cut_pieces(std::vector<AnswerToken>& pieces, std::size_t length) {
    std::size_t total = 0;
    for (auto& piece : pieces) {
        piece.text.resize(std::min(piece.text.size(), length - total));
        total += piece.text.size();
    }
    while (!pieces.empty() && pieces.back().text.empty())
        pieces.pop_back();
}

}  // namespace

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

bool AnswerWriter::add(std::int32_t token, const at::Tensor& logits) {
    auto& piece = pieces_.emplace_back(AnswerToken{.chosen = choice(token), .text = stream_.push(token)});
    if (request_.alternatives > 0)
        weigh(piece, logits);
    const auto already_searched = text_.size();
    text_ += piece.text;
    look_for_stop(already_searched);
    if (tell_ && !is_stopped_)
        tell_(piece);
    return !is_stopped_;
}

std::vector<AnswerToken> AnswerWriter::take_pieces() {
    if (!pieces_.empty() && !is_stopped_)
        pieces_.back().text += stream_.finish();
    return std::move(pieces_);
}

TokenChoice AnswerWriter::choice(std::int32_t token) const {
    return {.id = token, .text = tokenizer_.token_display(token)};
}

void AnswerWriter::weigh(AnswerToken& piece, const at::Tensor& logits) const {
    const TokenProbabilities probabilities(logits);
    piece.chosen.probability = probabilities.of(piece.chosen.id);
    for (const auto token : probabilities.likeliest(request_.alternatives)) {
        auto& one = piece.likeliest.emplace_back(choice(token));
        one.probability = probabilities.of(token);
    }
}

/// A stop text may have begun in pieces that were told already: the reply has them cut.
void AnswerWriter::look_for_stop(std::size_t already_searched) {
    std::size_t longest = 0;
    for (const auto& stop : request_.sampling.stop)
        longest = std::max(longest, stop.size());
    if (longest == 0)
        return;
    const auto from = already_searched - std::min(already_searched, longest - 1);
    auto tail = text_.substr(from);
    is_stopped_ = cut_at_stop(tail, request_.sampling.stop);
    if (!is_stopped_)
        return;
    text_.resize(from + tail.size());
    cut_pieces(pieces_, text_.size());
}

}  // namespace tunebench
