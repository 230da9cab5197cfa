// {"text": "...", "text_pair": "...", "label": ...}: one text or two, and what is said of them.
#include "core/data/conversation.h"
#include "core/data/layouts/row_columns.h"

namespace tunebench {
namespace {

constexpr LayoutPart kClassificationParts[] = {{"text"}, {"text_pair", false}, {"label"}};

Result<RowText> read_classification(const DataRow& row, const RowFormat& format) {
    TRY(auto text, text_in(row, "text", format));
    TRY(auto pair, optional_text_in(row, "text_pair", format));
    if (is_blank(text) && !pair)
        return RowText{};
    RowText read{.segments = {{.text = std::move(text)}}, .label = row.value.at(format.names.of("label"))};
    if (pair)
        read.segments.push_back({.text = *std::move(pair)});
    return read;
}

}  // namespace

const LayoutDescription& classification_layout() {
    static constexpr LayoutDescription layout = {.layout = DataLayout::Classification,
                                                 .parts = kClassificationParts,
                                                 .read = read_classification,
                                                 .has_label = true};
    return layout;
}

}  // namespace tunebench
