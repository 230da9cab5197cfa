// Models and adapters against reference cases: logits, loss, gradients, trajectories, merged logits, greedy
// answers.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/engine/exporting/adapter_labels.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/generation/generator.h"
#include "core/engine/memory/device.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"
#include "core/engine/training/task_head.h"
#include "core/engine/training/task_loss.h"
#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "tests/conformance/classification.h"
#include "tests/conformance/expert_cases.h"
#include "tests/conformance/prompt_cases.h"
#include "tests/conformance/quantization.h"
#include "tests/conformance/reft_cases.h"
#include "tests/conformance/report.h"

namespace tunebench::conformance {
namespace {

namespace fs = std::filesystem;
using Tensors = std::map<std::string, at::Tensor>;

constexpr double kForward = 1e-5;
constexpr double kGradient = 1e-4;
constexpr double kTrajectory = 1e-4;
constexpr double kTrajectoryEnd = 1e-3;  // the last two losses, which amplify rounding
constexpr double kRounding = 1.2e-7;     // of fp32
constexpr int kSteps = 6;
constexpr std::int64_t kPromptLength = 8;  // of every row, where a method asks for it

struct Case {
    std::string name, method;
    fs::path arch, folder;
    Json entry;  // of the manifest
    QuantizationSettings quantization = {};
    at::Device device = at::kCPU;
};

/// The largest difference relative to the largest magnitude expected.
double relative(const at::Tensor& found, const at::Tensor& expected) {
    const auto largest = expected.abs().max().item<double>();
    const auto difference = (found.to(at::kCPU) - expected).abs().max().item<double>();
    return largest > 0.0 ? difference / largest : difference;
}

struct Trainee {
    std::unique_ptr<CausalModel> model;
    std::vector<TrainableParameter> parameters;
};

Result<Trainee> load_trainee(const Case& reference) {
    if (reference.method == "full") {
        TRY(auto model, load_model(reference.arch));
        model->move_to(reference.device);
        TRY(auto parameters, attach_method(*find_attachment("full"), *model, {}, 0));
        return Trainee{std::move(model), std::move(parameters)};
    }
    if (is_reft_case(reference.method)) {
        TRY(auto model, load_model(reference.arch));
        model->move_to(reference.device);
        TRY(const auto expected, read_tensors(reference.folder / "expected.safetensors"));
        TRY(auto parameters, attach_reft_case(*model, reference.entry, expected));
        return Trainee{std::move(model), std::move(parameters)};
    }
    TRY(auto model, load_base_of(reference.arch, reference.folder, reference.quantization));
    model->move_to(reference.device);
    if (reference.method == "prefix-mlp") {
        TRY(auto parameters, attach_projected_prefix(*model, reference.folder));
        return Trainee{std::move(model), std::move(parameters)};
    }
    TRY(auto parameters, load_adapter(*model, reference.folder));
    return Trainee{std::move(model), std::move(parameters)};
}

/// The rows without their padding, end to end.
Batch batch_of(const Tensors& inputs) {
    if (classifies(inputs))
        return classification_batch(inputs);
    Batch batch;
    const auto ids = inputs.at("input_ids"), mask = inputs.at("attention_mask"), labels = inputs.at("labels");
    for (std::int64_t row = 0; row < ids.size(0); ++row) {
        const auto length = mask[row].sum().item<std::int64_t>();
        batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
        batch.prompt_lengths.push_back(static_cast<std::int32_t>(kPromptLength));
        batch.first_labels.push_back(labels[row][0].item<std::int32_t>());
        for (std::int64_t i = 0; i < length; ++i) {
            batch.tokens.push_back(ids[row][i].item<std::int32_t>());
            batch.positions.push_back(static_cast<std::int32_t>(i));
            batch.labels.push_back(i + 1 < length ? labels[row][i + 1].item<std::int32_t>() : kIgnored);
            batch.supervised_tokens += batch.labels.back() != kIgnored;
        }
    }
    batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    return batch;
}

/// (B, T, V) at the positions that the mask keeps, row after row, the model's virtual ones first; (B,
/// classes) as they are.
at::Tensor attended(const at::Tensor& logits, const Tensors& inputs, const CausalModel& model) {
    if (classifies(inputs))
        return logits;
    const auto mask = with_virtual_positions(inputs.at("attention_mask"), model.virtual_token_count());
    return logits.index({mask.to(at::kBool)});
}

at::Tensor logits_of(const CausalModel& model, const Batch& batch) {
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(batch, model);
    const auto hidden = model.hidden_states(tensors.tokens, tensors.context);
    return model.logits(batch.class_labels.empty() ? hidden : tensors.counted(hidden));
}

at::Tensor loss_of(const CausalModel& model, const Batch& batch) {
    const auto tensors = to_tensors(batch, model);
    return task_loss(model, tensors, 1.0 / static_cast<double>(tensors.labels.size(0)));
}

/// "base_model.model.x.lora_A.default.weight" and "x.modules_to_save.default.weight" as they are called on
/// disk; an adapter of AdapterHub, which the reference calls a, and interventions as they are called here.
std::string parameter_name(std::string name, const Case& reference) {
    if (is_reft_case(reference.method))
        return reft_parameter(name, reference.entry);
    if (const auto at = name.find("lora_magnitude_vector"); at != std::string::npos)
        return name.substr(0, at) + "lora_magnitude_vector";
    for (const std::string infix : {".modules_to_save.default", ".default"})
        if (const auto at = name.find(infix); at != std::string::npos)
            name.erase(at, infix.size());
    constexpr std::string_view kAdapterHub = ".adapters.a.";
    if (const auto at = name.find(kAdapterHub); at != std::string::npos)
        name.replace(at, kAdapterHub.size(), ".adapters.tunebench.");
    return name;
}

struct Findings {
    double logits = 0.0, loss = 0.0, gradient = 0.0, trajectory = 0.0;
    std::string wrong = {};  // what is out of tolerance or missing

