#include "core/study/queue/run_facts.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "core/history/event_lines.h"
#include "core/history/recent_training_loss.h"
#include "core/jobs/run_event_json.h"
#include "core/run/general_data.h"

namespace tunebench {
namespace {

constexpr double kMostCounted = 1e18;  // what a file of others may claim

class FactCollector {
public:
    RunFacts facts() {
        facts_.training_loss = training_loss_.mean();
        facts_.forgetting = forgetting_of(general_);
        return facts_;
    }

    void take(const RunStarted& started) {
        facts_.total_steps = started.total_steps;
        facts_.total_parameters = started.total_parameters;
        facts_.trainable_parameters = started.trainable_parameters;
        facts_.predicted_peak_bytes = started.predicted_peak_bytes;
        facts_.finished.reset();
    }

    void take(const StepDone& done) {
        facts_.steps = done.step;
        facts_.tokens = done.tokens;
        facts_.seconds = done.elapsed_seconds;
        facts_.tokens_per_second = done.tokens_per_second;
        training_loss_.add(done.loss);
    }

    void take(const EvaluationDone& done) {
        if (done.step == 0)  // of the untrained model
            return;
        take_validation(done.loss);
        facts_.validation_accuracy = done.accuracy.value_or(done.token_accuracy);
    }

    void take(const RunFinished& finished) {
        facts_.finished = finished;
        facts_.peak_bytes = std::max(facts_.peak_bytes, finished.peak_bytes);
        if (finished.tokens_per_second > 0.0)
            facts_.tokens_per_second = finished.tokens_per_second;
    }

    /// Of imported runs nothing else is known; our own have the loss on their general text here.
    void take(const MetricsMeasured& measured) {
        facts_.steps = measured.step;
        facts_.seconds = measured.elapsed_seconds;
        for (const auto& [name, value] : measured.values)
            if (name == kGeneralLoss)
                general_.push_back({.step = measured.step, .value = value});
            else
                take_metric(name, value);
    }

    template <class Event>
    void take(const Event&) {}

private:
    void take_validation(double loss) {
        facts_.validation_loss = loss;
        if (std::isfinite(loss) && (!facts_.best_validation_loss || loss < *facts_.best_validation_loss))
            facts_.best_validation_loss = loss;
    }

    void take_metric(std::string_view name, double value) {
        const bool is_amount = value >= 0.0 && value < kMostCounted;
        if (name == "loss")
            training_loss_.add(value);
        else if (name == "validation_loss")
            take_validation(value);
        else if (name == "validation_accuracy")
            facts_.validation_accuracy = value;
        else if (name == "tokens_per_second" && is_amount)
            facts_.tokens_per_second = value;
        else if (name == "tokens" && is_amount)
            facts_.tokens = static_cast<std::int64_t>(value);
        else if (name == "memory_peak_bytes" && is_amount)
            facts_.peak_bytes = std::max(facts_.peak_bytes, static_cast<std::uint64_t>(value));
    }

    RunFacts facts_ = {};
    RecentTrainingLoss training_loss_ = {};
    std::vector<MetricPoint> general_ = {};
};

}  // namespace

Result<RunFacts> read_run_facts(const std::filesystem::path& run_folder) {
    const auto file = run_folder / "events.jsonl";
    TRY(auto lines, EventLines::open(file));
    FactCollector collector;
    while (true) {
        TRY(const auto line, lines.next());
        if (!line)
            return collector.facts();
        if (const auto event = run_event_from_line(*line, file.string()))
            std::visit([&](const auto& happened) { collector.take(happened); }, event->event);
    }
}

std::filesystem::path result_folder(const std::filesystem::path& run_folder, const RunFacts& facts) {
    if (!facts.finished || facts.finished->adapter.empty())
        return {};
    return run_folder / facts.finished->adapter;
}

std::uint64_t result_bytes(const std::filesystem::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed))
        if (it->is_regular_file(failed))
            bytes += it->file_size(failed);
    return bytes;
}

}  // namespace tunebench
