#include "core/text/tokenizer/tokenizer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/text/tokenizer/byte_alphabet.h"
#include "core/text/tokenizer/byte_token.h"
#include "core/text/tokenizer/tokenizer_parts.h"
#include "core/text/tokenizer/tokenizer_source.h"

namespace tunebench {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string join(const std::vector<std::string>& texts, std::string_view between) {
    return fmt::format("{}", fmt::join(texts, between));
}

/// Text as it is, and each byte that belongs to none as <0xE2>.
std::string with_visible_bytes(std::string_view bytes) {
    std::string result;
    while (!bytes.empty()) {
        const std::size_t valid = valid_utf8_prefix(bytes);
        result += bytes.substr(0, valid);
        bytes.remove_prefix(valid);
        if (bytes.empty())
            break;
        result += fmt::format("<0x{:02X}>", static_cast<unsigned char>(bytes.front()));
        bytes.remove_prefix(1);
    }
    return result;
}

}  // namespace

Tokenizer::Tokenizer(std::shared_ptr<const TokenizerParts> parts) : parts_(std::move(parts)) {}

Result<Tokenizer> Tokenizer::load(const std::filesystem::path& model_folder_or_file) {
    TRY(const TokenizerDescription description, describe_tokenizer(model_folder_or_file));
    TRY(TokenizerParts parts, parts_from_json(description.json, description.file.string()));
    TRY_VOID(read_neighbours(description.file.parent_path(), parts));
    return Tokenizer(std::make_shared<const TokenizerParts>(std::move(parts)));
}

Result<Tokenizer> Tokenizer::from_json(std::string_view bytes, const std::string& source) {
    TRY(const Json json, parse_json(bytes, source));
    TRY(TokenizerParts parts, parts_from_json(json, source));
    return Tokenizer(std::make_shared<const TokenizerParts>(std::move(parts)));
}

Tokenizer Tokenizer::with_added_tokens(const std::vector<AddedToken>& more) const {
    auto parts = *parts_;
    parts.added = parts.added.with(more);
    return Tokenizer(std::make_shared<const TokenizerParts>(std::move(parts)));
}

const std::vector<AddedToken>& Tokenizer::added_tokens() const {
    return parts_->added.all();
}

Result<std::vector<std::int32_t>> Tokenizer::encode(std::string_view text, bool add_special_tokens) const {
    TRY(Encoding encoding, encode_text(text, add_special_tokens, false));
    return std::move(encoding.ids);
}

Result<Encoding> Tokenizer::encode_with_spans(std::string_view text, bool add_special_tokens) const {
    return encode_text(text, add_special_tokens, true);
}

Result<Encoding> Tokenizer::encode_text(std::string_view text, bool add_special_tokens, bool spans) const {
    TRY(Encoding encoding, encode_with_parts(*parts_, text, spans));
    if (add_special_tokens && parts_->post_processor)
        parts_->post_processor->add_special_tokens(encoding, text.size());
    return encoding;
}

Result<void> Tokenizer::check(std::string_view text) const {
    if (!parts_->model->may_lack_tokens())
        return {};
    TRY(const Encoding encoding, encode_text(text, false, false));
    const auto& unknown = encoding.unknown;
    if (!unknown)
        return {};
    constexpr std::size_t kShown = 40;
    const std::string_view shown = std::string_view(*unknown).substr(0, kShown);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("the tokenizer has no token for \"{}\", and names none for what is "
                                        "unknown",
                                        shown.substr(0, valid_utf8_prefix(shown))),
                 .hint =
                     "Take this text out, or name a token of the vocabulary in tokenizer.json: as "
                     "\"unk_token\" of its model, of a Unigram its place as \"unk_id\"."};
}

std::string Tokenizer::decode(std::span<const std::int32_t> ids, bool skip_special_tokens) const {
    std::vector<std::string> tokens;
    tokens.reserve(ids.size());
    for (const std::int32_t id : ids) {
        const std::string* token = parts_->token_text(id);
        if (token && !(skip_special_tokens && parts_->is_special(id)))
            tokens.push_back(*token);
    }
    if (!parts_->decoder)
        return join(tokens, " ");
    parts_->decoder->decode(tokens);
    return join(tokens, "");
}

std::optional<std::int32_t> Tokenizer::token_id(std::string_view token) const {
    return parts_->token_id(token);
}

std::string Tokenizer::token_text(std::int32_t id) const {
    const std::string* token = parts_->token_text(id);
    return token ? *token : std::string();
}

std::string Tokenizer::token_display(std::int32_t id) const {
    const std::string* token = parts_->token_text(id);
    if (!token || parts_->added.find(id) || !parts_->decoder)
        return token ? *token : std::string();
    // What the token adds to a text: decoders treat the first token of a text in their own way.
    const std::string once = decode(std::vector{id}, false);
    const std::string twice = decode(std::vector{id, id}, false);
    const std::string added = twice.starts_with(once) ? twice.substr(once.size()) : once;
    if (added.find(kReplacement) == std::string::npos)
        return added;
    const auto byte = byte_of_token(*token);
    return with_visible_bytes(byte ? std::string(1, static_cast<char>(*byte)) : from_byte_characters(*token));
}

bool Tokenizer::is_special(std::int32_t id) const {
    return parts_->is_special(id);
}

std::int32_t Tokenizer::vocabulary_size() const {
    return std::max(parts_->model->id_end(), parts_->added.id_end());
}

std::optional<std::int32_t> Tokenizer::begin_token() const {
    return parts_->begin_token;
}

std::optional<std::int32_t> Tokenizer::end_token() const {
    return parts_->end_token;
}

std::optional<std::int32_t> Tokenizer::pad_token() const {
    return parts_->pad_token;
}

const std::vector<std::int32_t>& Tokenizer::end_tokens() const {
    return parts_->end_tokens;
}

const std::string& Tokenizer::chat_template() const {
    return parts_->chat.chat_template;
}

const ModelChat& Tokenizer::chat() const {
    return parts_->chat;
}

}  // namespace tunebench
