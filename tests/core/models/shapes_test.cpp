// Named shapes, and the same model with other layers.
#include "core/models/shapes.h"

#include <gtest/gtest.h>

#include "core/models/parameters.h"

namespace tunebench {
namespace {

TEST(ShapesTest, EveryNameIsAModel) {
    for (const auto& name : shape_names()) {
        const auto shape = shape_config(name);
        ASSERT_TRUE(shape) << name << ": " << shape.error().message;
        EXPECT_GT(parameter_count(*shape), 0) << name;
    }
}

TEST(ShapesTest, AnUnknownNameIsAnErrorThatListsTheKnown) {
    const auto shape = shape_config("llama-8t");
    ASSERT_FALSE(shape);
    EXPECT_NE(shape.error().hint.find("llama-7b"), std::string::npos);
}

TEST(ShapesTest, EachLayerMoreIsAsManyParameters) {
    const auto model = *shape_config("smollm-135m");
    EXPECT_EQ(with_layers(model, model.num_hidden_layers), model);
    const auto count = [&](std::int64_t layers) { return parameter_count(with_layers(model, layers)); };
    EXPECT_GT(count(2), count(1));
    EXPECT_EQ(count(60) - count(30), count(30) - count(29) + 29 * (count(2) - count(1)));
}

TEST(ShapesTest, WhatDiffersFromLayerToLayerComesAgain) {
    auto model = *shape_config("tiny-mixtral");
    model.num_hidden_layers = 3;
    model.sliding_window = 64;
    model.sliding_layers = {true, true, false};
    model.experts->layers = {true, false, true};
    const auto longer = with_layers(model, 5);
    EXPECT_EQ(longer.sliding_layers, (std::vector<bool>{true, true, false, true, true}));
    EXPECT_EQ(longer.experts->layers, (std::vector<bool>{true, false, true, true, false}));
    EXPECT_TRUE(longer.rotary_layers.empty()) << "all of them, as before";
    EXPECT_EQ(with_layers(model, 1).sliding_layers, std::vector<bool>{true});
}

}  // namespace
}  // namespace tunebench
