// States as 8-bit codes: what they cost in precision, and the loop against LibTorch's own operations.
#include "core/engine/ops/coded_state.h"

#include <gtest/gtest.h>

#include "core/engine/ops/adam_update.h"
#include "core/engine/ops/lion_update.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kRows = 61, kColumns = 83;  // the last block is short

at::Tensor random(std::uint64_t seed, double size = 1.0) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty({kRows, kColumns}).normal_(0.0, size, generator);
}

CodedState zeros(const StateCode& code) {
    constexpr auto kCount = kRows * kColumns;
    const auto blocks = (kCount + code.block() - 1) / code.block();
    const auto codes =
        code.bits() == 8 ? at::zeros({kRows, kColumns}, at::kByte) : at::zeros({(kCount + 1) / 2}, at::kByte);
    return {.codes = codes, .absmax = at::zeros({blocks}), .code = code, .count = kCount};
}

std::array<const StateCode*, 4> all_codes() {
    return {&StateCode::of_signed(), &StateCode::of_unsigned(), &StateCode::of_signed(StateType::FourBit),
            &StateCode::of_unsigned(StateType::FourBit)};
}

TEST(CodedStateTest, FourBitsHaveThreeDecadesOrSixteenths) {
    const auto book = StateCode::of_signed(StateType::FourBit).code_book();
    const auto expected =
        at::tensor({-0.8875F, -0.6625F, -0.4375F, -0.2125F, -0.0775F, -0.0325F, -0.0055F, 0.0F, 0.0055F,
                    0.0325F, 0.0775F, 0.2125F, 0.4375F, 0.6625F, 0.8875F, 1.0F});
    EXPECT_TRUE(at::allclose(book, expected)) << book;
    const auto steps = StateCode::of_unsigned(StateType::FourBit).code_book();
    EXPECT_EQ(steps.numel(), 16);
    EXPECT_EQ(steps[0].item<float>(), 1.0F / 16.0F);
    EXPECT_EQ(steps[15].item<float>(), 1.0F);
}

TEST(CodedStateTest, ZerosAreZeros) {
    for (const auto* code : all_codes())
        EXPECT_EQ(decode_state(zeros(*code)).abs().max().item<float>(), 0.0F);
}

TEST(CodedStateTest, NumbersComeBackWithinAFewPerCent) {
    const auto state = zeros(StateCode::of_signed());
    const auto values = random(1);
    encode_state(values, state);
    const auto difference = (decode_state(state) - values).abs();
    // From a tenth of the block's largest on, codes are 1 to 12 per cent apart; below that, coarser by
    // decades.
    const auto share = difference / values.abs();
    EXPECT_LT(share.masked_select(values.abs() > 0.5).max().item<double>(), 0.07);
    EXPECT_LT(difference.mean().item<double>(), 0.01);
    // The largest of a block is exact.
    EXPECT_EQ(state.absmax[0].item<float>(),
              values.reshape({-1}).narrow(0, 0, 256).abs().max().item<float>());
}

TEST(CodedStateTest, TheLoopCodesAsLibTorchsOperationsDo) {
    for (const auto* code : all_codes()) {
        const auto values = code->code_book()[0].item<float>() < 0.0F ? random(2) : random(2).square();
        const auto expected = zeros(*code), found = zeros(*code);
        encode_state(values, expected);
        const auto* from = values.data_ptr<float>();
        update_coded(std::array{found}, values.numel(),
                     [&](std::int64_t first, std::int64_t count, const std::array<float*, 1>& states) {
                         std::copy_n(from + first, count, states[0]);
                     });
        EXPECT_TRUE(at::equal(found.absmax, expected.absmax));
        EXPECT_TRUE(at::equal(found.codes, expected.codes));
    }
}

TEST(CodedStateTest, AdamsLoopEqualsItsComposedForm) {
    const AdamUpdate rule{.learning_rate = 1e-2, .decoupled_decay = 0.1, .gradient_scale = 0.5, .step = 3};
    const auto found = random(1), expected = found.clone();
    const auto mean = zeros(StateCode::of_signed()), square = zeros(StateCode::of_unsigned());
    auto whole_mean = at::zeros_like(found), whole_square = at::zeros_like(found);
    for (int step = 0; step < 3; ++step) {
        const auto gradient = random(static_cast<std::uint64_t>(step) + 5, 1e-3);
        adam_update(found, gradient, mean, square, rule);
        adam_update_composed(expected, gradient, whole_mean, whole_square, rule);
        const auto coded_mean = zeros(StateCode::of_signed()), coded_square = zeros(StateCode::of_unsigned());
        encode_state(whole_mean, coded_mean);
        encode_state(whole_square, coded_square);
        whole_mean = decode_state(coded_mean);
        whole_square = decode_state(coded_square);
    }
    EXPECT_LT((found - expected).abs().max().item<double>(), 1e-4);
    EXPECT_LT((found - expected).abs().mean().item<double>(), 1e-6);
}

TEST(CodedStateTest, TheFirstStepIsThatOfFp32States) {
    const auto start = random(1), gradient = random(2);
    const auto coded = start.clone(), plain = start.clone();
    const AdamUpdate rule{.learning_rate = 1e-2};
    adam_update(coded, gradient, zeros(StateCode::of_signed()), zeros(StateCode::of_unsigned()), rule);
    adam_update(plain, gradient, at::zeros_like(plain), at::zeros_like(plain), rule);
    EXPECT_TRUE(at::allclose(coded, plain, 1e-6, 1e-8)) << "means are used before they are coded";
}

TEST(CodedStateTest, LionsLoopEqualsItsComposedForm) {
    const LionUpdate rule{.learning_rate = 1e-2, .decoupled_decay = 0.1, .gradient_scale = 0.5};
    const auto found = random(1), expected = found.clone(), coded = found.clone();
    const auto momentum = random(2, 1e-3), expected_momentum = momentum.clone();
    const auto gradient = random(3, 1e-3);
    lion_update(found, gradient, momentum, rule);
    lion_update_composed(expected, gradient, expected_momentum, rule);
    EXPECT_TRUE(at::allclose(found, expected, 1e-6, 1e-7));
    EXPECT_TRUE(at::allclose(momentum, expected_momentum, 1e-6, 1e-9));
    const auto state = zeros(StateCode::of_signed());
    lion_update(coded, gradient, state, rule);
    EXPECT_TRUE(at::allclose(coded, random(1) * (1.0 - 1e-3) - 1e-2 * gradient.sign(), 1e-6, 1e-7));
    EXPECT_LT((decode_state(state) - gradient * 0.5 * 0.01).abs().max().item<double>(), 1e-6);
}

}  // namespace
}  // namespace tunebench
