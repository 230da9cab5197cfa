// What runs on several threads gives the bits that one gives, and runs on several.
#include <mutex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "core/engine/ops/adam_update.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/lion_update.h"
#include "core/engine/ops/rms_norm.h"
#include "core/engine/ops/rope.h"
#include "core/engine/quantization/block_codes.h"
#include "core/engine/quantization/code_books.h"
#include "core/engine/tensor.h"
#include "core/engine/training/gradient_statistics.h"

namespace tunebench {
namespace {

constexpr std::int64_t kMany = 200003;  // for several threads, and for no block or vector a whole number

class ThreadCountTest : public testing::Test {
protected:
    ~ThreadCountTest() override { at::set_num_threads(before_); }

    /// result() is a tensor, or several, that one thread and three threads make alike.
    template <class Result>
    static void expect_alike(const Result& result) {
        at::set_num_threads(1);
        const std::vector<at::Tensor> one = result();
        at::set_num_threads(3);
        const std::vector<at::Tensor> three = result();
        for (std::size_t i = 0; i < one.size(); ++i)
            EXPECT_TRUE(at::equal(one[i], three[i])) << i;
    }

    static at::Tensor draw(at::IntArrayRef sizes, std::uint64_t seed, at::ScalarType type = at::kFloat) {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
        return at::empty(sizes, at::kFloat).normal_(0.0, 1.0, generator).to(type);
    }

private:
    const int before_ = at::get_num_threads();
};

TEST_F(ThreadCountTest, LoopsOfOurOwnRunOnSeveralThreads) {
    at::set_num_threads(3);
    std::mutex mutex;
    std::set<std::thread::id> threads;
    at::parallel_for(0, 3, 1, [&](std::int64_t, std::int64_t) {
        const std::lock_guard lock(mutex);
        threads.insert(std::this_thread::get_id());
    });
    EXPECT_EQ(threads.size(), 3U);
}

TEST_F(ThreadCountTest, ChangesNoBitOfAnUpdate) {
    for (const auto type : {at::kFloat, at::kBFloat16})
        for (const auto& rounding : {Rounding{}, Rounding::by_chance(1, 2, 3)}) {
            expect_alike([&] {
                auto parameter = draw({kMany}, 1, type), mean = draw({kMany}, 2).mul_(0.1);
                auto squares = draw({kMany}, 3).square_();
                adam_update(parameter, draw({kMany}, 4, type), mean, squares,
                            {.learning_rate = 1e-2, .decoupled_decay = 0.1, .step = 3, .rounding = rounding});
                return std::vector{parameter, mean, squares};
            });
            expect_alike([&] {
                auto parameter = draw({kMany}, 1, type), mean = draw({kMany}, 2).mul_(0.1);
                lion_update(parameter, draw({kMany}, 4, type), mean,
                            {.learning_rate = 1e-2, .decoupled_decay = 0.1, .rounding = rounding});
                return std::vector{parameter, mean};
            });
        }
}

TEST_F(ThreadCountTest, ChangesNoBitOfRows) {
    expect_alike([] {
        auto x = draw({700, 130}, 1).set_requires_grad(true), weight = draw({130}, 2).set_requires_grad(true);
        const auto out = rms_norm(x, weight, 1e-5, at::kFloat);
        (out * draw({700, 130}, 3)).sum().backward();
        return std::vector{out.detach(), x.grad(), weight.grad()};
    });
    expect_alike([] {
        auto gate = draw({700, 130}, 1).set_requires_grad(true),
             up = draw({700, 130}, 2).set_requires_grad(true);
        const auto out = silu_multiply(gate, up);
        (out * draw({700, 130}, 3)).sum().backward();
        return std::vector{out.detach(), gate.grad(), up.grad()};
    });
    const auto table = rope_table(rope_frequencies({}, 34), at::arange(700));
    expect_alike([&] { return std::vector{apply_rope(draw({700, 4, 34}, 1), table)}; });
}

TEST_F(ThreadCountTest, ChangesNoBitOfTheLossAndItsGradient) {
    expect_alike([] {
        auto hidden = draw({300, 16}, 1).set_requires_grad(true);
        const auto loss = linear_cross_entropy(hidden, {draw({1031, 16}, 2)}, at::arange(300), 1.0, {});
        loss.backward();
        return std::vector{loss.detach(), hidden.grad()};
    });
}

TEST_F(ThreadCountTest, ChangesNoBitOfNormsAndCodes) {
    expect_alike([] { return std::vector{at::tensor(gradient_norm(draw({kMany}, 1)), at::kDouble)}; });
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Int8})
        expect_alike([&] {
            const auto blocks = quantize_blocks(draw({kMany}, 1), code_book_of(type), 64);
            return std::vector{blocks.codes, blocks.absmax, dequantize_blocks(blocks)};
        });
}

}  // namespace
}  // namespace tunebench
