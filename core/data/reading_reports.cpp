#include "core/data/reading_reports.h"

#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "core/base/byte_units.h"

namespace tunebench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBetweenReports = std::chrono::milliseconds(200);

}  // namespace

PhaseChanged reading_phase(const ExamineProgress& progress) {
    return {.phase = RunPhase::Loading,
            .detail = fmt::format("Reading {}: {} rows, {:.0f} % of {}",
                                  std::filesystem::path(progress.file).filename().string(),
                                  format_count(static_cast<std::uint64_t>(progress.rows)),
                                  100.0 * progress.share, format_bytes(progress.all_bytes)),
            .share = progress.share};
}

OnExamineProgress reading_reports(std::function<void(const RunEvent&)> sink) {
    if (!sink)
        return {};
    return [sink = std::move(sink), file = std::string(),
            last = Clock::time_point()](const ExamineProgress& progress) mutable {
        const auto now = Clock::now();
        if (progress.file == file && now - last < kBetweenReports)
            return;
        file = progress.file;
        last = now;
        sink(reading_phase(progress));
    };
}

}  // namespace tunebench
