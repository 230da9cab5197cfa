// Inspections for people and for machines.
#pragma once

#include <string>

#include "app/cli/inspection.h"

namespace tunebench::cli {

std::string to_text(const ModelInspection& model);
OrderedJson to_json(const ModelInspection& model);

std::string to_text(const AdapterInspection& adapter);
OrderedJson to_json(const AdapterInspection& adapter);

}  // namespace tunebench::cli
