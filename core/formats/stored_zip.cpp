#include "core/formats/stored_zip.h"

#include <array>
#include <limits>
#include <set>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kDirectorySignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::size_t kLocalBytes = 30, kDirectoryBytes = 46, kEndBytes = 22;
constexpr std::size_t kMaxComment = 65535;
constexpr std::size_t kAlignment = 64;
constexpr std::uint16_t kVersion = 20;
constexpr std::uint16_t kUtf8Names = 1 << 11;
constexpr std::uint16_t kEncrypted = 1;
constexpr std::uint16_t kFirstOfJanuary1980 = 0x21;
constexpr std::uint64_t kMaxBytes = std::numeric_limits<std::uint32_t>::max();

constexpr std::array<std::uint32_t, 256> crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ (value & 1 ? 0xedb88320U : 0U);
        table[i] = value;
    }
    return table;
}

std::uint32_t crc32(std::string_view data) {
    static constexpr auto kTable = crc_table();
    std::uint32_t crc = ~std::uint32_t{0};
    for (const char c : data)
        crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

/// Little-endian numbers at a place in the archive. The caller has checked that they are inside.
class Fields {
public:
    Fields(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    std::uint16_t u16(std::size_t offset) const { return static_cast<std::uint16_t>(number(offset, 2)); }
    std::uint32_t u32(std::size_t offset) const { return number(offset, 4); }

private:
    std::uint32_t number(std::size_t offset, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at_ + offset + i]))
                     << (8 * i);
        return value;
    }

    std::string_view bytes_;
    std::size_t at_;
};

Error damaged(std::string_view source, std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: the archive {}", source, reason),
            .hint = "Get the file again: it is damaged or incomplete."};
}

Error unsupported(std::string_view source, std::string_view reason) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("{}: the archive {}", source, reason),
            .hint = "Write it with torch.save as it is by default, or use safetensors."};
}

/// Where the record that ends the archive begins: the last place whose comment reaches to the end.
std::size_t find_end(std::string_view bytes) {
    if (bytes.size() < kEndBytes)
        return std::string_view::npos;
    const auto last = bytes.size() - kEndBytes;
    const auto first = last - std::min(last, kMaxComment);
    for (auto at = last + 1; at-- > first;) {
        const Fields end(bytes, at);
        if (end.u32(0) == kEndSignature && at + kEndBytes + end.u16(20) == bytes.size())
            return at;
    }
    return std::string_view::npos;
}

/// One record of the directory at `at`, which is moved behind it. The data lies before `directory`.
Result<ZipEntry> parse_entry(std::string_view bytes, std::size_t& at, std::size_t directory,
                             std::string_view source) {
    if (bytes.size() - at < kDirectoryBytes)
        return damaged(source, "ends in its directory");
    const Fields record(bytes, at);
    if (record.u32(0) != kDirectorySignature)
        return damaged(source, "has a directory that is not one");
    if (record.u16(8) & kEncrypted || record.u16(10) != 0 || record.u32(20) != record.u32(24))
        return unsupported(source, "holds a file that is compressed or encrypted");
    const std::size_t name_bytes = record.u16(28);
    const std::size_t variable = name_bytes + record.u16(30) + record.u16(32);
    const std::size_t local = record.u32(42), size = record.u32(24);
    if (local == kMaxBytes || size == kMaxBytes)
        return unsupported(source, "is a zip64 archive");
    if (bytes.size() - at - kDirectoryBytes < variable)
        return damaged(source, "ends in its directory");
    ZipEntry entry{.name = bytes.substr(at + kDirectoryBytes, name_bytes)};
    at += kDirectoryBytes + variable;
    if (directory < kLocalBytes || local > directory - kLocalBytes ||
        Fields(bytes, local).u32(0) != kLocalSignature)
        return damaged(source, fmt::format("has no file where \"{}\" should begin", entry.name));
    const Fields header(bytes, local);
    const auto data = local + kLocalBytes + header.u16(26) + header.u16(28);
    if (data > directory || size > directory - data)
        return damaged(source, fmt::format("ends before \"{}\" does", entry.name));
    entry.data = bytes.substr(data, size);
    if (crc32(entry.data) != record.u32(16))
        return damaged(source, fmt::format("has other bytes in \"{}\" than were written", entry.name));
    return entry;
}

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i) & 0xff));
}

