// {"text": "..."}: everything is learned.
#include "core/data/conversation.h"
#include "core/data/layouts/row_columns.h"

namespace tunebench {
namespace {

constexpr LayoutPart kTextParts[] = {{"text"}};

Result<RowText> read_text(const DataRow& row, const RowFormat& format) {
    TRY(auto text, text_in(row, "text", format));
    if (is_blank(text))
        return RowText{};
    return RowText{.segments = {{.text = std::move(text), .supervised = true}}};
}

}  // namespace

const LayoutDescription& text_layout() {
    static constexpr LayoutDescription layout = {
        .layout = DataLayout::Text, .parts = kTextParts, .read = read_text};
    return layout;
}

}  // namespace tunebench
