#include "tests/conformance/reft_cases.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/engine/tensor.h"
#include "core/methods/loreft/positions.h"

namespace tunebench::conformance {
namespace {

ParamMap params_of(const Json& entry) {
    ParamMap params;
    params.set("rank", entry.at("rank").get<std::int64_t>());
    params.set("positions", entry.at("positions").get<std::string>());
    params.set("share_weights", entry.at("share_weights").get<bool>());
    ParamList layers;
    for (const auto& layer : entry.at("layers"))  // twice each where weights are not shared
        if (const ParamValue text = std::to_string(layer.get<int>());
            std::ranges::find(layers, text) == layers.end())
            layers.push_back(text);
    params.set("layers", layers);
    return params;
}

std::string key_of(const Json& entry, std::size_t intervention) {
    return entry.at("keys").at(intervention).get<std::string>();
}

}  // namespace

bool is_reft_case(const std::string& method) {
    return method.starts_with("loreft");
}

std::string reft_parameter(const std::string& reference_name, const Json& entry) {
    constexpr std::string_view kPrefix = "intervention.", kSource = "source.";
    const auto dot = reference_name.find('.', kPrefix.size());
    const auto number = std::stoul(reference_name.substr(kPrefix.size(), dot - kPrefix.size()));
    auto part = reference_name.substr(dot + 1);
    if (part.starts_with(kSource))
        part.erase(0, kSource.size());
    else if (part == "rotate")
        part = "rotate_layer";
    return fmt::format("{}.{}", key_of(entry, number), part);
}

Result<std::vector<TrainableParameter>> attach_reft_case(CausalModel& model, const Json& entry,
                                                         const std::map<std::string, at::Tensor>& expected) {
    const auto* attachment = find_attachment("loreft");
    TRY(auto parameters, attachment->attach(model, params_of(entry), 0));
    std::map<std::string, at::Tensor> tensors;
    for (const auto& [name, tensor] : expected)
        if (name.starts_with("intervention."))
            tensors.emplace(reft_parameter(name, entry), tensor);
    TRY_VOID(attachment->from_file("pyreft", parameters, std::move(tensors), "expected.safetensors"));
    return parameters;
}

bool is_rotation(const TrainableParameter& parameter) {
    return parameter.name.ends_with(".rotate_layer");
}

bool stands_where_expected(const Json& entry, const at::Tensor& locations) {
    const auto positions = loreft::parse_positions(entry.at("positions").get<std::string>());
    const auto all = loreft::positions_in(*positions, entry.at("prompt_length").get<std::int64_t>());
    // Without sharing the first half of the interventions stands at the beginning, the second at the end.
    const bool is_shared = entry.at("share_weights").get<bool>();
    const auto width = static_cast<std::size_t>(locations.size(2));
    for (std::int64_t i = 0; i < locations.size(0); ++i) {
        const auto begin = is_shared || i < locations.size(0) / 2 ? 0 : all.size() - width;
        for (std::int64_t row = 0; row < locations.size(1); ++row)
            for (std::size_t k = 0; k < width; ++k)
                if (locations[i][row][static_cast<std::int64_t>(k)].item<std::int64_t>() != all[begin + k])
                    return false;
    }
    return true;
}

}  // namespace tunebench::conformance
