// What the data doctor has found, for people and for machines.
#pragma once

#include <string>
#include <vector>

#include "app/cli/terminal.h"
#include "core/base/json.h"
#include "core/data/data_findings.h"

namespace tunebench::cli {

std::string doctor_text(const Diagnosis& diagnosis, const std::vector<DataFinding>& findings,
                        const Style& style);

OrderedJson doctor_to_json(const Diagnosis& diagnosis, const std::vector<DataFinding>& findings);

}  // namespace tunebench::cli
