// Looking things up in values: x.name, x[key], x[begin:end:step], as Jinja's sandbox does it.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

/// A method or attribute, else the dict's entry of that name, else undefined. An error for what is undefined
/// itself.
Result<Value> get_attribute(Sandbox& sandbox, const Value& object, std::string_view name);

/// A method or attribute, else undefined: entries do not count.
Result<Value> get_own_attribute(Sandbox& sandbox, const Value& object, std::string_view name);

/// An entry or item, else (for a string) the attribute of that name, else undefined.
Result<Value> get_item(Sandbox& sandbox, const Value& object, const Value& key);

struct SliceBounds {
    Value begin = {};  // each an integer or None
    Value end = {};
    Value step = {};
};
Result<Value> get_slice(Sandbox& sandbox, const Value& object, const SliceBounds& bounds);

}  // namespace tunebench::jinja
