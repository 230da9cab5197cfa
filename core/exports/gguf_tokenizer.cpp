#include "core/exports/gguf_tokenizer.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "core/exports/gguf_pre_tokenizer.h"
#include "core/text/tokenizer/byte_token.h"
#include "core/text/tokenizer/metaspace.h"
#include "core/text/tokenizer/token_additions.h"
#include "core/text/tokenizer/tokenizer_source.h"

namespace tunebench {
namespace {

enum TokenType : std::int32_t { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };

constexpr std::string_view kUnknownCuts =
    "llama.cpp has no name for the way this tokenizer cuts text into words and will use its own: some texts "
    "get "
    "other tokens than in training.";

Error unsupported(std::string_view source, std::string_view reason) {
    return {
        .code = ErrorCode::Unsupported,
        .message = fmt::format("{}: {}", source, reason),
        .hint =
            "Choose merged, and convert the folder with the tools of llama.cpp if they know its tokenizer."};
}

/// A tokenizer.json that was loaded before, so that its shape is known to be right.
class Converter {
public:
    Converter(const Json& json, const Tokenizer& tokenizer, std::string source, std::size_t rows)
        : json_(json),
          model_(json.at("model")),
          tokenizer_(tokenizer),
          source_(std::move(source)),
          rows_(rows) {}

    Result<GgufTokenizer> convert() {
        TRY_VOID(check_kind());
        TRY_VOID(list_tokens());
        TRY_VOID(list_merges());
        put("model", std::string(is_byte_level_ ? "gpt2" : "llama"));
        put_pre_tokenizer();
        put("tokens", GgufArray(tokens_));
        if (!is_byte_level_)
            put("scores", GgufArray(scores()));
        put("token_type", GgufArray(types_));
        if (is_byte_level_)
            put("merges", GgufArray(merges_));
        TRY_VOID(put_special_tokens());
        if (!tokenizer_.chat_template().empty())
            result_.metadata.emplace_back("tokenizer.chat_template", tokenizer_.chat_template());
        return std::move(result_);
    }

private:
    void put(std::string_view key, GgufValue value) {
        result_.metadata.emplace_back(fmt::format("tokenizer.ggml.{}", key), std::move(value));
    }

    Result<void> check_kind() {
        const auto type = json_string(model_, "type");
        if (!type || *type != "BPE")
            return unsupported(source_, fmt::format("llama.cpp has no tokenizer like this one ({})",
                                                    type ? *type : "of no type"));
        const auto* cuts = find_member(json_, "pre_tokenizer");
        is_byte_level_ = cuts && json_text(*cuts).find("\"ByteLevel\"") != std::string::npos;
        const auto fallback = optional_boolean(model_, "byte_fallback");
        if (!is_byte_level_ && !(fallback && fallback->value_or(false)))
            return unsupported(source_, "its merges work neither on bytes nor with a fallback to bytes");
        return {};
    }

    Result<void> list_tokens() {
        if (static_cast<std::size_t>(tokenizer_.vocabulary_size()) > rows_)
            return Error{
                .code = ErrorCode::Corrupt,
                .message = fmt::format("{} has tokens up to {}, but the model's embedding only {} rows",
                                       source_, tokenizer_.vocabulary_size() - 1, rows_),
                .hint = "The tokenizer belongs to another model."};
        const auto unknown = optional_string(model_, "unk_token");
        if (unknown && *unknown)
            unknown_ = tokenizer_.token_id(**unknown);
        tokens_.resize(rows_);
        types_.assign(rows_, Normal);
        for (std::size_t i = 0; i < rows_; ++i) {
            const auto id = static_cast<std::int32_t>(i);
            tokens_[i] = tokenizer_.token_text(id);
            if (!is_byte_level_ && byte_of_token(tokens_[i]))
                types_[i] = Byte;
            if (tokens_[i].empty() || tokenizer_.token_id(tokens_[i]) != id) {
                tokens_[i] = fmt::format("[PAD{}]", i);
                types_[i] = Unused;
            }
        }
        mark_added_tokens();
        return {};
    }

