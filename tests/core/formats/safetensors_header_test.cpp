#include <vector>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/formats/safetensors.h"
#include "tests/core/formats/safetensors_bytes.h"

namespace tunebench {

using test::safetensors_bytes;

namespace {

Result<SafetensorsHeader> parse(const std::string& bytes) {
    return parse_safetensors_header(bytes, bytes.size(), "model.safetensors");
}

std::string tensor(std::string_view name, std::string_view dtype, std::string_view shape,
                   std::string_view offsets) {
    return "\"" + std::string(name) + "\":{\"dtype\":\"" + std::string(dtype) +
           "\",\"shape\":" + std::string(shape) + ",\"data_offsets\":" + std::string(offsets) + "}";
}

struct BadFile {
    std::string name = {};
    std::string bytes = {};
    std::string reason = {};  // part of the message
    ErrorCode code = ErrorCode::Corrupt;
};

BadFile bad(std::string name, const std::string& header, std::size_t data_bytes, std::string reason) {
    return {std::move(name), safetensors_bytes(header, data_bytes), std::move(reason)};
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

std::vector<BadFile> broken_frames() {
    const std::string good = "{" + tensor("w", "F32", "[2]", "[0,8]") + "}";
    return {
        {"empty file", "", "too short"},
        {"seven bytes", std::string(7, '\0'), "too short"},
        {"length only, of nothing", safetensors_bytes("", 0), "does not begin with \"{\""},
        {"length beyond the file", safetensors_bytes(good.size() + 9, good, 8),
         "claims a header of 63 bytes"},
        {"length of 2^64 - 1", safetensors_bytes(~std::uint64_t{0}, good, 8),
         "claims a header of 18446744073709551615"},
        {"length that overflows with 8", safetensors_bytes(~std::uint64_t{0} - 7, good, 8),
         "claims a header"},
        {"huge header",
         safetensors_bytes((std::uint64_t{32} << 20) + 1, std::string((std::size_t{32} << 20) + 1, ' '), 0),
         "larger than the limit of 32.00 MiB"},
        {"length too short by one", safetensors_bytes(good.size() - 1, good, 8), "header line 1"},
        {"length too long by one", safetensors_bytes(good.size() + 1, good, 8), "does not end with \"}\""},
        {"pickle", "\x80\x02" + std::string(100, 'c'), "it is a pickle file"},
        {"zip of PyTorch", "PK\x03\x04" + std::string(100, 'c'), "it is a PyTorch (pickle) file"},
        {"LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS pointer"},
        {"GGUF", "GGUF\x03" + std::string(100, '\0'), "it is a GGUF file"},
        {"web page", "<!DOCTYPE html><html>", "it is a web page"},
        {"text", "just some text that somebody renamed", "not a safetensors file"},
    };
}

std::vector<BadFile> broken_json() {
    const std::string good = tensor("w", "F32", "[2]", "[0,8]");
    return {
        bad("array", "[]", 0, "does not begin with"),
        bad("space first", " {" + good + "}", 8, "does not begin with"),
        bad("newline as padding", "{" + good + "}\n", 8, "does not end with"),
        bad("tab as padding", "{" + good + "}\t", 8, "does not end with"),
        bad("zero as padding", "{" + good + "}" + std::string(1, '\0'), 8, "does not end with"),
        bad("two objects", "{" + good + "}{}", 8, "header line 1, column 55"),
        bad("cut", "{" + good.substr(0, good.size() - 1) + "}", 8, ""),
        bad("unclosed", "{\"w\":{}", 0, "ends in the middle"),
        bad("comment", "{/*x*/" + good + "}", 8, "header line 1"),
        bad("invalid UTF-8", "{" + tensor("w\xFF", "F32", "[2]", "[0,8]") + "}", 8, "not valid UTF-8"),
        bad("duplicate tensor", "{" + good + "," + good + "}", 8, "the key \"w\" occurs twice"),
        bad("duplicate field", R"({"w":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8,
            "\"dtype\""),
        bad("deep nesting", "{\"w\":" + repeated("[", 100'000) + repeated("]", 100'000) + "}", 0,
            "deeper than 4"),
        bad("deep metadata", R"({"__metadata__":{"a":{"b":{"c":{}}}}})", 0, "deeper than 4"),
        bad("metadata is a list", R"({"__metadata__":[]})", 0, "__metadata__ is not an object"),
        bad("metadata is null", R"({"__metadata__":null})", 0, "__metadata__ is not an object"),
        bad("metadata of numbers", R"({"__metadata__":{"a":1}})", 0, "__metadata__ \"a\" is not a text"),
    };
}

std::vector<BadFile> broken_tensors() {
    const auto one = [](std::string name, std::string_view dtype, std::string_view shape,
                        std::string_view offsets, std::size_t data, std::string reason) {
        return bad(std::move(name), "{" + tensor("w", dtype, shape, offsets) + "}", data, std::move(reason));
    };
    return {
        bad("not an object", R"({"w":3})", 0, "tensor \"w\": its description is not an object"),
        bad("no dtype", R"({"w":{"shape":[2],"data_offsets":[0,8]}})", 8, "\"dtype\" is missing"),
        bad("no shape", R"({"w":{"dtype":"F32","data_offsets":[0,8]}})", 8, "\"shape\" is missing"),
        bad("no offsets", R"({"w":{"dtype":"F32","shape":[2]}})", 8, "\"data_offsets\" is missing"),
        bad("dtype is a number", R"({"w":{"dtype":32,"shape":[2],"data_offsets":[0,8]}})", 8,
            "must be a text"),
        one("shape is a text", "F32", "\"2\"", "[0,8]", 8, "\"shape\" must be a list"),
        one("shape of floats", "F32", "[2.0]", "[0,8]", 8, "\"shape[0]\" must be an integer"),
        one("shape of 2^63", "U8", "[9223372036854775808]", "[0,8]", 8, "\"shape[0]\" must be an integer"),
        one("negative dimension", "F32", "[-2]", "[0,8]", 8, "no F32 tensor can have the shape [-2]"),
        one("two negative dimensions", "F32", "[-1,-2]", "[0,8]", 8, "no F32 tensor"),
        one("product overflows", "F32", "[4294967296,4294967296]", "[0,8]", 8, "no F32 tensor"),
        one("product overflows to the size", "U8", "[9223372036854775807,2,2]", "[0,8]", 8, "no U8 tensor"),
        one("bits overflow", "F64", "[1152921504606846976]", "[0,8]", 8, "no F64 tensor"),
        one("half bytes", "F4", "[3]", "[0,2]", 2, "no F4 tensor"),
        one("rank 9", "U8", "[1,1,1,1,1,1,1,1,1]", "[0,1]", 1, "9 dimensions, more than 8"),
        one("wrong dtype for the bytes", "F16", "[2]", "[0,8]", 8,
            "takes 4 bytes, but its data_offsets span 8"),
        one("shape too large", "F32", "[3]", "[0,8]", 8, "takes 12 bytes"),
        one("one offset", "F32", "[2]", "[8]", 8, "are not a begin and an end"),
        one("three offsets", "F32", "[2]", "[0,8,8]", 8, "are not a begin and an end"),
        one("end before begin", "F32", "[2]", "[8,0]", 8, "are not a begin and an end"),
        one("negative offset", "F32", "[2]", "[-8,0]", 8, "are not a begin and an end"),
        one("offset beyond 2^63", "F32", "[2]", "[0,18446744073709551615]", 8, "must be an integer"),
        one("truncated data", "F32", "[2]", "[0,8]", 7, "the file is truncated"),
        one("no data", "F32", "[2]", "[0,8]", 0, "the file is truncated"),
        bad("data after the last tensor", "{" + tensor("w", "F32", "[2]", "[0,8]") + "}", 9,
            "1 bytes at the end"),
        bad("data without a tensor", "{}", 1, "1 bytes at the end belong to no tensor"),
        one("hole at the start", "F32", "[2]", "[4,12]", 12, "4 bytes before it belong to no tensor"),
        bad("hole between",
            "{" + tensor("a", "F32", "[1]", "[0,4]") + "," + tensor("b", "F32", "[1]", "[8,12]") + "}", 12,
            "tensor \"b\": 4 bytes before it"),
        bad("overlap",
            "{" + tensor("a", "F32", "[2]", "[0,8]") + "," + tensor("b", "F32", "[2]", "[4,12]") + "}", 12,
            "tensor \"b\": its bytes overlap"),
        bad("the same bytes twice",
            "{" + tensor("a", "F32", "[2]", "[0,8]") + "," + tensor("b", "F32", "[2]", "[0,8]") + "}", 8,
            "overlap"),
        bad("one inside another",
            "{" + tensor("a", "F32", "[4]", "[0,16]") + "," + tensor("b", "F32", "[1]", "[4,8]") + "}", 16,
            "overlap"),
        bad("empty tensor beyond the end",
            "{" + tensor("a", "F32", "[0]", "[8,8]") + "," + tensor("b", "F32", "[1]", "[0,4]") + "}", 4,
            "the file is truncated"),
        bad("empty tensor inside another",
            "{" + tensor("a", "F32", "[0]", "[4,4]") + "," + tensor("b", "F32", "[2]", "[0,8]") + "}", 8,
            "overlap"),
    };
}

void expect_all_refused(const std::vector<BadFile>& files) {
    for (const BadFile& file : files) {
        const auto header = parse(file.bytes);
        ASSERT_FALSE(header) << file.name;
        EXPECT_EQ(header.error().code, file.code) << file.name;
        EXPECT_TRUE(header.error().message.starts_with("model.safetensors")) << file.name;
        EXPECT_NE(header.error().message.find(file.reason), std::string::npos)
            << file.name << ": " << header.error().message;
    }
}

}  // namespace

TEST(SafetensorsHeaderTest, RefusesBrokenFramesWithTheReason) {
    expect_all_refused(broken_frames());
}

TEST(SafetensorsHeaderTest, RefusesBrokenJsonWithTheReason) {
    expect_all_refused(broken_json());
}

TEST(SafetensorsHeaderTest, RefusesTensorsThatLieWithTheReason) {
    expect_all_refused(broken_tensors());
}

TEST(SafetensorsHeaderTest, AnUnknownDtypeIsUnsupportedAndNamed) {
    const auto header = parse(safetensors_bytes("{" + tensor("w", "F31", "[2]", "[0,8]") + "}", 8));
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(header.error().message, "model.safetensors: tensor \"w\": its dtype \"F31\" is not known.");
}

TEST(SafetensorsHeaderTest, EveryTruncationOfAGoodFileIsRefused) {
    const std::string good = safetensors_bytes(
        "{" + tensor("a", "F32", "[2]", "[0,8]") + "," + tensor("b", "U8", "[3]", "[8,11]") + "}  ", 11);
    ASSERT_TRUE(parse(good));
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_FALSE(parse(good.substr(0, size))) << size;
    EXPECT_FALSE(parse(good + "x"));
}

TEST(SafetensorsHeaderTest, ReadsTensorsInTheOrderOfTheirBytes) {
    const auto header = parse(safetensors_bytes("{\"__metadata__\":{\"format\":\"pt\"}," +
                                                    tensor("a", "F32", "[1,2]", "[3,11]") + "," +
                                                    tensor("b", "U8", "[3]", "[0,3]") + "}   ",
                                                11));
    ASSERT_TRUE(header);
    ASSERT_EQ(header->tensors.size(), 2U);
    EXPECT_EQ(header->tensors[0], (TensorEntry{"b", DType::U8, {3}, 0, 3}));
    EXPECT_EQ(header->tensors[1], (TensorEntry{"a", DType::F32, {1, 2}, 3, 11}));
    EXPECT_EQ(header->tensors[1].element_count(), 2);
    EXPECT_EQ(header->metadata, (std::map<std::string, std::string>{{"format", "pt"}}));
}

TEST(SafetensorsHeaderTest, AcceptsScalarsEmptyTensorsWeirdNamesAndNothingAtAll) {
    EXPECT_TRUE(parse(safetensors_bytes("{}", 0)));
    EXPECT_TRUE(parse(safetensors_bytes("{}      ", 0)));
    const auto header = parse(safetensors_bytes("{" + tensor("scalar", "F64", "[]", "[0,8]") + "," +
                                                    tensor("empty", "F32", "[3,0]", "[8,8]") + "," +
                                                    tensor("empty at 0", "F32", "[0]", "[0,0]") + "," +
                                                    tensor("../../\\u0000/日本", "U8", "[1]", "[8,9]") + "," +
                                                    tensor("", "F4", "[2]", "[9,10]") + "}",
                                                10));
    ASSERT_TRUE(header) << header.error().message;
    EXPECT_EQ(header->tensors.size(), 5U);
    EXPECT_EQ(header->tensors[1].element_count(), 1);
}

}  // namespace tunebench
