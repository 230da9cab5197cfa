#include "core/formats/rows/data_files.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/contained_path.h"
#include "core/formats/rows/file_format.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 100'000;
constexpr int kDeepestFolder = 32;
constexpr std::array<std::string_view, 2> kTrainWords = {"train", "training"};
constexpr std::array<std::string_view, 8> kOtherWords = {"validation", "valid",   "val",  "dev",
                                                         "test",       "testing", "eval", "evaluation"};
constexpr std::array<std::string_view, 3> kDescriptions = {"dataset_info.json", "dataset_infos.json",
                                                           "state.json"};

const FileFormat* format_named(const fs::path& file) {
    const auto ending = data_ending(file);
    for (const auto* format : file_formats())
        if (std::ranges::find(format->endings, ending) != format->endings.end())
            return format;
    return nullptr;
}

bool is_data_file(const fs::directory_entry& entry, const fs::path& root) {
    const auto name = entry.path().filename().string();
    std::error_code failed;
    if (!entry.is_regular_file(failed) || !format_named(entry.path()) ||
        std::ranges::find(kDescriptions, name) != kDescriptions.end())
        return false;
    return !entry.is_symlink(failed) ||
           contained_path(root, entry.path().lexically_relative(root).generic_string()).has_value();
}

enum class Split { Unnamed, Train, Other };

/// By the words of a path within the data's folder, as the datasets library reads them.
Split split_of(std::string_view path) {
    auto split = Split::Unnamed;
    while (!path.empty()) {
        const auto end = std::min(path.find_first_of("-._ 0123456789/"), path.size());
        const auto word = path.substr(0, end);
        if (std::ranges::find(kTrainWords, word) != kTrainWords.end())
            return Split::Train;
        if (std::ranges::find(kOtherWords, word) != kOtherWords.end())
            split = Split::Other;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return split;
}

/// Data sets of the hub keep the rows that models are judged by beside those that they are trained on.
void leave_out_other_splits(std::vector<fs::path>& files, const fs::path& folder) {
    const auto is_of = [&](const fs::path& file, Split split) {
        return split_of(file.lexically_relative(folder).generic_string()) == split;
    };
    if (std::ranges::any_of(files, [&](const fs::path& file) { return is_of(file, Split::Train); }))
        std::erase_if(files, [&](const fs::path& file) { return is_of(file, Split::Other); });
}

Error unreadable(const fs::path& folder, const std::error_code& failure) {
    return {.code = failure == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io,
            .message = fmt::format("the folder {} cannot be read: {}", folder.string(), failure.message()),
            .hint = "Check its permissions, or choose another folder."};
}

Result<std::vector<fs::path>> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end;
         it.increment(failure)) {
        const bool is_hidden = it->path().filename().string().starts_with('.');
        if (is_hidden || it.depth() >= kDeepestFolder)
            it.disable_recursion_pending();
        if (!is_hidden && is_data_file(*it, folder))
            files.push_back(it->path());
        if (files.size() > kMostFiles)
            return Error{.code = ErrorCode::Unsupported,
                         .message = fmt::format("the folder {} has more than {} data files", folder.string(),
                                                kMostFiles),
                         .hint = "Join them, or choose one of its folders."};
    }
    if (failure)
        return unreadable(folder, failure);
    std::ranges::sort(files);
    return files;
}

}  // namespace

Result<std::vector<fs::path>> data_files_of(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_directory(path, failed))
        return std::vector<fs::path>{path};
    TRY(auto files, files_in(path));
    const auto is_text = [](const fs::path& file) { return format_named(file)->holds_documents; };
    if (!std::ranges::all_of(files, is_text))
        std::erase_if(files, is_text);
    leave_out_other_splits(files, path);
    if (files.empty())
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("the folder {} has no data file", path.string()),
                     .hint = fmt::format("Data files are called {}.", data_file_patterns())};
    return files;
}

}  // namespace tunebench
