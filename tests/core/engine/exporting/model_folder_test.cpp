// Whole models in Hugging Face's layout: types, shards and the files beside the weights.
#include "core/engine/exporting/model_folder.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/formats/safetensors.h"
#include "tests/core/engine/exporting/export_bench.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<CausalModel> small_model() {
    return random_model(*model_config_from_json(test::llama_json(), "test"), 3);
}

TEST(ModelFolderTest, IsOneFileBelowTheLimitAndShardsAboveIt) {
    const test::TemporaryFolder files;
    const auto model = small_model();
    ASSERT_TRUE(write_model_folder(files.path() / "one", *model, ""));
    EXPECT_TRUE(fs::exists(files.path() / "one/model.safetensors"));
    EXPECT_FALSE(fs::exists(files.path() / "one/model.safetensors.index.json"));
    constexpr std::uint64_t kLimit = 100'000;
    const auto folder = files.path() / "many";
    ASSERT_TRUE(write_model_folder(folder, *model, "", {.max_shard_bytes = kLimit}));
    EXPECT_FALSE(fs::exists(folder / "model.safetensors"));
    const auto set = SafetensorsSet::open(folder);
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_GE(set->files().size(), 3U);
    const auto count = set->files().size();
    EXPECT_TRUE(fs::exists(folder / fmt::format("model-00001-of-{:05}.safetensors", count)));
    std::uint64_t total = 0;
    for (const auto& file : set->files()) {
        std::uint64_t bytes = 0;
        for (const auto& tensor : file.tensors())
            bytes += tensor.byte_count();
        EXPECT_LE(bytes, kLimit);
        total += bytes;
    }
    const auto index = *read_json_file(folder / "model.safetensors.index.json");
    EXPECT_EQ(index["metadata"]["total_size"], total);
    EXPECT_EQ(index["weight_map"].size(), model->parameters().size());
    const auto back = load_model(folder);
    ASSERT_TRUE(back) << back.error().message;
    const auto expected = model->parameters();
    const auto found = (*back)->parameters();
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_TRUE(at::equal(*found[i].tensor, *expected[i].tensor)) << expected[i].info.name;
}

TEST(ModelFolderTest, IsStoredInTheTypeThatItsConfigNames) {
    for (const auto& [type, name, stored] : {std::tuple{at::kHalf, "float16", DType::F16},
                                             {at::kBFloat16, "bfloat16", DType::BF16},
                                             {at::kFloat, "float32", DType::F32}}) {
        const test::TemporaryFolder files;
        const auto model = small_model();
        ASSERT_TRUE(write_model_folder(files.path(), *model, "", {.type = type}));
        EXPECT_EQ((*read_json_file(files.path() / "config.json"))["torch_dtype"], name);
        const auto file = SafetensorsFile::open(files.path() / "model.safetensors");
        ASSERT_TRUE(file);
        for (const auto& tensor : file->tensors())
            EXPECT_EQ(tensor.dtype, stored) << tensor.name;
        const auto back = load_model(files.path());
        ASSERT_TRUE(back);
        EXPECT_TRUE(at::equal((*back)->embedding, model->embedding.to(type).to(at::kFloat)));
    }
}

TEST(ModelFolderTest, CarriesTheFilesBesideTheWeights) {
    const test::TemporaryFolder files;
    const auto source = files.path() / "source";
    test::write_tiny_model(source);
    fs::create_directories(source / "additional_chat_templates");
    for (const auto* name :
         {"generation_config.json", "tokenizer_config.json", "additional_chat_templates/tool_use.jinja"})
        std::ofstream(source / name) << "{}";
    const auto model = load_model(source);
    ASSERT_TRUE(model);
    ASSERT_TRUE(write_model_folder(files.path() / "out", **model, source, {.type = at::kHalf}));
    for (const auto* name : {"tokenizer.json", "generation_config.json", "tokenizer_config.json",
                             "additional_chat_templates/tool_use.jinja"})
        EXPECT_TRUE(fs::exists(files.path() / "out" / name)) << name;
    EXPECT_EQ((*read_json_file(files.path() / "out/config.json"))["torch_dtype"], "float16");
}

TEST(ModelFolderTest, TheMergedExportHonoursTheType) {
    for (const auto dtype : {ExportDtype::F16, ExportDtype::BF16}) {
        test::ExportBench bench(test::llama_json());
        bench.write("merged", dtype);
        const auto difference = bench.difference("merged");
        EXPECT_LE(difference, export_tolerance(dtype));
        EXPECT_GT(difference, 1e-6);
    }
}

}  // namespace
}  // namespace tunebench
