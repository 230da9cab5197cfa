#include "core/memory/gradient_start.h"

#include <gtest/gtest.h>

#include "core/models/shapes.h"

namespace tunebench {
namespace {

GradientStart start_of(const char* method,
                       std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap params;
    for (const auto& [key, value] : entries)
        params.set(key, value);
    const auto model = *shape_config("llama-7b");
    return gradient_start(model, *find_method(method)->plan(model, params));
}

void expect_start(const GradientStart& found, std::int64_t layer, BlockPlace place) {
    EXPECT_EQ(found.layer, layer);
    EXPECT_EQ(found.place, place);
}

TEST(GradientStartTest, IsTheFirstPlaceThatTrains) {
    expect_start(start_of("full", {}), 0, BlockPlace::Start);
    expect_start(start_of("lora", {}), 0, BlockPlace::Attention);
    expect_start(start_of("lora", {{"targets", ParamList{"down_proj"}}}), 0, BlockPlace::MlpOutput);
    expect_start(start_of("houlsby", {}), 0, BlockPlace::AfterAttention);
    expect_start(start_of("houlsby", {{"train_layer_norms", true}}), 0, BlockPlace::Start);
    expect_start(start_of("houlsby", {{"variant", "pfeiffer"}}), 0, BlockPlace::AfterMlp);
    expect_start(start_of("loreft", {{"layers", "5;9"}}), 5, BlockPlace::Output);
}

TEST(GradientStartTest, ReachesWhatComesAfterIt) {
    const GradientStart start{.layer = 1, .place = BlockPlace::AfterAttention};
    EXPECT_FALSE(start.reaches(0, BlockPlace::Output));
    EXPECT_FALSE(start.reaches(1, BlockPlace::Attention));
    EXPECT_TRUE(start.reaches(1, BlockPlace::AfterAttention));
    EXPECT_FALSE(start.is_before(1, BlockPlace::AfterAttention));
    EXPECT_TRUE(start.is_before(1, BlockPlace::Mlp));
    EXPECT_TRUE(start.is_before(2, BlockPlace::Start));
}

}  // namespace
}  // namespace tunebench
