#include "core/study/queue/study_measurement.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/base/sha256.h"
#include "core/methods/method.h"
#include "core/params/row_slice.h"
#include "core/run/entry_files.h"
#include "core/run/general_data.h"
#include "core/run/run_sources.h"
#include "core/run/sections.h"

namespace tunebench {
namespace {

/// The first rows of what the first training file gives to the run.
WeightedFile first_rows(const WeightedFile& file, std::int64_t rows) {
    WeightedFile part{file.path};
    const auto slice = parse_row_slice(file.slice);
    if (slice && slice->begin && slice->begin->is_percent) {
        part.slice = file.slice;
        return part;
    }
    const auto begin = slice && slice->begin ? static_cast<std::int64_t>(slice->begin->value) : 0;
    auto end = begin + rows;
    if (slice && slice->end && !slice->end->is_percent)
        end = std::min(end, static_cast<std::int64_t>(slice->end->value));
    part.slice = fmt::format("[{}:{}]", begin, end);
    return part;
}

DataSection measured_data(const StudySettings& study, MeasuredOn on) {
    auto data = study.base.data;
    const auto training = std::exchange(data.train, {});
    data.validation_share = 0.0;
    data.deduplicate = false;
    switch (on) {
        case MeasuredOn::HeldOut:
            data.train = study.rules.held_out;
            if (data.train.empty())
                data.train = {data.validation};
            break;
        case MeasuredOn::Training:
            data.train = {first_rows(training.front(), study.rules.training_sample)};
            break;
        case MeasuredOn::General:
            return general_data(study.base.data, study.rules.general);
    }
    for (auto& file : data.train)  // of a data set in splits, not the one that is trained on
        file.is_held_out = on != MeasuredOn::Training;
    data.validation.clear();
    return data;
}

/// The files of data.train by where they lie, and whether only a slice of them is read. Those that are not
/// there are told by who reads them.
std::map<std::filesystem::path, bool> files_of(const DataSection& data) {
    RunConfig config;
    config.data = data;
    std::map<std::filesystem::path, bool> files;
    for (const auto& entry : locate_sources(config, hub_cache_folder()).config.data.train) {
        const auto of_entry = files_of_entry(entry);
        if (!of_entry)
            continue;
        for (const auto& file : *of_entry) {
            std::error_code ignored;
            files.emplace(std::filesystem::weakly_canonical(file, ignored), !entry.slice.empty());
        }
    }
    return files;
}

}  // namespace

std::vector<MeasuredOn> measurements_of(const StudySettings& study, bool is_trained) {
    const bool is_causal = study.base.model.task == Task::Causal;
    std::vector<MeasuredOn> all;
    if (is_trained || is_causal)  // a classifier has no head before
        all.push_back(MeasuredOn::HeldOut);
    if (is_trained && study.rules.training_sample > 0)
        all.push_back(MeasuredOn::Training);
    if (is_causal && !study.rules.general.empty())
        all.push_back(MeasuredOn::General);
    return all;
}

EvaluateRequest evaluate_request(const StudySettings& study, MeasuredOn on, const RunConfig& config,
                                 const std::filesystem::path& result) {
    const auto* method = find_method(config.method.id);
    EvaluateRequest request{.model = config.model.path,
                            .data = measured_data(study, on),
                            .batch_size = study.base.evaluation.batch_size,
                            .threads = static_cast<int>(config.general.threads),
                            .quantization = config.precision.quantization_settings()};
    if (result.empty())
        return request;
    if (method && method->adapter_formats.empty()) {
        request.model = result;
        request.quantization = {};
    } else {
        request.adapters = {{.folder = result}};
    }
    return request;
}

std::vector<std::filesystem::path> trained_and_judged(const StudySettings& study) {
    const auto trained = files_of(study.base.data);
    std::set<std::filesystem::path> both;
    for (const auto on : measurements_of(study, /*is_trained=*/true)) {
        if (on == MeasuredOn::Training)
            continue;
        for (const auto& [file, is_slice] : files_of(measured_data(study, on))) {
            const auto found = trained.find(file);
            if (found != trained.end() && !(found->second && is_slice))
                both.insert(file);
        }
    }
    return {both.begin(), both.end()};
}

void keep_report(MeasuredRun& run, MeasuredOn on, const EvaluationReport& report) {
    switch (on) {
        case MeasuredOn::HeldOut:
            run.held_out_loss = report.loss;
            run.held_out_accuracy = report.accuracy.value_or(report.token_accuracy);
            run.held_out_losses = report.example_losses;
            break;
        case MeasuredOn::Training:
            run.training_loss = report.loss;
            break;
        case MeasuredOn::General:
            run.general_loss = report.loss;
            break;
    }
}

std::string measurement_fingerprint(const StudySettings& study, const StudyInputs& inputs) {
    std::string text = fmt::format("batch {}\n", study.base.evaluation.batch_size);
    for (const auto on : measurements_of(study, /*is_trained=*/true)) {
        RunConfig config;
        config.data = measured_data(study, on);
        text += fmt::format("{}\n{}\n", json_text(section_to_json(config, "data")), inputs.digest(config));
    }
    return sha256_hex(text);
}

}  // namespace tunebench
