#include "tests/app/support/sample_run.h"

#include <cstddef>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/formats/safetensors.h"
#include "core/models/parameters.h"

namespace tunebench::test {
namespace {

std::string utf8_of(int code_point) {
    if (code_point < 0x80)
        return {static_cast<char>(code_point)};
    return {static_cast<char>(0xC0 | (code_point >> 6)), static_cast<char>(0x80 | (code_point & 0x3F))};
}

bool shows_itself(int byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

/// A byte-level tokenizer without merges: a token a byte, and an end token.
OrderedJson tokenizer_json() {
    OrderedJson vocabulary = OrderedJson::object();
    int hidden = 256;
    for (int byte = 0; byte < 256; ++byte)
        vocabulary[utf8_of(shows_itself(byte) ? byte : hidden++)] = byte;
    const OrderedJson byte_level = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}};
    const OrderedJson end_token = {{"id", 256},       {"content", "<end>"}, {"single_word", false},
                                   {"lstrip", false}, {"rstrip", false},    {"normalized", false},
                                   {"special", true}};
    return {{"version", "1.0"},
            {"truncation", nullptr},
            {"padding", nullptr},
            {"added_tokens", OrderedJson::array({end_token})},
            {"normalizer", nullptr},
            {"pre_tokenizer", byte_level},
            {"post_processor", nullptr},
            {"decoder", byte_level},
            {"model",
             {{"type", "BPE"},
              {"dropout", nullptr},
              {"unk_token", nullptr},
              {"continuing_subword_prefix", nullptr},
              {"end_of_word_suffix", nullptr},
              {"fuse_unk", false},
              {"byte_fallback", false},
              {"vocab", vocabulary},
              {"merges", OrderedJson::array()}}}};
}

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

ModelConfig tiny_model_config() {
    ModelConfig config;
    config.model_type = "llama";
    config.architecture = "LlamaForCausalLM";
    config.vocab_size = 260;
    config.hidden_size = 16;
    config.intermediate_size = 32;
    config.num_hidden_layers = 2;
    config.num_attention_heads = 2;
    config.num_key_value_heads = 2;
    config.head_dim = 8;
    config.max_position_embeddings = 256;
    config.eos_token_ids = {256};
    return config;
}

void write_tiny_model(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const auto config = tiny_model_config();
    write_text(folder / "config.json", json_text(model_config_to_json(config), 2));
    write_text(folder / "tokenizer.json", json_text(tokenizer_json()));
    write_text(folder / "tokenizer_config.json", R"({"eos_token": "<end>"})");
    std::size_t largest = 0;
    for (const auto& parameter : parameters_of(config))
        largest = std::max(largest, static_cast<std::size_t>(parameter.count()));
    const std::vector<std::byte> zeros(largest * sizeof(float));
    std::vector<TensorView> tensors;
    for (const auto& parameter : parameters_of(config))
        tensors.push_back(
            {.name = parameter.name,
             .dtype = DType::F32,
             .shape = parameter.shape,
             .data = std::span(zeros).first(static_cast<std::size_t>(parameter.count()) * sizeof(float))});
    const auto written = write_safetensors(folder / "model.safetensors", tensors, {{"format", "pt"}});
    ASSERT_TRUE(written) << written.error().message;
}

SampleRun::SampleRun() {
    write_tiny_model(model());
    write_text(train(), rows(24));
    write_text(folder() / "valid.jsonl", rows(6));
    run_json_ = {{"format", "tunebench.run/1"},
                 {"name", "sample"},
                 {"model", {{"path", "model"}}},
                 {"data", {{"train", {"train.jsonl"}}, {"validation", "valid.jsonl"}, {"max_length", 64}}},
                 {"method", {{"id", "lora"}, {"rank", 2}}},
                 {"budget", {{"steps", 8}, {"batch_size", 2}}},
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
