// AdapterHub's folder: written so that its library reads it, and read back from what it wrote.
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/models/weight_loader.h"
#include "tests/core/engine/exporting/exported_run.h"
#include "tests/core/engine/exporting/libtorch_pickle.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
const fs::path kGoldens = fs::path(TUNEBENCH_SOURCE_DIR) / "tests/data/goldens";

class AdapterhubTest : public testing::Test {
protected:
    test::ExportedRun exported(const ParamMap& params) { return {"houlsby", params, "adapterhub"}; }
};

ParamMap small() {
    ParamMap params;
    params.set("bottleneck_size", 3);
    return params;
}

TEST_F(AdapterhubTest, HoldsTheFilesThatTheLibraryLooksFor) {
    const auto run = exported(small());
    EXPECT_EQ(run.files(), (std::vector<std::string>{"adapter.safetensors", "adapter_config.json",
                                                     "pytorch_adapter.bin"}));
    EXPECT_EQ(run.difference(), 0.0);
}

TEST_F(AdapterhubTest, ThePickleIsWhatLibTorchReads) {
    const auto run = exported(small());
    const auto found = test::read_with_libtorch(run.folder() / "pytorch_adapter.bin");
    const auto expected = *read_tensors(run.folder() / "adapter.safetensors");
    ASSERT_EQ(found.size(), expected.size());
    for (const auto& [name, tensor] : expected)
        EXPECT_TRUE(found.contains(name) && at::equal(found.at(name), tensor)) << name;
}

TEST_F(AdapterhubTest, IsReadFromThePickleAlone) {
    const auto run = exported(small());
    fs::remove(run.folder() / "adapter.safetensors");
    EXPECT_EQ(run.difference(), 0.0);
}

TEST_F(AdapterhubTest, TrainedNormsAreInTheFile) {
    auto params = small();
    params.set("train_layer_norms", true);
    const auto run = exported(params);
    EXPECT_TRUE(read_tensors(run.folder() / "adapter.safetensors")->contains("model.norm.weight"));
    EXPECT_EQ(run.difference(), 0.0);
}

TEST_F(AdapterhubTest, AnAdapterOfAnyNameIsRead) {
    for (const auto* adapter : {"llama/houlsby", "gpt2/pfeiffer", "llama/parallel"}) {
        const auto folder = kGoldens / adapter;
        const auto model = *load_model(folder.parent_path());
        const auto parameters = load_adapter(*model, folder);
        ASSERT_TRUE(parameters) << parameters.error().message;
        const auto tensors = *read_tensors(folder / "adapter.safetensors");
        EXPECT_EQ(parameters->size(), tensors.size());
        for (const auto& parameter : *parameters) {
            auto name = parameter.name;
            name.replace(name.find(".tunebench."), std::string_view(".tunebench.").size(), ".a.");
            EXPECT_TRUE(at::equal(parameter.tensor, tensors.at(name))) << name;
        }
    }
}

TEST_F(AdapterhubTest, AMissingTensorIsNamed) {
    const auto run = exported(small());
    auto tensors = *read_tensors(run.folder() / "adapter.safetensors");
    const auto name = tensors.begin()->first;
    tensors.erase(name);
    ASSERT_TRUE(write_tensors(run.folder() / "adapter.safetensors", {tensors.begin(), tensors.end()}, {}));
    const auto model = *load_model(run.base());
    const auto read = load_adapter(*model, run.folder());
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find(name), std::string::npos);
}

TEST_F(AdapterhubTest, TwoAdaptersInOneFileAreRefused) {
    const auto run = exported(small());
    auto tensors = *read_tensors(run.folder() / "adapter.safetensors");
    auto name = tensors.begin()->first;
    const auto tensor = tensors.begin()->second;
    tensors.emplace(name.replace(name.find(".tunebench."), std::string_view(".tunebench.").size(), ".b."),
                    tensor);
    ASSERT_TRUE(write_tensors(run.folder() / "adapter.safetensors", {tensors.begin(), tensors.end()}, {}));
    const auto model = *load_model(run.base());
    const auto read = load_adapter(*model, run.folder());
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("more than one"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
