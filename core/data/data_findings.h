// What the data doctor has found, as sentences: what, how many rows, where, and what to do about it. The same
// for the command line and the window.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/doctor.h"

namespace tunebench {

struct DataFinding {
    enum class Severity {
        Stops,  // the run would not start
        Warns,  // it starts, and something is lost or wrong
        Notes   // worth knowing
    };
    Severity severity = Severity::Warns;
    std::string id = {};       // stable, for machines: "refused", "repeated", "leaked", ...
    std::string message = {};  // one sentence
    std::string hint = {};     // what to do
    std::string field = {};    // of the run file, where a setting helps: "data.max_length"
    RowGroup rows = {};        // none: it is of the data as a whole
};

/// The severe ones first. Empty for data without a flaw.
std::vector<DataFinding> data_findings(const Diagnosis& diagnosis, const DataSection& data);

/// "stops", "warns" or "notes".
std::string_view severity_id(DataFinding::Severity severity);

/// Whether one of them keeps the run from starting.
bool stops_run(const std::vector<DataFinding>& findings);

}  // namespace tunebench
