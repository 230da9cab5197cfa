// Dataset: the examples of data.train or of data.validation, and what became of their rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/data/example.h"
#include "core/data/examples.h"

namespace tunebench {

struct Dataset {
    Examples examples = {};
    std::vector<std::string> files = {};      // read, in order: those of a folder one by one
    std::vector<std::int32_t> entry_of = {};  // for each file the entry of data.train that named it
    DataReport report = {};
};

}  // namespace tunebench
