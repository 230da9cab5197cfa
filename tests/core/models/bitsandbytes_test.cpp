#include "core/models/bitsandbytes.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(BitsandbytesTest, ConfigJsonTellsTheTypeWithTheDefaultsOfTheTool) {
    EXPECT_EQ(*stored_quantization(Json::object()), std::nullopt);
    EXPECT_EQ(*stored_quantization({{"quantization_config", nullptr}}), std::nullopt);
    Json stored = {{"quant_method", "bitsandbytes"}, {"load_in_4bit", true}};
    EXPECT_EQ(**stored_quantization({{"quantization_config", stored}}),
              (QuantizationSettings{QuantizationType::Fp4, 64, false}));
    stored["bnb_4bit_quant_type"] = "nf4";
    stored["bnb_4bit_use_double_quant"] = true;
    EXPECT_EQ(**stored_quantization({{"quantization_config", stored}}),
              (QuantizationSettings{QuantizationType::Nf4, 64, true}));
}

TEST(BitsandbytesTest, OtherToolsAndEightBitsAreRefusedByName) {
    for (const auto& [stored, said] : std::vector<std::pair<Json, std::string>>{
             {{{"quant_method", "gptq"}, {"bits", 4}}, "gptq"},
             {{{"quant_method", "bitsandbytes"}, {"load_in_8bit", true}}, "8 bits"},
             {{{"quant_method", "bitsandbytes"}, {"load_in_4bit", true}, {"bnb_4bit_quant_type", "nf2"}},
              "nf2"}}) {
        const auto read = stored_quantization({{"quantization_config", stored}});
        ASSERT_FALSE(read) << said;
        EXPECT_NE(read.error().message.find(said), std::string::npos) << read.error().message;
        EXPECT_FALSE(read.error().hint.empty());
    }
}

TEST(BitsandbytesTest, TheStateIsReadAndChecked) {
    const auto state = parse_bitsandbytes_state(
        R"({"quant_type": "nf4", "blocksize": 64, "dtype": "bfloat16", "shape": [96, 128],
            "nested_blocksize": 256, "nested_dtype": "float32", "nested_offset": 0.25})",
        "state");
    ASSERT_TRUE(state) << state.error().message;
    EXPECT_EQ(state->type, QuantizationType::Nf4);
    EXPECT_EQ(state->shape, (std::vector<std::int64_t>{96, 128}));
    EXPECT_EQ(state->dtype, "bfloat16");
    EXPECT_EQ(state->nested_block_size, 256);
    EXPECT_EQ(state->nested_offset, 0.25);
    for (const auto* text :
         {"[]", "{}", R"({"quant_type": 4})", "not JSON",
          R"({"quant_type": "nf4", "blocksize": 0, "dtype": "float32", "shape": [1, 1]})"}) {
        const auto broken = parse_bitsandbytes_state(text, "tensor X");
        ASSERT_FALSE(broken) << text;
        EXPECT_NE(broken.error().message.find("tensor X"), std::string::npos) << broken.error().message;
    }
}

}  // namespace
}  // namespace tunebench
