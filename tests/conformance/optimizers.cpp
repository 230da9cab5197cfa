// Optimizers with 8-bit states against files of tensors "<optimizer>.grad0", "<optimizer>.param0", …: the
// parameter after each step on the given gradients, for a tensor with codes and for a small one ("small0")
// without, and the states after the last.
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/optimizer.h"
#include "tests/conformance/report.h"

namespace tunebench::conformance {
namespace {

namespace fs = std::filesystem;
using Tensors = std::map<std::string, at::Tensor>;

constexpr double kRate = 1e-2;
constexpr double kTolerance = 1e-5;         // of a parameter, relative to its largest magnitude
constexpr double kLeastEqualCodes = 0.999;  // a number halfway between two codes may take either

/// How the reference's optimizer is called here, with the library's default decay.
struct Named {
    const char* reference;
    const char* id;
    double weight_decay;
};
constexpr Named kNames[] = {
    {"adam8bit", "adam", 0.0}, {"adamw8bit", "adamw", 1e-2}, {"lion8bit", "lion", 0.0}};

/// One tensor of the case, "param" or "small", and how far it went astray.
class Followed {
public:
    Followed(const Tensors& tensors, const std::string& reference, std::string name, std::string gradient)
        : tensors_(tensors), name_(reference + "." + name), gradient_(reference + "." + gradient) {
        parameter_ = {.name = std::move(name),
                      .tensor = tensors_.at(name_ + "0").clone().set_requires_grad(true)};
    }

    const TrainableParameter& parameter() const { return parameter_; }
    bool has_step(int step) const { return tensors_.contains(fmt::format("{}{}", gradient_, step)); }
    void take_gradient(int step) {
        parameter_.tensor.mutable_grad() = tensors_.at(fmt::format("{}{}", gradient_, step)).clone();
    }
    void compare_after(int step) {
        const auto& expected = tensors_.at(fmt::format("{}{}", name_, step + 1));
        const auto difference = (parameter_.tensor.detach() - expected).abs().max().item<double>();
        largest_ = std::max(largest_, difference / expected.abs().max().item<double>());
    }
    double largest() const { return largest_; }

private:
    const Tensors& tensors_;
    std::string name_, gradient_;
    TrainableParameter parameter_ = {};
    double largest_ = 0.0;
};

/// The share of the reference's codes that are equal.
double equal_codes(const Tensors& tensors, const std::string& reference, const NamedTensors& states) {
    double least = 1.0;
    for (const auto& [name, tensor] : states) {
        const auto expected =
            tensors.find(fmt::format("{}.state.{}", reference, name.substr(name.find('.') + 1)));
        if (expected == tensors.end() || tensor.scalar_type() != at::kByte)
            continue;
        least = std::min(least, (expected->second == tensor).to(at::kDouble).mean().item<double>());
    }
    return least;
}

void check_one(const Tensors& tensors, const Named& named, Report& report) {
    const std::string reference = named.reference;
    ParamMap params;
    for (const auto& spec : find_optimizer(named.id)->specs)
        params.set(spec.key, spec.default_value);
    params.set("states", "8bit");
    params.set("weight_decay", named.weight_decay);
    params.set("decay", "all");
    Followed large(tensors, reference, "param", "grad"), small(tensors, reference, "small", "small_grad");
    const auto stepper = find_stepper(named.id)->make({large.parameter(), small.parameter()}, params);
    int step = 0;
    for (; large.has_step(step) && small.has_step(step); ++step) {
        large.take_gradient(step);
        small.take_gradient(step);
        stepper->step({.step = step + 1, .learning_rate = kRate});
        large.compare_after(step);
        small.compare_after(step);
    }
    const auto codes = equal_codes(tensors, reference, stepper->states());
    const auto numbers = fmt::format("{} steps  8-bit {:.0e}  small {:.0e}  codes equal {:.2f} %", step,
                                     large.largest(), small.largest(), 100.0 * codes);
    const bool holds = step > 0 && large.largest() <= kTolerance && small.largest() <= kTolerance &&
                       codes >= kLeastEqualCodes;
    holds ? report.passed(reference, numbers) : report.failed(reference, numbers);
}

}  // namespace

void check_optimizers(const std::string& folder, Report& report) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".safetensors")
            continue;
        const auto tensors = read_tensors(entry.path());
        if (!tensors)
            return report.failed(entry.path().filename().string(), tensors.error().message);
        for (const auto& named : kNames)
            if (tensors->contains(std::string(named.reference) + ".param0") && report.wants(named.reference))
                check_one(*tensors, named, report);
    }
}

}  // namespace tunebench::conformance
