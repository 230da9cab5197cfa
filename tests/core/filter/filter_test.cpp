#include "core/filter/filter.h"

#include <cmath>
#include <limits>
#include <map>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

using Columns = std::map<std::string, FilterValue>;

const double kNan = std::numeric_limits<double>::quiet_NaN();

const Columns kRow = {{"loss", 0.25},
                      {"method", std::string("lora")},
                      {"tag", std::string("good, night")},
                      {"peak", 2147483648.0},
                      {"broken", kNan},
                      {"eval/f1-score", 0.75},
                      {"text", std::string("Town facts\nlora\ntiny\ngood, night")}};

bool matches(const std::string& text, const Columns& row = kRow) {
    const auto filter = Filter::parse(text);
    EXPECT_TRUE(filter) << text << ": " << filter.error().message;
    std::vector<FilterValue> values;
    for (const auto& column : filter->columns()) {
        const auto found = row.find(column.name);
        values.push_back(found == row.end() ? FilterValue() : found->second);
    }
    return filter->matches(values);
}

std::string error_of(const std::string& text) {
    const auto filter = Filter::parse(text);
    EXPECT_FALSE(filter) << text;
    EXPECT_EQ(filter.error().code, ErrorCode::InvalidArgument);
    return filter.error().message;
}

TEST(FilterTest, ComparesNumbersAndTexts) {
    EXPECT_TRUE(matches("loss < 0.5"));
    EXPECT_FALSE(matches("loss > 2.5e-1"));
    EXPECT_TRUE(matches("loss >= 2.5e-1 and loss <= +.25"));
    EXPECT_TRUE(matches("loss > -1"));
    EXPECT_TRUE(matches("method == \"lora\""));
    EXPECT_TRUE(matches("method = 'lora'"));
    EXPECT_TRUE(matches("method != \"dora\""));
    EXPECT_FALSE(matches("method == \"LoRA\""));
    EXPECT_TRUE(matches("method < \"m\""));
    EXPECT_TRUE(matches("peak == 2GiB and peak > 2047MiB"));
    EXPECT_TRUE(matches("`eval/f1-score` > 0.5 and eval/f1-score > 0.5"));
    EXPECT_TRUE(matches("loss < eval/f1-score"));
}

TEST(FilterTest, NumbersAreNotTexts) {
    EXPECT_FALSE(matches("method == 1"));
    EXPECT_TRUE(matches("method != 1"));
    EXPECT_FALSE(matches("method < 1"));
    EXPECT_TRUE(matches("loss : 25"));  // as it is written
}

TEST(FilterTest, JoinsInTheOrderOfStrength) {
    EXPECT_TRUE(matches("loss > 1 and loss > 2 or loss < 1"));
    EXPECT_FALSE(matches("loss > 1 and (loss > 2 or loss < 1)"));
    EXPECT_TRUE(matches("not loss > 1 and loss < 1"));
    EXPECT_FALSE(matches("not (loss < 1 or loss > 2)"));
    EXPECT_TRUE(matches("!loss > 1"));
    EXPECT_TRUE(matches("NOT loss > 1 AND method:\"LO\""));
    EXPECT_TRUE(matches("loss < 1 tag:good method in (\"dora\", \"lora\")"));
    EXPECT_FALSE(matches("method in (\"dora\", 2)"));
}

TEST(FilterTest, SearchesWordsThatStandAlone) {
    EXPECT_TRUE(matches("lora"));
    EXPECT_TRUE(matches("town FACTS"));
    EXPECT_TRUE(matches("\"town facts\""));
    EXPECT_FALSE(matches("\"facts town\""));
    EXPECT_FALSE(matches("not town"));
    const Columns ids = {{"text", std::string("1a2b3c4d")}};
    EXPECT_TRUE(matches("1a2b", ids));
}

TEST(FilterTest, WhatIsMissingIsNothingElse) {
    EXPECT_FALSE(matches("accuracy < 1"));
    EXPECT_FALSE(matches("accuracy >= 1"));
    EXPECT_FALSE(matches("accuracy != 1"));
    EXPECT_TRUE(matches("accuracy == missing"));
    EXPECT_FALSE(matches("accuracy != missing"));
    EXPECT_TRUE(matches("loss != missing"));
    EXPECT_FALSE(matches("loss == missing"));
}

TEST(FilterTest, NanIsAsked) {
    EXPECT_TRUE(matches("broken == nan"));
    EXPECT_FALSE(matches("broken < 1 or broken >= 1 or broken == 1"));
    EXPECT_TRUE(matches("broken != 1"));
    EXPECT_FALSE(matches("loss == nan"));
}

TEST(FilterTest, TextsHaveEscapes) {
    const Columns row = {{"name", std::string("say \"hi\"")}};
    EXPECT_TRUE(matches(R"(name == "say \"hi\"")", row));
    EXPECT_TRUE(matches("name == 'say \"hi\"'", row));
}

TEST(FilterTest, NamesEachColumnOnceWithItsPlace) {
    const auto filter = Filter::parse("loss < 1 and (method:\"a\" or loss > 2)");
    ASSERT_TRUE(filter);
    EXPECT_EQ(filter->columns(), (std::vector<FilterColumn>{{"loss", 1}, {"method", 15}}));
}

TEST(FilterTest, MistakesHaveTheirColumn) {
    EXPECT_EQ(error_of(""), "Filter, column 1: a condition is missing");
    EXPECT_EQ(error_of("loss < "), "Filter, column 8: a value is missing");
    EXPECT_EQ(error_of("loss < 1 and"), "Filter, column 13: a condition is missing");
    EXPECT_EQ(error_of("loss < 1 )"), "Filter, column 10: ')' is not expected here");
    EXPECT_EQ(error_of("(loss < 1"), "Filter, column 10: a closing parenthesis is missing");
    EXPECT_EQ(error_of("name == \"a"), "Filter, column 9: the quote is never closed");
    EXPECT_EQ(error_of("loss < 1 & x"), "Filter, column 10: '&' means nothing here");
    EXPECT_EQ(error_of("loss < < 1"), "Filter, column 8: a value is missing");
    EXPECT_EQ(error_of("loss in 1"), "Filter, column 9: a parenthesis is missing behind in");
    EXPECT_EQ(error_of("loss in (1"), "Filter, column 11: the list is not closed");
    EXPECT_EQ(error_of("a < 1 or or b < 1"), "Filter, column 10: a condition is expected, not 'or'");
    EXPECT_EQ(error_of("a \xFF"), "Filter, column 3: this is no UTF-8");
}

TEST(FilterTest, IsBounded) {
    EXPECT_NE(error_of(std::string(5000, 'a')).find("longer"), std::string::npos);
    EXPECT_NE(error_of(std::string(200, '(') + "a").find("levels"), std::string::npos);
    std::string nots;
    for (int i = 0; i < 200; ++i)
        nots += "not ";
    EXPECT_NE(error_of(nots + "a").find("levels"), std::string::npos);
    std::string many = "a";
    for (int i = 0; i < 600; ++i)
        many += " b";
    EXPECT_NE(error_of(many).find("too many parts"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
