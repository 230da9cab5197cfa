// Files that are no data files, told by their names or by how they begin, and what to do with them.
#pragma once

#include <optional>
#include <string_view>

namespace tunebench {

struct ForeignFile {
    std::string_view what;    // "a spreadsheet"
    std::string_view advice;  // a sentence
};

/// By the ending in lower case (".xlsx"); none: it says nothing.
std::optional<ForeignFile> foreign_by_ending(std::string_view ending);

/// By the first bytes; none: they are of no format known here.
std::optional<ForeignFile> foreign_by_beginning(std::string_view beginning);

}  // namespace tunebench
