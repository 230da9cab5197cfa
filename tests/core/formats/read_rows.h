// Every row that a reader gives, and its errors without the folder.
#pragma once

#include <string>
#include <vector>

#include "core/formats/data_row.h"
#include "tests/core/base/folder_of_files.h"

namespace tunebench::test {

struct ReadRows {
    std::vector<DataRow> rows = {};
    std::vector<std::string> errors = {};

    std::vector<std::string> texts() const {
        std::vector<std::string> all;
        for (const auto& row : rows)
            all.push_back(row.value["text"]);
        return all;
    }
};

template <class Reader>
ReadRows read_rows(Reader reader, const FolderOfFiles& folder) {
    ReadRows all;
    while (true) {
        auto row = reader.next();
        if (!row)
            all.errors.push_back(row.error().message.substr(folder.path().string().size() + 1));
        else if (*row)
            all.rows.push_back(**std::move(row));
        else
            return all;
    }
}

}  // namespace tunebench::test
