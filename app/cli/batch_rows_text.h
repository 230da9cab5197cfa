// Rows of batches as the model sees them, token by token with ids and positions.
#pragma once

#include <string>
#include <vector>

#include "app/cli/terminal.h"
#include "core/base/json.h"
#include "core/data/model_view.h"

namespace tunebench::cli {

/// Each token stands above its id and its position, in lines of at most `width` columns; where an example of
/// the row begins, a line says which. Learned tokens are coloured, or in [[ ]] where `style` has no colours.
std::string batch_rows_text(const ModelView& view, const std::vector<SeenRow>& rows, const Style& style,
                            int width);

OrderedJson batch_rows_to_json(const ModelView& view, const std::vector<SeenRow>& rows);

}  // namespace tunebench::cli
