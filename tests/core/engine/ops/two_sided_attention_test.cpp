// Attention to both sides, as encoders have it, against a loop over what each query may see.
#include <gtest/gtest.h>

#include "core/engine/ops/attention.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

struct TwoSidedShape {
    std::vector<std::int32_t> starts;
    std::int64_t heads, key_value_heads;
    std::optional<std::int64_t> window;
    std::int64_t prefix = 0;
    std::int64_t always_seen = 0;
};

constexpr double kSame = 1e-10;
constexpr double kSameInFp32 = 1e-5;
constexpr double kScale = 0.5;

class TwoSidedAttentionTest : public testing::TestWithParam<TwoSidedShape> {
protected:
    TwoSidedAttentionTest() {
        const auto& shape = GetParam();
        const auto n = static_cast<std::int64_t>(shape.starts.back());
        const auto keys = n + (std::ssize(shape.starts) - 1) * shape.prefix;
        query_ = random({n, shape.heads, 4}, 1);
        key_ = random({keys, shape.key_value_heads, 4}, 2);
        value_ = random({keys, shape.key_value_heads, 4}, 3);
    }

    static at::Tensor random(at::IntArrayRef sizes, std::uint64_t seed) {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
        return at::empty(sizes, at::kDouble).normal_(0.0, 1.0, generator);
    }

    static AttentionLayout layout() {
        const auto& shape = GetParam();
        return {.starts = shape.starts,
                .scale = kScale,
                .is_bidirectional = true,
                .window = shape.window,
                .prefix = shape.prefix,
                .always_seen = shape.always_seen};
    }

    /// The keys of the sequence, its prefix first, that its token at `own` sees.
    static std::vector<std::int64_t> seen_by(std::int64_t own, std::int64_t keys) {
        const auto& shape = GetParam();
        std::vector<std::int64_t> seen;
        for (std::int64_t key = 0; key < keys; ++key)
            if (key < shape.always_seen || !shape.window || std::abs(key - own) < *shape.window)
                seen.push_back(key);
        return seen;
    }

    /// Query by query.
    static at::Tensor expected(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value) {
        const auto& shape = GetParam();
        const auto shared = shape.heads / shape.key_value_heads;
        std::vector<at::Tensor> rows;
        for (std::size_t i = 0; i + 1 < shape.starts.size(); ++i) {
            const auto first = shape.starts[i] + static_cast<std::int64_t>(i) * shape.prefix;
            const auto length = shape.starts[i + 1] - shape.starts[i];
            for (std::int64_t token = 0; token < length; ++token) {
                const auto seen = at::tensor(seen_by(shape.prefix + token, shape.prefix + length)) + first;
                std::vector<at::Tensor> heads;
                for (std::int64_t head = 0; head < shape.heads; ++head) {
                    const auto keys = key.select(1, head / shared).index_select(0, seen);
                    const auto values = value.select(1, head / shared).index_select(0, seen);
                    const auto scores = at::mv(keys, query[shape.starts[i] + token][head]) * kScale;
                    heads.push_back(at::mv(values.t(), at::softmax(scores, 0)));
                }
                rows.push_back(at::stack(heads));
            }
        }
        return at::stack(rows);
    }

    /// Result and gradients of both agree on these.
    void expect_same_in(at::ScalarType type, double tolerance) {
        std::vector<at::Tensor> ours, loops;
        for (const auto& input : {query_, key_, value_}) {
            ours.push_back(input.to(type).clone().set_requires_grad(true));
            loops.push_back(input.clone().set_requires_grad(true));
        }
        const auto found = attention(ours[0], ours[1], ours[2], layout());
        const auto wanted = expected(loops[0], loops[1], loops[2]);
        EXPECT_TRUE(at::allclose(found.to(at::kDouble), wanted, tolerance, tolerance));
        const auto weights = random(wanted.sizes(), 9);
        (found * weights.to(type)).sum().backward();
        (wanted * weights).sum().backward();
        for (std::size_t i = 0; i < ours.size(); ++i)
            EXPECT_TRUE(at::allclose(ours[i].grad().to(at::kDouble), loops[i].grad(), tolerance, tolerance))
                << "gradient of input " << i;
    }

    at::Tensor query_, key_, value_;
};

TEST_P(TwoSidedAttentionTest, SeesWhatALoopSees) {
    expect_same_in(at::kDouble, kSame);
    expect_same_in(at::kFloat, kSameInFp32);
}

TEST_P(TwoSidedAttentionTest, EqualsItsComposedForm) {
    EXPECT_TRUE(at::allclose(attention(query_, key_, value_, layout()),
                             attention_composed(query_, key_, value_, layout()), kSame, kSame));
}

// The last ones are longer than a tile of queries.
INSTANTIATE_TEST_SUITE_P(
    Shapes, TwoSidedAttentionTest,
    testing::Values(TwoSidedShape{{0, 5}, 2, 2, {}}, TwoSidedShape{{0, 5, 10, 11}, 4, 2, {}},
                    TwoSidedShape{{0, 7, 9}, 4, 1, 3}, TwoSidedShape{{0, 3, 3, 8}, 2, 1, 1},
                    TwoSidedShape{{0, 5, 10, 11}, 4, 2, {}, 3}, TwoSidedShape{{0, 7, 14}, 4, 2, 4, 6},
                    TwoSidedShape{{0, 7, 14}, 4, 2, 4, 6, 6}, TwoSidedShape{{0, 300}, 2, 1, {}},
                    TwoSidedShape{{0, 280, 560}, 2, 2, 40}, TwoSidedShape{{0, 280}, 2, 2, 40, 30, 30}));

}  // namespace
}  // namespace tunebench
