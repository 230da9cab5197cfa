#include "core/history/changed_settings.h"

#include "core/history/event_lines.h"
#include "core/jobs/run_event_json.h"

namespace tunebench {
namespace {

/// As every line of the event begins; the others, thousands of steps among them, are not parsed.
constexpr std::string_view kSettingsLine = R"({"event":"settings",)";

bool says_the_same(const SettingsChanged& one, const SettingsChanged& other) {
    return one.learning_rate == other.learning_rate && one.evaluation_every == other.evaluation_every;
}

}  // namespace

std::vector<SettingsChanged> changed_settings(const std::filesystem::path& events_file) {
    std::vector<SettingsChanged> changes;
    auto lines = EventLines::open(events_file);
    if (!lines)
        return changes;
    while (true) {
        const auto line = lines->next();
        if (!line || !*line)
            return changes;
        if (!(*line)->starts_with(kSettingsLine))
            continue;
        const auto read = run_event_from_line(**line, events_file.string());
        const auto* change = read ? std::get_if<SettingsChanged>(&read->event) : nullptr;
        if (change && (changes.empty() || !says_the_same(changes.back(), *change)))
            changes.push_back(*change);
    }
}

}  // namespace tunebench
