// SentencePiece's file becomes our own parts instead of a call of that library: one encoder then serves both
// kinds of file, and the ids are those of transformers, which converts it in the same way.
#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/text/tokenizer/sources/sentence_piece_conversion.h"
#include "core/text/tokenizer/sources/sources.h"

namespace tunebench {

namespace {

constexpr std::uint64_t kLargestModel = std::uint64_t{64} << 20;

struct Family {
    std::string_view name;
    Json (*describe)(SentencePieceConversion) = nullptr;
};

constexpr Family kFamilies[] = {{"llama", &describe_llama},   {"gemma", &describe_gemma},
                                {"t5", &describe_t5},         {"xlmroberta", &describe_xlm_roberta},
                                {"albert", &describe_albert}, {"debertav2", &describe_deberta_v2}};

/// Names that other kinds of files give to the families above.
constexpr std::pair<std::string_view, std::string_view> kAliases[] = {
    {"mistral", "llama"}, {"mixtral", "llama"}, {"codellama", "llama"},  {"phi3", "llama"},
    {"gemma2", "gemma"},  {"mt5", "t5"},        {"deberta", "debertav2"}};

}  // namespace

Result<Json> describe_sentence_pieces(const SentencePieceFile& model, const TokenizerConfig& config,
                                      const std::string& source) {
    using ModelType = SentencePieceFile::ModelType;
    if (model.model_type != ModelType::Bpe && model.model_type != ModelType::Unigram)
        return Error{ErrorCode::Unsupported,
                     fmt::format("{}: models of words or characters are not supported yet", source),
                     "Use a model of the kind unigram or bpe."};
    std::string name = config.family();
    for (const auto& [alias, family] : kAliases)
        if (name == alias)
            name = family;
    SentencePieceConversion conversion{model, config, model.pieces, model.unknown_id, model.byte_fallback};
    for (const Family& family : kFamilies)
        if (family.name == name)
            return family.describe(std::move(conversion));
    if (model.model_type == ModelType::Bpe)
        return describe_llama(std::move(conversion));
    if (name.empty() || name == "pretrained")
        return describe_plain_unigram(std::move(conversion));
    return Error{ErrorCode::Unsupported,
                 fmt::format("{}: how the tokenizer of \"{}\" numbers its pieces is not known", source, name),
                 "Convert it with the transformers library, whose fast tokenizers write a tokenizer.json."};
}

Result<Json> describe_sentence_piece_model(const std::filesystem::path& file) {
    TRY(const TokenizerConfig config, TokenizerConfig::read(file.parent_path()));
    TRY(const std::string bytes, read_file(file, kLargestModel));
    TRY(const auto model, SentencePieceFile::parse(bytes, file.string()));
    return describe_sentence_pieces(model, config, file.string());
}

}  // namespace tunebench
