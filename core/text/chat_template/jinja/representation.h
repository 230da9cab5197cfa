// Values as text: Python's str() and repr().
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

/// str(): what a template prints. Nothing for an undefined value.
Result<std::string> display(Sandbox& sandbox, const Value& value);

/// repr(): how a value is written inside a printed list.
Result<std::string> representation(Sandbox& sandbox, const Value& value);

/// The shortest text that reads back as the same number: "1.0", "1e-05", "inf".
std::string float_text(double number);

/// A string in quotes with Python's escapes.
std::string quoted_text(std::string_view text);

}  // namespace tunebench::jinja
