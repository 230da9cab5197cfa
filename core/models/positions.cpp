#include "core/models/positions.h"

#include <fmt/format.h>

namespace tunebench {

Result<void> check_positions(const ModelConfig& model, std::int64_t max_length, std::int64_t tokens_before) {
    const auto room = model.max_position_embeddings - tokens_before;
    if (model.max_position_embeddings <= 0 || max_length <= room)
        return {};
    auto message = tokens_before == 0
                       ? fmt::format("A maximum length of {} tokens is more", max_length)
                       : fmt::format("{} virtual tokens and a maximum length of {} after them are more",
                                     tokens_before, max_length);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("{} than the {} positions of the model", message,
                                        model.max_position_embeddings),
                 .hint = fmt::format("Set it to {} or less.", room),
                 .field = "data.max_length"};
}

}  // namespace tunebench
