#include "core/params/param_check.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/params/field.h"

namespace tunebench {
namespace {

enum class Colour { Red, Green };
constexpr Choice kColours[] = {{"red", "Red"}, {"green", "Green"}};
constexpr std::string_view kAliases[] = {"lr"};

struct Sample {
    double rate = 0.1;
    std::int64_t count = 3;
    bool on = true;
    Colour colour = Colour::Green;
    std::string word = "a";
    std::vector<double> betas = {0.9, 0.999};
    TextOrList targets = {.text = "all"};
    NumberMap pattern = {};
    TextMap columns = {};
};

const std::vector<Field<Sample>>& fields() {
    static const std::vector<Field<Sample>> kFields = {
        field<&Sample::rate>(
            {.key = "rate", .help = "Speed.", .min = 0, .min_exclusive = true, .aliases = kAliases}),
        field<&Sample::count>({.key = "count", .min = 1, .max = 10}),
        field<&Sample::on>({.key = "on"}),
        field<&Sample::colour>({.key = "colour", .choices = kColours}),
        field<&Sample::word>({.key = "word"}),
        field<&Sample::betas>({.key = "betas", .min = 0, .max = 1}),
        field<&Sample::targets>({.key = "targets"}),
        field<&Sample::pattern>({.key = "pattern"}),
        field<&Sample::columns>({.key = "nested.columns"}),
    };
    return kFields;
}

Result<ParamValue> check(std::string_view key, const ParamValue& value) {
    const auto specs = specs_of(fields());
    return checked_value(*find_spec(specs, key), value);
}

TEST(ParamCheckTest, AcceptsEveryDefault) {
    for (const auto& spec : specs_of(fields())) {
        const auto checked = checked_value(spec, spec.default_value);
        ASSERT_TRUE(checked) << checked.error().message;
        EXPECT_EQ(*checked, spec.default_value) << spec.key;
    }
}

TEST(ParamCheckTest, StoresAWholeNumberForARealAsAReal) {
    const auto checked = check("rate", 3);
    ASSERT_TRUE(checked);
    EXPECT_EQ(*checked, ParamValue(3.0));
}

TEST(ParamCheckTest, TakesAWholeRealForAnInteger) {
    const auto checked = check("count", 4.0);
    ASSERT_TRUE(checked);
    EXPECT_EQ(*checked, ParamValue(4));
    EXPECT_FALSE(check("count", 4.5));
}

TEST(ParamCheckTest, NamesKeyRangeAndValueOfANumberOutOfRange) {
    const auto checked = check("rate", -1);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().message, "rate must be above 0, got -1");
    EXPECT_EQ(checked.error().hint, "Speed.");
    EXPECT_EQ(checked.error().field, "rate");
    EXPECT_EQ(check("count", 11).error().message, "count must be between 1 and 10, got 11");
}

TEST(ParamCheckTest, RefusesNumbersThatAreNotFinite) {
    EXPECT_FALSE(check("rate", std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(check("rate", std::numeric_limits<double>::infinity()));
    EXPECT_FALSE(check("betas", ParamList{0.5, std::numeric_limits<double>::infinity()}));
}

TEST(ParamCheckTest, RefusesTheWrongType) {
    EXPECT_FALSE(check("rate", "fast"));
    EXPECT_FALSE(check("on", 1));
    EXPECT_FALSE(check("word", 5));
    EXPECT_FALSE(check("betas", 0.5));
    EXPECT_FALSE(check("pattern", ParamMap{{{"a", "text"}}}));
    EXPECT_FALSE(check("targets", ParamList{}));
}

TEST(ParamCheckTest, OffersTheNearestChoice) {
    const auto checked = check("colour", "gren");
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().message.find("did you mean 'green'"), std::string::npos)
        << checked.error().message;
}

TEST(ParamCheckTest, ATextWithChoicesTakesOnlyThese) {
    ParamSpec spec = {.key = "device", .choices = kColours, .kind = ParamKind::Text};
    EXPECT_TRUE(checked_value(spec, "red"));
    EXPECT_FALSE(checked_value(spec, "blue"));
}

TEST(ParamCheckTest, CompletesWithDefaultsInTheOrderOfTheDescriptions) {
    ParamMap values;
    values.set("count", 7);
    const auto specs = specs_of(fields());
    const auto complete = complete_params(specs, values);
    ASSERT_TRUE(complete);
    ASSERT_EQ(complete->entries.size(), specs.size());
    EXPECT_EQ(complete->entries[0].first, "rate");
    EXPECT_EQ(*complete->find("count"), ParamValue(7));
    EXPECT_EQ(*complete->find("colour"), ParamValue("green"));
}

TEST(ParamCheckTest, PutsTheSectionBeforeKeyAndField) {
    const auto error = in_section(check("rate", -1).error(), "optimizer");
    EXPECT_EQ(error.message, "optimizer.rate must be above 0, got -1");
    EXPECT_EQ(error.field, "optimizer.rate");
}

TEST(ParamCheckTest, FindsAnAlias) {
    const auto specs = specs_of(fields());
    ASSERT_NE(find_spec(specs, "lr"), nullptr);
    EXPECT_EQ(find_spec(specs, "lr")->key, "rate");
    EXPECT_EQ(find_spec(specs, "nothing"), nullptr);
}

TEST(ParamCheckTest, ConfigAndParamsAreTheSameThing) {
    Sample sample;
    sample.rate = 0.25;
    sample.colour = Colour::Red;
    sample.targets = {.names = {"q", "v"}};
    sample.pattern = {{"b", 2.0}, {"a", 1.0}};
    sample.columns = {{"prompt", "question"}};
    const auto params = params_from(fields(), sample);
    const auto back = config_from(fields(), params);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(params_from(fields(), *back), params);
    EXPECT_EQ(back->targets, sample.targets);
    EXPECT_EQ(back->pattern, sample.pattern);  // in the order of the file
}

}  // namespace
}  // namespace tunebench
