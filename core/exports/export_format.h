// ExportFormat: a form in which the result of a run can be written, as everything without tensors sees it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exports/export_dtype.h"
#include "core/methods/method.h"
#include "core/run/run_config.h"

namespace tunebench {

struct ExportFormat {
    std::string_view id;      // "gguf-adapter": the name of the command line
    std::string_view title;   // "PEFT adapter (adapter_config.json, adapter_model.safetensors)"
    std::string_view help;    // who reads it
    bool is_adapter = false;  // needs its base model beside it; otherwise it is a model of its own
    /// Whether this run's result can be written so. Unsupported: why not, and what to choose instead.
    Result<void> (*check)(const Method& method, const ModelConfig& model, const RunConfig& run) = nullptr;
    std::vector<ExportDtype> dtypes = {};  // what the weights can be stored as; empty: as they were trained
};

/// Every format in the order of exports.def, which is that of the form.
std::span<const ExportFormat* const> all_export_formats();
const ExportFormat* find_export_format(std::string_view id);  // nullptr when unknown

/// The type of that name, checked against `dtypes`; an empty name is the first of them.
Result<ExportDtype> chosen_export_dtype(const ExportFormat& format, std::string_view name);

/// For formats that are adapter folders: the method must describe this run's adapter in this one.
Result<void> check_adapter_format(std::string_view format, const Method& method, const ModelConfig& model,
                                  const RunConfig& run);

/// For formats that hold a whole model: the method's result must be one, or merge into one.
Result<void> check_mergeable(const Method& method, const ModelConfig& model, const RunConfig& run);

/// "Choose peft or merged.": the formats of the kind of adapter folders that this run can be written in, and
/// merging where the method does.
std::string other_formats(const Method& method, const ModelConfig& model, const RunConfig& run);

}  // namespace tunebench
