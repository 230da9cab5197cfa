#include "core/text/tokenizer/metaspace.h"

#include <fmt/format.h>

namespace tunebench {

Result<Metaspace> Metaspace::make(const ComponentDescription& description) {
    Metaspace metaspace;
    TRY(metaspace.replacement, description.text("replacement", metaspace.replacement));
    if (metaspace.replacement.empty())
        return description.error("\"replacement\" is empty");
    TRY(const bool add_prefix_space, description.boolean("add_prefix_space", true));
    TRY(const std::string scheme, description.text("prepend_scheme", add_prefix_space ? "always" : "never"));
    if (scheme == "always")
        metaspace.prepend = Prepend::Always;
    else if (scheme == "first")
        metaspace.prepend = Prepend::First;
    else if (scheme == "never")
        metaspace.prepend = Prepend::Never;
    else
        return description.error(
            fmt::format("\"prepend_scheme\" is \"{}\", which is none of always, first and never", scheme));
    return metaspace;
}

}  // namespace tunebench
