// The metrics of a run as a file for other programs: one value a row, at full precision.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/history/history.h"

namespace tunebench::cli {

/// `format`: "csv" (header run,metric,step,seconds,value; RFC 4180) or "jsonl" (objects of the same members).
/// NaN and infinities are written as NaN, Infinity, -Infinity.
Result<std::string> metrics_text(HistoryReader& reader, const std::string& run_id, const std::string& format);

}  // namespace tunebench::cli
