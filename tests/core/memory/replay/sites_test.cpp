// What an adapter keeps for backward, and what its way back takes.
#include "core/memory/replay/sites.h"

#include <gtest/gtest.h>

namespace tunebench::replay {
namespace {

constexpr std::int64_t kRows = 10, kHidden = 8;
constexpr std::uint64_t kBranchBytes = std::uint64_t{kRows} * kHidden * kWide;

BottleneckSketch adapter_of(Replay& replay, std::int64_t bottleneck) {
    const auto trained = [&](std::int64_t rows, std::int64_t columns) {
        return replay.leaf(replay.make_as(Item::Weights, rows, columns, kWide), [](const Sketch&) {});
    };
    return {.down = trained(bottleneck, kHidden),
            .down_bias = trained(1, bottleneck),
            .up = trained(kHidden, bottleneck),
            .up_bias = trained(1, kHidden)};
}

/// Of a branch that needs no gradient, whose memory is not counted; the result's is.
std::uint64_t kept_with(Activation activation) {
    Replay replay(Machine{});
    auto adapter = adapter_of(replay, 4);
    adapter.activation = activation;
    const auto branch = replay.make_as(Item::Weights, kRows, kHidden, kWide);
    const auto out = adapter.apply(replay, branch, branch, nullptr);
    return replay.ledger().alive().of(Item::Temporaries);
}

TEST(SitesTest, ABottleneckKeepsWhatItsActivationKeeps) {
    constexpr std::uint64_t kInner = std::uint64_t{kRows} * 4 * kWide;
    for (const auto activation : {Activation::Silu, Activation::Gelu, Activation::GeluTanh})
        EXPECT_EQ(kept_with(activation), kBranchBytes + 2 * kInner);
    for (const auto activation : {Activation::Relu, Activation::Tanh})
        EXPECT_EQ(kept_with(activation), kBranchBytes + kInner);
}

/// At the peak of backward.
std::uint64_t taken_back(bool has_scale) {
    Replay replay(Machine{});
    auto adapter = adapter_of(replay, 1);
    adapter.has_scale = has_scale;
    const auto branch = replay.make_as(Item::Weights, kRows, kHidden, kWide);
    const auto out = adapter.apply(replay, branch, branch, nullptr);
    replay.ledger().begin_phase();
    replay.backward(out, replay.like(out));
    return replay.ledger().peak().of(Item::Temporaries);
}

TEST(SitesTest, AScaleMakesAGradientOfItsOwn) {
    constexpr std::uint64_t kInner = std::uint64_t{kRows} * kWide, kWeight = kHidden * kWide;
    const auto kept = kBranchBytes + 2 * kInner;
    // Its own; or where it has come through, those of the upper map beside what it came from.
    EXPECT_EQ(taken_back(false), kept + kBranchBytes + kInner + 2 * kWeight);
    EXPECT_EQ(taken_back(true), kept + 2 * kBranchBytes);
}

std::uint64_t taken_forward(bool is_training) {
    Replay replay(Machine{});
    const Replay::Recording off(replay, false);
    auto adapter = adapter_of(replay, 4);
    adapter.dropout = 0.1;
    adapter.is_training = is_training;
    const auto branch = replay.make_as(Item::Weights, kRows, kHidden, kWide);
    adapter.apply(replay, branch, branch, nullptr);
    return replay.ledger().peak().of(Item::Temporaries);
}

TEST(SitesTest, NothingIsDroppedWhileNothingTrains) {
    EXPECT_LT(taken_forward(false), taken_forward(true));
}

}  // namespace
}  // namespace tunebench::replay
