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
constexpr std::array<std::string_view, 4> kValidationWords = {"validation", "valid", "val", "dev"};
constexpr std::array<std::string_view, 4> kTestWords = {"test", "testing", "eval", "evaluation"};
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

/// A path that names several is of the last here.
enum class Split { Unnamed, Test, Validation, Train };

Split split_named(std::string_view word) {
    const auto is_among = [word](const auto& words) { return std::ranges::find(words, word) != words.end(); };
    if (is_among(kTrainWords))
        return Split::Train;
    if (is_among(kValidationWords))
        return Split::Validation;
    return is_among(kTestWords) ? Split::Test : Split::Unnamed;
}

/// By the words of a path within the data's folder, as the datasets library reads them.
Split split_of(std::string_view path) {
    auto split = Split::Unnamed;
    while (!path.empty()) {
        const auto end = std::min(path.find_first_of("-._ 0123456789/"), path.size());
        split = std::max(split, split_named(path.substr(0, end)));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return split;
}

/// Data sets of the hub keep the rows that models are judged by beside those that they are trained on.
void leave_out_other_splits(std::vector<fs::path>& files, const fs::path& folder, DataUse use) {
    const auto of = [&](const fs::path& file) {
        return split_of(file.lexically_relative(folder).generic_string());
    };
    const auto has = [&](Split split) { return std::ranges::find(files, split, of) != files.end(); };
    if (use == DataUse::Evaluation)
        for (const auto split : {Split::Validation, Split::Test})
            if (has(split)) {
                std::erase_if(files, [&](const fs::path& file) { return of(file) != split; });
                return;
            }
    if (has(Split::Train))
        std::erase_if(files, [&](const fs::path& file) {
            return of(file) == Split::Validation || of(file) == Split::Test;
        });
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

Result<std::vector<fs::path>> data_files_of(const fs::path& path, DataUse use) {
    std::error_code failed;
    if (!fs::is_directory(path, failed))
        return std::vector<fs::path>{path};
    TRY(auto files, files_in(path));
    const auto is_text = [](const fs::path& file) { return format_named(file)->holds_documents; };
    if (!std::ranges::all_of(files, is_text))
        std::erase_if(files, is_text);
    leave_out_other_splits(files, path, use);
    if (files.empty())
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("the folder {} has no data file", path.string()),
                     .hint = fmt::format("Data files are called {}.", data_file_patterns())};
    return files;
}

}  // namespace tunebench
