// JSON that came from elsewhere: parsed with limits on size, depth and number of values, duplicate keys and
// invalid UTF-8 refused, and every error with the name of the source, its line and its column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

using Json = nlohmann::json;                 // keys sorted
using OrderedJson = nlohmann::ordered_json;  // keys in the order of insertion: for files that people read

/// What a document may cost at most. The defaults take the largest tokenizer.json in use (about 35 MB, 2
/// million values) and keep a hostile one below a few hundred MB of memory.
struct JsonLimits {
    std::size_t max_bytes = std::size_t{64} << 20;
    int max_depth = 64;
    std::size_t max_values = std::size_t{4} << 20;
};

/// One JSON document (RFC 8259; a byte order mark is skipped, comments and trailing text are refused).
/// Errors are Corrupt and read "<source_name> line 12, column 5: ...". `first_line` and `first_column` say
/// where the text begins, for a text that was cut out of a larger one.
Result<Json> parse_json(std::string_view text, std::string_view source_name, const JsonLimits& limits = {},
                        std::int64_t first_line = 1, std::int64_t first_column = 1);

/// parse_json of a whole file; errors name the path and a remedy.
Result<Json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits = {});

/// The JSON text. Never throws: invalid UTF-8 becomes U+FFFD. indent < 0: one line without spaces.
/// NaN and infinities become null, as JSON has none.
std::string json_text(const Json& value, int indent = -1);
std::string json_text(const OrderedJson& value, int indent = -1);

// Typed access to the members of an object. Errors are Corrupt, name the key and what stands there instead,
// and set Error::field to the key. `object` that is no object counts as an object without that key.

/// The member, or null when it is absent.
const Json* find_member(const Json& object, std::string_view key);

Result<std::int64_t> json_integer(const Json& object, std::string_view key);
Result<double> json_number(const Json& object, std::string_view key);  // integers too
Result<bool> json_boolean(const Json& object, std::string_view key);
Result<std::string> json_string(const Json& object, std::string_view key);
Result<const Json*> json_object(const Json& object, std::string_view key);  // never null
Result<const Json*> json_array(const Json& object, std::string_view key);   // never null
Result<std::vector<std::int64_t>> json_integers(const Json& object, std::string_view key);
Result<std::vector<std::string>> json_strings(const Json& object, std::string_view key);

// The same for members that may be missing: absent and null give no value, the wrong type is an error.
Result<std::optional<std::int64_t>> optional_integer(const Json& object, std::string_view key);
Result<std::optional<double>> optional_number(const Json& object, std::string_view key);
Result<std::optional<bool>> optional_boolean(const Json& object, std::string_view key);
Result<std::optional<std::string>> optional_string(const Json& object, std::string_view key);

/// The error with "<source>: " before its message, for getters used on a document of that name.
Error in_source(Error error, std::string_view source);

/// The error with that hint, where it is Corrupt and has none of its own.
Error with_remedy(Error error, std::string_view remedy);

}  // namespace tunebench
