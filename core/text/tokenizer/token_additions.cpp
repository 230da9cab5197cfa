#include "core/text/tokenizer/token_additions.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/text/tokenizer/json_insertion.h"

namespace tunebench {
namespace {

constexpr const char* kField = "model.added_tokens";
constexpr const char* kTokenizerFile = "tokenizer.json";
constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr std::size_t kMostTokens = 10'000;
constexpr std::size_t kLongestName = 256;

Error not_a_new_token(std::string_view name, std::string_view reason) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("The token \"{}\" {}", name, reason),
            .hint = "Choose short texts that are no tokens yet, such as <|name|>.",
            .field = kField};
}

Result<void> check_name(const Tokenizer& tokenizer, const std::string& name) {
    if (name.empty())
        return not_a_new_token(name, "is empty");
    if (!is_valid_utf8(name))
        return not_a_new_token("…", "is not UTF-8");
    if (name.size() > kLongestName)
        return not_a_new_token("…", fmt::format("has {} bytes, more than {}", name.size(), kLongestName));
    if (tokenizer.token_id(name))
        return not_a_new_token(name, "is one of this tokenizer already");
    return {};
}

Result<void> check_file(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (std::filesystem::exists(folder / kTokenizerFile, ignored))
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("{}: tokens can only be added to a tokenizer.json, which is missing",
                                        folder.string()),
                 .hint =
                     "Convert the tokenizer with transformers: AutoTokenizer.from_pretrained(folder) and "
                     "save_pretrained(folder).",
                 .field = kField};
}

OrderedJson described(const AddedToken& token) {
    return {{"content", token.content}, {"single_word", token.single_word}, {"lstrip", token.lstrip},
            {"rstrip", token.rstrip},   {"normalized", token.normalized},   {"special", token.special}};
}

/// As elements of an array, or members of an object.
template <class Text>
std::string joined_parts(std::span<const AddedToken> additions, Text text) {
    std::vector<std::string> parts;
    for (const auto& token : additions)
        parts.push_back(text(token));
    return fmt::format("{}", fmt::join(parts, ", "));
}

Result<std::string> with_added_tokens(std::string_view text, std::string_view source_name,
                                      std::span<const AddedToken> additions) {
    return with_json_inserted(text, source_name, "added_tokens", "[]",
                              joined_parts(additions, [](const AddedToken& token) {
                                  OrderedJson entry = {{"id", token.id}};
                                  entry.update(described(token));
                                  return entry.dump();
                              }));
}

/// Only in the members that the file has: which of them it needs is the business of who wrote it.
Result<std::string> with_named_tokens(std::string text, std::string_view source_name,
                                      std::span<const AddedToken> additions) {
    TRY(const auto json, parse_json(text, source_name));
    if (const auto* known = find_member(json, "added_tokens_decoder"); known && !known->is_null()) {
        TRY(text, with_json_inserted(text, source_name, "added_tokens_decoder", "{}",
                                     joined_parts(additions, [](const AddedToken& token) {
                                         return fmt::format("\"{}\": {}", token.id, described(token).dump());
                                     })));
    }
    if (const auto* known = find_member(json, "additional_special_tokens"); known && !known->is_null()) {
        TRY(text, with_json_inserted(
                      text, source_name, "additional_special_tokens", "[]",
                      joined_parts(additions, [](const auto& token) { return Json(token.content).dump(); })));
    }
    return text;
}

}  // namespace

Result<std::vector<AddedToken>> special_tokens(const Tokenizer& tokenizer,
                                               std::span<const std::string> names) {
    if (names.size() > kMostTokens)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} tokens are more than can be added: {}", names.size(), kMostTokens),
            .hint = "Add fewer, or train a tokenizer of your own.",
            .field = kField};
    std::vector<AddedToken> additions;
    std::set<std::string_view> seen;
    for (const auto& name : names) {
        TRY_VOID(check_name(tokenizer, name));
        if (!seen.insert(name).second)
            return not_a_new_token(name, "is named twice");
        additions.push_back({.id = tokenizer.vocabulary_size() + static_cast<std::int32_t>(additions.size()),
                             .content = name,
                             .special = true});
    }
    return additions;
}

Result<Tokenizer> load_tokenizer_with(const std::filesystem::path& folder,
                                      std::span<const std::string> names) {
    if (names.empty())
        return Tokenizer::load(folder);
    TRY_VOID(check_file(folder));
    TRY(const auto tokenizer, Tokenizer::load(folder));
    TRY(const auto additions, special_tokens(tokenizer, names));
    return tokenizer.with_added_tokens(additions);
}

Result<std::map<std::string, std::string>> tokenizer_files_with(const std::filesystem::path& folder,
                                                                std::span<const AddedToken> additions) {
    TRY_VOID(check_file(folder));
    std::map<std::string, std::string> files;
    const auto file = folder / kTokenizerFile;
    TRY(const auto description, read_file(file, kMostBytes));
    TRY(files[kTokenizerFile], with_added_tokens(description, file.string(), additions));
    for (const auto* name : {"tokenizer_config.json", "special_tokens_map.json"}) {
        std::error_code ignored;
        if (!std::filesystem::exists(folder / name, ignored))
            continue;
        TRY(auto text, read_file(folder / name, kMostBytes));
        TRY(files[name], with_named_tokens(std::move(text), (folder / name).string(), additions));
    }
    return files;
}

Result<std::vector<AddedToken>> tokens_beside(const std::filesystem::path& adapter, const Tokenizer& base,
                                              std::int64_t rows) {
    const auto file = adapter / kTokenizerFile;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::vector<AddedToken>();
    TRY(const auto json, read_json_file(file));
    const ComponentDescription description(json, file.string());
    TRY(const auto added,
        AddedTokens::make(description, nullptr, std::numeric_limits<std::int32_t>::max() - 1));
    std::vector<AddedToken> tokens;
    for (const auto& token : added.all())
        if (token.id >= base.vocabulary_size() && token.id < rows && !token.normalized)
            tokens.push_back(token);
    return tokens;
}

}  // namespace tunebench
