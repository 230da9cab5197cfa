// A small model of any family in a folder, and a method on it whose parameters are away from their start:
// what exports are tried on.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/engine/exporting/exporter.h"
#include "core/engine/exporting/model_folder.h"
#include "core/exports/export_format.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

/// config.json of a decoder of 2 layers; 64 wide, 8 to a head, so that rows are whole blocks of Q8_0.
inline Json llama_json() {
    return {{"architectures", {"LlamaForCausalLM"}},
            {"model_type", "llama"},
            {"vocab_size", 264},
            {"hidden_size", 64},
            {"intermediate_size", 96},
            {"num_hidden_layers", 2},
            {"num_attention_heads", 8},
            {"num_key_value_heads", 4},
            {"max_position_embeddings", 128},
            {"rms_norm_eps", 1e-5},
            {"rope_theta", 10000.0},
            {"tie_word_embeddings", false},
            {"bos_token_id", 256},
            {"eos_token_id", 257}};
}

inline Json gpt2_json() {
    return {{"architectures", {"GPT2LMHeadModel"}},
            {"model_type", "gpt2"},
            {"vocab_size", 264},
            {"n_embd", 64},
            {"n_layer", 2},
            {"n_head", 4},
            {"n_positions", 128},
            {"bos_token_id", 257},
            {"eos_token_id", 257}};
}

inline Json with(Json json, const Json& changes) {
    json.update(changes);
    return json;
}

inline Json mistral_json() {
    return with(
        llama_json(),
        {{"architectures", {"MistralForCausalLM"}}, {"model_type", "mistral"}, {"sliding_window", 5}});
}

inline Json qwen2_json() {
    return with(
        llama_json(),
        {{"architectures", {"Qwen2ForCausalLM"}}, {"model_type", "qwen2"}, {"tie_word_embeddings", true}});
}

inline Json mixtral_json() {
    return with(llama_json(), {{"architectures", {"MixtralForCausalLM"}},
                               {"model_type", "mixtral"},
                               {"num_local_experts", 4},
                               {"num_experts_per_tok", 2}});
}

inline Json qwen3_moe_json() {
    return with(llama_json(), {{"architectures", {"Qwen3MoeForCausalLM"}},
                               {"model_type", "qwen3_moe"},
                               {"head_dim", 8},
                               {"num_experts", 5},
                               {"num_experts_per_tok", 2},
                               {"moe_intermediate_size", 32},
                               {"norm_topk_prob", true}});
}

class ExportBench {
public:
    explicit ExportBench(const Json& config, const std::string& method_id = "lora",
                         const ParamMap& changes = {}, const std::vector<std::string>& added_tokens = {}) {
        write_model(config);
        run_ = tiny_run(files_.path() / "run", 1);
        run_.model.path = model_folder().string();
        run_.model.added_tokens = added_tokens;
        run_.general.device = "cpu";  // where exports are made
        method_ = find_method(method_id);
        run_.method = {.id = method_id, .params = defaults_of(*method_)};
        for (const auto& [key, value] : changes.entries)
            run_.method.params.set(key, value);
        auto made = make_trainee(run_);
        EXPECT_TRUE(made) << made.error().message;
        trainee_ = *std::move(made);
        const at::NoGradGuard no_gradients;
        auto generator = at::make_generator<at::CPUGeneratorImpl>(5);
        for (auto& parameter : trainee_.parameters)
            parameter.tensor.add_(at::empty_like(parameter.tensor).normal_(0.0, 0.05, generator));
    }

    std::filesystem::path model_folder() const { return files_.path() / "model"; }
    std::filesystem::path out() const { return files_.path() / "out"; }
    CausalModel& model() { return *trainee_.model; }
    RunConfig& run() { return run_; }

    ExportJob job(ExportDtype dtype = ExportDtype::F32) {
        return {.run = run_, .method = *method_, .trainee = trainee_, .out = out(), .dtype = dtype};
    }

    Result<void> check(const std::string& format) {
        return find_export_format(format)->check(*method_, model().config(), run_);
    }

    void write(const std::string& format, ExportDtype dtype = ExportDtype::F32) {
        const auto possible = check(format);
        ASSERT_TRUE(possible) << possible.error().message;
        expected_ = logits(model());
        const auto written = find_exporter(format)->write(job(dtype));
        ASSERT_TRUE(written) << written.error().message;
    }

    /// After write: by how much of the largest logit the reloaded export differs from what was trained.
    double difference(const std::string& format) {
        const auto reloaded = find_exporter(format)->reload(job());
        EXPECT_TRUE(reloaded) << reloaded.error().message;
        return reloaded ? relative_difference(logits(**reloaded), expected_) : 1e9;
    }

    at::Tensor parameter(const std::string& name) const {
        for (const auto& trained : trainee_.parameters)
            if (trained.name == name)
                return trained.tensor.detach();
        ADD_FAILURE() << name;
        return at::zeros({1, 1});
    }

    /// A parameter of the model as it is now.
    at::Tensor weight(const std::string& name) {
        for (const auto& parameter : model().parameters())
            if (parameter.info.name == name)
                return parameter.tensor->detach();
        ADD_FAILURE() << name;
        return at::zeros({1, 1});
    }

private:
    static at::Tensor logits(const CausalModel& model) {
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(batch_of({24, 9}, 256), model.virtual_token_count());
        return model.logits(model.hidden_states(tensors.tokens, tensors.context));
    }

    /// Random weights, norms and biases too: what is 0 or 1 everywhere hides where it was put.
    void write_model(const Json& json) const {
        const auto model = random_model(*model_config_from_json(json, "bench"), 7);
        auto generator = at::make_generator<at::CPUGeneratorImpl>(9);
        for (auto& parameter : model->parameters())
            parameter.tensor->add_(at::empty_like(*parameter.tensor).normal_(0.0, 0.06, generator));
        ASSERT_TRUE(write_model_folder(model_folder(), *model, ""));
        write_tiny_model(files_.path() / "tokens");
        std::filesystem::copy_file(files_.path() / "tokens/tokenizer.json",
                                   model_folder() / "tokenizer.json");
    }

    TemporaryFolder files_;
    RunConfig run_ = {};
    const Method* method_ = nullptr;
    Trainee trainee_ = {};
    at::Tensor expected_ = {};
};

}  // namespace tunebench::test
