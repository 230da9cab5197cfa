// Checkpoints in the layout that bitsandbytes writes, made here from codes of our own.
#include "core/engine/quantization/bitsandbytes_weight.h"

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/run/quantized_base.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

constexpr const char* kQuery = "model.layers.0.self_attn.q_proj.weight";

at::Tensor bytes_of(const std::string& text) {
    return at::tensor(std::vector<std::uint8_t>(text.begin(), text.end()), at::kByte);
}

Json state_of(const QuantizedWeight& weight) {
    Json state = {{"quant_type", quantization_name(weight.type)},
                  {"blocksize", weight.codes.block_size},
                  {"dtype", "float32"},
                  {"shape", weight.shape}};
    if (weight.scales) {
        state["nested_blocksize"] = weight.scales->codes.block_size;
        state["nested_dtype"] = "float32";
        state["nested_offset"] = weight.scales->offset;
    }
    return state;
}

class BitsandbytesWeightTest : public testing::Test {
protected:
    /// The tiny model, and beside it the same one quantized.
    void write(const QuantizationSettings& settings) {
        test::write_tiny_model(dense());
        std::filesystem::create_directories(stored());
        std::filesystem::copy(dense(), stored(), std::filesystem::copy_options::overwrite_existing);
        tensors_ = *read_tensors(dense());
        const auto model = *load_model(dense(), settings);
        for (const auto* projection : model->projections())
            if (projection->quantized)
                put(projection->info().path + ".weight", *projection->quantized);
        auto config = *read_json_file(dense() / "config.json");
        config["quantization_config"] = {{"quant_method", "bitsandbytes"},
                                         {"load_in_4bit", true},
                                         {"load_in_8bit", false},
                                         {"bnb_4bit_quant_type", quantization_name(settings.type)},
                                         {"bnb_4bit_use_double_quant", settings.double_quantization},
                                         {"bnb_4bit_compute_dtype", "float32"},
                                         {"bnb_4bit_quant_storage", "uint8"}};
        ASSERT_TRUE(write_file_durably(stored() / "config.json", json_text(config)));
        write_tensors_again();
    }
    void write_tensors_again() {
        ASSERT_TRUE(write_tensors(stored() / "model.safetensors", {tensors_.begin(), tensors_.end()}, {}));
    }
    void put(const std::string& name, const QuantizedWeight& weight) {
        tensors_[name] = weight.codes.codes.unsqueeze(1);
        tensors_[name + ".quant_map"] = weight.codes.code_book;
        tensors_[name + ".absmax"] = weight.scales ? weight.scales->codes.codes : weight.codes.absmax;
        if (weight.scales) {
            tensors_[name + ".nested_absmax"] = weight.scales->codes.absmax;
            tensors_[name + ".nested_quant_map"] = weight.scales->codes.code_book;
        }
        put_state(name, state_of(weight));
    }
    void put_state(const std::string& name, const Json& state) {
        const auto type = state.value("quant_type", "nf4");
        tensors_[name + ".quant_state.bitsandbytes__" + type] = bytes_of(json_text(state));
    }
    void expect_error(const std::string& part) {
        write_tensors_again();
        const auto model = load_model(stored());
        ASSERT_FALSE(model) << part;
        EXPECT_NE(model.error().message.find(part), std::string::npos) << model.error().message;
        EXPECT_FALSE(model.error().hint.empty());
    }
    at::Tensor logits(const CausalModel& model) const {
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(test::batch_of({20}, 256));
        return model.logits(model.hidden_states(tensors.tokens, tensors.context));
    }
    std::filesystem::path dense() const { return folder_.path() / "dense"; }
    std::filesystem::path stored() const { return folder_.path() / "stored"; }

    test::TemporaryFolder folder_;
    std::map<std::string, at::Tensor> tensors_;
};

TEST_F(BitsandbytesWeightTest, StoredCodesAnswerAsTheSameCodesMadeWhileLoading) {
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Fp4})
        for (const bool nested : {false, true}) {
            const QuantizationSettings settings{type, 64, nested};
            write(settings);
            const auto model = load_model(stored());
            ASSERT_TRUE(model) << model.error().message;
            EXPECT_EQ((*model)->config().stored_quantization, settings);
            EXPECT_TRUE(at::equal(logits(**model), logits(**load_model(dense(), settings))));
            EXPECT_FALSE(at::equal(logits(**model), logits(**load_model(dense()))));
            const auto check = check_weights(*SafetensorsSet::open(stored()), (*model)->config());
            EXPECT_TRUE(check.missing.empty());
            EXPECT_TRUE(check.extra.empty()) << check.extra.front();
        }
}

TEST_F(BitsandbytesWeightTest, CodesInTheGuiseOfAnotherTypeAreTheSameCodes) {
    write({.type = QuantizationType::Nf4});
    tensors_[kQuery] = tensors_[kQuery].view({-1}).view(at::kBFloat16).unsqueeze(1);
    write_tensors_again();
    const auto model = load_model(stored());
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_TRUE(at::equal(logits(**model), logits(**load_model(dense(), {.type = QuantizationType::Nf4}))));
}

TEST_F(BitsandbytesWeightTest, WhatTheCheckpointLeavesDenseStaysDense) {
    write({.type = QuantizationType::Nf4});
    for (auto it = tensors_.begin(); it != tensors_.end();)
        it = it->first.starts_with(kQuery) ? tensors_.erase(it) : std::next(it);
    tensors_[kQuery] = read_tensors(dense())->at(kQuery);
    write_tensors_again();
    const auto model = *load_model(stored(), {.type = QuantizationType::Nf4});
    EXPECT_FALSE(model->projection("model.layers.0.self_attn.q_proj")->quantized);
    EXPECT_TRUE(model->projection("model.layers.0.self_attn.k_proj")->quantized);
}

TEST_F(BitsandbytesWeightTest, MissingAndBrokenPartsAreNamed) {
    const auto name = std::string(kQuery);
    const auto state = ".quant_state.bitsandbytes__nf4";
    write({.type = QuantizationType::Nf4});
    const auto whole = tensors_;
    const auto without = [&](const std::string& part) {
        tensors_ = whole;
        tensors_.erase(name + part);
    };
    without(".absmax");
    expect_error(".absmax is missing");
    without(".nested_quant_map");
    expect_error(".nested_quant_map is missing");
    without("");
    expect_error("is missing");
    tensors_ = whole;
    tensors_[name] = tensors_[name].narrow(0, 0, 10);
    expect_error("q_proj.weight has");
    tensors_ = whole;
    tensors_[name + state] = bytes_of("{\"quant_type\": \"nf4\"");
    expect_error("bitsandbytes__nf4");
    for (const auto& [key, value] : std::map<std::string, Json>{{"blocksize", 48},
                                                                {"blocksize", 0},
                                                                {"shape", {16, 17}},
                                                                {"quant_type", "nf3"},
                                                                {"dtype", "int8"},
                                                                {"nested_blocksize", -1},
                                                                {"nested_offset", "no"}}) {
        tensors_ = whole;
        const auto& bytes = whole.at(name + state);
        auto changed = *parse_json({static_cast<const char*>(bytes.data_ptr()), bytes.nbytes()}, "state");
        changed[key] = value;
        tensors_[name + state] = bytes_of(json_text(changed));
        expect_error("q_proj");
    }
}

TEST_F(BitsandbytesWeightTest, AnotherTypeThanTheStoredOneIsRefused) {
    write({.type = QuantizationType::Nf4});
    const auto model = load_model(stored(), {.type = QuantizationType::Int8});
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().field, "precision.quantization.type");
}

}  // namespace
}  // namespace tunebench
