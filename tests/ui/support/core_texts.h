// The texts of core that the window shows in its own language (ui/text/core_text.h), read from core's own
// descriptions.
#pragma once

#include <set>
#include <string>

namespace tunebench::ui::test {

std::set<std::string> coreTexts();

}  // namespace tunebench::ui::test
