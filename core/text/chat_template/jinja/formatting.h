// Python's two ways to fill in a text: "%s" % value and "{}".format(value).
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/object.h"
#include "core/text/chat_template/jinja/sandbox.h"

namespace tunebench::jinja {

/// text % values: %s %r %d %i %u %f %F %e %E %g %G %x %X %o %c %% with flags, width and precision; values is
/// a tuple, a dict for %(name)s, or the one value.
Result<Value> percent_formatted(Sandbox& sandbox, std::string_view text, const Value& values);

/// text.format(...): {} {0} {name} {name.key} {name[0]} with !s, !r and a format specification.
Result<Value> brace_formatted(Sandbox& sandbox, std::string_view text, const Arguments& arguments);

/// How a value stands in its field: [[fill]align][sign][#][0][width][,][.precision][type].
struct FieldFormat {
    std::string fill = " ";
    char align = '\0';  // < > = ^, none: by the value's type
    char sign = '-';    // + or space: before positive numbers too
    bool alternate = false;
    char grouping = '\0';  // , or _
    std::size_t width = 0;
    int precision = -1;
    char type = '\0';
};

/// format(value, specification).
Result<std::string> formatted_field(Sandbox& sandbox, const Value& value, const FieldFormat& format);

Result<FieldFormat> parse_field_format(Sandbox& sandbox, std::string_view specification);

}  // namespace tunebench::jinja
