// The filters: what stands behind |.
#pragma once

#include <span>
#include <string_view>

#include "core/text/chat_template/jinja/builtin.h"

namespace tunebench::jinja {

std::span<const Builtin> text_filters();
std::span<const Builtin> markup_filters();
std::span<const Builtin> number_filters();
std::span<const Builtin> sequence_filters();
std::span<const Builtin> selection_filters();  // map, select and what else looks at attributes

/// Null for an unknown name.
const Builtin* find_filter(std::string_view name);

/// Looks up "a.b.0" in a value; a null path is the value itself. What is undefined on the way becomes the
/// fallback, where there is one.
Result<Value> follow_path(Sandbox& sandbox, const Value& value, const Value* path,
                          const Value* fallback = nullptr);

/// The value that sorting and comparing go by: small letters unless case counts.
Result<Value> comparison_key(Sandbox& sandbox, const Value& value, bool case_sensitive);

/// Stable; an error where two of the keys have no order. `order[i]` is the number of the i-th item.
Result<std::vector<std::size_t>> sorted_order(Sandbox& sandbox, const std::vector<Value>& keys, bool reverse);

}  // namespace tunebench::jinja
