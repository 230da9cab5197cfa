#include "core/data/row_reader.h"

namespace tunebench {

Result<RowText> read_row(const DataRow& row, const RowFormat& format) {
    TRY_VOID(check_row(row, format.layout, format.names, format.file));
    return layout_description(format.layout).read(row, format);
}

}  // namespace tunebench
