// Text to tokens and back, as a Hugging Face tokenizer.json describes it.
//
// Encoding: added tokens are found first, the text between them is normalized, cut into words by the
// pre-tokenizer and into tokens by the model; the post-processor adds special tokens. Decoding: the decoder.
// Facts about the format are those of the tokenizers library, whose results are the measure.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/chat_template/model_chat.h"
#include "core/text/tokenizer/encoding.h"

namespace tunebench {

struct AddedToken;
struct TokenizerParts;

struct BoundedTokens {
    std::vector<std::int32_t> ids = {};
    std::vector<std::int32_t> types = {};  // for each token, of which text it is (BERT's token_type_ids)
    std::int64_t cut = 0;                  // tokens that did not fit
};

/// Immutable after loading: threads may share one, and copies share their data.
class Tokenizer {
public:
    /// From a model folder, or one of its files: tokenizer.json, or else what stands in its place
    /// (SentencePiece's tokenizer.model, vocab.json with merges.txt, vocab.txt). Its neighbours are read too:
    /// tokenizer_config.json, special_tokens_map.json, config.json, generation_config.json and
    /// chat_template.jinja, all of which may be missing. NotFound without a tokenizer, Corrupt for a
    /// malformed file, Unsupported for a part that Tunebench does not have yet; all name the file.
    static Result<Tokenizer> load(const std::filesystem::path& model_folder_or_file);

    /// From the text of a tokenizer.json; `source` is what errors call it. Knows no begin, end or pad token.
    static Result<Tokenizer> from_json(std::string_view bytes, const std::string& source = "tokenizer.json");

    /// The same with `more` tokens, which are looked for as they are written (token_additions.h).
    Tokenizer with_added_tokens(const std::vector<AddedToken>& more) const;

    /// Texts that are tokens wherever they stand, in the order of the file.
    const std::vector<AddedToken>& added_tokens() const;

    /// Invalid UTF-8 counts as U+FFFD, one for each maximal subpart. InvalidArgument, with the expression and
    /// its place, where a regular expression of the tokenizer would take more steps or memory for this text
    /// than its search may.
    Result<std::vector<std::int32_t>> encode(std::string_view text, bool add_special_tokens) const;

    /// InvalidArgument, with the first such piece, where the text has a piece that no token stands for and
    /// the tokenizer names no token for what is unknown ("unk_token", "unk_id"): `encode` leaves it out.
    /// Errors of encode.
    Result<void> check(std::string_view text) const;

    /// A text, or a pair of them, with its special tokens in at most `max_length` tokens: what is too long is
    /// cut off the text, of a pair off the longer one, so that the special tokens around it stay. Where the
    /// tokenizer.json says nothing of pairs, the separator token, or else the end token, stands between the
    /// two. Errors of encode.
    Result<BoundedTokens> encode_within(std::string_view text, std::optional<std::string_view> pair,
                                        std::int64_t max_length) const;

    /// encode, and for each token the bytes of `text` that it stands for (text of less than 4 GiB).
    Result<Encoding> encode_with_spans(std::string_view text, bool add_special_tokens) const;

    /// Valid UTF-8. Ids without a token are left out.
    std::string decode(std::span<const std::int32_t> ids, bool skip_special_tokens) const;

    std::optional<std::int32_t> token_id(std::string_view token) const;

    /// The token as the vocabulary writes it; empty for an id without one.
    std::string token_text(std::int32_t id) const;

    /// The token as people read it, for a preview: with its leading space, and bytes that are no text of
    /// their own as <0xE2>.
    std::string token_display(std::int32_t id) const;

    /// Whether skip_special_tokens leaves the token out.
    bool is_special(std::int32_t id) const;

    /// The highest id and one more: the rows that an embedding needs at least.
    std::int32_t vocabulary_size() const;

    std::optional<std::int32_t> begin_token() const;
    std::optional<std::int32_t> end_token() const;
    std::optional<std::int32_t> pad_token() const;

    /// Every token that ends a generation: end_token and those of config.json and generation_config.json.
    const std::vector<std::int32_t>& end_tokens() const;

    /// The model's own chat template (Jinja), as it stands in its files; empty without one.
    const std::string& chat_template() const;

    /// All that the model's files say about chat.
    const ModelChat& chat() const;

private:
    explicit Tokenizer(std::shared_ptr<const TokenizerParts> parts);

    Result<Encoding> encode_text(std::string_view text, bool add_special_tokens, bool spans) const;

    std::shared_ptr<const TokenizerParts> parts_;
};

}  // namespace tunebench
