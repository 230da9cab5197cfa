#include <algorithm>

#include <fmt/format.h>

#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/method.h"
#include "core/methods/prompt/layer.h"
#include "core/methods/prompt/prompt.h"
#include "core/methods/prompt_learning.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench::prompt {
namespace {

/// The tokens of the start text, with the special ones around it, as often as it takes to have `count`.
Result<std::vector<std::int64_t>> text_tokens(const CausalModel& model, const Config& config) {
    if (model.folder.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "A model without a folder has no tokenizer for the start text",
                     .hint = "Choose sampled-vocabulary.",
                     .field = "method.initialization"};
    TRY(const auto tokenizer, Tokenizer::load(model.folder));
    TRY_VOID(tokenizer.check(config.initialization_text));
    TRY(const auto ids, tokenizer.encode(config.initialization_text, /*add_special_tokens=*/true));
    const auto vocabulary = model.config().vocab_size;
    if (ids.empty() || std::ranges::any_of(ids, [&](auto id) { return id >= vocabulary; }))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = ids.empty() ? "The tokenizer makes no token of initialization_text"
                                            : fmt::format("{}: the tokenizer has tokens that the model does "
                                                          "not know",
                                                          model.folder.string()),
                     .hint = ids.empty() ? "Write another text." : "Use the tokenizer of this model.",
                     .field = "method.initialization_text"};
    std::vector<std::int64_t> tokens;
    for (std::int64_t i = 0; i < config.num_virtual_tokens; ++i)
        tokens.push_back(ids[static_cast<std::size_t>(i) % ids.size()]);
    return tokens;
}

Result<at::Tensor> start_values(const CausalModel& model, const Config& config, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    const auto count = config.num_virtual_tokens;
    if (config.initialization == Initialization::Random)
        return at::empty({count, model.config().hidden_size}).normal_(0.0, 1.0, generator).to(model.device());
    auto rows = at::empty({count}, at::kLong).random_(0, model.config().vocab_size, generator);
    if (config.initialization == Initialization::Text) {
        TRY(const auto tokens, text_tokens(model, config));
        rows = at::tensor(tokens);
    }
    return model.embedding.detach().index_select(0, rows.to(model.device())).to(at::kFloat);
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    TRY_VOID(find_method("prompt")->plan(model.config(), params));
    TRY(auto embedding, start_values(model, config, seed));
    embedding.set_requires_grad(true);
    model.virtual_tokens = std::make_unique<PromptEmbeddings>(embedding);
    return std::vector<TrainableParameter>{{.name = kPromptEmbeddings, .tensor = embedding}};
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "prompt", .attach = attach};
    return described;
}

}  // namespace tunebench::prompt
