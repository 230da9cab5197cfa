#include "core/models/added_rows.h"

#include <algorithm>

namespace tunebench {

ModelConfig with_added_rows(ModelConfig config, std::int64_t first, std::int64_t count) {
    if (count == 0)
        return config;
    config.added_rows = {.begin = std::min(first, config.vocab_size), .end = first + count};
    config.vocab_size = std::max(config.vocab_size, config.added_rows.end);
    return config;
}

}  // namespace tunebench
