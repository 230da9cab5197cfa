// Which lists of objects are rows, and which are part of one.
#pragma once

#include <string_view>

namespace tunebench {

/// Whether a member of this name belongs to an example where it is a list of objects, as "messages" does.
bool is_part_of_example(std::string_view member);

}  // namespace tunebench
