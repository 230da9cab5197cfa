#include "core/engine/layers/key_value_cache.h"

#include <gtest/gtest.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

at::Tensor rows(std::int64_t count, double value) {
    return at::full({count, 2, 4}, value);
}

TEST(KeyValueCacheTest, APrefixLeavesAllTokensTheirRoom) {
    KeyValueCache cache(/*layers=*/1, /*capacity=*/5);
    cache.put_prefix(0, rows(3, 1.0), rows(3, 2.0));
    const auto first = cache.append(0, rows(4, 3.0), rows(4, 4.0));
    cache.advance(4);
    const auto all = cache.append(0, rows(1, 5.0), rows(1, 6.0));
    EXPECT_EQ(all.first.data_ptr(), first.first.data_ptr());
    EXPECT_EQ(all.first.size(0), 8);
    EXPECT_EQ(all.first.storage().nbytes(), 8U * 2 * 4 * sizeof(float));
    EXPECT_TRUE(at::equal(all.first, at::cat({rows(3, 1.0), rows(4, 3.0), rows(1, 5.0)})));
    EXPECT_TRUE(at::equal(all.second, at::cat({rows(3, 2.0), rows(4, 4.0), rows(1, 6.0)})));
}

TEST(KeyValueCacheTest, GrowsBeyondItsCapacity) {
    KeyValueCache cache(/*layers=*/1, /*capacity=*/2);
    cache.append(0, rows(2, 1.0), rows(2, 2.0));
    cache.advance(2);
    const auto all = cache.append(0, rows(1, 3.0), rows(1, 4.0));
    EXPECT_TRUE(at::equal(all.first, at::cat({rows(2, 1.0), rows(1, 3.0)})));
    EXPECT_TRUE(at::equal(all.second, at::cat({rows(2, 2.0), rows(1, 4.0)})));
}

}  // namespace
}  // namespace tunebench
