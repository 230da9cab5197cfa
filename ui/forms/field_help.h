// What the window says about a field, from its description.
#pragma once

#include <QString>

#include "core/params/param_spec.h"

namespace tunebench::ui {

/// "between 1 and 4096 · default 16 · steps"; of what is no number the default alone.
QString fieldFacts(const ParamSpec& spec);

/// For a tooltip: what it is, what more of it costs and brings, why, and the facts.
QString fieldHelp(const ParamSpec& spec);

/// For screen readers: what it is, what more of it costs and brings, and the facts.
QString fieldDescription(const ParamSpec& spec);

}  // namespace tunebench::ui
