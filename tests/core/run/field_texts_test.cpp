// Forms that teach: every field of a run says what it is, in which unit and range, what more of it costs and
// brings, and why. A field without is a failed test.
#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "core/params/param_codec.h"
#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

struct Described {
    std::string name = {};  // "lora: method.rank"
    ParamSpec spec = {};
};

std::vector<Described> all_fields() {
    std::vector<Described> fields;
    for (const auto& spec : section_specs("general"))
        fields.push_back({std::string(spec.key), spec});
    for (const auto section : section_names()) {
        for (const auto& spec : section_specs(section))
            fields.push_back({fmt::format("{}.{}", section, spec.key), spec});
        if (!is_selection(section))
            continue;
        for (const auto& id : known_ids(section))
            for (const auto& spec : *selection_specs(section, id))
                fields.push_back({fmt::format("{}: {}.{}", id, section, spec.key), spec});
    }
    return fields;
}

bool is_number(const ParamSpec& spec) {
    return spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real ||
           spec.kind == ParamKind::RealList;
}

/// Numbers that have no unit: ratios, factors, norms, sizes of the model's own spaces, numbers of what the
/// label names.
constexpr std::array<std::string_view, 28> kPlainNumbers = {"seed",
                                                            "threads",
                                                            "loss_scale",
                                                            "clip_norm",
                                                            "neftune_alpha",
                                                            "label_smoothing",
                                                            "z_loss",
                                                            "ema_decay",
                                                            "rank",
                                                            "alpha",
                                                            "dropout",
                                                            "learning_rate_ratio",
                                                            "reduction_factor",
                                                            "bottleneck_size",
                                                            "scaling",
                                                            "encoder_hidden_size",
                                                            "learning_rate",
                                                            "weight_decay",
                                                            "betas",
                                                            "eps",
                                                            "clip_threshold",
                                                            "decay_rate",
                                                            "momentum",
                                                            "embedding_rate",
                                                            "vector_rate",
                                                            "cycles",
                                                            "power",
                                                            "early_stopping.min_delta"};

bool is_plain(std::string_view key) {
    return std::ranges::find(kPlainNumbers, key) != kPlainNumbers.end();
}

bool is_one_line(std::string_view text) {
    return text.find('\n') == std::string_view::npos;
}

TEST(FieldTextsTest, EveryFieldHasALabelAndSaysWhatItIs) {
    const auto fields = all_fields();
    ASSERT_GT(fields.size(), 150U);
    for (const auto& [name, spec] : fields) {
        SCOPED_TRACE(name);
        EXPECT_FALSE(spec.label.empty());
        EXPECT_LE(spec.label.size(), 32U) << spec.label;
        EXPECT_GE(spec.help.size(), 17U);
        EXPECT_LE(spec.help.size(), 110U) << spec.help;
        EXPECT_TRUE(is_one_line(spec.help));
        EXPECT_TRUE(spec.help.ends_with('.')) << spec.help;
    }
}

TEST(FieldTextsTest, EveryFieldSaysInALineWhatMoreOfItCostsAndBrings) {
    for (const auto& [name, spec] : all_fields()) {
        SCOPED_TRACE(name);
        EXPECT_GE(spec.effect.size(), 20U);
        EXPECT_LE(spec.effect.size(), 92U) << spec.effect;
        EXPECT_TRUE(is_one_line(spec.effect));
        EXPECT_TRUE(spec.effect.ends_with('.')) << spec.effect;
        EXPECT_NE(spec.effect, spec.help);
    }
}

TEST(FieldTextsTest, EveryFieldIsExplainedAtLength) {
    for (const auto& [name, spec] : all_fields()) {
        SCOPED_TRACE(name);
        EXPECT_GE(spec.details.size(), 60U) << spec.details;
        EXPECT_TRUE(spec.details.ends_with('.')) << spec.details;
        EXPECT_NE(spec.details, spec.help);
        EXPECT_NE(spec.details, spec.effect);
    }
}

TEST(FieldTextsTest, NumbersHaveAUnitOrNoneOnPurpose) {
    for (const auto& [name, spec] : all_fields()) {
        const bool needs_unit = is_number(spec) && !is_plain(spec.key);
        EXPECT_NE(spec.unit.empty(), needs_unit) << name;
    }
}

TEST(FieldTextsTest, NumbersHaveARange) {
    for (const auto& [name, spec] : all_fields()) {
        if (is_number(spec)) {
            EXPECT_NE(range_text(spec), "a finite number") << name;
        }
    }
}

TEST(FieldTextsTest, ChoicesAreNamed) {
    for (const auto& [name, spec] : all_fields())
        for (const auto& choice : spec.choices) {
            EXPECT_FALSE(choice.id.empty()) << name;
            EXPECT_FALSE(choice.label.empty()) << name;
        }
}

}  // namespace
}  // namespace tunebench
