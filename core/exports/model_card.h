// The model card of an export: a README.md in the form that the Hugging Face hub reads, with the facts of the
// run. It may be published: of paths on this machine only the last name is in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/exports/export_format.h"
#include "core/run/run_folder.h"

namespace tunebench {

inline constexpr std::string_view kModelCardFile = "README.md";

struct ModelCard {
    RunManifest run = {};  // its sources by their names of the hub, where they have one (with_hub_names)
    const Method& method;
    const ExportFormat& format;
    ExportDtype dtype = ExportDtype::F32;        // shown where the format has several
    std::int64_t step = 0;                       // of the exported checkpoint
    std::optional<double> validation_loss = {};  // there, in nats
    std::int64_t trained_parameters = 0;
    std::int64_t total_parameters = 0;
    // How the written files compare with the trained model:
    std::string compared_on = {};  // "validation" or "probe"
    std::int64_t compared_tokens = 0;
    double max_logit_difference = 0.0;  // relative to the largest logit
    double top1_agreement = 0.0;        // share of tokens with the same likeliest successor
};

/// The content of the file.
std::string model_card_text(const ModelCard& card);

}  // namespace tunebench
