// The files in tests/data/torch were written by torch.save of PyTorch 1.13.
#include "core/formats/torch_pickle.h"

#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/formats/stored_zip.h"

namespace tunebench {
namespace {

std::string file_bytes(const std::string& name) {
    return *read_file(std::string(TUNEBENCH_SOURCE_DIR) + "/tests/data/torch/" + name, 1 << 20);
}

std::vector<TorchTensor> tensors_of(const std::string& bytes) {
    const auto tensors = parse_torch_pickle(bytes, "x.bin");
    EXPECT_TRUE(tensors) << tensors.error().message;
    return tensors ? *tensors : std::vector<TorchTensor>();
}

template <class T>
std::vector<T> numbers(const TorchTensor& tensor) {
    std::vector<T> values(tensor.data.size() / sizeof(T));
    std::memcpy(values.data(), tensor.data.data(), tensor.data.size());
    return values;
}

TorchTensor named(const std::vector<TorchTensor>& tensors, std::string_view name) {
    for (const auto& tensor : tensors)
        if (tensor.name == name)
            return tensor;
    ADD_FAILURE() << name;
    return {};
}

/// An archive with this program and a storage "0" of 4 bytes.
std::string archive_of(std::string_view program) {
    return *stored_zip({{"archive/data.pkl", program}, {"archive/data/0", std::string_view("\0\0\0\0", 4)}});
}

using Shape = std::vector<std::int64_t>;

TEST(TorchPickleTest, ReadsADictionaryThatTorchWrote) {
    const auto tensors = tensors_of(file_bytes("ordered.bin"));
    ASSERT_EQ(tensors.size(), 2U);
    EXPECT_EQ(tensors[0].name, "weight");
    EXPECT_EQ(tensors[0].shape, (Shape{2, 3}));
    EXPECT_EQ(numbers<float>(tensors[0]), (std::vector<float>{0, 0.25, 0.5, 0.75, 1, 1.25}));
    EXPECT_EQ(tensors[1].dtype, DType::BF16);
    EXPECT_EQ(numbers<std::uint16_t>(tensors[1]), (std::vector<std::uint16_t>{0x3f00, 0xbfc0}));
}

TEST(TorchPickleTest, ReadsTheStateOfAModule) {
    const auto tensors = tensors_of(file_bytes("module.bin"));
    EXPECT_EQ(numbers<float>(named(tensors, "weight")), (std::vector<float>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(numbers<float>(named(tensors, "bias")), (std::vector<float>{7, 8}));
}

TEST(TorchPickleTest, FollowsStridesAndOffsets) {
    const auto tensors = tensors_of(file_bytes("views.bin"));
    EXPECT_EQ(named(tensors, "turned").shape, (Shape{4, 3}));
    EXPECT_EQ(numbers<float>(named(tensors, "turned")),
              (std::vector<float>{0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}));
    EXPECT_EQ(numbers<float>(named(tensors, "part")), (std::vector<float>{6, 10}));
    EXPECT_TRUE(named(tensors, "empty").data.empty());
    EXPECT_EQ(named(tensors, "scalar").shape, Shape());
    EXPECT_EQ(numbers<float>(named(tensors, "scalar")), (std::vector<float>{3}));
    EXPECT_EQ(numbers<std::int64_t>(named(tensors, "size")), (std::vector<std::int64_t>{32}));
}

TEST(TorchPickleTest, SomethingElseThanADictionaryIsRefused) {
    const auto tensors = parse_torch_pickle(file_bytes("list.bin"), "list.bin");
    ASSERT_FALSE(tensors);
    EXPECT_EQ(tensors.error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(tensors.error().message.starts_with("list.bin"));
}

TEST(TorchPickleTest, WhatIsWrittenIsReadBack) {
    const std::vector<float> floats = {1, 2, 3, 4, 5, 6};
    const std::vector<std::int64_t> sizes = {7};
    const std::vector<TensorView> views = {
        {.name = "a.weight", .dtype = DType::F32, .shape = {3, 2}, .data = std::as_bytes(std::span(floats))},
        {.name = "größe", .dtype = DType::I64, .shape = {}, .data = std::as_bytes(std::span(sizes))},
        {.name = "empty", .dtype = DType::F16, .shape = {0, 4}}};
    const auto bytes = torch_pickle(views);
    ASSERT_TRUE(bytes) << bytes.error().message;
    const auto tensors = tensors_of(*bytes);
    ASSERT_EQ(tensors.size(), views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        EXPECT_EQ(tensors[i].name, views[i].name);
        EXPECT_EQ(tensors[i].dtype, views[i].dtype);
        EXPECT_EQ(tensors[i].shape, views[i].shape);
        EXPECT_TRUE(std::ranges::equal(tensors[i].data, views[i].data));
    }
    EXPECT_EQ(*torch_pickle(views), *bytes);  // and the same again
}

TEST(TorchPickleTest, CodeIsNamedAndNotRun) {
    const auto tensors = parse_torch_pickle(archive_of("\x80\x02"
                                                       "cos\nsystem\n)R."),
                                            "x.bin");
    ASSERT_FALSE(tensors);
    EXPECT_EQ(tensors.error().code, ErrorCode::Unsupported);
    EXPECT_NE(tensors.error().message.find("os.system"), std::string::npos) << tensors.error().message;
}

/// A dictionary with one tensor "x" whose shape and strides are given as operations.
std::string tensor_program(const std::string& offset, const std::string& shape, const std::string& strides) {
    const std::string text_length("\0\0\0", 3);
    const auto text = [&](const std::string& value) {
        return "X" + std::string(1, static_cast<char>(value.size())) + text_length + value;
    };
    return "\x80\x02}(" + text("x") + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
           "ctorch\nFloatStorage\n" + text("0") + text("cpu") + "K\x01tQ" + offset + shape + strides +
           "\x89}tRu.";
}

TEST(TorchPickleTest, ATensorOutsideItsStorageIsRefused) {
    const std::string none("K\0", 2), one = "K\x01", two = "K\x02", minus = "J\xff\xff\xff\xff";
    EXPECT_TRUE(parse_torch_pickle(archive_of(tensor_program(none, one + "\x85", one + "\x85")), "x"));
    for (const auto& program :
         {tensor_program(none, two + "\x85", one + "\x85"), tensor_program(one, one + "\x85", one + "\x85"),
          tensor_program(none, two + "\x85", none + "\x85"),  // one element twice
          tensor_program(none, minus + "\x85", one + "\x85"),
          tensor_program(minus, one + "\x85", one + "\x85"), tensor_program(none, one + "\x85", ")")})
        EXPECT_FALSE(parse_torch_pickle(archive_of(program), "x"));
}

TEST(TorchPickleTest, APickleThatIsCutOffIsRefused) {
    const auto bytes = file_bytes("module.bin");
    const auto entries = *parse_stored_zip(bytes, "x");
    const auto program = entries.front().data;
    for (std::size_t length = 0; length < program.size(); ++length)
        EXPECT_FALSE(parse_torch_pickle(archive_of(program.substr(0, length)), "x")) << length;
}

}  // namespace
}  // namespace tunebench
