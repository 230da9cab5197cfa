#include "core/memory/largest_values.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include <fmt/format.h>

#include "core/methods/size_field.h"
#include "core/methods/task_head.h"
#include "core/models/parameters.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

/// A setting with its values: each is the one before, and more.
struct Question {
    std::string setting;
    std::int64_t now, most;
    std::function<void(RunConfig& run, std::int64_t value)> set;
};

class Search {
public:
    Search(const ModelConfig& model, const RunConfig& run, std::uint64_t limit,
           const MemoryCalibration& calibration)
        : model_(model), run_(run), limit_(limit), calibration_(calibration) {}

    LargestValue answer(const Question& question) const {
        LargestValue found{.setting = question.setting};
        // By doubling from the present value, or from 1 where that is too much, then by halving the gap.
        auto next = fits(question, question.now, found) ? 2 * question.now : 1;
        auto beyond = next == 1 ? question.now : question.most + 1;
        for (; next < beyond; next *= 2)
            if (!fits(question, next, found))
                beyond = next;
        while (beyond - found.value > 1)
            if (const auto middle = std::midpoint(found.value, beyond); !fits(question, middle, found))
                beyond = middle;
        found.is_ceiling = found.value == question.most;
        return found;
    }

private:
    bool fits(const Question& question, std::int64_t value, LargestValue& found) const {
        auto run = run_;
        question.set(run, value);
        const auto memory = estimate_memory(model_, run, batch_shape_of(run));
        const auto expected = memory ? calibration_.corrected(memory->peak_bytes) : 0;
        if (!memory || expected > limit_)
            return false;
        found.value = value;
        found.expected_bytes = expected;
        return true;
    }

    const ModelConfig& model_;
    const RunConfig& run_;
    std::uint64_t limit_;
    const MemoryCalibration& calibration_;
};

struct ModelSearch {
    const RunConfig& run;
    std::uint64_t limit;
    const MemoryCalibration& calibration;

    std::optional<LargestModel> fitting(const ModelConfig& model, const std::string& shape = {}) const {
        const auto memory = estimate_memory(model, run, batch_shape_of(run));
        const auto expected = memory ? calibration.corrected(memory->peak_bytes) : 0;
        if (!memory || expected > limit)
            return {};
        return LargestModel{.shape = shape,
                            .layers = model.num_hidden_layers,
                            .parameters = parameter_count(model),
                            .expected_bytes = expected};
    }

    std::optional<LargestModel> largest_shape(const std::string& family) const {
        std::optional<LargestModel> largest;
        for (const auto& name : shape_names()) {
            const auto shape = shape_config(name);
            if (!shape || shape->model_type != family)
                continue;
            const auto found = fitting(*shape, name);
            if (found && (!largest || found->parameters > largest->parameters))
                largest = found;
        }
        return largest;
    }

    std::optional<LargestModel> deepest(const ModelConfig& model) const {
        constexpr std::int64_t kMostLayers = 256;
        auto largest = fitting(model);
        auto good = largest ? model.num_hidden_layers : 0;
        auto beyond = largest ? kMostLayers + 1 : model.num_hidden_layers;
        while (beyond - good > 1) {
            const auto middle = std::midpoint(good, beyond);
            const auto found = fitting(with_layers(model, middle));
            if (found)
                largest = found;
            (found ? good : beyond) = middle;
        }
        return largest;
    }
};

/// What the method puts before a row takes positions too.
std::int64_t longest_row(const ModelConfig& model, const RunConfig& run) {
    const auto* method = find_method(run.method.id);
    const auto plan = method ? plan_of(*method, model, run.method.params) : Result<MethodPlan>(Error{});
    const auto before = plan ? plan->tokens_before() : 0;
    return std::max<std::int64_t>(1, model.max_position_embeddings - before);
}

std::vector<Question> questions_of(const ModelConfig& model, const RunConfig& run) {
    constexpr std::int64_t kLargestBatch = 65536;
    std::vector<Question> questions;
    const auto ask = [&](std::string setting, std::int64_t now, std::int64_t most, auto set) {
        questions.push_back({std::move(setting), std::clamp<std::int64_t>(now, 1, most), most, set});
    };
    ask("budget.batch_size", run.budget.batch_size, kLargestBatch,
        [](RunConfig& changed, std::int64_t value) { changed.budget.batch_size = value; });
    ask("data.max_length", run.data.max_length, longest_row(model, run),
        [](RunConfig& changed, std::int64_t value) { changed.data.max_length = value; });
    const auto* method = find_method(run.method.id);
    const auto field = method ? size_field(*method) : std::string_view();
    if (field.empty())
        return questions;
    const auto* size = run.method.params.find(field);
    const auto* now = size ? size->get<std::int64_t>() : nullptr;
    ask(fmt::format("method.{}", field), now ? *now : 1, model.hidden_size,
        [field](RunConfig& changed, std::int64_t value) { changed.method.params.set(field, value); });
    return questions;
}

}  // namespace

std::vector<LargestValue> largest_values(const ModelConfig& model, const RunConfig& run,
                                         std::uint64_t limit_bytes, const MemoryCalibration& calibration) {
    const Search search(model, run, limit_bytes, calibration);
    std::vector<LargestValue> values;
    for (const auto& question : questions_of(model, run))
        values.push_back(search.answer(question));
    return values;
}

std::optional<LargestModel> largest_model(const ModelConfig& like, const RunConfig& run,
                                          std::uint64_t limit_bytes, const MemoryCalibration& calibration) {
    const ModelSearch search{.run = run, .limit = limit_bytes, .calibration = calibration};
    const auto known = search.largest_shape(like.model_type);
    const bool is_beyond_known =
        !known || (known->parameters < parameter_count(like) && search.fitting(like));
    return is_beyond_known ? search.deepest(like) : known;
}

}  // namespace tunebench
