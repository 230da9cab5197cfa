#include "core/run/equivalent_command.h"

#include <gtest/gtest.h>

#include "core/run/sections.h"
#include "core/run/selection.h"
#include "tests/support/child_process.h"

namespace tunebench {
namespace {

/// What the overrides make of the defaults.
RunConfig parsed(const std::vector<std::string>& overrides) {
    auto config = default_run_config();
    const auto applied = apply_overrides(config, overrides);
    EXPECT_TRUE(applied) << applied.error().message;
    return config;
}

std::vector<std::string> overrides_of(const RunConfig& config) {
    const auto overrides = overrides_between(default_run_config(), config);
    EXPECT_TRUE(overrides) << overrides.error().message;
    return overrides ? *overrides : std::vector<std::string>{};
}

void expect_same_after_parsing(const RunConfig& config) {
    EXPECT_EQ(parsed(overrides_of(config)), config);
}

/// Another value that the field takes.
ParamValue other_value(const ParamSpec& spec) {
    const auto& value = spec.default_value;
    for (const auto& choice : spec.choices)
        if (value != ParamValue(std::string(choice.id)))
            return std::string(choice.id);
    if (const auto* flag = value.get<bool>())
        return !*flag;
    if (const auto* whole = value.get<std::int64_t>())
        return static_cast<double>(*whole + 1) <= spec.max ? *whole + 1 : *whole - 1;
    if (const auto* real = value.get<double>())
        return *real + 0.1 <= spec.max ? *real + 0.1 : *real / 3.0;
    switch (spec.kind) {
        case ParamKind::RealList:
            return ParamList{0.1, 1.0 / 3.0};
        case ParamKind::TextList:
            return ParamList{"it's one", "two, with a comma"};
        case ParamKind::TextOrList:
            return ParamList{"q_proj"};
        case ParamKind::TextMap:
            return ParamMap{{{"prompt", "a question"}}};
        case ParamKind::NumberMap:
            return ParamMap{{{"v_proj", 4.0}}};
        case ParamKind::Files:
            return ParamList{"/data/a b.jsonl weight=2", "/data/c.jsonl slice=[:10]"};
        default:
            return "/a text with 'quotes' and \"more\"";
    }
}

TEST(EquivalentCommandTest, NothingIsSaidOfDefaults) {
    EXPECT_TRUE(overrides_of(default_run_config()).empty());
    EXPECT_EQ(*equivalent_command(default_run_config()), "tunebench-cli run");
}

TEST(EquivalentCommandTest, OnlyWhatDiffersIsSaid) {
    auto config = default_run_config();
    config.model.path = "/models/town";
    config.data.train = {"/data/town.jsonl"};
    config.method.params.set("rank", 8);
    config.general.deterministic = false;
    EXPECT_EQ(overrides_of(config),
              (std::vector<std::string>{"deterministic=off", "model.path=/models/town",
                                        "data.train=/data/town.jsonl", "method.rank=8"}));
    EXPECT_EQ(*equivalent_command(config),
              "tunebench-cli run --set deterministic=off model.path=/models/town "
              "data.train=/data/town.jsonl method.rank=8");
}

TEST(EquivalentCommandTest, EveryFieldOfEverySectionComesBack) {
    std::vector<std::string> sections(section_names().begin(), section_names().end());
    sections.emplace_back("general");
    for (const auto& section : sections)
        for (const auto& spec : section_specs(section)) {
            SCOPED_TRACE(section + "." + std::string(spec.key));
            auto config = default_run_config();
            auto params = section_params(config, section);
            params.set(spec.key, other_value(spec));
            const auto set = set_section_params(config, section, params);
            ASSERT_TRUE(set) << set.error().message;
            EXPECT_NE(config, default_run_config());
            expect_same_after_parsing(config);
        }
}

TEST(EquivalentCommandTest, EveryFieldOfEveryMethodOptimizerAndScheduleComesBack) {
    for (const auto* section : {"method", "optimizer", "schedule"})
        for (const auto& id : known_ids(section))
            for (const auto& spec : *selection_specs(section, id)) {
                SCOPED_TRACE(id + ": " + std::string(spec.key));
                auto config = default_run_config();
                ParamMap params;
                params.set("id", id);
                params.set(spec.key, other_value(spec));
                const auto set = set_section_params(config, section, params);
                ASSERT_TRUE(set) << set.error().message;
                expect_same_after_parsing(config);
            }
}

TEST(EquivalentCommandTest, ARateThatIsNotTheMethodsDefaultIsSaid) {
    auto config = default_run_config();
    ASSERT_TRUE(apply_override(config, "method.id=prompt"));
    EXPECT_EQ(overrides_of(config), std::vector<std::string>{"method.id=prompt"});
    ASSERT_TRUE(apply_override(config, "optimizer.learning_rate=0.0002"));
    EXPECT_EQ(overrides_of(config),
              (std::vector<std::string>{"method.id=prompt", "optimizer.learning_rate=0.0002"}));
}

TEST(EquivalentCommandTest, NumbersKeepEveryBit) {
    auto config = default_run_config();
    config.optimizer.params.set("learning_rate", 0.1 + 0.2);
    config.budget.epochs = 1.0 / 3.0;
    expect_same_after_parsing(config);
}

TEST(EquivalentCommandTest, TextsThatLookLikeSomethingElseComeBack) {
    for (const char* name : {"42", "true", "null", "\"quoted\"", "[1, 2]", "{\"a\": 1}", "a=b", " blank ", "",
                             "--json", "ünï", "two\nlines", "'"}) {
        auto config = default_run_config();
        config.general.name = name;
        config.data.chat_template = name;
        config.evaluation.samples = {name};
        expect_same_after_parsing(config);
    }
}

TEST(EquivalentCommandTest, ADifferenceToAnotherRunIsSaidToo) {
    auto start = default_run_config();
    start.method.params.set("rank", 64);
    start.data.packing = false;
    auto wanted = start;
    ASSERT_TRUE(apply_override(wanted, "method.id=ia3"));
    wanted.data.packing = true;
    const auto overrides = overrides_between(start, wanted);
    ASSERT_TRUE(overrides);
    EXPECT_EQ(*overrides, (std::vector<std::string>{"method.id=ia3", "data.packing=on"}));
    ASSERT_TRUE(apply_overrides(start, *overrides));
    EXPECT_EQ(start, wanted);
}

TEST(EquivalentCommandTest, AMethodOfAnotherVersionIsAnError) {
    auto config = default_run_config();
    config.method = {.id = "telepathy"};
    const auto overrides = overrides_between(default_run_config(), config);
    ASSERT_FALSE(overrides);
    EXPECT_EQ(overrides.error().field, "method.id");
}

TEST(EquivalentCommandTest, WordsAreQuotedForAShell) {
    EXPECT_EQ(shell_quoted("method.rank=8"), "method.rank=8");
    EXPECT_EQ(shell_quoted(""), "''");
    EXPECT_EQ(shell_quoted("a b"), "'a b'");
    EXPECT_EQ(shell_quoted("it's"), "'it'\\''s'");
    EXPECT_EQ(shell_quoted("~/x"), "'~/x'");
    EXPECT_EQ(shell_quoted("[\"a\"]"), "'[\"a\"]'");
}

TEST(EquivalentCommandTest, AShellGivesTheWordsBack) {
    for (const std::string word :
         {"a b", "it's", "$HOME `x` \"y\" \\ !", "two\nlines", "*?[a]#;&|<>()", "ünï", "~", "-n"}) {
        test::ChildProcess shell({"/bin/sh", "-c", "printf %s " + shell_quoted(word)});
        EXPECT_EQ(shell.wait(), 0);
        EXPECT_EQ(shell.out(), word);
    }
}

}  // namespace
}  // namespace tunebench
