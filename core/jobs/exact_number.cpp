#include "core/jobs/exact_number.h"

#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace tunebench {

OrderedJson exact_number(double number) {
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    return number;
}

Result<double> number_from(const Json& json, std::string_view key) {
    if (json.is_number())
        return json.get<double>();
    if (json == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (json == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (json == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("'{}' is not a number", key),
                 .field = std::string(key)};
}

}  // namespace tunebench
