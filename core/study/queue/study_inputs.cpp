#include "core/study/queue/study_inputs.h"

#include <fmt/format.h>

#include "core/base/sha256.h"
#include "core/run/input_hashes.h"
#include "core/run/run_sources.h"
#include "core/study/queue/study_results.h"

namespace tunebench {
namespace {

constexpr std::size_t kKeyDigits = 24;

}  // namespace

std::string StudyInputs::digest(const RunConfig& config) const {
    std::string text;
    for (const auto& file : input_files(locate_sources(config, hub_cache_folder()).config))
        text += fmt::format("{} {}\n", file.filename().string(), hash_of(file));
    return sha256_hex(text);
}

std::string StudyInputs::key_of_run(const RunConfig& config) const {
    return sha256_hex(run_config_sha256(config) + digest(config)).substr(0, kKeyDigits);
}

std::string StudyInputs::key_of_base(const RunConfig& config) const {
    RunConfig base;
    base.model.path = config.model.path;
    return fmt::format("{}-{}", base_key(config), digest(base).substr(0, kKeyDigits));
}

const std::string& StudyInputs::hash_of(const std::filesystem::path& file) const {
    const auto [entry, is_new] = hashes_.try_emplace(file);
    if (is_new) {
        const auto hash = sha256_of_file(file);
        entry->second = hash ? *hash : "missing";
    }
    return entry->second;
}

}  // namespace tunebench
