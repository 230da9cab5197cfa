// Names that came out of a file of others (shards of an index, files of a repository, entries of an archive)
// turned into paths that cannot leave their folder.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// root / untrusted_name, or Corrupt with the reason. Refused: absolute names, ".", "..", empty components,
/// backslashes, control characters, characters and device names that Windows reserves, a colon (drives,
/// streams), a trailing dot or space, invalid UTF-8, components over 255 bytes, and symbolic links that leave
/// `root` or dangle. The one place outside that links may lead to: the `blobs` folder of the same repository
/// when root is a snapshot in a Hugging Face cache (models--* or datasets--*/snapshots/<revision>), as every
/// file there is such a link. The file itself need not exist; `root` must (NotFound).
Result<std::filesystem::path> contained_path(const std::filesystem::path& root,
                                             std::string_view untrusted_name);

}  // namespace tunebench
