#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "core/base/contained_path.h"
#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/json.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_index.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSingleFile = "model.safetensors";
constexpr std::string_view kIndexFile = "model.safetensors.index.json";
constexpr std::string_view kIndexSuffix = ".index.json";
constexpr std::uint64_t kMaxIndexBytes = std::uint64_t{64} << 20;

bool has_pickled_weights(const fs::path& folder) {
    constexpr std::array<std::string_view, 4> kPickled = {".bin", ".pt", ".pth", ".ckpt"};
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (std::find(kPickled.begin(), kPickled.end(), entry->path().extension()) != kPickled.end())
            return true;
    return false;
}

Error no_weights(const fs::path& folder) {
    if (has_pickled_weights(folder))
        return {.code = ErrorCode::Unsupported,
                .message = fmt::format(
                    "The folder {} has only pickled weights, which can run any program when they are "
                    "read.",
                    folder.string()),
                .hint =
                    "Choose a version of the model with .safetensors files, or convert it with transformers: "
                    "save_pretrained(folder, safe_serialization=True)."};
    return {.code = ErrorCode::NotFound,
            .message =
                fmt::format("The folder {} has neither {} nor {}.", folder.string(), kSingleFile, kIndexFile),
            .hint = "Choose the folder that holds the model's config.json and weights."};
}

Result<SafetensorsFile> open_shard(const fs::path& index, const std::string& shard) {
    const auto path = contained_path(folder_of(index), shard);
    if (!path)
        return in_source(path.error(), index.string());
    std::error_code error;
    if (!fs::exists(*path, error))
        return Error{
            .code = ErrorCode::NotFound,
            .message = fmt::format("The shard {} is missing: {} names it.", path->string(), index.string()),
            .hint = "Download the missing file into the same folder."};
    return SafetensorsFile::open(*path);
}

}  // namespace

Result<void> SafetensorsSet::add(SafetensorsFile file) {
    const std::size_t file_index = files_.size();
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const std::string& name = file.tensors()[i].name;
        const auto [place, inserted] = places_.emplace(name, Place{file_index, i});
        if (!inserted)
            return Error{
                .code = ErrorCode::Corrupt,
                .message = fmt::format("Tensor \"{}\" is in two files, {} and {}.", name,
                                       files_[place->second.file].path().string(), file.path().string()),
                .hint = "The folder mixes two versions of the model; download it again."};
    }
    files_.push_back(std::move(file));
    return {};
}

Result<SafetensorsSet> SafetensorsSet::open_index(const fs::path& index) {
    TRY(const std::string text, read_file(index, kMaxIndexBytes));
    TRY(const auto shard_of, parse_safetensors_index(text, index.string()));
    std::set<std::string> shards;
    for (const auto& [tensor, shard] : shard_of)
        shards.insert(shard);
    SafetensorsSet set;
    std::map<std::string, std::size_t> file_index;
    for (const std::string& shard : shards) {
        TRY(SafetensorsFile file, open_shard(index, shard));
        file_index.emplace(shard, set.files_.size());
        TRY_VOID(set.add(std::move(file)));
    }
    for (const auto& [tensor, shard] : shard_of) {
        const SafetensorsFile& file = set.files_[file_index.at(shard)];
        if (file.find(tensor) == nullptr)
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("Tensor \"{}\" is not in {}, where {} says it is.", tensor,
                                                file.path().string(), index.string()),
                         .hint = "Download the shard again; it may belong to another version of the model."};
    }
    return set;
}

Result<SafetensorsSet> SafetensorsSet::open(const fs::path& file_or_folder) {
    std::error_code error;
    fs::path path = file_or_folder;
    if (fs::is_directory(path, error)) {
        path = file_or_folder / kSingleFile;
        if (!fs::exists(path, error))
            path = file_or_folder / kIndexFile;
        if (!fs::exists(path, error))
            return no_weights(file_or_folder);
    }
    if (path.filename().string().ends_with(kIndexSuffix))
        return open_index(path);
    SafetensorsSet set;
    TRY(SafetensorsFile file, SafetensorsFile::open(path));
    TRY_VOID(set.add(std::move(file)));
    return set;
}

const TensorEntry* SafetensorsSet::find(std::string_view name) const {
    const auto place = places_.find(name);
    return place == places_.end() ? nullptr : &files_[place->second.file].tensors()[place->second.tensor];
}

const SafetensorsFile* SafetensorsSet::file_of(std::string_view name) const {
    const auto place = places_.find(name);
    return place == places_.end() ? nullptr : &files_[place->second.file];
}

Result<std::span<const std::byte>> SafetensorsSet::bytes(std::string_view name) const {
    const SafetensorsFile* file = file_of(name);
    if (file == nullptr)
        return Error{
            .code = ErrorCode::NotFound,
            .message = fmt::format("There is no tensor \"{}\" in {}.", name,
                                   files_.size() == 1 ? files_.front().path().string()
                                                      : files_.front().path().parent_path().string()),
            .hint = "Download or copy the file again: it is damaged or incomplete."};
    return file->bytes(*find(name));
}

std::vector<std::string> SafetensorsSet::names() const {
    std::vector<std::string> names;
    names.reserve(places_.size());
    for (const auto& [name, place] : places_)
        names.push_back(name);
    return names;
}

std::uint64_t SafetensorsSet::tensor_bytes() const {
    std::uint64_t total = 0;
    for (const SafetensorsFile& file : files_)
        for (const TensorEntry& tensor : file.tensors())
            total += tensor.byte_count();
    return total;
}

}  // namespace tunebench
