#include "core/run/run_folder.h"

#include <fstream>
#include <regex>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "core/run/run_recorder.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

RunManifest sample_manifest() {
    auto config = default_run_config();
    config.general.name = "town facts, LoRA";
    config.model.path = "/models/town";
    config.data.train = {"/data/train.jsonl"};
    return {.id = "1a2b3c4d",
            .config = config,
            .environment = current_environment(),
            .hashes = {{"/models/town/config.json", std::string(64, 'a')},
                       {"/data/train.jsonl", std::string(64, 'b')}},
            .created_at = "2026-11-23T22:31:05.123Z"};
}

RunFolder new_folder(const fs::path& data, std::string id = "1a2b3c4d") {
    auto manifest = sample_manifest();
    manifest.id = std::move(id);
    auto folder = RunFolder::create(data, manifest);
    EXPECT_TRUE(folder) << folder.error().message;
    return *std::move(folder);
}

void record(const RunFolder& folder, const std::vector<RunEvent>& events) {
    auto recorder = RunRecorder::open(folder, nullptr);
    ASSERT_TRUE(recorder) << recorder.error().message;
    for (const auto& event : events)
        ASSERT_TRUE(recorder->record(event));
}

void save_checkpoint(const RunFolder& folder, std::int64_t step) {
    const auto written =
        write_checkpoint(folder.checkpoints(), {.step = step, .run_id = folder.manifest().id}, 100,
                         [](const fs::path& into) -> Result<void> {
                             std::ofstream(into / "state.json") << "{}";
                             return {};
                         });
    ASSERT_TRUE(written) << written.error().message;
}

TEST(RunFolderTest, IsNamedAfterDateNameAndId) {
    EXPECT_EQ(run_folder_name(sample_manifest()), "2026-11-23-town-facts-lora-1a2b3c4d");
}

TEST(RunFolderTest, SlugsAreShortAndPlain) {
    EXPECT_EQ(slug_of("town facts, LoRA"), "town-facts-lora");
    EXPECT_EQ(slug_of("  ../../etc/passwd "), "etc-passwd");
    EXPECT_EQ(slug_of("日本"), "run");
    EXPECT_EQ(slug_of(""), "run");
    EXPECT_LE(slug_of(std::string(1000, 'a')).size(), 40u);
}

TEST(RunFolderTest, IdsAreEightHexDigitsAndDiffer) {
    std::set<std::string> ids;
    for (int i = 0; i < 100; ++i)
        ids.insert(new_run_id());
    EXPECT_GE(ids.size(), 99u);
    for (const auto& id : ids)
        EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(ids.begin()->size(), 8u);
}

TEST(RunFolderTest, TimesAreIso8601InUtc) {
    EXPECT_TRUE(std::regex_match(timestamp_now(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)")));
}

TEST(RunFolderTest, WhatIsCreatedCanBeOpened) {
    const test::TemporaryFolder data;
    const auto created = new_folder(data.path());
    EXPECT_EQ(created.path(), data.path() / "runs" / "2026-11-23-town-facts-lora-1a2b3c4d");
    EXPECT_TRUE(fs::is_directory(created.checkpoints()));
    const auto opened = RunFolder::open(created.path());
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->manifest(), sample_manifest());
    EXPECT_EQ(opened->path(), created.path());
    const auto with_slash = RunFolder::open(created.path().string() + "/");
    ASSERT_TRUE(with_slash);
    EXPECT_EQ(with_slash->path(), created.path());
}

TEST(RunFolderTest, LeavesNothingBesideTheFolder) {
    const test::TemporaryFolder data;
    new_folder(data.path());
    int entries = 0;
    for (const auto& entry : fs::directory_iterator(data.path() / "runs"))
        entries += entry.exists() ? 1 : 0;
    EXPECT_EQ(entries, 1);
}

TEST(RunFolderTest, TheSameFolderIsNotMadeTwice) {
    const test::TemporaryFolder data;
    new_folder(data.path());
    EXPECT_FALSE(RunFolder::create(data.path(), sample_manifest()));
}

TEST(RunFolderTest, AFolderThatCannotBeMadeIsNamed) {
    const test::TemporaryFolder data;
    std::ofstream(data.path() / "runs") << "a file";
    const auto folder = RunFolder::create(data.path(), sample_manifest());
    ASSERT_FALSE(folder);
    EXPECT_NE(folder.error().message.find((data.path() / "runs").string()), std::string::npos);
    EXPECT_FALSE(folder.error().hint.empty());
}

TEST(RunFolderTest, DamagedManifestsAreErrors) {
    const test::TemporaryFolder data;
    const auto folder = new_folder(data.path());
    for (const auto* text :
         {"", "{", "[]", "{}", R"({"id": 5})", R"({"id": "x"})", R"({"id": "x", "config": 5})"}) {
        std::ofstream(folder.path() / "run.json", std::ios::trunc) << text;
        const auto opened = RunFolder::open(folder.path());
        ASSERT_FALSE(opened) << text;
        EXPECT_NE(opened.error().message.find("run.json"), std::string::npos) << opened.error().message;
    }
    EXPECT_FALSE(RunFolder::open(data.path() / "nowhere"));
}

TEST(RunFolderTest, TheEnvironmentIsThatOfTheMachine) {
    const auto environment = current_environment();
    EXPECT_GT(environment.cores, 0);
    EXPECT_GT(environment.memory_bytes, std::uint64_t{1} << 20);
    EXPECT_FALSE(environment.tunebench_version.empty());
    EXPECT_FALSE(environment.operating_system.empty());
}

TEST(RunFolderTest, TheDataFolderFollowsTheEnvironment) {
    setenv("TUNEBENCH_DATA", "/somewhere", 1);
    EXPECT_EQ(data_folder(), "/somewhere");
    unsetenv("TUNEBENCH_DATA");
    setenv("XDG_DATA_HOME", "/xdg", 1);
    EXPECT_EQ(data_folder(), "/xdg/tunebench");
    unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(data_folder().filename(), "tunebench");
}

TEST(RunFolderTest, ASecondLockIsRefusedAndNamesTheProcess) {
    const test::TemporaryFolder data;
    const auto folder = new_folder(data.path());
    EXPECT_FALSE(RunLock::is_held(folder.path()));
    {
        const auto lock = RunLock::acquire(folder);
        ASSERT_TRUE(lock) << lock.error().message;
        EXPECT_TRUE(RunLock::is_held(folder.path()));
        const auto second = RunLock::acquire(folder);
        ASSERT_FALSE(second);
        EXPECT_NE(second.error().message.find(std::to_string(getpid())), std::string::npos)
            << second.error().message;
    }
    EXPECT_FALSE(RunLock::is_held(folder.path()));
    EXPECT_TRUE(RunLock::acquire(folder));
}

TEST(RunFolderTest, ReadersKeepOutWhoeverWantsToMoveTheFolderButNobodyElse) {
    const test::TemporaryFolder data;
    const auto folder = new_folder(data.path());
    {
        const auto reader = RunLock::acquire_shared(folder.path());
        ASSERT_TRUE(reader) << reader.error().message;
        EXPECT_TRUE(RunLock::is_read(folder.path()));
        EXPECT_FALSE(RunLock::is_held(folder.path()));
        EXPECT_TRUE(RunLock::acquire_shared(folder.path()));
        EXPECT_TRUE(RunLock::acquire(folder));
        const auto refused = RunLock::acquire_alone(folder);
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().message.find("exported or evaluated"), std::string::npos)
            << refused.error().message;
    }
    EXPECT_FALSE(RunLock::is_read(folder.path()));
    const auto mover = RunLock::acquire_alone(folder);
    ASSERT_TRUE(mover) << mover.error().message;
    EXPECT_FALSE(RunLock::acquire_shared(folder.path()));
    EXPECT_FALSE(RunLock::acquire(folder));
}

