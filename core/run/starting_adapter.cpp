#include "core/run/starting_adapter.h"

#include <cstdint>
#include <limits>

#include <fmt/format.h>

#include "core/methods/adapter_description.h"
#include "core/methods/peft_task.h"
#include "core/params/param_json.h"
#include "core/run/run_model.h"
#include "core/run/selection.h"
#include "core/text/tokenizer/token_additions.h"

namespace tunebench {
namespace {

constexpr const char* kField = "model.adapter";

Error at_adapter(Error error) {
    error.field = kField;
    return error;
}

Result<void> check_combination(const RunConfig& config, const AdapterDescription& adapter) {
    if (adapter.method->id != config.method.id)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("The adapter {} is of the method {}, but the run trains {}",
                                   config.model.adapter, adapter.method->id, config.method.id),
            .hint = fmt::format("Set method.id to {}, or start from another adapter.", adapter.method->id),
            .field = kField};
    if (config.model.initialize == Initialize::Random)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "An adapter fits the weights that it was trained on, not random ones",
                     .hint = "Set model.initialize to pretrained, or leave model.adapter empty.",
                     .field = kField};
    return {};
}

std::vector<std::string> changes_between(const ParamMap& before, const ParamMap& after) {
    std::vector<std::string> changes;
    for (const auto& [key, value] : after.entries)
        if (const auto* old = before.find(key); !old || *old != value)
            changes.push_back(fmt::format("method.{} is {}, as in the adapter{}", key, param_text(value),
                                          old ? ", not " + param_text(*old) : std::string()));
    return changes;
}

}  // namespace

Result<std::vector<std::string>> adopt_starting_adapter(RunConfig& config) {
    if (config.model.adapter.empty())
        return std::vector<std::string>();
    const auto adapter = describe_adapter(config.model.adapter);
    if (!adapter)
        return at_adapter(adapter.error());
    TRY_VOID(check_combination(config, *adapter));
    TRY(const auto model, stored_model_of(config.model));
    const auto config_of_method =
        peft::is_classification(adapter->config) ? peft::without_head(adapter->config) : adapter->config;
    const auto params = adapter->format->read(config_of_method, model);
    if (!params)
        return at_adapter(in_source(params.error(), adapter->config_file.string()));
    TRY(auto adopted, make_selection("method", config.method.id, *params));
    auto changes = changes_between(config.method.params, adopted.params);
    config.method = std::move(adopted);
    return changes;
}

Error explained_by_tokens(Error error, const ModelSection& model) {
    const auto base = Tokenizer::load(model.path);
    if (error.code != ErrorCode::Corrupt || !base)
        return error;
    const auto beside =
        tokens_beside(model.adapter, *base, /*rows=*/std::numeric_limits<std::int64_t>::max());
    if (!beside)
        return error;
    std::vector<std::string> tokens;
    for (const auto& token : *beside)
        tokens.push_back(token.content);
    if (tokens == model.added_tokens)
        return error;
    error.hint = tokens.empty()
                     ? std::string(
                           "No new tokens lie beside the adapter: leave model.added_tokens empty, "
                           "unless it was trained with other ones.")
                     : fmt::format("The adapter was trained with new tokens: set model.added_tokens to {}.",
                                   json_text(Json(tokens)));
    error.field = "model.added_tokens";
    return error;
}

}  // namespace tunebench
