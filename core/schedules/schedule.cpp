// The registry of schedules, from schedules.def.
#include "core/schedules/schedule.h"

#include <array>

#define add(name) \
    namespace tunebench::name { \
    const Schedule& schedule(); \
    }
#include "core/schedules/schedules.def"
#undef add

namespace tunebench {

std::span<const Schedule* const> all_schedules() {
#define add(name) &name::schedule(),
    static const std::array kSchedules = {
#include "core/schedules/schedules.def"
    };
#undef add
    return kSchedules;
}

const Schedule* find_schedule(std::string_view id) {
    for (const auto* schedule : all_schedules())
        if (schedule->id == id)
            return schedule;
    return nullptr;
}

}  // namespace tunebench
