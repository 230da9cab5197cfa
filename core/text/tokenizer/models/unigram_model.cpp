#include "core/text/tokenizer/models/unigram_model.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/unicode.h"

namespace tunebench {

namespace {

constexpr double kUnknownPenalty = 10;  // below the least likely token
constexpr std::int32_t kUnknown = kNoToken;

/// The best way found so far to the end of a character.
struct BestStep {
    double score = 0;
    std::int32_t id = kUnknown;
    std::uint32_t length = 0;  // of the last token; 0: nothing leads here yet

    void offer(double candidate, std::int32_t candidate_id, std::size_t candidate_length) {
        if (length == 0 || candidate > score)
            *this = {candidate, candidate_id, static_cast<std::uint32_t>(candidate_length)};
    }
};

std::vector<std::pair<std::string_view, std::int32_t>> all_tokens(const Vocabulary& vocabulary) {
    std::vector<std::pair<std::string_view, std::int32_t>> tokens;
    for (std::int32_t id = 0; id < vocabulary.id_end(); ++id)
        tokens.emplace_back(*vocabulary.text(id), id);
    return tokens;
}

}  // namespace

UnigramModel::UnigramModel(Vocabulary vocabulary, std::vector<double> scores, Options options)
    : vocabulary_(std::move(vocabulary)),
      scores_(std::move(scores)),
      options_(options),
      unknown_score_(*std::ranges::min_element(scores_) - kUnknownPenalty),
      trie_(all_tokens(vocabulary_)),
      cache_(std::make_unique<WordCache>()) {
    for (std::size_t byte = 0; byte < byte_tokens_.size(); ++byte)
        byte_tokens_[byte] = vocabulary_.find(fmt::format("<0x{:02X}>", byte));
}

void UnigramModel::tokenize(std::string_view word, std::vector<ModelToken>& tokens) const {
    if (word.empty() || cache_->find(word, tokens))
        return;
    const std::size_t before = tokens.size();
    tokenize_word(word, tokens);
    cache_->add(word, tokens.data() + before, tokens.size() - before);
}

void UnigramModel::tokenize_word(std::string_view word, std::vector<ModelToken>& tokens) const {
    std::size_t at = 0;
    std::size_t unknown = 0;  // bytes of the unknown characters just before `at`
    const auto end_unknown = [&] {
        if (unknown > 0)
            append(word.substr(at - unknown, unknown), tokens);
        unknown = 0;
    };
    for (const ModelToken& step : best_path(word)) {
        if (step.id == kUnknown || step.id == options_.unknown) {
            unknown += step.length;
        } else {
            end_unknown();
            tokens.push_back(step);
        }
        at += step.length;
    }
    end_unknown();
}

/// Viterbi's search, one character after another.
std::vector<ModelToken> UnigramModel::best_path(std::string_view word) const {
    std::vector<BestStep> steps(word.size() + 1);  // by the byte where they end
    for (std::size_t begin = 0; begin < word.size();) {
        const double score = steps[begin].score;
        const std::size_t character = code_point_at(word, begin).length;
        bool has_character = false;
        trie_.for_each_prefix(word.substr(begin), [&](std::size_t length, std::int32_t id) {
            steps[begin + length].offer(scores_[static_cast<std::size_t>(id)] + score, id, length);
            has_character = has_character || length == character;
        });
        if (!has_character)
            steps[begin + character].offer(unknown_score_ + score, kUnknown, character);
        begin += character;
    }
    std::vector<ModelToken> path;
    for (std::size_t end = word.size(); end > 0; end -= path.back().length)
        path.push_back({steps[end].id, steps[end].length});
    std::ranges::reverse(path);
    return path;
}

/// Unknown characters that belong together: a token after all, bytes, or the unknown token.
void UnigramModel::append(std::string_view part, std::vector<ModelToken>& tokens) const {
    const auto length = static_cast<std::uint32_t>(part.size());
    if (const auto whole = vocabulary_.find(part))
        tokens.push_back({*whole, length});
    else if (!options_.byte_fallback || !append_bytes(part, tokens))
        tokens.push_back({options_.unknown, length});
}

/// False, and nothing appended, unless every byte has a token.
bool UnigramModel::append_bytes(std::string_view part, std::vector<ModelToken>& tokens) const {
    const auto token_of = [&](char byte) { return byte_tokens_[static_cast<std::uint8_t>(byte)]; };
    const auto is_token = [&](char byte) { return token_of(byte).has_value(); };
    if (!std::ranges::all_of(part, is_token))
        return false;
    for (const char byte : part)
        tokens.push_back({*token_of(byte), 1});
    return true;
}

}  // namespace tunebench
