#include "core/data/token_cache_key.h"

#include <algorithm>
#include <dlfcn.h>
#include <filesystem>

#include <fmt/format.h>

#include "core/base/sha256.h"
#include "core/run/entry_files.h"
#include "core/run/run_paths.h"
#include "core/run/sections.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKeyFormat = "tunebench.tokens/1";

/// Changes when the file is written.
std::string stamp_of(const fs::path& file) {
    std::error_code failed;
    const auto bytes = fs::file_size(file, failed);
    const auto time = fs::last_write_time(file, failed).time_since_epoch().count();
    return fmt::format("{}, {} bytes, {}", file.string(), bytes, time);
}

/// Another build may cut text in another way: the version, and the file that this code was loaded from.
std::string build_stamp() {
    Dl_info info{};
    const bool is_known = ::dladdr(kKeyFormat.data(), &info) != 0 && info.dli_fname;
    return current_environment().tunebench_version + (is_known ? stamp_of(info.dli_fname) : std::string());
}

bool tells_tokens(const fs::path& file) {
    static constexpr std::string_view kEndings[] = {".json", ".model", ".txt", ".jinja"};
    return std::ranges::find(kEndings, file.extension().string()) != std::end(kEndings);
}

/// Sorted; none of a folder that is not there.
std::vector<fs::path> files_that_tell_tokens(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        if (it->is_regular_file(failed) && tells_tokens(it->path()))
            files.push_back(it->path());
    std::ranges::sort(files);
    return files;
}

Result<std::string> hash_of_input(const std::string& file, const FileHashes& known) {
    const auto it = std::ranges::find(known, file, &FileHashes::value_type::first);
    return it == known.end() ? sha256_of_file(file) : Result<std::string>(it->second);
}

Result<std::vector<fs::path>> files_of(std::span<const WeightedFile> entries) {
    std::vector<fs::path> files;
    for (const auto& entry : entries) {
        TRY(const auto found, files_of_entry(entry));
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

std::vector<std::string> stamps_of(const std::vector<fs::path>& files) {
    std::vector<std::string> stamps;
    for (const auto& file : files)
        stamps.push_back(stamp_of(file));
    return stamps;
}

/// The settings that rows are read by: those that are named here say nothing of a row's tokens.
OrderedJson settings_of(DataSection data) {
    auto config = default_run_config();
    data.train = config.data.train;
    data.validation = config.data.validation;
    data.validation_share = config.data.validation_share;
    data.packing = config.data.packing;
    config.data = std::move(data);
    return section_to_json(config, "data");
}

Result<Json> content_of(std::span<const WeightedFile> entries, const FileHashes& known) {
    auto content = Json::array();
    for (const auto& entry : entries) {
        TRY(const auto files, files_of_entry(entry));
        auto hashes = Json::array();
        for (const auto& file : files) {
            TRY(const auto hash, hash_of_input(file.string(), known));
            hashes.push_back({file.string(), hash});
        }
        content.push_back({{"slice", entry.slice}, {"files", hashes}});
    }
    return content;
}

std::uint64_t bytes_of_files(const std::vector<fs::path>& files) {
    std::uint64_t bytes = 0;
    for (const auto& file : files) {
        std::error_code failed;
        const auto size = fs::file_size(file, failed);
        bytes += failed ? 0 : size;
    }
    return bytes;
}

}  // namespace

Result<TokenSource> token_source_of(const RunConfig& config, FileHashes known_hashes) {
    const fs::path folder = config.model.path;
    auto files = files_that_tell_tokens(folder);
    const auto templates = files_that_tell_tokens(folder / "additional_chat_templates");
    files.insert(files.end(), templates.begin(), templates.end());
    Sha256 hash;
    hash.update(json_text(section_to_json(config, "model")));
    for (const auto& file : files) {
        TRY(const auto of_file, hash_of_input(file.string(), known_hashes));
        hash.update(fmt::format("{} {}\n", file.filename().string(), of_file));
    }
    return TokenSource{.tokenizer = hash.hex(), .known_hashes = std::move(known_hashes)};
}

Result<std::uint64_t> data_bytes_of(std::span<const WeightedFile> entries) {
    TRY(const auto files, files_of(entries));
    return bytes_of_files(files);
}

Result<TokenCacheKey> token_cache_key(std::span<const WeightedFile> entries, const DataSection& data,
                                      const Json& labels, const TokenSource& source) {
    TRY(const auto files, files_of(entries));
    TokenCacheKey key{.stamps = stamps_of(files)};
    TRY(const auto content, content_of(entries, source.known_hashes));
    std::string chat_template;
    if (names_template_file(data.chat_template)) {
        TRY(chat_template, sha256_of_file(data.chat_template));
    }
    const Json all = {{"format", kKeyFormat},
                      {"build", build_stamp()},
                      {"tokenizer", source.tokenizer},
                      {"entries", content},
                      {"settings", json_text(settings_of(data))},
                      {"template", chat_template},
                      {"labels", labels}};
    key.text = sha256_hex(json_text(all));
    return key;
}

Result<void> check_unchanged(std::span<const WeightedFile> entries, const TokenCacheKey& key) {
    TRY(const auto files, files_of(entries));
    const auto stamps = stamps_of(files);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (i >= key.stamps.size() || stamps[i] != key.stamps[i])
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("{} changed while it was read", files[i].string()),
                         .hint = "Start the run again when the file is whole.",
                         .field = "data.train"};
    return {};
}

}  // namespace tunebench
