#include <algorithm>
#include <unistd.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/formats/rows/row_source.h"
#include "core/models/family.h"
#include "core/run/entry_files.h"
#include "core/run/preflight_checks.h"
#include "core/run/run_model.h"
#include "core/run/run_paths.h"
#include "core/run/run_sources.h"
#include "core/run/starting_adapter.h"
#include "core/run/task.h"
#include "core/text/tokenizer/tokenizer_source.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
    std::error_code failed;
    return fs::is_regular_file(path, failed);
}

bool is_readable(const fs::path& path) {
    return access(path.c_str(), R_OK) == 0;
}

bool has_weights(const fs::path& folder) {
    return is_file(folder / "model.safetensors") || is_file(folder / "model.safetensors.index.json");
}

bool has_pickled_weights(const fs::path& folder) {
    return is_file(folder / "pytorch_model.bin") || is_file(folder / "pytorch_model.bin.index.json");
}

void check_weights(const RunConfig& config, Findings& findings) {
    const fs::path folder = config.model.path;
    if (config.model.initialize == Initialize::Random || has_weights(folder))
        return;
    if (has_pickled_weights(folder))
        findings.block(
            "model.path",
            fmt::format("{} has its weights only in pytorch_model.bin, which is never read: such files "
                        "can run programs",
                        folder.string()),
            "Convert them to safetensors, or take a copy of the model that has model.safetensors.");
    else
        findings.block("model.path", fmt::format("{} has no model.safetensors", folder.string()),
                       "Download the missing weights, or start from random weights.");
}

void check_data_file(const std::string& field, const std::string& file, Findings& findings) {
    std::error_code failed;
    if (!fs::exists(file, failed))
        findings.block(field, fmt::format("The data file {} does not exist", file), "Choose another file.");
    else if (!is_file(file))
        findings.block(field, fmt::format("{} is neither a file nor a folder", file), "Choose a data file.");
    else if (const auto known = check_data_file_name(file); !known)
        findings.block(field, known.error());
    else if (!is_readable(file))
        findings.block(field, fmt::format("The data file {} cannot be read: no permission", file),
                       "Change its permissions, or choose another file.");
    else if (fs::file_size(file, failed) == 0)
        findings.block(field, fmt::format("The data file {} is empty", file), "Choose another file.");
}

/// The file, or each file of the folder.
void check_data_entry(const std::string& field, const WeightedFile& entry, Findings& findings) {
    if (names_hub_dataset(entry.path))
        return;  // and is not in the cache: preflight has said so
    const auto files = files_of_entry(entry);
    if (!files)
        findings.block(field, files.error());
    else
        for (const auto& file : *files)
            check_data_file(field, file.string(), findings);
}

/// Whether a file to judge by is trained on too. What a name of the hub stands for is not known before it is
/// in the cache.
bool shares_files(const std::vector<WeightedFile>& train, const WeightedFile& judge) {
    if (names_hub_dataset(judge.path))
        return false;
    const auto judged = files_of_entry(judge);
    const auto is_judged = [&](const fs::path& file) { return std::ranges::binary_search(*judged, file); };
    return judged && std::ranges::any_of(train, [&](const WeightedFile& entry) {
               const auto files = files_of_entry(entry);
               return files && std::ranges::any_of(*files, is_judged);
           });
}

void check_general_file(const RunConfig& config, Findings& findings) {
    constexpr const char* kField = "evaluation.general_file";
    if (config.evaluation.general_file.empty())
        return;
    if (config.model.task != Task::Causal)
        return findings.warn(kField, "The general text is not used: a classifier writes no text",
                             "Leave out the file.");
    const auto general = held_out(config.evaluation.general_file);
    check_data_entry(kField, general, findings);
    if (shares_files(config.data.train, general))
        findings.warn(kField, "The general text is also trained on, so its loss says nothing of forgetting",
                      "Choose text that is not among the training files.");
}

void check_template_file(const std::string& file, Findings& findings) {
    if (!is_file(file) || !is_readable(file))
        findings.block("data.template", fmt::format("The chat template {} cannot be read", file),
                       "Choose another file, or auto.");
}

}  // namespace

std::optional<ModelConfig> check_model(const RunConfig& config, Findings& findings) {
    const fs::path folder = config.model.path;
    std::error_code failed;
    if (folder.empty()) {
        findings.block("model.path", "No model is chosen", "Choose the folder of a model.");
        return std::nullopt;
    }
    if (names_hub_model(config.model.path))
        return std::nullopt;  // and is not in the cache: preflight has said so
    if (!fs::is_directory(folder, failed)) {
        findings.block("model.path", fmt::format("The model folder {} does not exist", folder.string()),
                       "Choose a folder with config.json, model.safetensors and tokenizer.json.");
        return std::nullopt;
    }
    auto model = stored_model_of(config.model);
    if (!model) {
        const auto& error = model.error();  // its field may be a key of config.json
        const bool is_setting = error.field.starts_with("model.");
        findings.block(is_setting ? error.field : "model.path", error.message, error.hint);
        return std::nullopt;
    }
    if (const auto part = unverified_part(*model); !part.empty())
        findings.warn("model.path",
                      fmt::format("Unverified: {} has not been compared with the reference yet", part),
                      "Look at a few answers of the model before you trust its results.");
    check_weights(config, findings);
    if (!find_tokenizer_file(folder))
        findings.block("model.path",
                       fmt::format("{} has no tokenizer.json, and nothing in its place", folder.string()),
                       "Copy the tokenizer that the model was trained with into its folder.");
    auto trained = model_for_task(*model, config.model.task);
    if (trained)
        return *std::move(trained);
    findings.block("model.task", trained.error());
    return std::nullopt;
}

void check_starting_adapter(const RunConfig& config, Findings& findings) {
    auto adopted = config;
    const auto changes = adopt_starting_adapter(adopted);
    if (!changes)
        findings.block("model.adapter", changes.error());
    else if (!changes->empty())
        findings.warn("model.adapter",
                      fmt::format("The adapter's own settings apply: {}", fmt::join(*changes, "; ")),
                      "Nothing needs to be done; set them likewise to see them in the form.");
}

void check_data(const RunConfig& config, Findings& findings) {
    const auto& data = config.data;
    if (const auto fits = check_layout(data.layout, config.model.task); !fits)
        findings.block("data.layout", fits.error());
    if (data.train.empty())
        findings.block("data.train", "No training data is chosen", "Choose at least one data file.");
    for (const auto& entry : data.train)
        check_data_entry("data.train", entry, findings);
    if (names_template_file(data.chat_template))
        check_template_file(data.chat_template, findings);
    check_general_file(config, findings);
    if (data.validation.empty())
        return;
    const auto validation = held_out(data.validation);
    check_data_entry("data.validation", validation, findings);
    if (shares_files(data.train, validation))
        findings.warn("data.validation",
                      "The validation file is also trained on, so its loss says nothing new",
                      "Choose a file that is not among the training files, or a validation share.");
    if (data.validation_share > 0)
        findings.warn("data.validation_share", "The validation share is not used: there is a validation file",
                      "Set the share to 0, or leave out the file.");
}

}  // namespace tunebench
