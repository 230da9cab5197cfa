#include "core/history/trained_adapters.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// A text of a filter expression.
std::string quoted_text(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            quoted += '\\';
        quoted += letter;
    }
    return quoted + "\"";
}

}  // namespace

Result<std::vector<TrainedAdapter>> trained_adapters(HistoryReader& history, const fs::path& model) {
    TRY(auto filter, Filter::parse(fmt::format("model.path = {}", quoted_text(model.string()))));
    TRY(auto runs, history.runs({.where = std::move(filter)}));
    std::vector<TrainedAdapter> adapters;
    for (auto& run : runs) {
        std::error_code ignored;
        auto folder = run.folder / "adapter";
        if (run.origin.empty() && fs::is_directory(folder, ignored))
            adapters.push_back({.run = std::move(run), .folder = std::move(folder)});
    }
    return adapters;
}

}  // namespace tunebench
