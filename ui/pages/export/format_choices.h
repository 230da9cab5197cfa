// What a run can be exported as, as far as its own settings and its model say so.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QString>

#include "core/exports/export_format.h"
#include "core/history/history.h"

namespace tunebench::ui {

/// A format, and why the run cannot be written in it.
struct FormatChoice {
    const ExportFormat* format = nullptr;
    std::optional<Error> refusal = {};
    std::uint64_t bytes = 0;  // of the weights, about; 0 where it is refused
};

/// Every format in its order. Reads run.json and the model's config.json; where that fails, every format is
/// refused with the reason.
std::vector<FormatChoice> formatChoices(const RunSummary& run);

/// The sentences for formats that are refused, a line each; those with the same reason together.
QString refusalText(const std::vector<FormatChoice>& choices);

/// A folder below the run's that does not exist yet: "export/peft", "export/peft-2".
std::filesystem::path suggestedFolder(const RunSummary& run, const ExportFormat& format);

}  // namespace tunebench::ui
