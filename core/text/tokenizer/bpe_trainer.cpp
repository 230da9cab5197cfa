#include "core/text/tokenizer/bpe_trainer.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/text/tokenizer/bpe_pair_merging.h"
#include "core/text/tokenizer/byte_alphabet.h"
#include "core/text/tokenizer/word_scanner.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

/// Tokens by id, and the merges in the order of their ranks.
struct TrainedVocabulary {
    std::vector<std::string> tokens = {};
    std::unordered_map<std::string, std::int32_t> ids = {};
    std::vector<TokenPair> merges = {};

    /// The id of the token, which is new unless two merges spell the same.
    std::int32_t add(const std::string& token) {
        const auto [entry, is_new] = ids.try_emplace(token, static_cast<std::int32_t>(tokens.size()));
        if (is_new)
            tokens.push_back(token);
        return entry->second;
    }
};

Result<void> check(const BpeTrainingOptions& options) {
    const auto& specials = options.special_tokens;
    const std::size_t least = specials.size() + 256;
    if (options.vocabulary_size < 0 || static_cast<std::size_t>(options.vocabulary_size) < least)
        return Error{ErrorCode::InvalidArgument,
                     fmt::format("a vocabulary of {} tokens is too small for {} special tokens and 256 bytes",
                                 options.vocabulary_size, specials.size()),
                     fmt::format("Ask for at least {} tokens.", least)};
    for (auto token = specials.begin(); token != specials.end(); ++token)
        if (token->empty() || std::find(specials.begin(), token, *token) != token)
            return Error{ErrorCode::InvalidArgument,
                         fmt::format("the special token \"{}\" is empty or given twice", *token)};
    for (const std::string& token : {options.begin_token, options.end_token, options.pad_token})
        if (!token.empty() && std::ranges::find(specials, token) == specials.end())
            return Error{ErrorCode::InvalidArgument,
                         fmt::format("the token \"{}\" is not one of the special tokens", token),
                         "Add it to the special tokens."};
    return {};
}

TrainedVocabulary initial_vocabulary(const BpeTrainingOptions& options) {
    TrainedVocabulary vocabulary;
    for (const std::string& token : options.special_tokens)
        vocabulary.add(token);
    std::vector<std::string> characters;
    for (int byte = 0; byte < 256; ++byte)
        characters.emplace_back(byte_character(static_cast<std::uint8_t>(byte)));
    std::ranges::sort(characters);
    for (const std::string& character : characters)
        vocabulary.add(character);
    return vocabulary;
}

std::vector<std::int32_t> tokens_of_word(std::string_view word, const TrainedVocabulary& vocabulary) {
    std::vector<std::int32_t> tokens;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = code_point_at(word, at).length;
        tokens.push_back(vocabulary.ids.at(std::string(word.substr(at, length))));
        at += length;
    }
    return tokens;
}

OrderedJson added_tokens(const BpeTrainingOptions& options) {
    OrderedJson tokens = OrderedJson::array();
    for (std::size_t id = 0; id < options.special_tokens.size(); ++id)
        tokens.push_back({{"id", id},
                          {"content", options.special_tokens[id]},
                          {"single_word", false},
                          {"lstrip", false},
                          {"rstrip", false},
                          {"normalized", false},
                          {"special", true}});
    return tokens;
}

OrderedJson bpe_model(const TrainedVocabulary& vocabulary) {
    OrderedJson::object_t ids;
    for (std::size_t id = 0; id < vocabulary.tokens.size(); ++id)
        ids.emplace_back(vocabulary.tokens[id], id);
    OrderedJson merges = OrderedJson::array();
    for (const TokenPair& pair : vocabulary.merges)
        merges.push_back(vocabulary.tokens[static_cast<std::size_t>(pair.left)] + " " +
                         vocabulary.tokens[static_cast<std::size_t>(pair.right)]);
    return {{"type", "BPE"},
            {"dropout", nullptr},
            {"unk_token", nullptr},
            {"continuing_subword_prefix", nullptr},
            {"end_of_word_suffix", nullptr},
            {"fuse_unk", false},
            {"byte_fallback", false},
            {"ignore_merges", false},
            {"vocab", OrderedJson(std::move(ids))},
            {"merges", std::move(merges)}};
}

std::string tokenizer_json(const BpeTrainingOptions& options, const TrainedVocabulary& vocabulary) {
    const OrderedJson byte_level = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}};
    const OrderedJson file = {{"version", "1.0"},
                              {"truncation", nullptr},
                              {"padding", nullptr},
                              {"added_tokens", added_tokens(options)},
                              {"normalizer", nullptr},
                              {"pre_tokenizer", byte_level},
                              {"post_processor", byte_level},
                              {"decoder", byte_level},
                              {"model", bpe_model(vocabulary)}};
    return json_text(file, 2) + "\n";
}

std::string tokenizer_config_json(const BpeTrainingOptions& options) {
    OrderedJson config = {{"tokenizer_class", "PreTrainedTokenizerFast"},
                          {"clean_up_tokenization_spaces", false}};
    const auto set = [&](const char* key, const std::string& value) {
        if (!value.empty())
            config[key] = value;
    };
    set("bos_token", options.begin_token);
    set("eos_token", options.end_token);
    set("pad_token", options.pad_token);
    set("chat_template", options.chat_template);
    return json_text(config, 2) + "\n";
}

}  // namespace

Result<void> TokenizerFiles::write(const std::filesystem::path& folder) const {
    TRY_VOID(write_file_durably(folder / "tokenizer.json", tokenizer_json));
    return write_file_durably(folder / "tokenizer_config.json", tokenizer_config_json);
}

void BpeTrainer::add(std::string_view text) {
    const std::string valid = replace_invalid_utf8(text);
    for (std::size_t begin = 0; begin < valid.size();) {
        const std::size_t end = gpt2_word_end(valid, begin);
        ++words_[to_byte_characters(std::string_view(valid).substr(begin, end - begin))];
        begin = end;
    }
}

Result<TokenizerFiles> BpeTrainer::train(const BpeTrainingOptions& options) const {
    TRY_VOID(check(options));
    TrainedVocabulary vocabulary = initial_vocabulary(options);
    std::vector<CountedWord> words;
    for (const auto& [word, count] : words_)
        words.push_back({tokens_of_word(word, vocabulary), count});
    PairMerging merging(std::move(words));
    while (vocabulary.tokens.size() < static_cast<std::size_t>(options.vocabulary_size)) {
        const auto pair = merging.most_frequent(options.minimum_count);
        if (!pair)
            break;
        const std::int32_t merged = vocabulary.add(vocabulary.tokens[static_cast<std::size_t>(pair->left)] +
                                                   vocabulary.tokens[static_cast<std::size_t>(pair->right)]);
        vocabulary.merges.push_back(*pair);
        merging.merge(*pair, merged);
    }
    return TokenizerFiles{tokenizer_json(options, vocabulary), tokenizer_config_json(options)};
}

}  // namespace tunebench
