#include "core/methods/loreft/positions.h"

#include <gtest/gtest.h>

namespace tunebench::loreft {
namespace {

using Positions = std::vector<std::int64_t>;

Positions at(std::string_view text, std::int64_t prompt_length) {
    return positions_in(*parse_positions(text), prompt_length);
}

TEST(PositionsTest, AreTheFirstAndTheLastOfThePrompt) {
    EXPECT_EQ(at("f7+l7", 20), (Positions{0, 1, 2, 3, 4, 5, 6, 13, 14, 15, 16, 17, 18, 19}));
    EXPECT_EQ(at("f2", 20), (Positions{0, 1}));
    EXPECT_EQ(at("l1", 20), (Positions{19}));
}

TEST(PositionsTest, AreAtMostHalfOfAShortPromptFromEitherEnd) {
    EXPECT_EQ(at("f7+l7", 6), (Positions{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(at("f3", 7), (Positions{0, 1, 2}));
    EXPECT_EQ(at("l2", 7), (Positions{5, 6}));
    EXPECT_EQ(at("f5", 9), (Positions{0, 1, 2, 3}));
    EXPECT_EQ(at("l5", 9), (Positions{5, 6, 7, 8}));
    EXPECT_EQ(at("f1+l1", 1), Positions());
    EXPECT_EQ(at("f1+l1", 0), Positions());
}

TEST(PositionsTest, AreReadFromText) {
    EXPECT_EQ(*parse_positions("f3+l12"), (PromptPositions{.first = 3, .last = 12}));
    EXPECT_EQ(*parse_positions("f3"), (PromptPositions{.first = 3}));
    EXPECT_EQ(*parse_positions("l4"), (PromptPositions{.last = 4}));
}

TEST(PositionsTest, WhatCannotBeReadIsNamedWithAnExample) {
    for (const auto* text : {"", "7", "f", "l+f", "l7+f7", "f7+", "f7+l7+f1", "f-1", "f0", "f1.5", "x3", "F7",
                             "f99999999999999999999", "f7 l7"}) {
        const auto positions = parse_positions(text);
        ASSERT_FALSE(positions) << text;
        EXPECT_EQ(positions.error().field, "positions");
        EXPECT_NE(positions.error().message.find(text), std::string::npos);
        EXPECT_NE(positions.error().hint.find("f7+l7"), std::string::npos);
    }
}

}  // namespace
}  // namespace tunebench::loreft
