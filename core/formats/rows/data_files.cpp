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
    if (files.empty())
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("the folder {} has no data file", path.string()),
                     .hint = fmt::format("Data files are called {}.", data_file_patterns())};
    return files;
}

}  // namespace tunebench