TEST(RunFolderTest, WhatCannotBeLockedCanBeReadAllTheSame) {
    EXPECT_TRUE(RunLock::acquire_shared("/nonexistent/folder"));
}

TEST(RunFolderTest, TheLockOfAnotherProcessEndsWithIt) {
    const test::TemporaryFolder data;
    const auto folder = new_folder(data.path());
    int ready[2] = {};
    ASSERT_EQ(pipe(ready), 0);
    const auto child = fork();
    if (child == 0) {
        const auto lock = RunLock::acquire(folder);
        const char answer = lock ? 'y' : 'n';
        [[maybe_unused]] const auto written = write(ready[1], &answer, 1);
        pause();
        _exit(0);
    }
    char answer = 0;
    ASSERT_EQ(read(ready[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    EXPECT_TRUE(RunLock::is_held(folder.path()));
    const auto refused = RunLock::acquire(folder);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find(std::to_string(child)), std::string::npos)
        << refused.error().message;
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_FALSE(RunLock::is_held(folder.path()));
    EXPECT_TRUE(RunLock::acquire(folder));
    close(ready[0]);
    close(ready[1]);
}

TEST(RunFolderTest, FindsRunsThatWereInterrupted) {
    const test::TemporaryFolder data;
    const auto killed = new_folder(data.path(), "00000001");
    record(killed, {RunStarted{}, StepDone{.step = 1}});
    save_checkpoint(killed, 1);
    const auto finished = new_folder(data.path(), "00000002");
    record(finished, {RunStarted{}, RunFinished{}});
    save_checkpoint(finished, 1);
    const auto without_checkpoint = new_folder(data.path(), "00000003");
    record(without_checkpoint, {RunStarted{}, StepDone{.step = 1}});
    const auto running = new_folder(data.path(), "00000004");
    record(running, {RunStarted{}, StepDone{.step = 1}});
    save_checkpoint(running, 1);
    const auto lock = RunLock::acquire(running);
    const auto resumed_and_killed = new_folder(data.path(), "00000005");
    record(resumed_and_killed,
           {RunStarted{}, RunFinished{.cause = ExitCause::Stopped}, RunStarted{.first_step = 1}});
    save_checkpoint(resumed_and_killed, 1);
    fs::create_directories(data.path() / "runs" / "not-a-run");

    EXPECT_EQ(interrupted_runs(data.path()),
              (std::vector<fs::path>{killed.path(), resumed_and_killed.path()}));
}

TEST(RunFolderTest, ATornLastLineDoesNotHideTheEnd) {
    const test::TemporaryFolder data;
    const auto folder = new_folder(data.path());
    record(folder, {RunStarted{}, StepDone{.step = 1}});
    save_checkpoint(folder, 1);
    std::ofstream(folder.events_file(), std::ios::app) << R"({"event":"finis)";
    EXPECT_EQ(interrupted_runs(data.path()).size(), 1u);
    record(folder, {RunFinished{}});
    std::ofstream(folder.events_file(), std::ios::app) << R"({"event":"sta)";
    EXPECT_TRUE(interrupted_runs(data.path()).empty());
}

TEST(RunFolderTest, NoDataFolderMeansNoInterruptedRuns) {
    EXPECT_TRUE(interrupted_runs("/nonexistent/folder").empty());
}

}  // namespace
}  // namespace tunebench
