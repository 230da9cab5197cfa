// A model and its adapters are read once, and again when they have changed.
#include "core/engine/adapters/model_shelf.h"

#include <gtest/gtest.h>

#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class ModelShelfTest : public testing::Test {
protected:
    ModelShelfTest() { test::write_tiny_model(model_); }

    /// A LoRA folder whose numbers depend on the seed.
    fs::path adapter(const std::string& name, std::uint64_t seed) {
        const auto& method = *find_method("lora");
        const auto params = test::defaults_of(method);
        const auto model = *load_model(model_);
        const auto parameters = *find_attachment("lora")->attach(*model, params, seed);
        const at::NoGradGuard no_gradients;
        for (const auto& parameter : parameters)
            parameter.tensor.add_(0.01 * static_cast<double>(seed));
        const auto folder = files_.path() / name;
        EXPECT_TRUE(write_adapter(folder, method, params, *model, model_.string(), parameters));
        return folder;
    }

    ModelShelf::Loaded take(const std::vector<AdapterShare>& adapters) {
        auto loaded = shelf_.take(model_, adapters);
        EXPECT_TRUE(loaded) << loaded.error().message;
        return *loaded;
    }

    at::Tensor first_weight(const std::vector<AdapterShare>& adapters) {
        return take(adapters).model.projections().front()->effective_weight().detach().clone();
    }

    test::TemporaryFolder files_;
    const fs::path model_ = files_.path() / "model";
    ModelShelf shelf_;
};

TEST_F(ModelShelfTest, TheSecondRequestReadsNothing) {
    const auto a = adapter("a", 1);
    const auto b = adapter("b", 2);
    const auto first = take({{.folder = a}});
    const auto* embedding = first.model.embedding.data_ptr();
    EXPECT_GT(first.load_seconds, 0.0);
    EXPECT_GT(take({{.folder = b}}).load_seconds, 0.0);
    for (const auto& adapters : {std::vector<AdapterShare>{}, {{.folder = a}}, {{.folder = b}}}) {
        const auto again = take(adapters);
        EXPECT_EQ(again.load_seconds, 0.0);
        EXPECT_EQ(again.model.embedding.data_ptr(), embedding);
    }
    EXPECT_FALSE(at::equal(first_weight({{.folder = a}}), first_weight({{.folder = b}})));
}

TEST_F(ModelShelfTest, AnAdapterThatChangedIsReadAgain) {
    const auto folder = adapter("a", 1);
    const auto before = first_weight({{.folder = folder}});
    adapter("a", 2);
    const auto weights = folder / "adapter_model.safetensors";
    fs::last_write_time(weights, fs::last_write_time(weights) + std::chrono::seconds(1));
    EXPECT_FALSE(at::equal(first_weight({{.folder = folder}}), before));
}

TEST_F(ModelShelfTest, AModelThatChangedIsReadAgain) {
    take({});
    const auto weights = model_ / "model.safetensors";
    fs::last_write_time(weights, fs::last_write_time(weights) + std::chrono::seconds(1));
    EXPECT_GT(take({}).load_seconds, 0.0);
}

TEST_F(ModelShelfTest, AClearedShelfHoldsNothing) {
    take({});
    shelf_.clear();
    EXPECT_GT(take({}).load_seconds, 0.0);
}

TEST_F(ModelShelfTest, AnAdapterThatCannotBeReadLeavesTheModel) {
    take({});
    const auto failed = shelf_.take(model_, {{.folder = files_.path() / "nowhere"}});
    ASSERT_FALSE(failed);
    EXPECT_NE(failed.error().message.find("nowhere"), std::string::npos);
    EXPECT_EQ(take({}).load_seconds, 0.0);
}

}  // namespace
}  // namespace tunebench
