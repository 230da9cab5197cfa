#include "app/cli/fields_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/run/run_fields.h"

namespace tunebench::cli {

std::string fields_text() {
    std::string text = "Fields of the run file, as --set takes them:";
    for (const auto& field : run_fields()) {
        const auto of =
            field.choices.empty() ? std::string() : fmt::format(" ({})", fmt::join(field.choices, ", "));
        const auto unit = field.unit.empty() ? std::string() : fmt::format(" in {}", field.unit);
        text += fmt::format("\n  {}{}{}: {}", field.name, of, unit, field.help);
        if (!field.values.empty())
            text += fmt::format(" [{}]", field.values);
        if (!field.effect.empty())
            text += fmt::format("\n      {}", field.effect);
    }
    return text;
}

}  // namespace tunebench::cli
