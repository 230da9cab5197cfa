// The built-in chat templates, for models that bring none.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/chat_template.h"

namespace tunebench {

struct CatalogueEntry {
    std::string_view name = {};     // "chatml": in run files
    std::string_view summary = {};  // one line for people: how it looks and who uses it
    std::string_view source = {};   // Jinja
};

std::span<const CatalogueEntry> chat_template_catalogue();

/// Null for an unknown name.
const CatalogueEntry* find_in_catalogue(std::string_view name);

std::vector<std::string> catalogue_names();

/// The built-in template of that name. NotFound, with the known names, for another.
Result<ChatTemplate> catalogue_template(std::string_view name);

}  // namespace tunebench
