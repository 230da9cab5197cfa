// ColumnNames: what the parts of an example are called in the user's files.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/params/param_codec.h"

namespace tunebench {

struct ColumnNames {
    TextMap renamed = {};  // part, column; the others are called as the parts are
    std::string of(std::string_view part) const;
    bool operator==(const ColumnNames&) const = default;
};

/// `columns` maps parts to the file's names: {"prompt", "question"}. InvalidArgument for a part that no
/// layout has.
Result<ColumnNames> column_names(const TextMap& columns);

}  // namespace tunebench