    void mark_added_tokens() {
        for (const auto& token : tokenizer_.added_tokens())
            types_[static_cast<std::size_t>(token.id)] = token.special ? Control : UserDefined;
        if (unknown_ && !is_byte_level_)
            types_[static_cast<std::size_t>(*unknown_)] = Unknown;
    }

    /// Both of a merge, from "a b" or ["a", "b"].
    static std::pair<std::string, std::string> merge_pair(const Json& merge) {
        if (merge.is_array())
            return {merge.at(0).get<std::string>(), merge.at(1).get<std::string>()};
        const auto& text = merge.get_ref<const std::string&>();
        const auto space = text.find(' ');
        return {text.substr(0, space), text.substr(space + 1)};
    }

    Result<void> list_merges() {
        TRY(const auto* merges, json_array(model_, "merges"));
        for (const Json& merge : *merges) {
            if (merge.is_string() && merge.get_ref<const std::string&>().starts_with("#version"))
                continue;
            const auto [left, right] = merge_pair(merge);
            if (is_byte_level_ && (left + right).find(' ') != std::string::npos)
                return unsupported(source_,
                                   "it merges tokens with spaces in them, which llama.cpp cannot read");
            merges_.push_back(fmt::format("{} {}", left, right));
            first_merge_.emplace(left + right, merges_.size() - 1);
        }
        return {};
    }

    /// What llama.cpp merges first has the highest score: the earlier a token's first merge, the higher.
    /// Tokens that no merge makes come after them, in their own order.
    std::vector<float> scores() const {
        std::vector<float> scores(rows_, 0.0F);
        std::size_t next = merges_.size();
        for (std::size_t i = 0; i < rows_; ++i) {
            if (types_[i] != Normal)
                continue;
            const auto merge = first_merge_.find(tokens_[i]);
            scores[i] = -static_cast<float>(merge == first_merge_.end() ? next++ : merge->second);
        }
        return scores;
    }

    void put_pre_tokenizer() {
        if (!is_byte_level_)
            return put("pre", std::string("default"));
        const auto name = gguf_pre_tokenizer(json_);
        put("pre", std::string(name.value_or("default")));
        if (!name)
            result_.notes.emplace_back(kUnknownCuts);
    }

    Result<void> put_special_tokens() {
        const auto put_id = [this](std::string_view key, std::optional<std::int32_t> id) {
            if (id)
                put(key, static_cast<std::uint32_t>(*id));
        };
        put_id("bos_token_id", tokenizer_.begin_token());
        put_id("eos_token_id", tokenizer_.end_token());
        put_id("padding_token_id", tokenizer_.pad_token());
        put_id("unknown_token_id", unknown_);
        // What stands around a text is asked of the tokenizer itself: its files say it in several ways.
        TRY(const auto plain, tokenizer_.encode("a", false));
        TRY(const auto whole, tokenizer_.encode("a", true));
        put("add_bos_token", !whole.empty() && tokenizer_.begin_token() == whole.front());
        put("add_eos_token", !whole.empty() && tokenizer_.end_token() == whole.back());
        put("add_space_prefix", !is_byte_level_ && !plain.empty() &&
                                    tokenizer_.token_text(plain.front()).starts_with(kVisibleSpace));
        return {};
    }

    const Json& json_;
    const Json& model_;
    const Tokenizer& tokenizer_;
    const std::string source_;
    const std::size_t rows_;
    bool is_byte_level_ = false;
    std::optional<std::int32_t> unknown_ = {};
    std::vector<std::string> tokens_ = {};
    std::vector<std::int32_t> types_ = {};
    std::vector<std::string> merges_ = {};
    std::unordered_map<std::string, std::size_t> first_merge_ = {};  // by the token that it makes
    GgufTokenizer result_ = {};
};

}  // namespace

Result<GgufTokenizer> gguf_tokenizer(const std::filesystem::path& folder, std::int64_t rows,
                                     std::span<const std::string> added_tokens) {
    TRY(const auto tokenizer, load_tokenizer_with(folder, added_tokens));
    TRY(const auto description, describe_tokenizer(folder));
    return Converter(description.json, tokenizer, description.file.string(), static_cast<std::size_t>(rows))
        .convert();
}

}  // namespace tunebench
