// Rows of a reader that has next() and window(), such as JsonListReader.
#pragma once

#include "core/formats/rows/row_source.h"

namespace tunebench {

template <class Reader>
class ReaderRows : public RowSource {
public:
    explicit ReaderRows(Reader reader) : reader_(std::move(reader)) {}

    Result<std::optional<DataRow>> next() override { return reader_.next(); }
    RowProgress progress() const override {
        return {reader_.window().file_position(), reader_.window().file_bytes()};
    }

private:
    Reader reader_;
};

}  // namespace tunebench
