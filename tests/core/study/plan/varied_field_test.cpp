#include "core/study/plan/varied_field.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/methods/method.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

const VariableField* field_of(const std::vector<VariableField>& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &VariableField::key);
    return found == fields.end() ? nullptr : &*found;
}

std::vector<ParamValue> read(const ParamSpec& spec, std::string_view text) {
    const auto values = values_from_text(spec, text);
    EXPECT_TRUE(values) << text << ": " << values.error().message;
    return values ? *values : std::vector<ParamValue>();
}

ParamSpec spec_of(ParamKind kind) {
    return {.key = "field", .kind = kind};
}

TEST(VariedFieldTest, EveryMethodOffersItsOwnFieldsAndThoseOfTheRun) {
    for (const auto* method : all_methods()) {
        auto config = default_run_config();
        set_method(config, *make_selection("method", method->id, {}));
        const auto fields = variable_fields(config);
        for (const auto& spec : method->specs)
            EXPECT_NE(field_of(fields, "method." + std::string(spec.key)), nullptr) << method->id;
        for (const auto* key : {"optimizer.learning_rate", "optimizer.id", "schedule.id",
                                "precision.quantization.type", "budget.batch_size", "data.max_length"})
            EXPECT_NE(field_of(fields, key), nullptr) << key;
        EXPECT_EQ(field_of(fields, "method.id"), nullptr);
        EXPECT_EQ(field_of(fields, "seed"), nullptr);
        std::set<std::string> keys;
        for (const auto& field : fields)
            EXPECT_TRUE(keys.insert(field.key).second) << field.key << " twice";
    }
}

TEST(VariedFieldTest, ARegistryNamesWhatThereIs) {
    const auto fields = variable_fields(default_run_config());
    EXPECT_EQ(field_of(fields, "optimizer.id")->ids, known_ids("optimizer"));
}

TEST(VariedFieldTest, ACommaStandsBetweenNumbersAndASemicolonBetweenLists) {
    EXPECT_EQ(read(spec_of(ParamKind::Integer), " 4, 16 ,"), (std::vector<ParamValue>{4, 16}));
    EXPECT_EQ(read(spec_of(ParamKind::Real), "1e-3"), std::vector<ParamValue>{0.001});
    EXPECT_EQ(read(spec_of(ParamKind::Bool), "on, false"), (std::vector<ParamValue>{true, false}));
    EXPECT_EQ(read(spec_of(ParamKind::Text), "12"), std::vector<ParamValue>{"12"}) << "a text stays one";
    EXPECT_EQ(read(spec_of(ParamKind::RealList), "0.9, 0.99; 0.8, 0.9"),
              (std::vector<ParamValue>{ParamList{0.9, 0.99}, ParamList{0.8, 0.9}}));
    EXPECT_EQ(read(spec_of(ParamKind::TextOrList), "all-linear; q_proj, v_proj"),
              (std::vector<ParamValue>{"all-linear", ParamList{"q_proj", "v_proj"}}));
    EXPECT_TRUE(read(spec_of(ParamKind::Integer), " , ").empty());
}

TEST(VariedFieldTest, WhatIsWrittenIsReadAgain) {
    for (const auto& [kind, text] : {std::pair{ParamKind::Integer, "4, 16"},
                                     {ParamKind::Real, "0.0003, 0.001"},
                                     {ParamKind::Bool, "on, off"},
                                     {ParamKind::Text, "nf4, none"},
                                     {ParamKind::RealList, "0.9, 0.99; 0.8, 0.9"},
                                     {ParamKind::TextOrList, "all-linear; q_proj, v_proj"},
                                     {ParamKind::NumberMap, R"({"q_proj":4.5})"}}) {
        const auto spec = spec_of(kind);
        EXPECT_EQ(values_text(spec, read(spec, text)), text);
    }
}

TEST(VariedFieldTest, AWrongValueNamesTheField) {
    ParamSpec rank = spec_of(ParamKind::Integer);
    rank.key = "rank";
    rank.min = 1;
    for (const auto* text : {"0", "4, many", "2.5"}) {
        const auto values = values_from_text(rank, text);
        ASSERT_FALSE(values) << text;
        EXPECT_NE(values.error().message.find("rank"), std::string::npos) << values.error().message;
    }
}

}  // namespace
}  // namespace tunebench
