// Model folders that are not what they claim to be: one message each, naming file and tensor.
#include "core/engine/models/weight_loader.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/tensor.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class WeightLoaderTest : public testing::Test {
protected:
    WeightLoaderTest() {
        test::write_tiny_model(folder_.path());
        tensors_ = *read_tensors(folder_.path());
    }

    void write_again(const std::map<std::string, at::Tensor>& tensors) {
        ASSERT_TRUE(
            write_tensors(folder_.path() / "model.safetensors", {tensors.begin(), tensors.end()}, {}));
    }

    void expect_error(const std::string& part) {
        const auto model = load_model(folder_.path());
        ASSERT_FALSE(model);
        EXPECT_NE(model.error().message.find(part), std::string::npos) << model.error().message;
        EXPECT_FALSE(model.error().hint.empty());
    }

    test::TemporaryFolder folder_;
    std::map<std::string, at::Tensor> tensors_;
};

TEST_F(WeightLoaderTest, AMissingTensorIsNamed) {
    tensors_.erase("model.norm.weight");
    write_again(tensors_);
    expect_error("model.norm.weight is missing");
}

TEST_F(WeightLoaderTest, AWrongShapeIsNamedWithBothShapes) {
    tensors_["model.norm.weight"] = at::zeros({3});
    write_again(tensors_);
    expect_error("model.norm.weight has the shape [3]");
}

TEST_F(WeightLoaderTest, ATruncatedFileIsRefused) {
    const auto file = folder_.path() / "model.safetensors";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 10);
    expect_error("model.safetensors");
}

TEST_F(WeightLoaderTest, HalfPrecisionFilesAreWidened) {
    for (auto& [name, tensor] : tensors_)
        tensor = tensor.to(at::kBFloat16);
    write_again(tensors_);
    const auto model = load_model(folder_.path());
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ((*model)->embedding.scalar_type(), at::kFloat);
    EXPECT_TRUE(at::equal((*model)->embedding, tensors_["model.embed_tokens.weight"].to(at::kFloat)));
}

TEST_F(WeightLoaderTest, AnUnknownArchitectureIsRefusedWithTheKnownOnes) {
    ASSERT_TRUE(write_file_durably(folder_.path() / "config.json", R"({"model_type": "rwkv"})"));
    expect_error("supported are llama");
}

}  // namespace
}  // namespace tunebench
