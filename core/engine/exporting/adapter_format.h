// What exporters of adapter folders have in common: a configuration file in the words of a format, and
// tensors under the format's names.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/engine/exporting/exporter.h"

namespace tunebench {

struct AdapterContent {
    Json config = {};
    NamedTensors tensors = {};
    NamedTensors head = {};  // of a classifier, under its names in the model
};

/// What the job's adapter is in this format. Unsupported where its method has no form in it.
Result<AdapterContent> adapter_content(std::string_view format, const ExportJob& job);

/// Whether the file says that it describes an adapter of this format.
bool describes_adapter(std::string_view format, const std::filesystem::path& config_file);

/// An adapter with new weights, attached to a frozen model as its configuration file says. In a classifier
/// its head trains with it.
struct AttachedAdapter {
    const Attachment* attachment = nullptr;
    std::vector<TrainableParameter> parameters = {};

    /// Takes over what the files of the adapter and, where there is a head, of the head hold.
    Result<void> load(std::string_view format, std::map<std::string, at::Tensor> tensors,
                      const std::string& source) const;
    Result<void> load_head(std::map<std::string, at::Tensor> tensors, const std::string& source) const;
    bool has_head() const;
};
Result<AttachedAdapter> attach_described(std::string_view format, CausalModel& model,
                                         const std::filesystem::path& config_file);

}  // namespace tunebench
