// The methods of Python's strings, lists and dicts that templates may call.
#pragma once

#include <span>
#include <string_view>

#include "core/text/chat_template/jinja/builtin.h"

namespace tunebench::jinja {

std::span<const Builtin> text_methods();
std::span<const Builtin> text_search_methods();  // find, replace, split and their like
std::span<const Builtin> list_methods();
std::span<const Builtin> tuple_methods();
std::span<const Builtin> dict_methods();

/// The method of the value's type; null without one.
const Builtin* find_method(const Value& value, std::string_view name);

/// str.replace: `most` occurrences, all when it is negative.
Result<Value> replaced(Sandbox& sandbox, std::string_view text, std::string_view old, std::string_view with,
                       std::int64_t most);

/// Whether it is a method that would change the list or dict, which the sandbox does not allow.
bool is_mutating_method(const Value& value, std::string_view name);

}  // namespace tunebench::jinja
