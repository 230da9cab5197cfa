// Examples as the model reads them, with what the loss counts marked, and the counts of the data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/terminal.h"
#include "core/base/json.h"
#include "core/data/loader.h"

namespace tunebench::cli {

struct PreviewRow {
    std::string file = {};
    std::int64_t line = 0;
    std::int64_t cut_tokens = 0;  // taken off the end by data.max_length
    std::string label = {};       // of classification data
    std::vector<PreviewToken> tokens = {};
};

struct DataPreview {
    std::vector<PreviewRow> rows = {};
    DataReport train = {};
    DataReport validation = {};  // zero rows: there is none
};

/// Supervised text is coloured where `style` has colours, in [[ ]] otherwise; "|" stands between tokens.
std::string preview_text(const DataPreview& preview, const Style& style);

/// The counts of some files under a title; as JSON.
std::string report_text(std::string_view title, const DataReport& report);
OrderedJson report_to_json(const DataReport& report);

OrderedJson preview_to_json(const DataPreview& preview);

}  // namespace tunebench::cli
