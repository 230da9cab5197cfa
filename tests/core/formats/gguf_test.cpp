// What is written is what the specification says, and what is not a GGUF file is refused with its reason.
#include "core/formats/gguf.h"

#include <cstring>
#include <fstream>
#include <limits>
#include <span>

#include <gtest/gtest.h>

#include "tests/support/gguf_reader.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

GgufTensor tensor(std::string name, std::vector<std::int64_t> shape, std::vector<float> values,
                  GgmlType type = GgmlType::F32) {
    return {.name = std::move(name), .type = type, .shape = std::move(shape), .bytes = [values, type] {
                return to_ggml(type, values);
            }};
}

/// A value of every type.
GgufMetadata everything() {
    return {{"a.u8", std::uint8_t{200}},
            {"a.i8", std::int8_t{-100}},
            {"a.u16", std::uint16_t{60000}},
            {"a.i16", std::int16_t{-30000}},
            {"a.u32", std::uint32_t{4000000000U}},
            {"a.i32", std::int32_t{-2000000000}},
            {"a.f32", 0.5F},
            {"a.yes", true},
            {"a.text", std::string("Straße")},
            {"a.u64", std::uint64_t{1} << 52},
            {"a.i64", -(std::int64_t{1} << 52)},
            {"a.f64", 0.1},
            {"a.texts", GgufArray(std::vector<std::string>{"x", "", "yz"})},
            {"a.numbers", GgufArray(std::vector<std::int32_t>{1, -2, 3})},
            {"a.flags", GgufArray(std::vector<bool>{true, false})},
            {"a.none", GgufArray(std::vector<float>{})}};
}

class GgufTest : public testing::Test {
protected:
    std::filesystem::path file() const { return folder_.path() / "a.gguf"; }

