// The two errors of this folder. Their messages begin with a small letter: the reader puts file, row and
// column in front.
#pragma once

#include <string>

#include "core/base/result.h"

namespace tunebench::parquet {

inline Error corrupt(std::string reason) {
    return {.code = ErrorCode::Corrupt,
            .message = std::move(reason),
            .hint = "Download or copy the file again: it is damaged or incomplete."};
}

inline Error unsupported(std::string reason, std::string hint) {
    return {.code = ErrorCode::Unsupported, .message = std::move(reason), .hint = std::move(hint)};
}

}  // namespace tunebench::parquet
