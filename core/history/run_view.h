// RunView: how somebody looks at the history: which columns, which runs, in which order. A value that is
// saved under a name.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/history/run_table.h"

namespace tunebench {

/// Which runs a view is of.
enum class RunsShown { Current, WithArchived, Deleted };

struct RunViewColumn {
    std::string name = {};   // as filters say it
    int width = 0;           // pixels; 0: as it suits the column
    bool is_pinned = false;  // stays at the left when the others are scrolled
    bool operator==(const RunViewColumn&) const = default;
};

struct RunView {
    std::string name = {};  // empty: not saved
    std::vector<RunViewColumn> columns = {};
    std::string filter = {};  // see core/filter
    RunOrder order = {};
    RunsShown shown = RunsShown::Current;
    bool operator==(const RunView&) const = default;
};

/// What one sees at first, newest runs on top.
RunView standard_run_view();

/// Every column that the view needs the values of, but those of its filter.
std::vector<std::string> columns_of(const RunView& view);

OrderedJson run_views_to_json(std::span<const RunView> views);

/// Corrupt when it is not what run_views_to_json() wrote. A view without a column gets the standard ones.
Result<std::vector<RunView>> run_views_from_json(const Json& json);

}  // namespace tunebench
