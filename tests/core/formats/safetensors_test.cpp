#include "core/formats/safetensors.h"

#include <array>
#include <cstring>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"
#include "tests/core/formats/safetensors_bytes.h"

namespace tunebench {

namespace fs = std::filesystem;
using test::bytes_of;
using test::FolderOfFiles;

namespace {

template <class T, std::size_t N>
std::span<const std::byte> raw(const std::array<T, N>& values) {
    return std::as_bytes(std::span(values));
}

constexpr std::array<float, 6> kFloats = {0.5F, -1.0F, 2.0F, 3.0F, 4.0F, 5.0F};
constexpr std::array<std::uint8_t, 3> kBytes = {7, 8, 9};
constexpr std::array<std::int64_t, 1> kScalar = {-42};

std::vector<TensorView> sample_tensors() {
    return {{"z", DType::U8, {3}, raw(kBytes)},
            {"b", DType::F32, {2, 3}, raw(kFloats)},
            {"step", DType::I64, {}, raw(kScalar)},
            {"a", DType::F32, {0, 5}, {}},
            {"half", DType::BF16, {3, 4}, raw(kFloats)}};
}

}  // namespace

TEST(SafetensorsTest, WhatWasWrittenReadsBack) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "m.safetensors";
    ASSERT_TRUE(write_safetensors(path, sample_tensors(), {{"format", "pt"}, {"note", "\"quoted\" ü\n"}}));
    const auto file = SafetensorsFile::open(path);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->metadata().at("note"), "\"quoted\" ü\n");
    EXPECT_EQ(file->tensors().size(), 5U);
    EXPECT_EQ(file->file_bytes(), fs::file_size(path));
    for (const TensorView& view : sample_tensors()) {
        const TensorEntry* entry = file->find(view.name);
        ASSERT_NE(entry, nullptr) << view.name;
        EXPECT_EQ(entry->dtype, view.dtype);
        EXPECT_EQ(entry->shape, view.shape);
        const auto bytes = file->bytes(*entry);
        ASSERT_TRUE(bytes);
        ASSERT_EQ(bytes->size(), view.data.size());
        EXPECT_TRUE(std::equal(bytes->begin(), bytes->end(), view.data.begin())) << view.name;
    }
    EXPECT_EQ(file->find("absent"), nullptr);
    EXPECT_EQ(folder.entry_count(), 1U);
}

TEST(SafetensorsTest, WritesTheLayoutOfTheReferenceLibrary) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "m.safetensors";
    ASSERT_TRUE(write_safetensors(path, sample_tensors(), {{"format", "pt"}}));
    const std::string bytes = bytes_of(path);
    const std::string header =
        R"({"__metadata__":{"format":"pt"},"step":{"dtype":"I64","shape":[],"data_offsets":[0,8]},)"
        R"("a":{"dtype":"F32","shape":[0,5],"data_offsets":[8,8]},)"
        R"("b":{"dtype":"F32","shape":[2,3],"data_offsets":[8,32]},)"
        R"("half":{"dtype":"BF16","shape":[3,4],"data_offsets":[32,56]},)"
        R"("z":{"dtype":"U8","shape":[3],"data_offsets":[56,59]}})";
    EXPECT_EQ(bytes.substr(8, header.size()), header);
    const std::size_t header_bytes = bytes.size() - 59 - 8;
    EXPECT_EQ(header_bytes % 8, 0U);
    EXPECT_EQ(static_cast<unsigned char>(bytes[0]) + 256 * static_cast<unsigned char>(bytes[1]),
              static_cast<int>(header_bytes));
    EXPECT_EQ(bytes.substr(8 + header.size(), header_bytes - header.size()),
              std::string(header_bytes - header.size(), ' '));
}

TEST(SafetensorsTest, WritesAFileWithoutTensors) {
    const FolderOfFiles folder;
    ASSERT_TRUE(write_safetensors(folder.path() / "m", {}));
    EXPECT_EQ(bytes_of(folder.path() / "m"), test::safetensors_bytes("{}      ", 0));
    EXPECT_TRUE(SafetensorsFile::open(folder.path() / "m"));
}

TEST(SafetensorsTest, RefusesToWriteWhatNobodyCouldRead) {
    const FolderOfFiles folder;
    const fs::path path = folder.write("m", "old");
    const TensorView good{"w", DType::F32, {2, 3}, raw(kFloats)};
    TensorView wrong_shape = good;
    wrong_shape.shape = {2, 4};
    TensorView negative = good;
    negative.shape = {-2, -3};
    TensorView metadata = good;
    metadata.name = "__metadata__";
    TensorView no_utf8 = good;
    no_utf8.name = "\xFF";
    TensorView high_rank = good;
    high_rank.shape = {2, 3, 1, 1, 1, 1, 1, 1, 1};
    for (const TensorView& tensor : {wrong_shape, negative, metadata, no_utf8, high_rank})
        EXPECT_EQ(write_safetensors(path, std::array{tensor}).error().code, ErrorCode::InvalidArgument)
            << tensor.name;
    const auto twice = write_safetensors(path, std::array{good, good});
    EXPECT_EQ(twice.error().message,
              "Cannot write tensor \"w\" to " + path.string() + ": the name occurs twice.");
    EXPECT_EQ(bytes_of(path), "old");
}

