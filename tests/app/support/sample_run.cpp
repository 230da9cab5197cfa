#include "tests/app/support/sample_run.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/fixtures.h"

namespace tunebench::test {
namespace {

void write_text(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string rows(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += fmt::format("{{\"prompt\": \"name: house {}\\n\", \"completion\": \"House {} is red.\"}}\n",
                            i, i);
    return text;
}

}  // namespace

SampleRun::SampleRun() {
    write_tiny_model(model());
    write_text(train(), rows(24));
    write_text(folder() / "valid.jsonl", rows(6));
    run_json_ = {{"format", "tunebench.run/1"},
                 {"name", "sample"},
                 {"model", {{"path", "model"}}},
                 {"data", {{"train", {"train.jsonl"}}, {"validation", "valid.jsonl"}, {"max_length", 96}}},
                 {"method", {{"id", "lora"}, {"rank", 2}}},
                 {"budget", {{"epochs", 0}, {"steps", 8}, {"batch_size", 2}}},
                 {"evaluation", {{"every", 4}, {"samples", {"name: house 1\n"}}}},
                 {"checkpoints", {{"every", 2}}}};
    write_run_file(run_json_);
}

void SampleRun::write_run_file(const OrderedJson& json) const {
    write_text(run_file(), json_text(json, 2));
}

void SampleRun::write(const std::filesystem::path& name, std::string_view content) const {
    write_text(folder() / name, content);
}

std::unique_ptr<ChildProcess> start_cli(const SampleRun& sample, std::vector<std::string> arguments,
                                        const ExtraEnvironment& environment) {
    ExtraEnvironment all = {{"TUNEBENCH_DATA", sample.data_folder().string()},
                            {"TUNEBENCH_ENGINE", TUNEBENCH_BINARY_DIR "/lib/libtunebench_fake_engine.so"}};
    // The last of two equal names would win only by chance.
    for (const auto& [name, value] : environment) {
        std::erase_if(all, [&name = name](const auto& variable) { return variable.first == name; });
        all.emplace_back(name, value);
    }
    arguments.insert(arguments.begin(), TUNEBENCH_BINARY_DIR "/bin/tunebench-cli");
    return std::make_unique<ChildProcess>(arguments, all);
}

CliResult run_cli(const SampleRun& sample, std::vector<std::string> arguments,
                  const ExtraEnvironment& environment) {
    const auto process = start_cli(sample, std::move(arguments), environment);
    const int code = process->wait();
    return {.code = code, .out = process->out(), .err = process->err()};
}

Json json_of(const CliResult& result) {
    auto json = parse_json(result.out, "stdout");
    if (!json) {
        ADD_FAILURE() << json.error().message << "\n" << result.out << result.err;
        return nullptr;
    }
    return *std::move(json);
}

std::vector<Json> json_lines_of(const CliResult& result) {
    std::vector<Json> lines;
    std::istringstream stream(result.out);
    for (std::string line; std::getline(stream, line);) {
        auto json = parse_json(line, "stdout");
        EXPECT_TRUE(json) << line;
        if (json)
            lines.push_back(*std::move(json));
    }
    return lines;
}

}  // namespace tunebench::test
