#include "core/run/run_config.h"

#include "core/run/selection.h"

namespace tunebench {
namespace {

Selection first_or(std::string_view section, std::string_view preferred) {
    if (auto selection = make_selection(section, preferred, {}))
        return *std::move(selection);
    for (const auto& id : known_ids(section))
        if (auto selection = make_selection(section, id, {}))
            return *std::move(selection);
    return {};
}

}  // namespace

RunConfig default_run_config() {
    RunConfig config;
    config.method = first_or("method", "");
    config.optimizer = first_or("optimizer", "adamw");
    config.schedule = first_or("schedule", "cosine");
    return config;
}

}  // namespace tunebench
