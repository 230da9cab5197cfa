#include "app/cli/download_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/progress_line.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {

std::string DownloadLine::text(const DownloadProgress& progress, std::chrono::steady_clock::time_point now) {
    constexpr int kBarWidth = 22;
    if (progress.file_count == 0)
        return "Asking the hub for the list of files";
    const double share =
        progress.size > 0 ? static_cast<double>(progress.bytes) / static_cast<double>(progress.size) : 1.0;
    std::string text = fmt::format("{} {} of {}", progress_bar(share, kBarWidth),
                                   format_bytes(progress.bytes), format_bytes(progress.size));
    if (const auto rate = rate_.at(progress, now))
        text +=
            fmt::format(", {}/s, {} left", format_bytes(static_cast<std::uint64_t>(rate->bytes_per_second)),
                        format_duration(rate->seconds_left));
    return text + "  " + printable(progress.file, false);
}

std::string download_text(const Download& download) {
    std::uint64_t size = 0;
    for (const DownloadedFile& file : download.files)
        size += file.size;
    return fmt::format("{} files, {}; {} fetched, every hash verified.\nCommit {}\n{}", download.files.size(),
                       format_bytes(size), format_bytes(download.fetched_bytes), download.commit,
                       download.snapshot.string());
}

OrderedJson download_json(const DownloadRequest& request, const Download& download) {
    OrderedJson files = OrderedJson::array();
    for (const DownloadedFile& file : download.files)
        files.push_back(
            {{"path", file.path}, {"size", file.size}, {"hash", file.hash}, {"was_there", file.was_there}});
    return {{"repository", request.repository.id},
            {"kind", request.repository.kind == RepositoryKind::Model ? "model" : "dataset"},
            {"revision", request.revision},
            {"commit", download.commit},
            {"snapshot", download.snapshot.string()},
            {"fetched_bytes", download.fetched_bytes},
            {"files", std::move(files)}};
}

}  // namespace tunebench::cli
