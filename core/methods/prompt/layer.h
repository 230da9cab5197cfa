// The embedded tokens that prompt tuning puts before every sequence.
#pragma once

#include "core/engine/layers/sites.h"

namespace tunebench::prompt {

class PromptEmbeddings : public VirtualTokens {
public:
    /// `embedding` (T, hidden) is shared with the list of trainable parameters.
    explicit PromptEmbeddings(at::Tensor embedding) : embedding_(std::move(embedding)) {}

    std::int64_t count() const override { return embedding_.size(0); }
    at::Tensor embedded(const ForwardContext& /*context*/) override { return embedding_; }

private:
    at::Tensor embedding_;
};

}  // namespace tunebench::prompt
