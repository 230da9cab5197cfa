// SettingStore: the rows of run_settings, one a setting of a run, so that a column of a table of many runs is
// read without reading their manifests. Called inside a transaction.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/history/statement.h"

namespace tunebench {

class SettingStore {
public:
    explicit SettingStore(Database& database);

    /// Those of the manifest of a run that is in the table of runs: numbers, texts, 0 and 1 for false and
    /// true, lists as JSON. Leaves the rows that are there.
    Result<void> add(const std::string& run_id);

private:
    Statement add_names_;
    Statement add_values_;
};

}  // namespace tunebench
