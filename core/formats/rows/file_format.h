// FileFormat: what the program knows of a format of data files. A format is a file in this folder, which
// defines it and the function that tells it, and a line in file_formats.def.
#pragma once

#include <span>
#include <string_view>

#include "core/formats/rows/row_source.h"

namespace tunebench {

struct FileFormat {
    std::string_view name;                      // for messages: "CSV"
    std::span<const std::string_view> endings;  // of file names, in lower case: ".csv"

    /// Whether a file that begins like this (decompressed) is one, whatever its ending; null where content
    /// does not tell.
    bool (*is_begun_by)(std::string_view beginning, std::string_view ending) = nullptr;

    /// `beginning` is that of the content, decompressed.
    Result<std::unique_ptr<RowSource>> (*open)(const std::filesystem::path& file,
                                               std::string_view beginning) = nullptr;

    /// Rows are whole documents in a column "text": training splits them where they are too long, and cuts
    /// nothing off.
    bool holds_documents = false;
};

/// Every format in the order of file_formats.def.
std::span<const FileFormat* const> file_formats();

/// The file's ending in lower case, that of a compression left out: ".csv" of "A.CSV.gz".
std::string data_ending(const std::filesystem::path& file);

}  // namespace tunebench
