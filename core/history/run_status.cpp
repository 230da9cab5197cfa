#include <array>
#include <utility>

#include "core/history/history.h"

namespace tunebench {
namespace {

constexpr std::array<std::pair<RunStatus, std::string_view>, 8> kTexts = {{
    {RunStatus::Running, "running"},
    {RunStatus::Paused, "paused"},
    {RunStatus::Completed, "completed"},
    {RunStatus::EarlyStopped, "early_stopped"},
    {RunStatus::Stopped, "stopped"},
    {RunStatus::Discarded, "discarded"},
    {RunStatus::Failed, "failed"},
    {RunStatus::Interrupted, "interrupted"},
}};

}  // namespace

std::string_view run_status_text(RunStatus status) {
    for (const auto& [value, text] : kTexts) {
        if (value == status)
            return text;
    }
    return "interrupted";
}

std::optional<RunStatus> run_status_from_text(std::string_view text) {
    for (const auto& [value, name] : kTexts) {
        if (name == text)
            return value;
    }
    return {};
}

}  // namespace tunebench
