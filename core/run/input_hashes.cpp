#include "core/run/input_hashes.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/base/input_file.h"
#include "core/base/sha256.h"
#include "core/run/entry_files.h"
#include "core/run/run_paths.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = std::size_t{4} << 20;
constexpr std::uint64_t kBytesBetweenReports = std::uint64_t{256} << 20;

bool belongs_to_model(const fs::path& file) {
    static constexpr std::string_view kEndings[] = {".json", ".safetensors", ".model", ".txt", ".jinja"};
    return std::ranges::find(kEndings, file.extension().string()) != std::end(kEndings);
}

class Progress {
public:
    Progress(std::uint64_t total, const std::function<void(std::string)>& report)
        : total_(total), report_(report) {}

    void begin(const fs::path& file) {
        name_ = file.filename().string();
        since_report_ = kBytesBetweenReports;
    }
    void add(std::uint64_t bytes) {
        if (since_report_ >= kBytesBetweenReports) {
            since_report_ = 0;
            report_(fmt::format("Reading {}, {} %", name_, total_ == 0 ? 0 : 100 * done_ / total_));
        }
        done_ += bytes;
        since_report_ += bytes;
    }

private:
    std::uint64_t total_;
    const std::function<void(std::string)>& report_;
    std::string name_ = {};
    std::uint64_t done_ = 0;
    std::uint64_t since_report_ = 0;
};

Result<std::string> hash_file(const fs::path& path, const CancelToken& cancel, Progress& progress) {
    TRY(auto file, InputFile::open(path));
    Sha256 hash;
    std::vector<char> piece(kPieceBytes);
    progress.begin(path);
    for (;;) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "Stopped before the run began"};
        TRY(const auto bytes, file.read(piece));
        if (bytes == 0)
            return hash.hex();
        progress.add(bytes);
        hash.update(std::string_view(piece.data(), bytes));
    }
}

std::uint64_t total_bytes(const std::vector<fs::path>& files) {
    std::uint64_t total = 0;
    for (const auto& file : files) {
        std::error_code failed;
        const auto bytes = fs::file_size(file, failed);
        total += failed ? 0 : bytes;
    }
    return total;
}

void append_model_files(std::vector<fs::path>& files, const fs::path& folder) {
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        if (it->is_regular_file(failed) && belongs_to_model(it->path()))
            files.push_back(it->path());
}

/// A folder that cannot be listed stands for itself: reading it is an error that names it.
void append_data_files(std::vector<fs::path>& files, const WeightedFile& entry) {
    const auto found = files_of_entry(entry);
    if (found)
        files.insert(files.end(), found->begin(), found->end());
    else
        files.emplace_back(entry.path);
}

}  // namespace

std::vector<fs::path> input_files(const RunConfig& config) {
    std::vector<fs::path> files;
    std::error_code failed;
    const fs::path model = config.model.path;
    append_model_files(files, model);
    append_model_files(files, model / "additional_chat_templates");
    if (!config.model.adapter.empty())
        for (fs::directory_iterator it(config.model.adapter, failed), end; !failed && it != end;
             it.increment(failed))
            if (it->is_regular_file(failed))
                files.push_back(it->path());
    std::ranges::sort(files);
    for (const auto& entry : config.data.train)
        append_data_files(files, entry);
    if (!config.data.validation.empty())
        append_data_files(files, held_out(config.data.validation));
    if (!config.evaluation.general_file.empty())
        append_data_files(files, held_out(config.evaluation.general_file));
    if (names_template_file(config.data.chat_template))
        files.emplace_back(config.data.chat_template);
    return files;
}

Result<FileHashes> hash_inputs(const RunConfig& config, const CancelToken& cancel,
                               const std::function<void(std::string)>& progress) {
    const auto files = input_files(config);
    Progress reporting(total_bytes(files), progress);
    FileHashes hashes;
    std::set<fs::path> seen;
    for (const auto& file : files) {
        if (!seen.insert(file).second)
            continue;
        TRY(auto hash, hash_file(file, cancel, reporting));
        hashes.emplace_back(file.string(), std::move(hash));
    }
    return hashes;
}

std::vector<std::string> input_differences(const FileHashes& before, const FileHashes& now) {
    std::map<std::string, std::string> left(before.begin(), before.end());
    std::vector<std::string> found;
    for (const auto& [file, hash] : now) {
        const auto known = left.find(file);
        if (known == left.end())
            found.push_back(file + " is new");
        else if (known->second != hash)
            found.push_back(file + " has changed");
        left.erase(file);
    }
    for (const auto& [file, hash] : left)
        found.push_back(file + " is gone");
    return found;
}

Result<void> check_same_inputs(const FileHashes& before, const FileHashes& now) {
    const auto found = input_differences(before, now);
    if (found.empty())
        return {};
    const auto others = found.size() == 1 ? std::string() : fmt::format(", and {} more", found.size() - 1);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("{} since the run began{}: it would not go on as it was",
                                        found.front(), others),
                 .hint = "Put back what it was, or start a new run with the same settings."};
}

}  // namespace tunebench
