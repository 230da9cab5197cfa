#include "core/data/source_hashes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/base/sha256.h"
#include "core/formats/rows/data_files.h"
#include "core/run/run_paths.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

// Everything in a Hugging Face folder that decides what the model and its tokenizer compute.
constexpr std::array<std::string_view, 15> kModelFiles = {
    "config.json",     "generation_config.json",  "tokenizer.json",     "tokenizer_config.json",
    "tokenizer.model", "special_tokens_map.json", "added_tokens.json",  "vocab.json",
    "merges.txt",      "chat_template.jinja",     "chat_template.json", "vocab.txt",
    "spiece.model",    "sentencepiece.bpe.model", "spm.model",
};

bool is_model_file(std::string_view name) {
    return std::ranges::find(kModelFiles, name) != kModelFiles.end() || name.ends_with(".safetensors") ||
           name.ends_with(".safetensors.index.json");
}

Result<void> add_hash(FileHashes& hashes, std::string name, const fs::path& file, const CancelToken& cancel) {
    if (cancel.is_cancelled())
        return Error{.code = ErrorCode::Cancelled, .message = "hashing the files of the run was cancelled"};
    TRY(auto hash, sha256_of_file(file));
    hashes.emplace_back(std::move(name), std::move(hash));
    return {};
}

Result<std::vector<std::string>> model_file_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure))
        if (auto name = it->path().filename().string(); is_model_file(name))
            names.push_back(std::move(name));
    if (failure)
        return Error{
            .code = failure == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io,
            .message =
                fmt::format("the model folder {} cannot be read: {}", folder.string(), failure.message()),
            .hint = "Check model.path.",
            .field = "model.path"};
    std::ranges::sort(names);
    return names;
}

}  // namespace

Result<FileHashes> hash_data_files(const DataSection& data, const CancelToken& cancel) {
    FileHashes hashes;
    std::vector<fs::path> paths;
    for (const auto& file : data.train)
        paths.emplace_back(file.path);
    if (!data.validation.empty())
        paths.emplace_back(data.validation);
    for (const auto& path : paths) {
        TRY(const auto files, data_files_of(path));
        for (const auto& file : files)
            TRY_VOID(add_hash(hashes, file.string(), file, cancel));
    }
    if (names_template_file(data.chat_template))
        TRY_VOID(add_hash(hashes, data.chat_template, data.chat_template, cancel));
    return hashes;
}

Result<FileHashes> hash_model_files(const fs::path& folder, const CancelToken& cancel) {
    TRY(const auto names, model_file_names(folder));
    FileHashes hashes;
    for (const auto& name : names)
        TRY_VOID(add_hash(hashes, name, folder / name, cancel));
    return hashes;
}

}  // namespace tunebench
