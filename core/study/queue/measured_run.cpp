#include "core/study/queue/measured_run.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/jobs/exact_number.h"

namespace tunebench {
namespace {

constexpr std::array<std::string_view, 3> kStates = {"started", "measured", "failed"};

/// The fields with the keys that files have: written once, for writing and reading. Keys never change.
template <class Run, class Visit>
void visit_measured(Run& run, Visit visit) {
    visit("run_folder", run.run_folder);
    visit("measured_on", run.measured_on);
    visit("error", run.error);
    visit("error_hint", run.error_hint);
    visit("learning_rate", run.learning_rate);
    visit("steps", run.steps);
    visit("total_steps", run.total_steps);
    visit("tokens", run.tokens);
    visit("total_parameters", run.total_parameters);
    visit("trainable_parameters", run.trainable_parameters);
    visit("predicted_peak_bytes", run.predicted_peak_bytes);
    visit("peak_bytes", run.peak_bytes);
    visit("result_bytes", run.result_bytes);
    visit("tokens_per_second", run.tokens_per_second);
    visit("seconds", run.seconds);
    visit("wall_seconds", run.wall_seconds);
    visit("best_validation_loss", run.best_validation_loss);
    visit("held_out_loss", run.held_out_loss);
    visit("held_out_accuracy", run.held_out_accuracy);
    visit("training_loss", run.training_loss);
    visit("general_loss", run.general_loss);
    visit("held_out_losses", run.held_out_losses);
}

class Writer {
public:
    explicit Writer(OrderedJson& json) : json_(json) {}

    void operator()(const char* key, double number) { json_[key] = exact_number(number); }
    void operator()(const char* key, const std::vector<double>& numbers) {
        auto list = OrderedJson::array();
        for (const double number : numbers)
            list.push_back(exact_number(number));
        json_[key] = std::move(list);
    }
    template <class Value>
    void operator()(const char* key, const Value& value) {
        json_[key] = value;
    }

private:
    OrderedJson& json_;
};

/// Stops at the first member that is not what it should be.
class Reader {
public:
    Reader(const Json& json, std::optional<Error>& error) : json_(json), error_(error) {}

    template <class Value>
    void operator()(const char* key, Value& value) {
        if (error_)
            return;
        const auto read = from(key, value);
        if (!read)
            error_ = read.error();
    }

private:
    Result<void> from(const char* key, std::string& text) {
        TRY(text, json_string(json_, key));
        return {};
    }
    Result<void> from(const char* key, std::int64_t& number) {
        TRY(number, json_integer(json_, key));
        return {};
    }
    Result<void> from(const char* key, std::uint64_t& number) {
        TRY(const auto integer, json_integer(json_, key));
        number = static_cast<std::uint64_t>(std::max<std::int64_t>(0, integer));
        return {};
    }
    Result<void> from(const char* key, double& number) {
        const auto* member = find_member(json_, key);
        TRY(number, number_from(member ? *member : Json(), key));
        return {};
    }
    Result<void> from(const char* key, std::vector<double>& numbers) {
        TRY(const auto* list, json_array(json_, key));
        for (const auto& entry : *list) {
            TRY(const double number, number_from(entry, key));
            numbers.push_back(number);
        }
        return {};
    }

    const Json& json_;
    std::optional<Error>& error_;
};

}  // namespace

OrderedJson measured_run_to_json(const MeasuredRun& run) {
    OrderedJson json = {{"format", "tunebench.study-run/1"},
                        {"state", kStates[static_cast<std::size_t>(run.state)]}};
    visit_measured(run, Writer(json));
    return json;
}

Result<MeasuredRun> measured_run_from_json(const Json& json) {
    MeasuredRun run;
    TRY(const auto state, json_string(json, "state"));
    const auto found = std::ranges::find(kStates, state);
    if (found == kStates.end())
        return Error{.code = ErrorCode::Corrupt, .message = fmt::format("'{}' is no state of a run", state)};
    run.state = static_cast<MeasuredState>(found - kStates.begin());
    std::optional<Error> error;
    visit_measured(run, Reader(json, error));
    if (error)
        return *error;
    return run;
}

}  // namespace tunebench
