#include "core/hub/file_choice.h"

#include <algorithm>
#include <array>
#include <fnmatch.h>

#include <fmt/format.h>

namespace tunebench {

namespace {

constexpr std::array<std::string_view, 14> kUsualFiles = {
    "config.json",         "generation_config.json",
    "tokenizer.json",      "tokenizer_config.json",
    "vocab.json",          "special_tokens_map.json",
    "vocab.txt",           "merges.txt",
    "added_tokens.json",   "tokenizer.model",
    "chat_template.jinja", "chat_template.json",
    "adapter_config.json", "model.safetensors.index.json"};
constexpr std::array<const char*, 6> kModelPatterns = {"*.safetensors", "*.safetensors.index.json",
                                                       "README.md",     "LICENSE*",
                                                       "spiece.model",  "sentencepiece*.model"};
constexpr const char* kMoreChatTemplates = "additional_chat_templates/*.jinja";
constexpr std::array<const char*, 10> kDatasetPatterns = {
    "*.jsonl", "*.json", "*.csv", "*.tsv", "*.txt", "*.parquet", "*.gz", "*.zst", "README.md", "LICENSE*"};
constexpr std::array<const char*, 5> kPicklePatterns = {"*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl"};

bool fits(const std::string& path, const char* pattern) {
    return fnmatch(pattern, path.c_str(), 0) == 0;
}

template <class Patterns>
bool fits_any(const std::string& path, const Patterns& patterns) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&path](const char* pattern) { return fits(path, pattern); });
}

bool is_at_top_level(const std::string& path) {
    return path.find('/') == std::string::npos;
}

bool is_weights(const HubFile& file) {
    return is_at_top_level(file.path) && file.path.ends_with(".safetensors");
}

bool is_consolidated(const HubFile& file) {
    return file.path.starts_with("consolidated");
}

/// Some models hold their weights twice, the second time in the layout of their own tool.
bool has_weights_twice(const std::vector<HubFile>& files) {
    return std::any_of(files.begin(), files.end(), [](const HubFile& file) {
        return is_weights(file) && file.path.starts_with("model");
    });
}

bool is_needed_of_model(const std::string& path) {
    if (!is_at_top_level(path))
        return fits(path, kMoreChatTemplates);
    return std::find(kUsualFiles.begin(), kUsualFiles.end(), path) != kUsualFiles.end() ||
           fits_any(path, kModelPatterns);
}

bool is_needed_of_dataset(const std::string& path) {
    return fits_any(path, kDatasetPatterns);
}

std::vector<HubFile> needed_files(const Repository& repository, const std::vector<HubFile>& files) {
    const bool is_model = repository.kind == RepositoryKind::Model;
    const bool skip_consolidated = is_model && has_weights_twice(files);
    std::vector<HubFile> needed;
    for (const HubFile& file : files) {
        if (is_model ? !is_needed_of_model(file.path) : !is_needed_of_dataset(file.path))
            continue;
        if (!skip_consolidated || !is_consolidated(file))
            needed.push_back(file);
    }
    return needed;
}

bool matches(const std::string& path, const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&path](const std::string& pattern) {
        return fits(path, (pattern.ends_with('/') ? pattern + "*" : pattern).c_str());
    });
}

Error only_pickles(const Repository& repository) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("{} has its weights as pickles only (.bin, .pt), which can run code of "
                                   "others when they are opened; Tunebench reads safetensors.",
                                   repository.id),
            .hint =
                "Look for a version with .safetensors (often a revision \"refs/pr/…\"), or convert the "
                "files with the hub's page \"safetensors/convert\". --all downloads them as they are."};
}

Error nothing_fits(const Repository& repository, std::size_t file_count) {
    return {.code = ErrorCode::NotFound,
            .message = fmt::format("None of the {} files of {} is asked for.", file_count, repository.id),
            .hint =
                "--all downloads every file, --include PATTERN those that fit; the repository's page on "
                "the hub lists them."};
}

bool lacks_safetensors(const Repository& repository, const std::vector<HubFile>& files) {
    const auto holds_pickle = [](const HubFile& file) { return is_pickle(file.path); };
    return repository.kind == RepositoryKind::Model && std::none_of(files.begin(), files.end(), is_weights) &&
           std::any_of(files.begin(), files.end(), holds_pickle);
}

}  // namespace

Result<std::vector<HubFile>> choose_files(const Repository& repository, const std::vector<HubFile>& files,
                                          const FileChoice& choice) {
    std::vector<HubFile> chosen;
    if (choice.all) {
        chosen = files;
    } else if (!choice.patterns.empty()) {
        std::copy_if(files.begin(), files.end(), std::back_inserter(chosen),
                     [&](const HubFile& file) { return matches(file.path, choice.patterns); });
    } else {
        if (lacks_safetensors(repository, files))
            return only_pickles(repository);
        chosen = needed_files(repository, files);
    }
    if (chosen.empty())
        return nothing_fits(repository, files.size());
    return chosen;
}

bool is_pickle(const std::string& path) {
    return fits_any(path, kPicklePatterns);
}

std::span<const std::string_view> usual_model_files() {
    return kUsualFiles;
}

}  // namespace tunebench
