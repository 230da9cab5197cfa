// Model folders that are not what they claim to be: one message each, naming file and tensor.
#include "core/engine/models/weight_loader.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/tensor.h"
#include "core/models/added_rows.h"
#include "core/models/classification.h"
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

TEST_F(WeightLoaderTest, AddedRowsAreTheMeanOfThoseBefore) {
    const auto base = *load_model_config(folder_.path());
    const auto rows = base.vocab_size;
    const auto table = tensors_["model.embed_tokens.weight"];
    const auto model = load_model(folder_.path(), with_added_rows(base, rows, 3), /*head_seed=*/0);
    ASSERT_TRUE(model) << model.error().message;
    const auto& embedding = (*model)->embedding;
    EXPECT_EQ(embedding.size(0), rows + 3);
    EXPECT_TRUE(at::equal(embedding.narrow(0, 0, rows), table));
    EXPECT_TRUE(at::allclose(embedding.narrow(0, rows, 3), table.mean(0).expand({3, -1}), 1e-5, 1e-7));
    EXPECT_TRUE((*model)->head_weight().is_same(embedding));
}

TEST_F(WeightLoaderTest, AHeadOfItsOwnGrowsByItsOwnMean) {
    auto json = *read_json_file(folder_.path() / "config.json");
    json["tie_word_embeddings"] = false;
    ASSERT_TRUE(write_file_durably(folder_.path() / "config.json", json_text(json, 2)));
    tensors_["lm_head.weight"] = tensors_["model.embed_tokens.weight"] * 2.0 + 1.0;
    write_again(tensors_);
    const auto base = *load_model_config(folder_.path());
    const auto model = load_model(folder_.path(), with_added_rows(base, base.vocab_size, 1), 0);
    ASSERT_TRUE(model) << model.error().message;
    const auto head = (*model)->head_weight();
    EXPECT_EQ(head.size(0), base.vocab_size + 1);
    EXPECT_TRUE(at::allclose(head[base.vocab_size], tensors_["lm_head.weight"].mean(0), 1e-5, 1e-7));
}

TEST_F(WeightLoaderTest, RowsThatNoTokenHasUsedAreTakenFirst) {
    const auto base = *load_model_config(folder_.path());
    const auto table = tensors_["model.embed_tokens.weight"];
    const auto first = base.vocab_size - 4;
    const auto model = load_model(folder_.path(), with_added_rows(base, first, 2), 0);
    ASSERT_TRUE(model) << model.error().message;
    const auto& embedding = (*model)->embedding;
    EXPECT_EQ(embedding.size(0), base.vocab_size);
    EXPECT_TRUE(at::equal(embedding.narrow(0, 0, first), table.narrow(0, 0, first)));
    EXPECT_TRUE(at::allclose(embedding[first], table.narrow(0, 0, first).mean(0), 1e-5, 1e-7));
    EXPECT_TRUE(at::equal(embedding[first], embedding[first + 1]));
    EXPECT_TRUE(at::equal(embedding.narrow(0, first + 2, 2), table.narrow(0, first + 2, 2)));
}

TEST_F(WeightLoaderTest, AClassifierOfNewTokensHasItsOwnHead) {
    const auto base = *load_model_config(folder_.path());
    const auto config = as_classifier(with_added_rows(base, base.vocab_size, 2), {"a", "b"});
    const auto model = load_model(folder_.path(), config, /*head_seed=*/1);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ((*model)->embedding.size(0), base.vocab_size + 2);
    EXPECT_EQ((*model)->head_weight().size(0), 2);
}

}  // namespace
}  // namespace tunebench
