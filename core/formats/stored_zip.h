// Zip archives whose files are stored, not compressed: the container of torch.save. Bytes in, bytes out.
// Source: PKWARE's APPNOTE 6.3.10. No zip64, so below 4 GiB; no encryption, no several disks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

struct ZipEntry {
    std::string_view name = {};
    std::string_view data = {};
};

/// The files of an archive in the order of its directory, as views into `bytes`. Corrupt for an archive that
/// contradicts itself: a file outside the archive, a name that occurs twice, bytes that do not give the
/// checksum. Unsupported for compression, encryption and zip64.
Result<std::vector<ZipEntry>> parse_stored_zip(std::string_view bytes, std::string_view source_name);

/// An archive of these files, each of which begins at a multiple of 64 bytes as torch.save writes them.
/// Unsupported when it would reach 4 GiB.
Result<std::string> stored_zip(const std::vector<ZipEntry>& entries);

}  // namespace tunebench
