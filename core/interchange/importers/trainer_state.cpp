// trainer_state.json of Hugging Face's Trainer: log_history has an object for every time that it logged. A
// checkpoint holds the log until then, so that of several checkpoints of a run the newest is read.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/interchange/python_json.h"
#include "core/interchange/run_importer.h"

namespace tunebench::trainer_state_import {
namespace {

namespace fs = std::filesystem;

constexpr JsonLimits kLimits = {
    .max_bytes = std::size_t{256} << 20, .max_depth = 32, .max_values = std::size_t{16} << 20};
constexpr std::string_view kFileName = "trainer_state.json";
constexpr std::string_view kCheckpoint = "checkpoint-";

bool is_checkpoint(const fs::path& folder) {
    return folder.filename().string().starts_with(kCheckpoint);
}

std::int64_t checkpoint_step(const fs::path& folder) {
    const auto name = folder.filename().string();
    std::int64_t step = 0;
    std::from_chars(name.data() + kCheckpoint.size(), name.data() + name.size(), step);
    return step;
}

/// The folder of the run that a file of this folder belongs to.
fs::path run_folder(const fs::path& folder) {
    return is_checkpoint(folder) ? folder.parent_path() : folder;
}

/// The run's own file is newer than any checkpoint's.
bool is_newer(const fs::path& a, const fs::path& b) {
    if (!is_checkpoint(a) || !is_checkpoint(b))
        return !is_checkpoint(a) && is_checkpoint(b);
    return checkpoint_step(a) > checkpoint_step(b);
}

std::vector<ImportSource> find(const ImportPlace& place) {
    std::map<fs::path, fs::path> newest;  // folder of the run → folder of the file
    std::vector<ImportSource> sources;
    for (const auto& file : place.files) {
        const auto folder = file.parent_path();
        if (!place.is_folder && file.extension() == ".json")
            sources.push_back({nullptr, file, {file}, run_folder(folder).filename().string()});
        if (!place.is_folder || file.filename() != kFileName)
            continue;
        auto [known, is_first] = newest.try_emplace(run_folder(folder), folder);
        if (!is_first && is_newer(folder, known->second))
            known->second = folder;
    }
    for (const auto& [run, folder] : newest)
        sources.push_back({nullptr, folder / kFileName, {folder / kFileName}, run.filename().string()});
    return sources;
}

/// A number, or one that JSON has no form for.
std::optional<double> number_of(const Json& value) {
    if (value.is_number())
        return value.get<double>();
    if (value.is_string())
        return non_number(value.get_ref<const std::string&>());
    return {};
}

Result<void> add_entry(const Json& entry, ImportedRun& run) {
    const Json* step = find_member(entry, "step");
    if (!step || !step->is_number_integer()) {
        if (run.remarks.empty())
            run.remarks.emplace_back("entries of log_history without a step were left out");
        return {};
    }
    const auto number = step->get<std::int64_t>();
    for (const auto& [name, value] : entry.items()) {
        const auto measured = name == "step" ? std::nullopt : number_of(value);
        if (measured)
            TRY_VOID(run.add(name, number, *measured));
    }
    return {};
}

void add_settings(const Json& state, ImportedRun& run) {
    static constexpr std::array<const char*, 11> kSettings = {
        "num_train_epochs", "max_steps",     "train_batch_size",     "epoch",
        "global_step",      "logging_steps", "eval_steps",           "save_steps",
        "best_metric",      "total_flos",    "best_model_checkpoint"};
    for (const char* key : kSettings)
        if (const Json* value = find_member(state, key); value && value->is_primitive() && !value->is_null())
            run.settings[key] = *value;
    if (const Json* parameters = find_member(state, "trial_params"); parameters && parameters->is_object())
        for (const auto& [name, value] : parameters->items())
            if (value.is_primitive())
                run.settings[name] = value;
}

Result<ImportedRun> read(const ImportSource& source) {
    const auto& file = source.files.front();
    TRY(const auto text, read_file(file, kLimits.max_bytes));
    TRY(const auto state, parse_json(with_quoted_non_numbers(text), file.string(), kLimits));
    const auto history = json_array(state, "log_history");
    if (!history)
        return Error{ErrorCode::Corrupt,
                     fmt::format("{} is no trainer_state.json: it has no list log_history.", file.string())};
    ImportedRun run;
    run.name = source.name;
    add_settings(state, run);
    for (const auto& entry : **history)
        TRY_VOID(add_entry(entry, run));
    return run;
}

}  // namespace

const RunImporter& importer() {
    static const RunImporter importer = {.id = "trainer_state",
                                         .title = "trainer_state.json of Hugging Face's Trainer",
                                         .find = find,
                                         .read = read};
    return importer;
}

}  // namespace tunebench::trainer_state_import
