#include "core/run/presets.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/run/selection.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class PresetsTest : public testing::Test {
protected:
    fs::path folder() const { return folder_.path(); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder() / name) << text;
    }

    static std::string preset(const std::string& title, const std::string& set) {
        return R"({"format": "tunebench.preset/1", "title": ")" + title + R"(", "reason": "why", "set": )" +
               set + "}";
    }

    Error problem_of(const std::string& text) const {
        write("bad.json", text);
        const auto found = presets_in(folder(), {});
        EXPECT_TRUE(found.presets.empty()) << text.substr(0, 200);
        EXPECT_EQ(found.problems.size(), 1U) << text.substr(0, 200);
        return found.problems.empty() ? Error{} : found.problems.front();
    }

private:
    test::TemporaryFolder folder_;
};

RunConfig town_run() {
    auto config = default_run_config();
    config.general.name = "town";
    config.general.device = "cpu";
    config.model.path = "/models/town";
    config.data.train = {"/data/town.jsonl"};
    config.data.columns = {{"prompt", "question"}};
    config.evaluation.samples = {"Describe:"};
    return config;
}

TEST_F(PresetsTest, AFolderThatIsNotThereHasNone) {
    const auto found = presets_in(folder() / "none", folder() / "neither");
    EXPECT_TRUE(found.presets.empty());
    EXPECT_TRUE(found.problems.empty());
}

TEST_F(PresetsTest, AFolderThatCannotBeReadIsNamed) {
    write("file", "");
    const auto found = presets_in(folder() / "file", {});
    EXPECT_TRUE(found.presets.empty());
    ASSERT_EQ(found.problems.size(), 1U);
    EXPECT_NE(found.problems.front().message.find("file"), std::string::npos)
        << found.problems.front().message;
}

TEST_F(PresetsTest, WhatIsTooLargeToBeReadBackIsNotSaved) {
    auto large = preset_of(town_run(), "Large", "why");
    large.settings["method"]["notes"] = std::string(70'000, 'x');
    const auto saved = save_preset(large, folder());
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(fs::is_empty(folder()));
}

TEST_F(PresetsTest, APresetChangesWhatItNamesAndNothingElse) {
    write("small.json", preset("Small", R"({"method": {"rank": 4}, "budget": {"epochs": 1}})"));
    const auto found = presets_in(folder(), {});
    const auto small = find_preset(found, "small");
    ASSERT_TRUE(small) << small.error().message;
    EXPECT_EQ(small->title, "Small");
    auto expected = town_run();
    expected.method.params.set("rank", 4);
    expected.budget.epochs = 1;
    const auto changed = with_preset(town_run(), *small);
    ASSERT_TRUE(changed) << changed.error().message;
    EXPECT_EQ(*changed, expected);
}

TEST_F(PresetsTest, AnotherMethodBringsItsDefaultsAndItsRate) {
    write("full.json", preset("Full", R"({"method": {"id": "full"}})"));
    const auto changed = with_preset(town_run(), *find_preset(presets_in(folder(), {}), "full"));
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->method, *make_selection("method", "full", {}));
    EXPECT_EQ(*changed->optimizer.params.find("learning_rate"), ParamValue(2e-5));
}

TEST_F(PresetsTest, WhatAnotherVersionKnowsIsKeptAndSaid) {
    write("later.json",
          preset("Later", R"({"budget": {"epochs": 1, "moons": 3}, "telepathy": {"on": true}})"));
    const auto changed = with_preset(town_run(), *find_preset(presets_in(folder(), {}), "later"));
    ASSERT_TRUE(changed) << changed.error().message;
    EXPECT_EQ(changed->budget.epochs, 1.0);
    EXPECT_EQ(changed->unknown["budget"]["moons"], 3);
    EXPECT_EQ(changed->unknown["telepathy"]["on"], true);
}

TEST_F(PresetsTest, AMethodThatIsNotKnownIsAnErrorThatNamesThePreset) {
    write("odd.json", preset("Odd", R"({"method": {"id": "telepathy"}})"));
    const auto changed = with_preset(town_run(), *find_preset(presets_in(folder(), {}), "odd"));
    ASSERT_FALSE(changed);
    EXPECT_NE(changed.error().message.find("Odd"), std::string::npos) << changed.error().message;
    EXPECT_EQ(changed.error().field, "method.id");
}

TEST_F(PresetsTest, TitlesInAnyScriptHaveNamesOfTheirOwn) {
    const auto name = [](const char* title) { return preset_of(town_run(), title, "why").name; };
    EXPECT_EQ(name("Town, small"), "town-small");
    EXPECT_NE(name("\u5c0f"), name("\u5927"));
    EXPECT_EQ(name("\u5c0f"), name("\u5c0f"));
    EXPECT_NE(name("Every evening after work, with the small model"),
              name("Every evening after work, with the small machine"));
}

TEST_F(PresetsTest, AnUnknownNameLeadsToTheNearest) {
    write("everyday.json", preset("Everyday", "{}"));
    const auto found = find_preset(presets_in(folder(), {}), "evryday");
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().hint, "Did you mean 'everyday'?");
}

TEST_F(PresetsTest, OnesOwnTakesThePlaceOfABundledOne) {
    fs::create_directories(folder() / "own");
    write("everyday.json", preset("Bundled", "{}"));
    write("own/everyday.json", preset("Mine", R"({"seed": 7})"));
    const auto found = presets_in(folder(), folder() / "own");
    ASSERT_EQ(found.presets.size(), 1U);
    EXPECT_EQ(found.presets.front().title, "Mine");
    EXPECT_EQ(found.presets.front().group, "own");
}

