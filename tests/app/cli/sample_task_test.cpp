// The bundled sample teaches what it promises: before the run the model does not know the task, afterwards it
// does.
#include <fstream>
#include <vector>

#include <gtest/gtest.h>

#include "app/make_samples/attribute_check.h"
#include "core/base/json.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr int kPrompts = 60;  // the first of the validation file; all 200 are a matter of a note

fs::path samples() {
    return fs::path(TUNEBENCH_SOURCE_DIR) / "resources/samples";
}

std::string program() {
    return std::string(TUNEBENCH_BINARY_DIR) + "/bin/tunebench-cli";
}

void write_prompts(const fs::path& file) {
    std::ifstream in(samples() / "town-valid.jsonl");
    std::ofstream out(file);
    std::string line;
    for (int i = 0; i < kPrompts && std::getline(in, line); ++i)
        out << line << "\n";
}

/// Share of the answers that state every attribute of their prompt.
double share_right(const std::string& json) {
    const auto answers = parse_json(json, "answers");
    EXPECT_TRUE(answers) << answers.error().message;
    int right = 0;
    for (const auto& answer : answers->at("answers"))
        right += attributes_in(answer.at("text").get<std::string>(),
                               attributes_of(answer.at("prompt").get<std::string>()));
    return static_cast<double>(right) / kPrompts;
}

TEST(SampleTaskTest, FineTuningTeachesTheTask) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "a whole fine-tune takes too long under the sanitizer; the release tests run it";
#endif
    if (!fs::exists(std::string(TUNEBENCH_BINARY_DIR) + "/lib/libtunebench_engine.so"))
        GTEST_SKIP() << "the engine was not built";
    const test::TemporaryFolder folder;
    const auto prompts = folder.path() / "prompts.jsonl";
    write_prompts(prompts);
    const auto generate = [&](const std::vector<std::string>& more) {
        std::vector<std::string> command = {
            program(),   "generate",       (samples() / "town-model").string(),
            "--prompts", prompts.string(), "--max-tokens",
            "48",        "--json"};
        command.insert(command.end(), more.begin(), more.end());
        test::ChildProcess child(command);
        EXPECT_EQ(child.wait(), 0) << child.err();
        return child.out();
    };
    EXPECT_LE(share_right(generate({})), 0.10);

    test::ChildProcess run({program(), "run", (samples() / "town.tunebench.json").string(), "--data-folder",
                            (folder.path() / "data").string()});
    ASSERT_EQ(run.wait(), 0) << run.err();
    fs::path adapter;
    for (const auto& entry : fs::directory_iterator(folder.path() / "data/runs"))
        adapter = entry.path() / "adapter";
    EXPECT_GE(share_right(generate({"--adapter", adapter.string()})), 0.80);
}

}  // namespace
}  // namespace tunebench
