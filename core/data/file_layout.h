// The layout of one file: chosen by the user, told by the format, or recognised by the first rows.
#pragma once

#include "core/data/data_file.h"
#include "core/formats/rows/file_format.h"

namespace tunebench {

/// Where problems of rows are told, those among the first rows are left to reading, which meets them again.
Result<RecognisedLayout> layout_of_file(const std::filesystem::path& file, const FileFormat& format,
                                        const DataFileContext& context);

Error no_rows(const std::filesystem::path& file);

/// Whether reading can go on with the next row.
bool is_of_one_row(const Error& error);

}  // namespace tunebench
