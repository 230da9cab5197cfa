#include "core/text/tokenizer/tokenizer_source.h"

#include <fmt/format.h>

#include "core/text/tokenizer/sources/begin_and_end.h"
#include "core/text/tokenizer/sources/named_tokens.h"
#include "core/text/tokenizer/sources/sources.h"

namespace tunebench {

namespace {

struct SourceType {
    std::string_view name;
    Result<Json> (*describe)(const std::filesystem::path& file) = nullptr;
};

Result<Json> read_tokenizer_json(const std::filesystem::path& file) {
    TRY(Json json, read_json_file(file));
    TRY(const auto config, TokenizerConfig::beside_tokenizer_json(file.parent_path()));
    add_named_tokens(config, json);
    set_begin_and_end(config, json);
    return json;
}

/// The first that a folder has counts.
constexpr SourceType kSources[] = {
    {"tokenizer.json", &read_tokenizer_json},
    {"tokenizer.model", &describe_sentence_piece_model},
    {"spiece.model", &describe_sentence_piece_model},
    {"sentencepiece.bpe.model", &describe_sentence_piece_model},
    {"spm.model", &describe_sentence_piece_model},
    {"vocab.json", &describe_byte_level_vocabulary},
    {"vocab.txt", &describe_word_piece_vocabulary},
};

Error missing_tokenizer(const std::filesystem::path& folder) {
    std::vector<std::string_view> names;
    for (const SourceType& source : kSources)
        names.push_back(source.name);
    return {ErrorCode::NotFound,
            fmt::format("{}: the file tokenizer.json is missing, and nothing stands in its place",
                        folder.string()),
            fmt::format("Choose the folder of a whole model, or download its tokenizer into this folder: one "
                        "of {}.",
                        fmt::join(names, ", "))};
}

}  // namespace

std::optional<std::filesystem::path> find_tokenizer_file(const std::filesystem::path& model_folder) {
    std::error_code ignored;
    for (const SourceType& source : kSources)
        if (auto file = model_folder / source.name; std::filesystem::exists(file, ignored))
            return file;
    return std::nullopt;
}

Result<TokenizerDescription> describe_tokenizer(const std::filesystem::path& model_folder_or_file) {
    std::error_code ignored;
    const bool is_folder = std::filesystem::is_directory(model_folder_or_file, ignored);
    const auto found = is_folder ? find_tokenizer_file(model_folder_or_file) : model_folder_or_file;
    if (!found)
        return missing_tokenizer(model_folder_or_file);
    auto describe = &read_tokenizer_json;  // whatever its name
    for (const SourceType& source : kSources)
        if (found->filename() == source.name)
            describe = source.describe;
    TRY(Json json, describe(*found));
    return TokenizerDescription{std::move(json), *found};
}

}  // namespace tunebench
