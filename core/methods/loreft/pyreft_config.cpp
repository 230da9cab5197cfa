#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "core/methods/loreft/loreft.h"

namespace tunebench::loreft {
namespace {

constexpr std::array kClasses = {std::pair{Variant::Loreft, std::string_view("LoreftIntervention")},
                                 std::pair{Variant::Direft, std::string_view("NodireftIntervention")},
                                 std::pair{Variant::Noreft, std::string_view("NoreftIntervention")}};

// Places in the list that stands for one intervention; the rest of its 14 entries are null.
constexpr std::size_t kLayer = 0, kComponent = 1, kUnit = 2, kUnits = 3, kRank = 4, kEntries = 14;
constexpr std::string_view kBlockOutput = "block_output", kPosition = "pos";

Json representation(std::int64_t layer, std::int64_t rank) {
    auto list = Json::array({layer, kBlockOutput, kPosition, 1, rank});
    while (list.size() < kEntries)
        list.push_back(nullptr);
    return list;
}

std::string class_text(Variant variant) {
    for (const auto& [known, name] : kClasses)
        if (known == variant)
            return fmt::format("<class 'pyreft.interventions.{}'>", name);
    return {};
}

Error unreadable(std::string_view key, std::string_view reason, std::string_view hint) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("config.json: {} {}", key, reason),
            .hint = std::string(hint),
            .field = std::string(key)};
}

Error other_kind(std::string_view key, std::string_view reason) {
    return unreadable(key, reason, "Use interventions of LoReFT, NoReFT or DiReFT on the output of blocks.");
}

Result<Variant> variant_from(const Json& json) {
    TRY(const auto types, json_strings(json, "intervention_types"));
    if (types.empty() || std::ranges::adjacent_find(types, std::ranges::not_equal_to()) != types.end())
        return other_kind("intervention_types", "are not all the same");
    for (const auto& [variant, name] : kClasses)
        if (types.front().ends_with(fmt::format(".{}'>", name)))
            return variant;
    return other_kind("intervention_types", fmt::format("{} are not supported yet", types.front()));
}

struct Place {
    std::int64_t layer = 0, rank = 0;
};

Result<Place> place_from(const Json& entry) {
    const bool is_list = entry.is_array() && entry.size() > kRank && entry.size() <= kEntries;
    if (!is_list || !entry[kLayer].is_number_integer() || !entry[kRank].is_number_integer())
        return other_kind("representations",
                          "has an entry that is not [layer, component, unit, count, rank, …]");
    if (entry[kComponent] != kBlockOutput || entry[kUnit] != kPosition || entry[kUnits] != 1)
        return other_kind("representations",
                          fmt::format("has an entry for {} instead of single positions of block_output",
                                      json_text(entry[kComponent])));
    for (auto i = kRank + 1; i < entry.size(); ++i)
        if (!entry[i].is_null())
            return other_kind("representations", "has an entry with links, subspaces or sources");
    return Place{.layer = entry[kLayer].get<std::int64_t>(), .rank = entry[kRank].get<std::int64_t>()};
}

/// Rank, layers and sharing, as the list of interventions shows them.
Result<void> read_places(const Json& json, Config& config) {
    TRY(const auto* list, json_array(json, "representations"));
    std::map<std::int64_t, int> times;
    for (const auto& entry : *list) {
        TRY(const auto place, place_from(entry));
        if (!times.empty() && place.rank != config.rank)
            return other_kind("representations", "has interventions of different ranks");
        config.rank = place.rank;
        ++times[place.layer];
    }
    if (times.empty())
        return other_kind("representations", "is empty");
    config.share_weights = times.begin()->second == 1;
    for (const auto& [layer, count] : times) {
        if (count != (config.share_weights ? 1 : 2))
            return other_kind("representations",
                              fmt::format("has {} interventions on layer {}", count, layer));
        config.layers.names.push_back(std::to_string(layer));
    }
    return {};
}

/// What pyreft's own file does not say.
Result<void> read_own(const Json& json, Config& config) {
    const auto* own = find_member(json, "tunebench");
    if (!own)
        return unreadable(
            "tunebench", "is missing, which says at which positions the interventions stand",
            "Add \"tunebench\": {\"positions\": \"f7+l7\"} with the positions of the training.");
    TRY(config.positions, json_string(*own, "positions"));
    TRY(const auto dropout, optional_number(*own, "dropout"));
    config.dropout = dropout.value_or(0.0);
    return {};
}

/// Where transformers defines the model: the module of a text model is called after the whole family.
std::string_view module_of(const ModelConfig& model) {
    constexpr std::string_view kText = "_text";
    const std::string_view type = model.model_type;
    return type.ends_with(kText) ? type.substr(0, type.size() - kText.size()) : type;
}

}  // namespace

Result<Json> to_pyreft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto interventions, interventions_of(config, model));
    Json json{{"mode", "parallel"},
              {"model_type", fmt::format("<class 'transformers.models.{0}.modeling_{0}.{1}'>",
                                         module_of(model), model.architecture)},
              {"tunebench",
               {{"base_model", base_model}, {"dropout", config.dropout}, {"positions", config.positions}}}};
    for (const auto* key : {"intervention_constant_sources", "intervention_dimensions", "intervention_types",
                            "representations", "sorted_keys"})
        json[key] = Json::array();
    for (const auto& intervention : interventions) {
        json["intervention_constant_sources"].push_back(true);
        json["intervention_dimensions"].push_back(model.hidden_size);
        json["intervention_types"].push_back(class_text(config.variant));
        json["representations"].push_back(representation(intervention.layer, config.rank));
        json["sorted_keys"].push_back(intervention.key);
    }
    return json;
}

bool is_pyreft(const Json& json) {
    return find_member(json, "intervention_types") && find_member(json, "representations");
}

Result<ParamMap> from_pyreft(const Json& json, const ModelConfig& /*model*/) {
    Config config;
    TRY(config.variant, variant_from(json));
    TRY_VOID(read_places(json, config));
    TRY_VOID(read_own(json, config));
    auto params = params_from(fields(), config);
    TRY([[maybe_unused]] const auto in_range, config_from(fields(), params));
    return params;
}

}  // namespace tunebench::loreft
