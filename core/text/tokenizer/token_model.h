// Models: cut words into the tokens of a vocabulary.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"

namespace tunebench {

/// In place of an id: a piece that no token stands for, and the model names none for what is unknown.
inline constexpr std::int32_t kNoToken = -1;

/// A token of a word, and the number of the word's bytes that it covers.
struct ModelToken {
    std::int32_t id = 0;
    std::uint32_t length = 0;
};

/// Immutable as seen from outside, so that threads may share one.
class TokenModel {
public:
    virtual ~TokenModel() = default;

    /// Appends the tokens of `word` (valid UTF-8).
    virtual void tokenize(std::string_view word, std::vector<ModelToken>& tokens) const = 0;

    /// Whether there may be kNoToken among them.
    virtual bool may_lack_tokens() const = 0;

    virtual std::optional<std::int32_t> token_id(std::string_view token) const = 0;

    /// The token as the vocabulary writes it, or null for an id without one.
    virtual const std::string* token_text(std::int32_t id) const = 0;

    /// The highest id and one more.
    virtual std::int32_t id_end() const = 0;
};

/// From the member "model" of a tokenizer.json. Unsupported for an unknown type, Corrupt for bad members.
Result<std::unique_ptr<const TokenModel>> make_token_model(const ComponentDescription& description);

}  // namespace tunebench
