// Renders a template for tests.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/text/chat_template/jinja/template.h"

namespace tunebench::jinja {

/// Limits whose clock does not run: a slow or sanitized machine reaches the same limit as a fast one.
inline Limits untimed() {
    Limits limits;
    limits.time = std::chrono::hours(1);
    return limits;
}

/// The text, or "error: " and the message. The day is 23 November 2026.
inline std::string render(std::string_view source, std::string_view variables = "{}",
                          const Limits& limits = untimed()) {
    const auto parsed = Template::parse(source, limits);
    if (!parsed)
        return "error: " + parsed.error().message;
    const auto today = std::chrono::sys_days(std::chrono::year(2026) / std::chrono::November / 23);
    const auto rendered = parsed->render(OrderedJson::parse(variables), today);
    return rendered ? rendered->text : "error: " + rendered.error().message;
}

}  // namespace tunebench::jinja
