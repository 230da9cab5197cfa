// RunColumn: what a column of a table of runs holds.
#pragma once

#include <string>

namespace tunebench {

enum class ColumnOrigin {
    Table,    // what the history keeps of every run
    Setting,  // of the run file, "method.rank"
    Metric    // "loss.best", "loss.best_step"
};

/// What the values are, for whoever shows them.
enum class ColumnKind { Text, Number, Count, Bytes, Seconds, Time, Flag, Status };

struct RunColumn {
    std::string name = {};  // as filters say it
    ColumnOrigin origin = ColumnOrigin::Table;
    ColumnKind kind = ColumnKind::Text;
    bool operator==(const RunColumn&) const = default;
};

}  // namespace tunebench