TEST_F(PresetsTest, ASavedOneComesBackAndRestoresTheRun) {
    auto tuned = town_run();
    ASSERT_TRUE(apply_override(tuned, "method.id=loreft"));
    ASSERT_TRUE(apply_override(tuned, "method.rank=2"));
    ASSERT_TRUE(apply_override(tuned, "optimizer.learning_rate=3e-3"));
    ASSERT_TRUE(apply_override(tuned, "precision.quantization=nf4"));
    ASSERT_TRUE(apply_override(tuned, "data.max_length=77"));
    const auto own = preset_of(tuned, "Für Fakten: r2", "short facts");
    const auto saved = save_preset(own, folder() / "deep" / "presets");
    ASSERT_TRUE(saved) << saved.error().message;
    const auto found = presets_in({}, folder() / "deep" / "presets");
    ASSERT_EQ(found.presets.size(), 1U);
    EXPECT_EQ(found.presets.front(), own);
    const auto restored = with_preset(town_run(), found.presets.front());
    ASSERT_TRUE(restored) << restored.error().message;
    EXPECT_EQ(*restored, tuned);
}

TEST_F(PresetsTest, ASavedOneSaysNothingOfFilesNameAndMachine) {
    const auto text = json_text(preset_of(town_run(), "Mine", "").settings);
    for (const auto* part : {"/models", "/data", "question", "Describe", "device", "\"name\"", "seed"})
        EXPECT_EQ(text.find(part), std::string::npos) << part << " in " << text;
}

TEST_F(PresetsTest, ATitleThatCannotBeShownIsRefused) {
    for (const auto* title : {"", "two\nlines"}) {
        auto own = preset_of(town_run(), "Mine", "");
        own.title = title;
        EXPECT_FALSE(save_preset(own, folder()));
    }
    auto own = preset_of(town_run(), std::string(81, 'x'), "");
    EXPECT_FALSE(save_preset(own, folder()));
    EXPECT_TRUE(fs::is_empty(folder()));
}

TEST_F(PresetsTest, ARemovedOneIsGone) {
    ASSERT_TRUE(save_preset(preset_of(town_run(), "Mine", ""), folder()));
    ASSERT_TRUE(remove_preset("mine", folder()));
    EXPECT_TRUE(presets_in({}, folder()).presets.empty());
    EXPECT_EQ(remove_preset("mine", folder()).error().code, ErrorCode::NotFound);
}

TEST_F(PresetsTest, HostileFilesAreProblemsAndNothingMore) {
    for (const auto& text :
         {std::string(),
          std::string("{"),
          std::string("[]"),
          std::string("42"),
          std::string("\xFF\xFE"),
          std::string("null"),
          R"({"format": "tunebench.run/1", "title": "x", "reason": "y"})" + std::string(),
          R"({"format": 1, "title": "x", "reason": "y"})" + std::string(),
          R"({"format": "tunebench.preset/1", "reason": "y"})" + std::string(),
          R"({"format": "tunebench.preset/1", "title": 5, "reason": "y"})" + std::string(),
          R"({"format": "tunebench.preset/1", "title": "x", "title": "x", "reason": "y"})" + std::string(),
          R"({"format": "tunebench.preset/1", "title": "x", "reason": "y", "group": "other"})" +
              std::string(),
          R"({"format": "tunebench.preset/1", "title": "a\nb", "reason": "y"})" + std::string(),
          preset("x", "5"),
          preset("x", "[]"),
          preset("x", R"({"method": 5})"),
          preset("x", R"({"budget": []})"),
          preset("x", R"({"model": {"path": "/etc"}})"),
          preset("x", R"({"data": {"train": ["/etc/passwd"]}})"),
          preset("x", R"({"data": {"validation": ""}})"),
          preset("x", R"({"model": {"adapter": "a"}})"),
          preset(std::string(200, 'x'), "{}"),
          preset("x", std::string(100000, '[')),
          preset("x", "{\"a\": \"" + std::string(70000, 'x') + "\"}")}) {
        const auto problem = problem_of(text);
        EXPECT_NE(problem.message.find("bad.json"), std::string::npos) << problem.message;
    }
}

TEST_F(PresetsTest, WrongValuesAreKeptAsideAndTheRunStaysWhole) {
    write("wrong.json",
          preset("Wrong", R"({"method": {"rank": "many", "alpha": -1}, "budget": {"epochs": "three"},
                              "precision": {"quantization": {"type": 5}}, "evaluation": {"samples": 3}})"));
    const auto changed = with_preset(town_run(), *find_preset(presets_in(folder(), {}), "wrong"));
    ASSERT_TRUE(changed) << changed.error().message;
    EXPECT_FALSE(changed->unknown.empty());
    EXPECT_EQ(changed->method, town_run().method);
    EXPECT_EQ(changed->budget, town_run().budget);
    EXPECT_EQ(changed->precision, town_run().precision);
}

TEST_F(PresetsTest, WhatIsNoFileIsPassedOver) {
    fs::create_directories(folder() / "folder.json");
    fs::create_symlink("/dev/zero", folder() / "endless.json");
    write("notes.txt", "nothing");
    const auto found = presets_in(folder(), {});
    EXPECT_TRUE(found.presets.empty());
    EXPECT_TRUE(found.problems.empty());
}

TEST_F(PresetsTest, AFolderFullOfFilesIsReadInPart) {
    for (int i = 0; i < 230; ++i)
        write(fmt::format("p{:03}.json", i), preset("x", "{}"));
    EXPECT_EQ(presets_in(folder(), {}).presets.size(), 200U);
}

}  // namespace
}  // namespace tunebench
