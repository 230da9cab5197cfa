// Where rows stand in the user's files, and rows that have something in common.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/formats/data_row.h"

namespace tunebench {

struct RowPlace {
    std::string file = {};
    std::int64_t line = 0;      // from 1; 0: the file as a whole
    std::string unit = "line";  // what `line` counts; "row" in formats without lines
    bool operator==(const RowPlace&) const = default;
};

/// "town.jsonl line 4711"; the file alone where there is no line.
std::string place_text(const RowPlace& place);

/// How many rows there are, and where the first twenty of them stand.
struct RowGroup {
    static constexpr std::size_t kMostPlaces = 20;

    std::int64_t count = 0;
    std::vector<RowPlace> first = {};

    void add(const RowPlace& place);
    bool operator==(const RowGroup&) const = default;
};

}  // namespace tunebench
