// Settings of runs by the names that they have in the run file, "method.rank".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tunebench {

/// Those of every section, and of every method, optimizer and schedule.
std::vector<std::string> setting_names();

/// One of setting_names(), or "imported." and a name that another program gave.
bool is_setting_name(std::string_view name);

}  // namespace tunebench
