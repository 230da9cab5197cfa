#include "core/data/row_group.h"

#include <fmt/format.h>

namespace tunebench {

std::string place_text(const RowPlace& place) {
    return place.line > 0 ? fmt::format("{} {} {}", place.file, place.unit, place.line) : place.file;
}

void RowGroup::add(const RowPlace& place) {
    ++count;
    if (first.size() < kMostPlaces)
        first.push_back(place);
}

}  // namespace tunebench
