#include <algorithm>
#include <array>

#include "core/data/layout.h"

namespace tunebench {

#define add(Name, function, id, label) const LayoutDescription& function##_layout();
#include "core/run/data_layouts.def"
#undef add

std::span<const LayoutDescription* const> layouts() {
    static const LayoutDescription* const all[] = {
#define add(Name, function, id, label) &function##_layout(),
#include "core/run/data_layouts.def"
#undef add
    };
    return all;
}

const LayoutDescription& layout_description(DataLayout layout) {
    return **std::ranges::find(layouts(), layout, &LayoutDescription::layout);
}

std::string_view layout_id(DataLayout layout) {
    static constexpr std::array kIds = {
        "auto",
#define add(Name, function, id, label) id,
#include "core/run/data_layouts.def"
#undef add
    };
    return kIds[static_cast<std::size_t>(layout)];
}

}  // namespace tunebench
