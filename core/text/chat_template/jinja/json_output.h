// tojson: values as Python's json.dumps writes them.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

struct JsonStyle {
    bool is_ascii = false;                   // other characters as \uXXXX
    std::optional<std::string> indent = {};  // one level's; none: all on one line
    std::string item_separator = ", ";
    std::string key_separator = ": ";
    bool sorts_keys = false;
};

/// An error for what JSON cannot hold.
Result<std::string> to_json(Sandbox& sandbox, const Value& value, const JsonStyle& style);

}  // namespace tunebench::jinja
