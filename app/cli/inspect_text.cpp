#include "app/cli/inspect_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"
#include "core/methods/method.h"
#include "core/models/family.h"

namespace tunebench::cli {
namespace {

/// Shown in lines of their own.
constexpr std::string_view kToldApart[] = {"base_model_name_or_path", "model_name"};

std::string dtypes_text(const std::map<std::string, std::int64_t>& dtypes) {
    std::string text;
    for (const auto& [name, count] : dtypes)
        text += fmt::format("{}{} ({} tensors)", text.empty() ? "" : ", ", name, count);
    return text.empty() ? "none" : text;
}

/// At most `kShown` of them: a wrong architecture misses hundreds.
std::string names_text(std::string_view title, const std::vector<std::string>& names) {
    constexpr std::size_t kShown = 20;
    if (names.empty())
        return {};
    auto text = fmt::format("{} ({}):\n", title, names.size());
    for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i)
        text += "  " + printable(names[i], false) + "\n";
    if (names.size() > kShown)
        text += fmt::format("  … and {} more; --json lists all\n", names.size() - kShown);
    return text;
}

std::string number(std::int64_t value) {
    return fmt::format("{} ({})", format_count(static_cast<std::uint64_t>(value)), value);
}

std::string window_text(const ModelConfig& config) {
    return config.sliding_window ? fmt::format("{} tokens", *config.sliding_window) : "none";
}

std::string experts_text(const ModelConfig& config) {
    std::int64_t layers = 0;
    for (std::int64_t layer = 0; layer < config.num_hidden_layers; ++layer)
        layers += config.experts_of(layer) ? 1 : 0;
    return fmt::format("{} in each of {} layers, {} to a token, MLP {}", config.experts->count, layers,
                       config.experts->per_token, config.experts->intermediate_size);
}

std::string member_text(const Json& value) {
    return printable(value.is_string() ? value.get_ref<const std::string&>() : json_text(value), false);
}

/// Settings that are switched off or left empty say nothing.
bool says_something(const std::string& key, const Json& value) {
    if (std::ranges::find(kToldApart, key) != std::end(kToldApart))
        return false;
    const bool is_off = value.is_null() || value == Json(false) || value == Json("");
    return !is_off && !(value.is_structured() && value.empty());
}

}  // namespace

std::string to_text(const ModelInspection& model) {
    const auto& config = model.config;
    Table table({{}, {}});
    const auto unverified = unverified_part(config);
    table.add({"architecture", fmt::format("{} ({}){}", config.architecture, config.model_type,
                                           unverified.empty() ? "" : ", unverified: " + unverified)});
    table.add({"parameters", number(model.parameters)});
    table.add({"layers", fmt::format("{}", config.num_hidden_layers)});
    table.add({"hidden size", fmt::format("{}, MLP {}", config.hidden_size, config.intermediate_size)});
    table.add(
        {"attention heads", fmt::format("{}, key/value heads {}, head size {}", config.num_attention_heads,
                                        config.num_key_value_heads, config.head_dim)});
    table.add({"vocabulary", fmt::format("{}{}", config.vocab_size,
                                         config.tie_word_embeddings ? ", head tied to the embedding" : "")});
    if (config.experts)
        table.add({"experts", experts_text(config)});
    if (config.is_classifier())
        table.add({"labels", printable(fmt::format("{}", fmt::join(config.labels, ", ")), false)});
    else if (!config.has_head())
        table.add({"head", "none used: an encoder, which a run that classifies gives one"});
    table.add({"positions",
               fmt::format("{}, sliding window {}", config.max_position_embeddings, window_text(config))});
    table.add({"weights", fmt::format("{} in {} file{}", format_bytes(model.tensor_bytes), model.files,
                                      model.files == 1 ? "" : "s")});
    table.add({"types", dtypes_text(model.tensors.dtypes)});
    table.add({"tokenizer", model.tokenizer_file.empty() ? "missing: tokenizer.json is not in the folder"
                                                         : model.tokenizer_file});
    table.add(
        {"tensors", model.tensors.is_complete() ? "all present, with the right shapes" : "NOT complete"});
    return table.text() + names_text("Missing tensors", model.tensors.missing) +
           names_text("Tensors of a wrong shape", model.tensors.wrong_shapes) +
           names_text("Tensors that the architecture does not use", model.tensors.extra);
}

OrderedJson to_json(const ModelInspection& model) {
    return {{"kind", "model"},
            {"folder", model.folder.string()},
            {"architecture", model.config.architecture},
            {"model_type", model.config.model_type},
            {"parameters", model.parameters},
            {"tensor_bytes", model.tensor_bytes},
            {"files", model.files},
            {"dtypes", OrderedJson(model.tensors.dtypes)},
            {"has_tokenizer", !model.tokenizer_file.empty()},
            {"missing_tensors", model.tensors.missing},
            {"wrong_shapes", model.tensors.wrong_shapes},
            {"extra_tensors", model.tensors.extra},
            {"config", model_config_to_json(model.config)}};
}

std::string to_text(const AdapterInspection& adapter) {
    const auto* method = find_method(adapter.method);
    Table table({{}, {}});
    table.add({"method",
               method ? fmt::format("{} ({}), in the format {}", method->title, method->id, adapter.format)
                      : "not known to this version"});
    table.add(
        {"base model", adapter.base_model.empty() ? "not named" : printable(adapter.base_model, false)});
    if (adapter.config.is_object())
        for (const auto& [key, value] : adapter.config.items())
            if (says_something(key, value))
                table.add({printable(key, false), member_text(value)});
    table.add({"parameters", number(adapter.parameters)});
    table.add({"weights", format_bytes(adapter.tensor_bytes)});
    table.add({"types", dtypes_text(adapter.dtypes)});
    return table.text() + names_text("Tensors", adapter.tensors);
}

OrderedJson to_json(const AdapterInspection& adapter) {
    return {{"kind", "adapter"},
            {"folder", adapter.folder.string()},
            {"method", adapter.method},
            {"format", adapter.format},
            {"base_model", adapter.base_model},
            {"parameters", adapter.parameters},
            {"tensor_bytes", adapter.tensor_bytes},
            {"dtypes", OrderedJson(adapter.dtypes)},
            {"config", OrderedJson(adapter.config)},
            {"tensors", adapter.tensors}};
}

}  // namespace tunebench::cli
