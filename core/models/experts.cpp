#include "core/models/experts.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

// Far above the 128 to 512 of a layer, and the 25,000 altogether, of the largest models.
constexpr std::int64_t kMostOfALayer = 4096;
constexpr std::int64_t kMostOfAll = std::int64_t{1} << 17;

Error not_of_a_model(std::string message, std::string_view key) {
    return {.code = ErrorCode::Corrupt,
            .message = std::move(message),
            .hint = "Download the model's config.json again.",
            .field = std::string(key)};
}

}  // namespace

Result<void> check_experts(const ExpertsConfig& experts, std::int64_t num_layers,
                           std::string_view count_key) {
    if (experts.count > kMostOfALayer)
        return not_of_a_model(
            fmt::format("{} is {}, which is more than {}", count_key, experts.count, kMostOfALayer),
            count_key);
    if (num_layers > kMostOfAll / experts.count)
        return not_of_a_model(fmt::format("{} is {} in each of {} layers, which is more than {} altogether",
                                          count_key, experts.count, num_layers, kMostOfAll),
                              count_key);
    if (experts.per_token > experts.count)
        return not_of_a_model(fmt::format("num_experts_per_tok is {}, but there are {} experts",
                                          experts.per_token, experts.count),
                              "num_experts_per_tok");
    return {};
}

}  // namespace tunebench
