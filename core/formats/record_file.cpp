#include "core/formats/record_file.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/formats/crc32c.h"

namespace tunebench {
namespace {

constexpr std::size_t kRecordLengthBytes = 8;
constexpr std::size_t kRecordChecksumBytes = 4;
constexpr std::size_t kRecordHeaderBytes = kRecordLengthBytes + kRecordChecksumBytes;
constexpr std::size_t kRecordPieceBytes = std::size_t{1} << 20;

template <class Number>
void append_record_number(std::string& bytes, Number number) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes += static_cast<char>(number >> (8 * i));
}

std::uint64_t record_number(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

bool is_sum_of(std::string_view checksum, std::string_view bytes) {
    return record_number(checksum) == masked_crc32c(bytes);
}

}  // namespace

std::string framed_record(std::string_view record) {
    std::string bytes;
    append_record_number(bytes, std::uint64_t{record.size()});
    append_record_number(bytes, masked_crc32c(bytes));
    bytes += record;
    append_record_number(bytes, masked_crc32c(record));
    return bytes;
}

Result<RecordReader> RecordReader::open(const std::filesystem::path& path) {
    TRY(auto file, InputFile::open(path));
    return RecordReader(std::move(file));
}

/// Reads `size` bytes into the buffer, less only at the end of the file.
Result<std::size_t> RecordReader::fill(std::size_t size) {
    buffer_.clear();
    while (buffer_.size() < size) {
        const std::size_t filled = buffer_.size();
        buffer_.resize(std::min(size, filled + kRecordPieceBytes));
        TRY(const std::size_t count, file_.read({buffer_.data() + filled, buffer_.size() - filled}));
        buffer_.resize(filled + count);
        if (count == 0)
            break;
    }
    return buffer_.size();
}

/// False: the file ended before.
Result<bool> RecordReader::skip(std::uint64_t size) {
    while (size > 0) {
        TRY(const std::size_t count,
            fill(static_cast<std::size_t>(std::min<std::uint64_t>(size, kRecordPieceBytes))));
        if (count == 0)
            return false;
        size -= count;
    }
    return true;
}

void RecordReader::remark(std::string text) {
    remarks_ += (remarks_.empty() ? "" : "; ") + std::move(text);
}

Result<std::optional<std::string_view>> RecordReader::next() {
    while (!is_at_end_) {
        TRY(const std::size_t header, fill(kRecordHeaderBytes));
        const std::string_view bytes = buffer_;
        if (header > 0 && header < kRecordHeaderBytes)
            remark(fmt::format("the file is cut off in the record at byte {}", position_));
        else if (header > 0 &&
                 !is_sum_of(bytes.substr(kRecordLengthBytes), bytes.substr(0, kRecordLengthBytes)))
            remark(fmt::format("what comes behind byte {} is damaged and was left out", position_));
        if (header < kRecordHeaderBytes || !remarks_.empty()) {
            is_at_end_ = true;
            break;
        }
        const std::uint64_t length = record_number(bytes.substr(0, kRecordLengthBytes));
        if (length > kMaxRecordBytes) {
            TRY(const bool is_whole, skip(length));
            TRY(const bool has_checksum, skip(kRecordChecksumBytes));
            if (!is_whole || !has_checksum) {
                remark(fmt::format("the file is cut off in the record at byte {}", position_));
                is_at_end_ = true;
            }
            position_ += kRecordHeaderBytes + length + kRecordChecksumBytes;
            continue;
        }
        const auto size = static_cast<std::size_t>(length);
        TRY(const std::size_t count, fill(size + kRecordChecksumBytes));
        if (count < size + kRecordChecksumBytes) {
            remark(fmt::format("the file is cut off in the record at byte {}", position_));
            is_at_end_ = true;
            break;
        }
        position_ += kRecordHeaderBytes + length + kRecordChecksumBytes;
        const std::string_view record = std::string_view(buffer_).substr(0, size);
        if (is_sum_of(std::string_view(buffer_).substr(size), record))
            return std::optional(record);
        ++damaged_;
    }
    if (const auto damaged = std::exchange(damaged_, 0); damaged > 0)
        remark(fmt::format("{} left out", damaged == 1 ? "a damaged record was"
                                                       : fmt::format("{} damaged records were", damaged)));
    return std::optional<std::string_view>();
}

}  // namespace tunebench
