#include "tests/support/fixtures.h"

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/formats/safetensors.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kHidden = 16;
constexpr std::int64_t kIntermediate = 32;
constexpr std::int64_t kVocabulary = 258;

struct Named {
    std::string name = {};
    std::vector<std::int64_t> shape = {};
};

std::vector<Named> tiny_tensors() {
    const std::string layer = "model.layers.0.";
    return {{"model.embed_tokens.weight", {kVocabulary, kHidden}},
            {layer + "input_layernorm.weight", {kHidden}},
            {layer + "self_attn.q_proj.weight", {kHidden, kHidden}},
            {layer + "self_attn.k_proj.weight", {kHidden / 2, kHidden}},
            {layer + "self_attn.v_proj.weight", {kHidden / 2, kHidden}},
            {layer + "self_attn.o_proj.weight", {kHidden, kHidden}},
            {layer + "post_attention_layernorm.weight", {kHidden}},
            {layer + "mlp.gate_proj.weight", {kIntermediate, kHidden}},
            {layer + "mlp.up_proj.weight", {kIntermediate, kHidden}},
            {layer + "mlp.down_proj.weight", {kHidden, kIntermediate}},
            {"model.norm.weight", {kHidden}}};
}

std::vector<float> tiny_values(const Named& tensor, Random& random) {
    std::size_t count = 1;
    for (const auto size : tensor.shape)
        count *= static_cast<std::size_t>(size);
    std::vector<float> values(count, 1.0F);
    if (tensor.shape.size() > 1)
        for (auto& value : values)
            value = static_cast<float>(0.4 * (random.uniform() - 0.5));
    return values;
}

void write_json(const fs::path& file, const OrderedJson& json) {
    std::ofstream(file) << json_text(json, 1) << "\n";
}

void write_weights(const fs::path& file) {
    Random random(7);
    const auto names = tiny_tensors();
    std::vector<std::vector<float>> values;
    for (const auto& tensor : names)
        values.push_back(tiny_values(tensor, random));
    std::vector<TensorView> views;
    for (std::size_t i = 0; i < names.size(); ++i)
        views.push_back({.name = names[i].name,
                         .dtype = DType::F32,
                         .shape = names[i].shape,
                         .data = std::as_bytes(std::span(values[i]))});
    const auto written = write_safetensors(file, views, {{"format", "pt"}});
    ASSERT_TRUE(written) << written.error().message;
}

OrderedJson tiny_config() {
    return {{"architectures", {"LlamaForCausalLM"}},
            {"model_type", "llama"},
            {"vocab_size", kVocabulary},
            {"hidden_size", kHidden},
            {"intermediate_size", kIntermediate},
            {"num_hidden_layers", 1},
            {"num_attention_heads", 2},
            {"num_key_value_heads", 1},
            {"head_dim", kHidden / 2},
            {"max_position_embeddings", 128},
            {"hidden_act", "silu"},
            {"rms_norm_eps", 1e-6},
            {"rope_theta", 10000.0},
            {"initializer_range", 0.02},
            {"attention_bias", false},
            {"mlp_bias", false},
            {"tie_word_embeddings", true},
            {"bos_token_id", 256},
            {"eos_token_id", 257},
            {"torch_dtype", "float32"}};
}

/// The printable stand-in of a byte in GPT-2's vocabulary, as UTF-8.
std::string stand_in(int byte) {
    const auto is_printable = [](int b) {
        return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
    };
    int code = byte;
    if (!is_printable(byte)) {
        code = 256;
        for (int b = 0; b < byte; ++b)
            code += is_printable(b) ? 0 : 1;
    }
    if (code < 0x80)
        return {static_cast<char>(code)};
    return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

OrderedJson added_token(int id, std::string_view content) {
    return {{"id", id},        {"content", content},  {"single_word", false}, {"lstrip", false},
            {"rstrip", false}, {"normalized", false}, {"special", true}};
}

OrderedJson tiny_tokenizer() {
    auto vocabulary = OrderedJson::object();
    for (int byte = 0; byte < 256; ++byte)
        vocabulary[stand_in(byte)] = byte;
    const OrderedJson bytes = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}};
    return {{"version", "1.0"},
            {"truncation", nullptr},
            {"padding", nullptr},
            {"added_tokens", OrderedJson::array({added_token(256, "<s>"), added_token(257, "</s>")})},
            {"normalizer", nullptr},
            {"pre_tokenizer", bytes},
            {"post_processor", nullptr},
            {"decoder", bytes},
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

}  // namespace

void write_tiny_model(const fs::path& folder) {
    fs::create_directories(folder);
    write_json(folder / "config.json", tiny_config());
    write_json(folder / "tokenizer.json", tiny_tokenizer());
    write_weights(folder / "model.safetensors");
}

void write_tiny_data(const fs::path& file, int rows) {
    std::ofstream out(file);
    for (int row = 0; row < rows; ++row)
        out << fmt::format(R"({{"prompt": "Say {}: ", "completion": "{}"}})", row, row % 5) << "\n";
}

RunConfig tiny_run(const fs::path& folder, std::int64_t steps) {
    write_tiny_model(folder / "model");
    write_tiny_data(folder / "train.jsonl", 24);
    write_tiny_data(folder / "valid.jsonl", 4);
    auto config = default_run_config();
    config.general.name = "tiny run";
    config.general.threads = 1;
    config.model.path = (folder / "model").string();
    config.data.train = {(folder / "train.jsonl").string()};
    config.data.validation = (folder / "valid.jsonl").string();
    config.data.max_length = 32;
    config.budget.steps = steps;
    config.budget.epochs = 0;
    config.budget.batch_size = 2;
    config.evaluation.every = 5;
    config.evaluation.batch_size = 2;
    config.evaluation.sample_tokens = 4;
    config.checkpoints.every = 4;
    return config;
}

}  // namespace tunebench::test
