// A section of RunConfig by its name: its values as parameters, and its part of the run file. Part of
// run_config.h.
#pragma once

#include <span>
#include <string_view>

#include "core/base/json.h"
#include "core/run/run_config.h"
#include "core/run/section_fields.h"

namespace tunebench {

/// In the order of the run file; "general", whose fields stand outside the sections, is not among them.
std::span<const std::string_view> section_names();
bool is_section(std::string_view name);

/// Calls visit(fields, member) for a section that is no selection. Config is RunConfig or const RunConfig.
template <class Config, class Visit>
auto visit_section(Config& config, std::string_view section, Visit visit) {
    if (section == "model")
        return visit(model_fields(), config.model);
    if (section == "data")
        return visit(data_fields(), config.data);
    if (section == "precision")
        return visit(precision_fields(), config.precision);
    if (section == "budget")
        return visit(budget_fields(), config.budget);
    if (section == "regularization")
        return visit(regularization_fields(), config.regularization);
    if (section == "evaluation")
        return visit(evaluation_fields(), config.evaluation);
    if (section == "checkpoints")
        return visit(checkpoint_fields(), config.checkpoints);
    return visit(general_fields(), config.general);
}

/// Reads one section's object into `config`. What is not known goes to `unknown` when it is to be kept.
Result<void> section_from_json(RunConfig& config, std::string_view section, const OrderedJson& json,
                               UnknownKeys unknown_keys, OrderedJson& unknown);

/// The section's object, without what was not known.
OrderedJson section_to_json(const RunConfig& config, std::string_view section);

/// Puts the entries of `extra` into `target`: objects are joined, everything else replaced.
void merge_json(OrderedJson& target, const OrderedJson& extra);

}  // namespace tunebench