/// What local header and directory say alike: from the version to the length of the name.
void put_common(std::string& out, const ZipEntry& entry, std::uint32_t crc) {
    put(out, kVersion, 2);
    put(out, kUtf8Names, 2);
    put(out, 0, 2);  // stored
    put(out, 0, 2);  // at midnight, so that the same tensors give the same bytes
    put(out, kFirstOfJanuary1980, 2);
    put(out, crc, 4);
    put(out, entry.data.size(), 4);
    put(out, entry.data.size(), 4);
    put(out, entry.name.size(), 2);
}

/// A local header whose extra field fills up to the next multiple of 64 bytes.
void put_file(std::string& out, const ZipEntry& entry, std::uint32_t crc) {
    constexpr std::size_t kExtraHeader = 4;
    const auto unpadded = out.size() + kLocalBytes + entry.name.size() + kExtraHeader;
    const auto padding = (kAlignment - unpadded % kAlignment) % kAlignment;
    put(out, kLocalSignature, 4);
    put_common(out, entry, crc);
    put(out, kExtraHeader + padding, 2);
    out.append(entry.name).append("FB");
    put(out, padding, 2);
    out.append(padding, 'Z').append(entry.data);
}

void put_directory(std::string& out, const ZipEntry& entry, std::uint32_t crc, std::uint64_t local) {
    put(out, kDirectorySignature, 4);
    put(out, kVersion, 2);
    put_common(out, entry, crc);
    put(out, 0, 2 + 2 + 2 + 2);  // no extra field, no comment, first disk, no attributes
    put(out, 0, 4);
    put(out, local, 4);
    out.append(entry.name);
}

}  // namespace

Result<std::vector<ZipEntry>> parse_stored_zip(std::string_view bytes, std::string_view source_name) {
    if (bytes.size() >= kMaxBytes)
        return unsupported(source_name, "is larger than 4 GiB");
    const auto end_at = find_end(bytes);
    if (end_at == std::string_view::npos)
        return damaged(source_name, "is not a zip archive, or its end is missing");
    const Fields end(bytes, end_at);
    const std::size_t count = end.u16(10), directory = end.u32(16);
    if (directory > end_at)
        return damaged(source_name, "has its directory outside the file");
    std::vector<ZipEntry> entries;
    std::set<std::string_view> names;
    auto at = directory;
    for (std::size_t i = 0; i < count; ++i) {
        TRY(const auto entry, parse_entry(bytes.substr(0, end_at), at, directory, source_name));
        if (!names.insert(entry.name).second)
            return damaged(source_name, fmt::format("has two files of the name \"{}\"", entry.name));
        entries.push_back(entry);
    }
    return entries;
}

Result<std::string> stored_zip(const std::vector<ZipEntry>& entries) {
    std::uint64_t total = kEndBytes;
    for (const auto& entry : entries)
        total += kLocalBytes + kDirectoryBytes + 2 * kAlignment + 2 * entry.name.size() + entry.data.size();
    if (total >= kMaxBytes || entries.size() > std::numeric_limits<std::uint16_t>::max())
        return Error{.code = ErrorCode::Unsupported,
                     .message = "Tensors of more than 4 GiB do not fit into a file of this form",
                     .hint = "Use safetensors."};
    std::string out, directory;
    out.reserve(total);
    for (const auto& entry : entries) {
        const auto crc = crc32(entry.data);
        put_directory(directory, entry, crc, out.size());
        put_file(out, entry, crc);
    }
    const auto begin = out.size();
    out += directory;
    put(out, kEndSignature, 4);
    put(out, 0, 2 + 2);  // the only disk
    put(out, entries.size(), 2);
    put(out, entries.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);  // no comment
    return out;
}

}  // namespace tunebench
