// Page: the pages of the window, in the order of the navigation. Each has one line in page_registry.cpp.
#pragma once

namespace tunebench::ui {

enum class Page { Setup, Data, Live, History, Compare, Study, Playground, Export, Hub, Settings };

inline constexpr int kPageCount = 10;

}  // namespace tunebench::ui
