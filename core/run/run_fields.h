// RunField: every field of a run file with its description, whichever method, optimizer or schedule it
// belongs to. What command line and manual say about fields comes from here.
#pragma once

#include <string>
#include <vector>

#include "core/params/param_spec.h"

namespace tunebench {

struct RunField {
    std::string name = {};  // dotted, as --set takes it: "method.rank"
    std::vector<std::string> choices =
        {};                    // the methods, optimizers or schedules that have it; empty: every run
    std::string help = {};     // what it is, one line
    std::string effect = {};   // what more of it costs and brings, one line
    std::string details = {};  // the same at length
    std::string values = {};   // "1 to 512, default 16", "off, on"
    std::string unit = {};
    ParamKind kind = ParamKind::Text;
    bool operator==(const RunField&) const = default;
};

/// In the order of the run file. A field that methods describe differently comes once for each description.
std::vector<RunField> run_fields();

}  // namespace tunebench
