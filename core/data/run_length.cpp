#include "core/data/run_length.h"

#include <algorithm>
#include <cmath>

#include "core/data/data_file.h"
#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "core/data/token_cache_key.h"
#include "core/data/training_sampler.h"
#include "core/run/entry_files.h"
#include "core/run/sections.h"
#include "core/run/virtual_tokens.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFirstRows = 2000;  // of each file, where there is more

Result<std::vector<fs::path>> training_files(const DataSection& data) {
    std::vector<fs::path> files;
    for (const auto& entry : data.train) {
        TRY(const auto of_entry, files_of_entry(entry));
        files.insert(files.end(), of_entry.begin(), of_entry.end());
    }
    return files;
}

/// Of the rows of all files, those that are among the first of theirs.
Result<double> share_of_first_rows(const DataSection& data, const CancelToken& cancel) {
    TRY(const auto files, training_files(data));
    std::int64_t all = 0, first = 0;
    for (const auto& file : files) {
        TRY(const auto rows, count_rows(file, cancel));
        all += rows;
        first += std::min(rows, kFirstRows);
    }
    return all > 0 ? static_cast<double>(first) / static_cast<double>(all) : 1.0;
}

std::int64_t scaled(std::int64_t count, double share) {
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(count) / share - 1e-9));
}

}  // namespace

std::string measured_data_key(const RunConfig& run) {
    auto data = section_to_json(run, "data");
    data.erase("packing");
    const OrderedJson key = {{"model", run.model.path},
                             {"added_tokens", run.model.added_tokens},
                             {"task", run.model.task == Task::Causal},
                             {"seed", run.general.seed},
                             {"data", data}};
    return json_text(key);
}

Result<MeasuredData> measure_data(const RunConfig& run, const Tokenizer& tokenizer, const CancelToken& cancel,
                                  std::uint64_t whole_bytes) {
    TRY(const auto bytes, data_bytes_of(run.data.train));
    const bool is_small = bytes <= whole_bytes;
    TRY(auto loaded, load_run_data(run, tokenizer, cancel, is_small ? 0 : kFirstRows));
    MeasuredData data{.examples = std::move(loaded.train.examples)};
    if (!is_small) {
        TRY(data.share, share_of_first_rows(run.data, cancel));
    }
    return data;
}

RunLength run_length(const RunConfig& run, const ModelConfig& model, const MeasuredData& data) {
    const Sampler sampler(data.examples, training_sampler(run, tokens_before(run, model)));
    RunLength length{.examples = scaled(static_cast<std::int64_t>(data.examples.size()), data.share),
                     .epoch = {.batches = scaled(sampler.batches_per_epoch(), data.share),
                               .tokens = scaled(sampler.tokens_per_epoch(), data.share)},
                     .is_exact = data.share >= 1.0};
    const auto plan = plan_batches(run.budget, length.epoch);
    if (plan.steps == 0 || length.epoch.batches == 0)
        return length;
    length.steps = plan.steps;
    length.epochs = static_cast<double>(plan.batches) / static_cast<double>(length.epoch.batches);
    length.tokens =
        static_cast<std::int64_t>(std::llround(length.epochs * static_cast<double>(length.epoch.tokens)));
    return length;
}

}  // namespace tunebench
