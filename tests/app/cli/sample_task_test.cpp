// The bundled sample teaches what it promises: before the run the model does not know the task, afterwards it
// does. 60 prompts here; TUNEBENCH_SAMPLE_PROMPTS asks for more, and for ten answers to be printed.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <vector>

#include <gtest/gtest.h>

#include "app/make_samples/attribute_check.h"
#include "core/base/json.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr int kPrinted = 10;

/// The first of the validation file.
int prompt_count() {
    const char* wished = std::getenv("TUNEBENCH_SAMPLE_PROMPTS");
    return wished ? std::max(std::atoi(wished), 1) : 60;
}

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
    for (int i = 0; i < prompt_count() && std::getline(in, line); ++i)
        out << line << "\n";
}

void print(const Json& answer) {
    std::cout << answer.at("prompt").get<std::string>() << " => " << answer.at("text").get<std::string>()
              << "\n";
}

/// Share of the answers that state every attribute of their prompt.
double share_right(const std::string& json) {
    const auto parsed = parse_json(json, "answers");
    EXPECT_TRUE(parsed) << parsed.error().message;
    const auto& answers = parsed->at("answers");
    const bool tells = std::getenv("TUNEBENCH_SAMPLE_PROMPTS") != nullptr;
    int right = 0, printed = 0;
    for (const auto& answer : answers) {
        right += attributes_in(answer.at("text").get<std::string>(),
                               attributes_of(answer.at("prompt").get<std::string>()));
        if (tells && printed++ < kPrinted)
            print(answer);
    }
    std::cout << right << " of " << answers.size() << " answers state every attribute\n";
    return static_cast<double>(right) / static_cast<double>(answers.size());
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