TEST(SafetensorsTest, WritesInPiecesWhatItWritesAtOnce) {
    const FolderOfFiles folder;
    const auto tensors = sample_tensors();
    ASSERT_TRUE(write_safetensors(folder.path() / "whole", tensors, {{"format", "pt"}}));
    auto without_data = tensors;
    for (auto& tensor : without_data)
        tensor.data = {};
    const AppendTensor in_pieces = [&](std::size_t index, const AppendBytes& append) -> Result<void> {
        for (auto rest = tensors[index].data; !rest.empty(); rest = rest.subspan(1))
            TRY_VOID(append(rest.first(1)));
        return {};
    };
    ASSERT_TRUE(write_safetensors(folder.path() / "pieces", without_data, {{"format", "pt"}}, in_pieces));
    EXPECT_EQ(bytes_of(folder.path() / "pieces"), bytes_of(folder.path() / "whole"));
}

TEST(SafetensorsTest, PiecesThatAreNotTheTensorLeaveTheFileAsItWas) {
    const FolderOfFiles folder;
    const fs::path path = folder.write("m", "old");
    const AppendTensor nothing = [](std::size_t, const AppendBytes&) { return Result<void>(); };
    const std::array tensors = {TensorView{"w", DType::F32, {2, 3}, raw(kFloats)}};
    EXPECT_EQ(write_safetensors(path, tensors, {}, nothing).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(bytes_of(path), "old");
}

TEST(SafetensorsTest, CanReplaceAFileThatIsOpen) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "m.safetensors";
    ASSERT_TRUE(write_safetensors(path, sample_tensors()));
    const auto file = SafetensorsFile::open(path);
    ASSERT_TRUE(file);
    const auto bytes = file->bytes(*file->find("b"));
    ASSERT_TRUE(bytes);
    ASSERT_TRUE(write_safetensors(path, {}));
    EXPECT_EQ(std::memcmp(bytes->data(), kFloats.data(), bytes->size()), 0)
        << "the open file is still the old one";
    EXPECT_TRUE(file->bytes(*file->find("z")));
}

TEST(SafetensorsTest, AFileThatBecameShorterIsAnErrorAndNotACrash) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "m.safetensors";
    ASSERT_TRUE(write_safetensors(path, sample_tensors()));
    const auto file = SafetensorsFile::open(path);
    ASSERT_TRUE(file);
    fs::resize_file(path, 10);
    const auto bytes = file->bytes(*file->find("b"));
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().code, ErrorCode::Corrupt);
    EXPECT_NE(bytes.error().message.find("became shorter"), std::string::npos);
    EXPECT_NE(bytes.error().message.find("\"b\""), std::string::npos);
}

TEST(SafetensorsTest, BytesSurviveMovingTheFile) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "m.safetensors";
    ASSERT_TRUE(write_safetensors(path, sample_tensors()));
    auto file = SafetensorsFile::open(path);
    ASSERT_TRUE(file);
    const auto bytes = file->bytes(*file->find("z"));
    const SafetensorsFile moved = *std::move(file);
    EXPECT_EQ(std::to_integer<int>((*bytes)[2]), 9);
    EXPECT_EQ(moved.find("z")->byte_count(), 3U);
}

TEST(SafetensorsTest, AnEntryOfAnotherFileIsRefused) {
    const FolderOfFiles folder;
    ASSERT_TRUE(write_safetensors(folder.path() / "m", sample_tensors()));
    const auto file = SafetensorsFile::open(folder.path() / "m");
    ASSERT_TRUE(file);
    EXPECT_FALSE(file->bytes({"foreign", DType::U8, {100}, 0, 100}));
    EXPECT_FALSE(file->bytes({"backwards", DType::U8, {1}, 2, 1}));
}

TEST(SafetensorsTest, OpeningNamesTheFileThatCannotBeOpened) {
    const FolderOfFiles folder;
    const auto absent = SafetensorsFile::open(folder.path() / "absent.safetensors");
    EXPECT_EQ(absent.error().code, ErrorCode::NotFound);
    EXPECT_NE(absent.error().message.find("absent.safetensors"), std::string::npos);
    const auto cut =
        SafetensorsFile::open(folder.write("cut.safetensors", test::safetensors_bytes(40, "{", 0)));
    EXPECT_EQ(cut.error().code, ErrorCode::Corrupt);
    EXPECT_NE(cut.error().message.find("cut.safetensors: it claims a header of 40 bytes"), std::string::npos);
    EXPECT_EQ(SafetensorsFile::open(folder.write("empty", "")).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(SafetensorsFile::open(folder.path()).error().code, ErrorCode::Io);
}

}  // namespace tunebench
