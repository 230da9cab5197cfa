// pyreft's folder of interventions: written as its loader wants it, and read back.
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/models/tensor_bytes.h"
#include "tests/core/engine/exporting/exported_run.h"
#include "tests/core/engine/exporting/libtorch_pickle.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
constexpr double kSame = 2e-6;  // a rotation is stored as the columns it gives

ParamMap with(const char* key, ParamValue value) {
    ParamMap params;
    params.set("rank", 2);
    params.set("positions", "f2+l1");
    params.set(key, std::move(value));
    return params;
}

test::ExportedRun exported(const ParamMap& params) {
    return {"loreft", params, "pyreft"};
}

const std::string kFirst = "intkey_layer_0_comp_block_output_unit_pos_nunit_1#0.bin";
const std::string kSecond = "intkey_layer_0_comp_block_output_unit_pos_nunit_1#1.bin";

TEST(PyreftTest, EveryVariantComesBack) {
    for (const auto* variant : {"loreft", "direft", "noreft"})
        EXPECT_LE(exported(with("variant", variant)).difference(), kSame) << variant;
}

TEST(PyreftTest, HasAFileAnIntervention) {
    EXPECT_EQ(exported(with("rank", 2)).files(), (std::vector<std::string>{"config.json", kFirst}));
    const auto untied = exported(with("share_weights", false));
    EXPECT_EQ(untied.files(), (std::vector<std::string>{"config.json", kFirst, kSecond}));
    EXPECT_LE(untied.difference(), kSame);
}

TEST(PyreftTest, LibTorchReadsTheTensorsThatTheReferenceNames) {
    const auto run = exported(with("rank", 2));
    const auto tensors = test::read_with_libtorch(run.folder() / kFirst);
    ASSERT_EQ(tensors.size(), 3U);
    EXPECT_EQ(tensors.at("weight").sizes().vec(), (std::vector<std::int64_t>{2, 16}));
    EXPECT_EQ(tensors.at("bias").sizes().vec(), (std::vector<std::int64_t>{2}));
    const auto rotate = tensors.at("rotate_layer");
    EXPECT_EQ(rotate.sizes().vec(), (std::vector<std::int64_t>{16, 2}));
    EXPECT_LE((at::mm(rotate.t(), rotate) - at::eye(2)).abs().max().item<double>(), kSame);
    const auto plain = test::read_with_libtorch(exported(with("variant", "noreft")).folder() / kFirst);
    EXPECT_EQ(plain.size(), 5U);  // with the sizes that the module registers
    EXPECT_EQ(plain.at("proj_layer.weight").sizes().vec(), (std::vector<std::int64_t>{2, 16}));
    EXPECT_EQ(plain.at("embed_dim").item<std::int64_t>(), 16);
}

TEST(PyreftTest, RoundedValuesAndOlderNamesAreRead) {
    const auto run = exported(with("rank", 2));
    const auto tensors = *read_torch_tensors(run.folder() / kFirst);
    NamedTensors rounded;
    for (const auto& [name, tensor] : tensors)
        rounded.emplace_back(name, tensor.to(at::kBFloat16));
    fs::remove(run.folder() / kFirst);
    ASSERT_TRUE(write_torch_tensors(run.folder() / "intkey_layer.0.comp.block_output.unit.pos.nunit.1#0.bin",
                                    rounded));
    EXPECT_LE(run.difference(), 0.05);
    EXPECT_GT(run.difference(), 0.0);
}

std::string refusal(const test::ExportedRun& run) {
    const auto model = *load_model(run.base());
    const auto read = load_adapter(*model, run.folder());
    EXPECT_FALSE(read);
    return read ? "" : read.error().message;
}

TEST(PyreftTest, WhatIsMissingOrBrokenIsNamed) {
    const auto run = exported(with("rank", 2));
    auto tensors = *read_torch_tensors(run.folder() / kFirst);
    const auto write = [&](const std::map<std::string, at::Tensor>& content) {
        ASSERT_TRUE(write_torch_tensors(run.folder() / kFirst, {content.begin(), content.end()}));
    };
    auto collapsed = tensors;
    collapsed["rotate_layer"] = at::zeros({16, 2});
    write(collapsed);
    EXPECT_NE(refusal(run).find("orthonormal"), std::string::npos);
    auto other = tensors;
    other["weight"] = at::zeros({2, 17});
    write(other);
    EXPECT_NE(refusal(run).find("weight"), std::string::npos);
    tensors.erase("bias");
    write(tensors);
    EXPECT_NE(refusal(run).find("bias"), std::string::npos);
    ASSERT_TRUE(write_file_durably(run.folder() / kFirst, "not an archive"));
    EXPECT_NE(refusal(run).find(kFirst), std::string::npos);
    fs::remove(run.folder() / kFirst);
    EXPECT_NE(refusal(run).find(kFirst), std::string::npos);
}

}  // namespace
}  // namespace tunebench