    void need(bool holds, const std::string& what) {
        if (!holds)
            wrong += (wrong.empty() ? "" : ", ") + what;
    }
    std::string text() const {
        auto numbers = fmt::format("logits {:.0e}  loss {:.0e}  grad {:.0e}  trajectory {:.0e}", logits, loss,
                                   gradient, trajectory);
        return wrong.empty() ? numbers : numbers + "  wrong: " + wrong;
    }
};

double largest(const at::Tensor& x) {
    return x.abs().max().item<double>();
}

/// What rounding leaves of a gradient that is 0: a bias of keys moves all scores of a query alike, which
/// softmax does not see, so that the reference has noise there, some 1e-8 of its other gradients.
double gradient_noise(const Tensors& expected) {
    double most = 0.0;
    for (const auto& [name, gradient] : expected)
        if (name.starts_with("grad."))
            most = std::max(most, largest(gradient));
    return kRounding * most;
}

void compare_gradients(const Case& reference, const Trainee& trainee, const Tensors& expected,
                       Findings& findings) {
    auto compared = static_cast<std::size_t>(std::ranges::count_if(trainee.parameters, is_rotation));
    const auto noise = gradient_noise(expected);
    for (const auto& [name, gradient] : expected) {
        if (!name.starts_with("grad."))
            continue;
        const auto wanted = prompt_tensor_name(parameter_name(name.substr(5), reference), trainee.parameters);
        const auto it = std::ranges::find_if(
            trainee.parameters, [&](const auto& parameter) { return is_called(parameter, wanted); });
        const bool known = it != trainee.parameters.end() && it->tensor.grad().defined();
        findings.need(known, "no gradient of " + wanted);
        if (!known)
            continue;
        ++compared;
        if (largest(gradient) <= noise)
            findings.need(largest(it->tensor.grad()) <= noise, "the gradient of " + wanted + " is not 0");
        else
            findings.gradient = std::max(findings.gradient, relative(it->tensor.grad(), gradient));
    }
    findings.need(compared == trainee.parameters.size(), "more parameters train than in the reference");
    findings.need(findings.gradient <= kGradient, "gradients");
}

struct OptimizerCase {
    std::string key, id;
    ParamMap params;
};

std::vector<OptimizerCase> optimizer_cases() {
    const auto with = [](std::initializer_list<std::pair<const char*, ParamValue>> entries) {
        ParamMap params;
        for (const auto& [key, value] : entries)
            params.set(key, value);
        return params;
    };
    return {
        {"losses.adamw", "adamw", with({{"learning_rate", 5e-3}, {"weight_decay", 0.01}, {"decay", "all"}})},
        {"losses.adam", "adam", with({{"learning_rate", 5e-3}, {"weight_decay", 0.0}})},
        {"losses.sgd", "sgd", with({{"learning_rate", 1e-2}})},
        {"losses.sgd_momentum", "sgd",
         with({{"learning_rate", 1e-2},
               {"momentum", 0.9},
               {"nesterov", true},
               {"weight_decay", 0.01},
               {"decay", "all"}})}};
}

void follow_trajectory(const Case& reference, const OptimizerCase& optimizer, const Batch& batch,
                       const at::Tensor& expected, Findings& findings) {
    const auto trainee = *load_trainee(reference);
    const auto stepper = find_stepper(optimizer.id)->make(trainee.parameters, optimizer.params);
    const auto rate = *optimizer.params.find("learning_rate")->get<double>();
    for (int step = 0; step <= kSteps; ++step) {
        for (const auto& parameter : trainee.parameters)
            parameter.tensor.mutable_grad().reset();
        const auto loss = loss_of(*trainee.model, batch);
        const auto wanted = expected[step].item<double>();
        const double difference = std::abs(loss.item<double>() - wanted) / std::abs(wanted);
        findings.trajectory = std::max(findings.trajectory, difference);
        findings.need(difference <= (step > kSteps - 2 ? kTrajectoryEnd : kTrajectory),
                      fmt::format("{}[{}]", optimizer.key, step));
        loss.backward();
        stepper->step({.step = step + 1, .learning_rate = rate});
    }
}

void compare_greedy(const CausalModel& model, const at::Tensor& expected, Findings& findings) {
    constexpr std::int64_t kPrompt = 6;
    const auto ids = expected.flatten().to(at::kInt).contiguous();
    const std::vector<std::int32_t> all(ids.data_ptr<std::int32_t>(),
                                        ids.data_ptr<std::int32_t>() + ids.numel());
    auto made = std::vector<std::int32_t>(all.begin(), all.begin() + kPrompt);
    const auto answer =
        generate_tokens(model, made, {.max_tokens = ids.numel() - kPrompt}, model.config().eos_token_ids, {});
    made.insert(made.end(), answer.tokens.begin(), answer.tokens.end());
    if (answer.reached_end)
        made.push_back(model.config().eos_token_ids.front());
    made.resize(all.size(), model.config().pad_token_id.value_or(0));
    findings.need(made == all, "greedy answer");
}

Result<Findings> compare(const Case& reference) {
    TRY(const auto expected, read_tensors(reference.folder / "expected.safetensors"));
    auto inputs = expected;
    if (!expected.contains("input_ids")) {
        TRY(inputs, read_tensors(reference.arch / "full" / "expected.safetensors"));
    }
    TRY(auto trainee, load_trainee(reference));
    const auto batch = batch_of(inputs);
    Findings findings;
    findings.logits =
        relative(logits_of(*trainee.model, batch), attended(expected.at("logits"), inputs, *trainee.model));
    findings.need(findings.logits <= kForward, "logits");
    const auto loss = loss_of(*trainee.model, batch);
    findings.loss = relative(loss.detach(), expected.at("loss"));
    findings.need(findings.loss <= kForward, "loss");
    loss.backward();
    compare_gradients(reference, trainee, with_single_experts(expected, trainee.model->config()), findings);
    for (const auto& optimizer : optimizer_cases())
        if (const auto it = expected.find(optimizer.key); it != expected.end())
            follow_trajectory(reference, optimizer, batch, it->second, findings);
    if (const auto it = expected.find("locations"); it != expected.end())
        findings.need(stands_where_expected(reference.entry, it->second), "locations");
    if (const auto it = expected.find("greedy"); it != expected.end())
        compare_greedy(*trainee.model, it->second, findings);
    if (const auto it = expected.find("merged_logits"); it != expected.end()) {
        for (auto* projection : trainee.model->projections())
            projection->merge();
        const auto merged =
            relative(logits_of(*trainee.model, batch), attended(it->second, inputs, *trainee.model));
        findings.need(merged <= kForward, fmt::format("merged logits {:.0e}", merged));
    }
    return findings;
}

void check_one(const Case& reference, const std::string& task, Report& report) {
    if (task != "causal" && task != "cls")
        return report.skipped(reference.name, fmt::format("task {} is not supported yet", task));
    if (const auto config = load_model_config(reference.arch);
        !config && config.error().code == ErrorCode::Unsupported)
        return report.skipped(reference.name, "architecture not supported yet: " + config.error().message);
    if (reference.method != "full" && !is_reft_case(reference.method) &&
        !fs::exists(reference.folder / "adapter_config.json"))
        return report.skipped(reference.name, "this method is not supported yet");
    const auto findings = compare(reference);
    if (!findings && findings.error().code == ErrorCode::Unsupported)
        return report.skipped(reference.name, findings.error().message);
    if (!findings)
        return report.failed(reference.name, findings.error().message);
    findings->wrong.empty() ? report.passed(reference.name, findings->text())
                            : report.failed(reference.name, findings->text());
}

}  // namespace

void check_models(const std::string& folder, const std::string& device_name, Report& report) {
    at::set_num_threads(1);
    const auto device = device_of(device_name);
    if (!device)
        return report.failed(device_name, device.error().message);
    const auto manifest = read_json_file(fs::path(folder) / "manifest.json");
    if (!manifest)
        return report.failed(folder, manifest.error().message);
    for (const auto& entry : manifest->at("cases")) {
        const auto arch = entry.value("arch", "-"), method = entry.value("method", "-");
        const Case reference{.name = arch + "/" + method,
                             .method = method,
                             .arch = fs::path(folder) / arch,
                             .folder = fs::path(folder) / entry.value("path", ""),
                             .entry = entry,
                             .quantization = quantization_of_case(method),
                             .device = *device};
        if (method == "quantization") {
            check_quantizers(reference.folder / "expected.safetensors", entry, report);
            continue;
        }
        if (!report.wants(reference.name))
            continue;
        check_one(reference, entry.value("task", ""), report);
    }
}

}  // namespace tunebench::conformance
