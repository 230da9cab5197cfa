#include "core/params/weighted_file.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

WeightedFile file_of(std::string path, double weight, std::string slice) {
    WeightedFile file(std::move(path));
    file.weight = weight;
    file.slice = std::move(slice);
    return file;
}

const ParamSpec kSpec = {.key = "train", .help = "Files."};
using Codec = ParamCodec<std::vector<WeightedFile>>;

TEST(WeightedFileTest, IsReadFromWordsBehindThePath) {
    EXPECT_EQ(*weighted_file_from_text("a.jsonl"), file_of("a.jsonl", 1.0, ""));
    EXPECT_EQ(*weighted_file_from_text("my data.jsonl weight=2"), file_of("my data.jsonl", 2.0, ""));
    EXPECT_EQ(*weighted_file_from_text("a.jsonl  slice=[:5]   weight=0.25"),
              file_of("a.jsonl", 0.25, "[:5]"));
    EXPECT_EQ(*weighted_file_from_text("weight=2.jsonl"), file_of("weight=2.jsonl", 1.0, ""));
    EXPECT_EQ(*weighted_file_from_text(""), WeightedFile());
}

TEST(WeightedFileTest, RefusesWhatIsNoWeightAndNoSlice) {
    for (const auto* text : {"a weight=", "a weight=x", "a weight=0", "a weight=-1", "a weight=1001",
                             "a weight=nan", "a weight=inf", "a weight=2x", "a slice=5", "a slice=[5"})
        EXPECT_FALSE(weighted_file_from_text(text)) << text;
}

TEST(WeightedFileTest, ComesBackAsItWasWhateverThePath) {
    const std::vector<WeightedFile> files = {
        {"a.jsonl"},    file_of("a b.jsonl", 2.0, ""),  file_of("c", 0.1, "[10%:20%]"),
        {"x weight=7"}, file_of("x weight=7", 3.0, ""), {"x slice=broken"},
        {"trailing "},  file_of("/d/e", 1.0, "[:1]")};
    const auto value = Codec::to_value(files, kSpec);
    const auto again = Codec::from_value(value, kSpec);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, files);
    const auto maps = Codec::from_value(with_maps_of_files(value), kSpec);
    ASSERT_TRUE(maps) << maps.error().message;
    EXPECT_EQ(*maps, files);
}

TEST(WeightedFileTest, RunFilesHaveMapsOnlyWhereMoreThanThePathIsSaid) {
    const auto value = with_maps_of_files(Codec::to_value({{"a"}, file_of("b", 2.0, "")}, kSpec));
    const auto* list = value.get<ParamList>();
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->at(0), ParamValue("a"));
    ASSERT_NE(list->at(1).get<ParamMap>(), nullptr);
    EXPECT_EQ(*list->at(1).get<ParamMap>()->find("weight"), ParamValue(2.0));
    EXPECT_EQ(list->at(1).get<ParamMap>()->find("slice"), nullptr);
    EXPECT_EQ(with_maps_of_files("no list"), ParamValue("no list"));
}

TEST(WeightedFileTest, ErrorsNameTheParameter) {
    ParamMap misspelt;
    misspelt.set("path", "a");
    misspelt.set("wait", 2);
    for (const ParamValue& value :
         {ParamValue("a"), ParamValue(ParamList{3}), ParamValue(ParamList{ParamMap{}}),
          ParamValue(ParamList{misspelt}), ParamValue(ParamList{"a weight=x"})}) {
        const auto files = Codec::from_value(value, kSpec);
        ASSERT_FALSE(files);
        EXPECT_EQ(files.error().field, "train");
        EXPECT_FALSE(files.error().hint.empty());
    }
}

}  // namespace
}  // namespace tunebench