    std::string bytes_of(const GgufMetadata& metadata, const std::vector<GgufTensor>& tensors) const {
        const auto written = write_gguf(file(), metadata, tensors);
        EXPECT_TRUE(written) << written.error().message;
        std::ifstream in(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static Error refusal(std::string_view bytes) {
        const auto header = parse_gguf_header(std::as_bytes(std::span(bytes)), "f.gguf");
        EXPECT_FALSE(header);
        return header ? Error{} : header.error();
    }

    test::TemporaryFolder folder_;
};

TEST_F(GgufTest, ASecondReaderFindsEveryKeyAndTensor) {
    bytes_of(everything(), {tensor("one", {3}, {1, 2, 3}), tensor("two", {2, 3}, {1, 2, 3, 4, 5, 6}),
                            tensor("half", {2}, {0.1F, -2}, GgmlType::F16),
                            tensor("eight", {1, 32}, std::vector<float>(32, 1.0F), GgmlType::Q8_0)});
    const test::GgufReader read(file());
    EXPECT_EQ(read.keys.size(), everything().size());
    EXPECT_EQ(read.key("a.u8").number, 200);
    EXPECT_EQ(read.key("a.i8").number, -100);
    EXPECT_EQ(read.key("a.u16").number, 60000);
    EXPECT_EQ(read.key("a.i16").number, -30000);
    EXPECT_EQ(read.key("a.u32").number, 4000000000.0);
    EXPECT_EQ(read.key("a.i32").number, -2000000000.0);
    EXPECT_EQ(read.key("a.f32").number, 0.5);
    EXPECT_EQ(read.key("a.yes").type, 7U);
    EXPECT_EQ(read.key("a.yes").number, 1);
    EXPECT_EQ(read.key("a.text").text, "Straße");
    EXPECT_EQ(read.key("a.u64").number, 0x1p52);
    EXPECT_EQ(read.key("a.i64").number, -0x1p52);
    EXPECT_EQ(read.key("a.f64").number, 0.1);
    EXPECT_EQ(read.key("a.texts").texts, (std::vector<std::string>{"x", "", "yz"}));
    EXPECT_EQ(read.key("a.numbers").numbers, (std::vector<double>{1, -2, 3}));
    EXPECT_EQ(read.key("a.flags").numbers, (std::vector<double>{1, 0}));
    EXPECT_EQ(read.key("a.none").element_type, 6U);
    EXPECT_EQ(read.tensor_order, (std::vector<std::string>{"one", "two", "half", "eight"}));
    EXPECT_EQ(read.tensor("two").dimensions, (std::vector<std::int64_t>{3, 2}));
    EXPECT_EQ(read.tensor("two").at(1, 0), 4.0F);
    EXPECT_EQ(read.tensor("half").values[0], 0.0999755859375F);
    EXPECT_EQ(read.tensor("eight").type, 8U);
}

TEST_F(GgufTest, ReadsBackWhatItWrote) {
    bytes_of(everything(), {tensor("one", {3}, {1, 2, 3}), tensor("two", {2, 3}, {1, 2, 3, 4, 5, 6})});
    const auto read = GgufFile::open(file());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->metadata(), everything());
    const auto* two = read->find("two");
    ASSERT_TRUE(two);
    EXPECT_EQ(two->shape, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(from_ggml(two->type, *read->bytes(*two)), (std::vector<float>{1, 2, 3, 4, 5, 6}));
    EXPECT_FALSE(read->find("three"));
    EXPECT_EQ(*find_value<std::uint32_t>(read->metadata(), "a.u32"), 4000000000U);
    EXPECT_FALSE(find_value<float>(read->metadata(), "a.u32"));
    EXPECT_EQ(find_value<std::vector<std::string>>(read->metadata(), "a.texts")->size(), 3U);
}

TEST_F(GgufTest, EveryShorterFileIsRefused) {
    const auto whole =
        bytes_of(everything(), {tensor("one", {3}, {1, 2, 3}), tensor("two", {9}, std::vector<float>(9))});
    // The padding behind the last tensor is not missed.
    for (std::size_t size = 0; size < whole.size() - (32 - 4); ++size) {
        const auto error = refusal(std::string_view(whole).substr(0, size));
        ASSERT_TRUE(error.message.starts_with("f.gguf: ")) << size << ": " << error.message;
        ASSERT_EQ(error.code, ErrorCode::Corrupt) << size;
    }
}

std::string text_of(std::string_view text) {
    std::string bytes(8, '\0');
    const std::uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, sizeof(length));
    return bytes + std::string(text);
}

template <class T>
std::string number_of(T value) {
    std::string bytes(sizeof(T), '\0');
    std::memcpy(bytes.data(), &value, sizeof(T));
    return bytes;
}

std::string start_of(std::uint64_t tensors, std::uint64_t keys) {
    return "GGUF" + number_of(std::uint32_t{3}) + number_of(tensors) + number_of(keys);
}

std::string info_of(std::string_view name, std::vector<std::uint64_t> dimensions, std::uint32_t type,
                    std::uint64_t offset) {
    auto bytes = text_of(name) + number_of(static_cast<std::uint32_t>(dimensions.size()));
    for (const auto dimension : dimensions)
        bytes += number_of(dimension);
    return bytes + number_of(type) + number_of(offset);
}

TEST_F(GgufTest, OtherFilesAndVersionsAreNamed) {
    EXPECT_NE(refusal("GGML and more than that").message.find("not a GGUF file"), std::string::npos);
    const auto version = [](std::uint32_t number) {
        return refusal("GGUF" + number_of(number) + std::string(16, '\0'));
    };
    EXPECT_EQ(version(2).code, ErrorCode::Unsupported);
    EXPECT_NE(version(2).message.find("version 2"), std::string::npos);
    EXPECT_NE(version(3U << 24).message.find("big-endian"), std::string::npos);
}

TEST_F(GgufTest, CountsAndLengthsThatLieAreRefused) {
    constexpr auto kHuge = std::numeric_limits<std::uint64_t>::max();
    const std::string data(256, '\0');
    const auto message = [&](const std::string& bytes) { return refusal(bytes + data).message; };
    EXPECT_NE(message(start_of(kHuge, 0)).find("tensors, more than"), std::string::npos);
    EXPECT_NE(message(start_of(0, kHuge)).find("keys, more than"), std::string::npos);
    EXPECT_NE(message(start_of(0, 1) + number_of(std::uint64_t{70000})).find("more than 65535"),
              std::string::npos);
    EXPECT_NE(message(start_of(1, 0) + number_of(std::uint64_t{64})).find("more than 63"), std::string::npos);
    const auto text = start_of(0, 1) + text_of("k") + number_of(std::uint32_t{8});
    EXPECT_NE(message(text + number_of(kHuge)).find("the key \"k\" claims"), std::string::npos);
    EXPECT_NE(message(text + text_of("\xFF")).find("not UTF-8"), std::string::npos);
    EXPECT_NE(message(start_of(0, 1) + text_of("k") + number_of(std::uint32_t{13})).find("no type 13"),
              std::string::npos);
}

TEST_F(GgufTest, KeysAndTensorsOccurOnce) {
    const auto key = text_of("k") + number_of(std::uint32_t{0}) + "x";
    EXPECT_NE(refusal(start_of(0, 2) + key + key).message.find("key \"k\" occurs twice"), std::string::npos);
    const std::string data(256, '\0');
    const auto twice = start_of(2, 0) + info_of("t", {4}, 0, 0) + info_of("t", {4}, 0, 32) + data;
    EXPECT_NE(refusal(twice).message.find("tensor \"t\": it occurs twice"), std::string::npos);
}

TEST_F(GgufTest, ArraysOfArraysLyingArraysAndBadTruthValuesAreRefused) {
    const auto array = [](std::uint32_t type, std::uint64_t count) {
        return start_of(0, 1) + text_of("k") + number_of(std::uint32_t{9}) + number_of(type) +
               number_of(count);
    };
    EXPECT_EQ(refusal(array(9, 0)).code, ErrorCode::Unsupported);
    EXPECT_NE(refusal(array(4, 3) + "12345678").message.find("claims 3 elements"), std::string::npos);
    EXPECT_NE(
        refusal(array(8, std::numeric_limits<std::uint64_t>::max()) + "12345678").message.find("elements"),
        std::string::npos);
    EXPECT_NE(refusal(array(13, 0)).message.find("no type 13"), std::string::npos);
    EXPECT_NE(
        refusal(start_of(0, 1) + text_of("k") + number_of(std::uint32_t{7}) + "\x02").message.find("truth"),
        std::string::npos);
}

TEST_F(GgufTest, ShapesTypesAndPlacesOfTensorsAreChecked) {
    const std::string data(256, '\0');
    const auto one = [&](std::vector<std::uint64_t> dimensions, std::uint32_t type, std::uint64_t offset) {
        return refusal(start_of(1, 0) + info_of("t", std::move(dimensions), type, offset) + data).message;
    };
    EXPECT_NE(one({2, 2, 2, 2, 2}, 0, 0).find("5 dimensions"), std::string::npos);
    EXPECT_NE(one({std::uint64_t{1} << 63}, 0, 0).find("can have the shape"), std::string::npos);
    EXPECT_NE(one({std::uint64_t{1} << 40, std::uint64_t{1} << 40}, 0, 0).find("can have the shape"),
              std::string::npos);
    EXPECT_NE(one({31}, 8, 0).find("can have the shape"), std::string::npos);
    EXPECT_NE(one({4}, 2, 0).find("type 2"), std::string::npos);
    EXPECT_NE(one({4}, 0, 32).find("begin at 32, but should at 0"), std::string::npos);
    EXPECT_NE(one({4}, 0, 5).find("begin at 5"), std::string::npos);
    EXPECT_NE(one({400}, 0, 0).find("truncated"), std::string::npos);
}

TEST_F(GgufTest, AnotherAlignmentIsHonouredAndABadOneRefused) {
    const auto with_alignment = [](std::uint32_t alignment) {
        return start_of(1, 1) + text_of("general.alignment") + number_of(std::uint32_t{4}) +
               number_of(alignment) + info_of("t", {4}, 0, 0) + std::string(256, '\0');
    };
    const auto bytes = with_alignment(64);
    const auto header = parse_gguf_header(std::as_bytes(std::span(bytes)), "f.gguf");
    ASSERT_TRUE(header) << header.error().message;
    EXPECT_EQ(header->data_offset % 64, 0U);
    for (const std::uint32_t alignment : {0U, 4U, 24U, 1U << 20})
        EXPECT_NE(refusal(with_alignment(alignment)).message.find("general.alignment"), std::string::npos);
}

TEST_F(GgufTest, TheWriterRefusesWhatTheFormatDoesNotAllow) {
    const auto refused = [this](const GgufMetadata& metadata, const std::vector<GgufTensor>& tensors) {
        const auto written = write_gguf(file(), metadata, tensors);
        EXPECT_FALSE(written);
        EXPECT_FALSE(std::filesystem::exists(file()));
        return written ? std::string() : written.error().message;
    };
    EXPECT_NE(refused({{"k", true}, {"k", false}}, {}).find("twice"), std::string::npos);
    EXPECT_NE(refused({{"two words", true}}, {}).find("does not allow"), std::string::npos);
    EXPECT_NE(refused({{"k", std::string("\xFF")}}, {}).find("not UTF-8"), std::string::npos);
    EXPECT_NE(refused({{"k", GgufArray(std::vector<std::string>{"\xFF"})}}, {}).find("not UTF-8"),
              std::string::npos);
    EXPECT_NE(refused({{"k", GgufArray(std::monostate{})}}, {}).find("no type"), std::string::npos);
    EXPECT_NE(refused({}, {tensor(std::string(64, 't'), {1}, {1})}).find("more than 63"), std::string::npos);
    EXPECT_NE(refused({}, {tensor("t", {1}, {1}), tensor("t", {1}, {1})}).find("twice"), std::string::npos);
    EXPECT_NE(refused({}, {tensor("t", {2, 31}, std::vector<float>(62), GgmlType::Q8_0)}).find("shape"),
              std::string::npos);
    EXPECT_NE(refused({}, {tensor("t", {3}, {1, 2})}).find("8 bytes are not F32"), std::string::npos);
}

TEST_F(GgufTest, AMissingFileAndAFileThatShrinksAreErrors) {
    EXPECT_EQ(GgufFile::open(folder_.path() / "none.gguf").error().code, ErrorCode::NotFound);
    bytes_of({}, {tensor("t", {5000}, std::vector<float>(5000))});
    const auto open = GgufFile::open(file());
    ASSERT_TRUE(open);
    std::filesystem::resize_file(file(), 100);
    EXPECT_EQ(open->bytes(*open->find("t")).error().code, ErrorCode::Corrupt);
}

}  // namespace
}  // namespace tunebench
