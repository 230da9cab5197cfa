// Files of records as TensorFlow frames them: length (8 bytes, little-endian), masked CRC-32C of the length,
// the record, masked CRC-32C of the record.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/input_file.h"
#include "core/base/result.h"

namespace tunebench {

/// One record, framed.
std::string framed_record(std::string_view record);

class RecordReader {
public:
    /// Longer records are passed over; images and graphs are, numbers are not.
    static constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{8} << 20;

    static Result<RecordReader> open(const std::filesystem::path& path);

    /// The next whole record, valid until the next call; none at the end. What is damaged is passed over and
    /// told in remarks(): a record whose checksum does not fit alone, a length whose checksum does not fit
    /// with everything behind it, because where the next record begins is not known. Io when the file cannot
    /// be read.
    Result<std::optional<std::string_view>> next();

    /// In words, what was not read; empty for a whole file.
    const std::string& remarks() const { return remarks_; }

private:
    explicit RecordReader(InputFile file) : file_(std::move(file)) {}
    Result<std::size_t> fill(std::size_t size);
    Result<bool> skip(std::uint64_t size);
    void remark(std::string text);

    InputFile file_;
    std::string buffer_ = {};
    std::uint64_t position_ = 0;  // of the next record
    std::uint64_t damaged_ = 0;   // records
    std::string remarks_ = {};
    bool is_at_end_ = false;
};

}  // namespace tunebench
