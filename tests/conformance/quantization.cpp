#include "tests/conformance/quantization.h"

#include <fmt/format.h>

#include "core/engine/models/tensor_bytes.h"
#include "core/engine/quantization/code_books.h"
#include "core/engine/quantization/quantized_weight.h"
#include "core/engine/tensor.h"

namespace tunebench::conformance {
namespace {

using Tensors = std::map<std::string, at::Tensor>;

constexpr std::int64_t kEightBitBlock = 256;

/// Compares tensors with those of one case, and remembers the names of those that differ.
class Comparison {
public:
    Comparison(const Tensors& expected, std::string prefix)
        : expected_(expected), prefix_(std::move(prefix)) {}

    void equal(const std::string& name, const at::Tensor& found) {
        const auto it = expected_.find(prefix_ + "." + name);
        const bool same = it != expected_.end() && it->second.scalar_type() == found.scalar_type() &&
                          at::equal(it->second.flatten(), found.flatten());
        ++count_;
        if (!same)
            wrong_ += (wrong_.empty() ? "" : ", ") + name;
    }
    void tell(const std::string& name, Report& report) const {
        if (wrong_.empty())
            report.passed(name, fmt::format("{} tensors equal", count_));
        else
            report.failed(name, "not equal: " + wrong_);
    }

private:
    const Tensors& expected_;
    std::string prefix_;
    int count_ = 0;
    std::string wrong_ = {};
};

QuantizationSettings settings_of(const Json& description) {
    return {
        .type = description.value("quant_type", "") == "fp4" ? QuantizationType::Fp4 : QuantizationType::Nf4,
        .block_size = description.value("blocksize", std::int64_t{64}),
        .double_quantization = description.value("double_quant", false)};
}

void check_case(const Tensors& expected, const Json& description, Report& report) {
    const auto prefix = fmt::format("case{}", description.value("case", 0));
    const auto name = "quant/" + prefix;
    if (!report.wants(name))
        return;
    const auto input = expected.find(prefix + ".input");
    if (input == expected.end())
        return report.failed(name, "the file has no input for it");
    const auto quantized = quantize_weight(input->second, settings_of(description), name);
    if (!quantized)
        return report.failed(name, quantized.error().message);
    Comparison comparison(expected, prefix);
    comparison.equal("packed", quantized->codes.codes);
    comparison.equal("code", quantized->codes.code_book);
    if (quantized->scales) {
        comparison.equal("absmax_q", quantized->scales->codes.codes);
        comparison.equal("absmax2", quantized->scales->codes.absmax);
        comparison.equal("code2", quantized->scales->codes.code_book);
        comparison.equal("offset", at::full({1}, quantized->scales->offset));
    } else {
        comparison.equal("absmax", quantized->codes.absmax);
    }
    comparison.equal("dequantized", quantized->dequantize(input->second.scalar_type()));
    comparison.tell(name, report);
}

void check_blockwise(const Tensors& expected, Report& report) {
    const auto input = expected.find("blockwise.input");
    if (!report.wants("quant/blockwise") || input == expected.end())
        return;
    const auto blocks = quantize_blocks(input->second, signed_dynamic_map(), kEightBitBlock);
    Comparison comparison(expected, "blockwise");
    comparison.equal("q", blocks.codes);
    comparison.equal("absmax", blocks.absmax);
    comparison.equal("dequantized", dequantize_blocks(blocks));
    comparison.tell("quant/blockwise", report);
}

}  // namespace

QuantizationSettings quantization_of_case(const std::string& method) {
    if (!method.starts_with("qlora-nf4"))
        return {};
    return {.type = QuantizationType::Nf4, .double_quantization = method.ends_with("-dq")};
}

void check_quantizers(const std::filesystem::path& file, const Json& entry, Report& report) {
    const auto expected = read_tensors(file);
    if (!expected)
        return report.failed("quant", expected.error().message);
    for (const auto& description : entry.at("cases"))
        check_case(*expected, description, report);
    check_blockwise(*expected, report);
    if (!report.wants("quant/dynamic_map"))
        return;
    Comparison maps(*expected, "dynamic_map");
    maps.equal("signed", signed_dynamic_map());
    maps.equal("unsigned", unsigned_dynamic_map());
    maps.tell("quant/dynamic_map", report);
}

}  // namespace tunebench::conformance
