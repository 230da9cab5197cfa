#include "core/history/changed_settings.h"

#include "core/history/event_lines.h"
#include "core/jobs/run_event_json.h"

namespace tunebench {
namespace {

/// As every line of the event begins; the others, thousands of steps among them, are not parsed.
constexpr std::string_view kSettingsLine = R"({"event":"settings",)";

/// Whether it sets something to another value than `known`, which follows it.
bool is_news(const SettingsChanged& change, SettingsChanged& known) {
    const SettingsChanged before = known;
    known.learning_rate = change.learning_rate ? change.learning_rate : known.learning_rate;
    known.evaluation_every = change.evaluation_every ? change.evaluation_every : known.evaluation_every;
    return known != before;
}

}  // namespace

std::vector<SettingsChanged> changed_settings(const std::filesystem::path& events_file) {
    std::vector<SettingsChanged> changes;
    SettingsChanged known;
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
        if (change && is_news(*change, known))
            changes.push_back(*change);
    }
}

}  // namespace tunebench
