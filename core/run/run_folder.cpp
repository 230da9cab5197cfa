#include "core/run/run_folder.h"

#include <cstdlib>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/run/run_manifest.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{64} << 20;

Error cannot_create(const fs::path& folder, const std::error_code& reason) {
    return {.code = reason == std::errc::no_space_on_device ? ErrorCode::OutOfSpace : ErrorCode::Io,
            .message = fmt::format("Cannot create the folder {}: {}", folder.string(), reason.message()),
            .hint = "Make the folder writable, or choose another data folder with TUNEBENCH_DATA."};
}

/// Everything the folder will hold, in a place that nobody looks at yet.
Result<void> fill(const fs::path& folder, const RunManifest& manifest) {
    std::error_code failed;
    for (const auto& part : {folder, folder / "checkpoints", folder / "samples"}) {
        fs::create_directories(part, failed);
        if (failed)
            return cannot_create(part, failed);
    }
    return write_file_durably(folder / "run.json", json_text(run_manifest_to_json(manifest), 2) + "\n");
}

}  // namespace

fs::path data_folder() {
    if (const char* chosen = std::getenv("TUNEBENCH_DATA"); chosen && *chosen)
        return chosen;
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data == '/')
        return fs::path(data) / "tunebench";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : ".") / ".local" / "share" / "tunebench";
}

Result<RunFolder> RunFolder::create(const fs::path& data_folder, const RunManifest& manifest) {
    std::error_code failed;
    const auto runs = fs::absolute(data_folder / "runs", failed);
    fs::create_directories(runs, failed);
    if (failed)
        return cannot_create(runs, failed);
    RunFolder folder;
    folder.path_ = runs / run_folder_name(manifest);
    folder.manifest_ = manifest;
    if (fs::exists(folder.path_, failed))
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("The run's folder {} exists already", folder.path_.string()),
                     .hint = "Start the run again: it gets another id."};
    const auto temporary = runs / fmt::format(".tmp-{}", manifest.id);
    auto made = fill(temporary, manifest);
    if (made)
        made = rename_durably(temporary, folder.path_);
    if (!made) {
        fs::remove_all(temporary, failed);
        return made.error();
    }
    return folder;
}

Result<RunFolder> RunFolder::open(const fs::path& path) {
    RunFolder folder;
    std::error_code failed;
    folder.path_ = fs::absolute(path, failed).lexically_normal();
    if (folder.path_.filename().empty())
        folder.path_ = folder.path_.parent_path();
    const auto file = folder.path_ / "run.json";
    TRY(const auto text, read_file(file, kMaxManifestBytes));
    TRY([[maybe_unused]] const auto checked, parse_json(text, file.string()));
    auto manifest = run_manifest_from_json(OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false));
    if (!manifest)
        return in_source(manifest.error(), file.string());
    folder.manifest_ = *std::move(manifest);
    return folder;
}

void RunFolder::remove_results() const {
    std::error_code ignored;
    for (const auto& folder : {checkpoints(), adapter(), path_ / "model"})
        fs::remove_all(folder, ignored);
}

}  // namespace tunebench
