// The single checks of preflight.cpp. Each adds what it finds.
#pragma once

#include <optional>

#include "core/models/model_config.h"
#include "core/run/preflight.h"

namespace tunebench {

class Findings {
public:
    void block(std::string field, std::string message, std::string hint) {
        list_.push_back({Finding::Severity::Blocks, std::move(field), std::move(message), std::move(hint)});
    }
    void warn(std::string field, std::string message, std::string hint) {
        list_.push_back({Finding::Severity::Warns, std::move(field), std::move(message), std::move(hint)});
    }
    /// The error's own field, or `field` when it names none.
    void block(std::string field, const Error& error) {
        block(error.field.empty() ? std::move(field) : error.field, error.message, error.hint);
    }
    std::vector<Finding> take() { return std::move(list_); }

private:
    std::vector<Finding> list_ = {};
};

/// The model that the run trains, when the folder has a description that can be read and does the task.
std::optional<ModelConfig> check_model(const RunConfig& config, Findings& findings);
void check_starting_adapter(const RunConfig& config, Findings& findings);
void check_data(const RunConfig& config, Findings& findings);
void check_settings(const RunConfig& config, const PreflightPlace& place, Findings& findings);
void check_choices(const RunConfig& config, const std::optional<ModelConfig>& model, Findings& findings);
void check_resources(const RunConfig& config, const ModelConfig& model, const PreflightPlace& place,
                     Findings& findings);
void check_data_folder(const PreflightPlace& place, Findings& findings);

}  // namespace tunebench
