// Which modules LoRA adapts, and with what rank and scale.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/base/pattern.h"
#include "core/methods/lora/lora.h"
#include "core/methods/module_selection.h"

namespace tunebench::lora {
namespace {

bool is_queries_and_values(ProjectionRole role) {
    return role == ProjectionRole::Query || role == ProjectionRole::Value ||
           role == ProjectionRole::QueryKeyValue;
}

Error invalid(std::string field, const std::string& reason, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{}: {}", field, reason),
            .hint = std::move(hint),
            .field = std::move(field)};
}

/// The token embedding, as a map that lies outside the blocks like the head.
ProjectionInfo embedding_of(const ModelConfig& model) {
    return {.path = module_names(model).embedding,
            .role = ProjectionRole::Head,
            .in_features = model.vocab_size,
            .out_features = model.hidden_size};
}

/// What trains with every task's head cannot be adapted. The rows of the classes stay, to be refused by name.
bool trains_anyway(const ProjectionInfo& projection) {
    return projection.in_task_head && projection.role != ProjectionRole::Head;
}

std::vector<ProjectionInfo> modules_of(const ModelConfig& model) {
    auto all = projections_of(model);
    std::erase_if(all, trains_anyway);
    all.insert(all.begin(), embedding_of(model));
    return all;
}

bool is_rule(const TextOrList& targets) {
    return targets.names.empty() && (targets.text == "all-linear" || targets.text == "attention");
}

std::vector<ProjectionInfo> by_rule(const std::vector<ProjectionInfo>& all, const std::string& rule) {
    std::vector<ProjectionInfo> chosen;
    for (const auto& projection : all)
        if (rule == "all-linear" ? projection.role != ProjectionRole::Head
                                 : is_queries_and_values(projection.role))
            chosen.push_back(projection);
    return chosen;
}

/// As in PEFT, what lies outside the blocks is dropped as soon as blocks are chosen.
Result<void> keep_layers(std::vector<ProjectionInfo>& chosen, const ModelConfig& model,
                         const Config& config) {
    if (config.layers == "all")
        return {};
    if (config.targets.names.empty() && !is_rule(config.targets))
        return invalid("layers", "cannot be chosen beside a regular expression in targets",
                       "Write the layers into the expression, as in model\\.layers\\.(0|1)\\..*.");
    TRY(const auto layers, chosen_layers(config.layers, model.num_hidden_layers));
    std::erase_if(chosen, [&](const auto& p) { return !std::ranges::binary_search(layers, p.layer); });
    return {};
}

Result<void> drop_excluded(std::vector<ProjectionInfo>& chosen, const std::vector<ProjectionInfo>& all,
                           const TextOrList& exclude) {
    if (exclude == TextOrList{})
        return {};
    TRY(const auto excluded, select_modules(all, exclude, "exclude"));
    std::set<std::string_view> paths;
    for (const auto& projection : excluded)
        paths.insert(projection.path);
    std::erase_if(chosen, [&](const auto& p) { return paths.contains(p.path); });
    return {};
}

/// The value of the first entry whose key matches the path's end, as PEFT matches its patterns.
Result<double> pattern_value(const NumberMap& pattern, const std::string& path, double fallback) {
    for (const auto& [key, value] : pattern) {
        TRY(const auto matches, full_match(fmt::format("(.*\\.)?({})", key), path));
        if (matches)
            return value;
    }
    return fallback;
}

Result<Adapted> adapted(const ProjectionInfo& projection, const ModelConfig& model, const Config& config) {
    TRY(const auto rank_value,
        pattern_value(config.rank_pattern, projection.path, static_cast<double>(config.rank)));
    TRY(const auto alpha, pattern_value(config.alpha_pattern, projection.path, config.alpha));
    const auto rank = static_cast<std::int64_t>(rank_value);
    if (rank < 1 || static_cast<double>(rank) != rank_value)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("rank_pattern gives {} the rank {:g}", projection.path, rank_value),
            .hint = "A rank is a whole number of at least 1.",
            .field = "rank_pattern"};
    const auto divisor = config.rank_stabilized ? std::sqrt(rank_value) : rank_value;
    return Adapted{.projection = projection,
                   .rank = rank,
                   .alpha = alpha,
                   .scale = alpha / divisor,
                   .is_embedding = projection.path == module_names(model).embedding};
}

/// The start of A and B that is cut out of a weight must fit into it.
Result<void> check_start(const Adapted& site, const Config& config) {
    if (!is_cut_out(config.initialization))
        return {};
    if (site.is_embedding)
        return invalid("initialization", "pissa and olora start linear maps, not the embedding",
                       "Choose default, or leave the embedding out of the targets.");
    const auto most = std::min(site.projection.in_features, site.projection.out_features);
    if (site.rank > most)
        return invalid("rank",
                       fmt::format("{} is more than {} can give for pissa and olora: {}", site.rank,
                                   site.projection.path, most),
                       "Lower the rank, or choose the initialization default.");
    return {};
}

Result<std::int64_t> layer_number(std::string_view text, std::int64_t count) {
    const auto first = text.find_first_not_of(' ');
    const auto last = text.find_last_not_of(' ');
    const auto digits =
        first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
    std::int64_t layer = -1;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), layer);
    if (failed != std::errc() || end != digits.data() + digits.size() || layer < 0 || layer >= count)
        return invalid(
            "layers", fmt::format("'{}' is no block of this model", text),
            fmt::format("Write all, or numbers from 0 to {} as in 0-3, {}.", count - 1, count - 1));
    return layer;
}

}  // namespace

Result<std::vector<std::int64_t>> chosen_layers(const std::string& layers, std::int64_t count) {
    std::set<std::int64_t> chosen;
    for (std::size_t begin = 0; begin <= layers.size();) {
        const auto end = std::min(layers.find(',', begin), layers.size());
        const auto part = std::string_view(layers).substr(begin, end - begin);
        const auto dash = part.find('-');
        TRY(const auto first, layer_number(part.substr(0, dash), count));
        TRY(const auto last, dash == std::string_view::npos ? Result<std::int64_t>(first)
                                                            : layer_number(part.substr(dash + 1), count));
        if (last < first)
            return invalid("layers", fmt::format("the range '{}' runs backwards", part),
                           "Write the lower number first.");
        for (auto layer = first; layer <= last; ++layer)
            chosen.insert(layer);
        begin = end + 1;
    }
    return std::vector<std::int64_t>(chosen.begin(), chosen.end());
}

Result<std::vector<Adapted>> adapted_projections(const ModelConfig& model, const Config& config) {
    const auto all = modules_of(model);
    TRY(auto chosen, is_rule(config.targets) ? by_rule(all, config.targets.text)
                                             : select_modules(all, config.targets, "targets"));
    TRY_VOID(keep_layers(chosen, model, config));
    TRY_VOID(drop_excluded(chosen, all, config.exclude));
    if (chosen.empty())
        return invalid("targets", "no module is left to adapt", "Choose more layers, or exclude less.");
    std::vector<Adapted> sites;
    for (const auto& projection : chosen) {
        TRY(auto site, adapted(projection, model, config));
        TRY_VOID(check_start(site, config));
        sites.push_back(std::move(site));
    }
    return sites;
}

}  // namespace tunebench::lora
