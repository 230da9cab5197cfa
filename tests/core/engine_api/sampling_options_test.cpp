#include "core/engine_api/sampling_options.h"

#include <gtest/gtest.h>

#include "core/params/param_check.h"

namespace tunebench {
namespace {

TEST(SamplingOptionsTest, EveryFieldIsExplained) {
    for (const auto& spec : specs_of(sampling_fields())) {
        EXPECT_FALSE(spec.label.empty()) << spec.key;
        EXPECT_GE(spec.help.size() + spec.details.size(), 60U) << spec.key;
    }
}

TEST(SamplingOptionsTest, ValuesComeBackAndDefaultsAreThoseOfTheStruct) {
    const SamplingOptions options{
        .max_tokens = 7, .temperature = 0.8, .top_k = 40, .top_p = 0.9, .seed = 3, .stop = {"\n", "Q:"}};
    const auto back = config_from(sampling_fields(), params_from(sampling_fields(), options));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->max_tokens, 7);
    EXPECT_EQ(back->temperature, 0.8);
    EXPECT_EQ(back->top_k, 40);
    EXPECT_EQ(back->top_p, 0.9);
    EXPECT_EQ(back->seed, 3);
    EXPECT_EQ(back->stop, options.stop);
    EXPECT_EQ(config_from(sampling_fields(), {})->max_tokens, SamplingOptions().max_tokens);
}

TEST(SamplingOptionsTest, ValuesOutOfRangeAreRefusedByName) {
    for (const auto& [key, value] :
         {std::pair<const char*, ParamValue>{"top_p", 1.5}, {"temperature", -1.0}, {"max_tokens", 0}}) {
        ParamMap values;
        values.set(key, value);
        const auto refused = config_from(sampling_fields(), values);
        ASSERT_FALSE(refused) << key;
        EXPECT_NE(refused.error().message.find(key), std::string::npos) << refused.error().message;
    }
}

}  // namespace
}  // namespace tunebench
