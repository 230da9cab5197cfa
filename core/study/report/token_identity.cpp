#include "core/study/report/token_identity.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// Templates too: what is learned of a conversation depends on them.
bool is_of_tokenizer(const std::string& name) {
    static constexpr std::string_view kNames[] = {
        "added_tokens.json", "chat_template.jinja",   "merges.txt", "special_tokens_map.json",
        "tokenizer.json",    "tokenizer_config.json", "vocab.json", "vocab.txt"};
    return name.ends_with(".model") || std::ranges::find(kNames, name) != std::end(kNames);
}

/// New tokens cut the text in another way, too.
std::string with_added(std::string text, const ModelSection& model) {
    for (const auto& token : model.added_tokens)
        text += "\n+ " + token;
    return text;
}

/// Of its tokens, as far as the settings tell.
std::string source_of(const ModelSection& model) {
    return with_added(model.path, model);
}

std::optional<std::string> frozen_identity(const ArmResults& results) {
    for (const auto& run : results.seeds) {
        if (!run || run->run_folder.empty())
            continue;
        if (const auto folder = RunFolder::open(run->run_folder))
            return token_identity(folder->manifest().config, folder->manifest().hashes);
    }
    return {};
}

/// Of each model of the study's arms.
std::map<std::string, std::string> identities_of_models(const StudyPlan& plan, const StudyResults& results) {
    std::map<std::string, std::string> identities;
    for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
        const auto source = source_of(plan.arms[arm].config.model);
        if (identities.contains(source))
            continue;
        if (auto identity = frozen_identity(results.arms[arm]))
            identities.emplace(source, *std::move(identity));
    }
    return identities;
}

}  // namespace

std::string token_identity(const RunConfig& config, const FileHashes& hashes) {
    if (config.model.task == Task::Classification)
        return "examples";
    const auto model = (fs::path(config.model.path) / "").parent_path();
    std::string text;
    for (const auto& [file, hash] : hashes) {
        const fs::path path = file;
        if (path.parent_path() == model && is_of_tokenizer(path.filename().string()))
            text += fmt::format("{} {}\n", path.filename().string(), hash);
    }
    return with_added(text.empty() ? "tokens of " + config.model.path : text, config.model);
}

std::vector<std::string> token_identities(const StudyPlan& plan, const StudyResults& results) {
    std::vector<std::string> all(plan.arms.size());
    const auto is_of_first_model = [&](const StudyArm& arm) {
        return source_of(arm.config.model) == source_of(plan.arms.front().config.model);
    };
    if (std::ranges::all_of(plan.arms, is_of_first_model))
        return all;
    const auto known = identities_of_models(plan, results);
    for (std::size_t arm = 0; arm < all.size(); ++arm) {
        const auto& config = plan.arms[arm].config;
        const auto found = known.find(source_of(config.model));
        all[arm] = found == known.end() ? token_identity(config, {}) : found->second;
    }
    return all;
}

}  // namespace tunebench
