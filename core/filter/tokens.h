// The words of a filter expression. Part of filter.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

enum class FilterTokenKind { Word, Quoted, Column, Number, Symbol, End };

struct FilterToken {
    FilterTokenKind kind = FilterTokenKind::End;
    std::string text = {};  // of a quoted one, without quotes
    double number = 0.0;
    std::size_t position = 1;  // of its first byte, from 1
};

/// Ends with a token of kind End. InvalidArgument with the position.
Result<std::vector<FilterToken>> filter_tokens(std::string_view text);

/// The error of a filter: "Filter, column 7: <what>".
Error filter_error(std::size_t position, std::string_view what, std::string hint);

}  // namespace tunebench
