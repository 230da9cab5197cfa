// The adapter of a run on the tiny model, away from its start and exported into a folder.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/engine/exporting/exporter.h"
#include "core/engine/models/weight_loader.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

class ExportedRun {
public:
    ExportedRun(const char* method, const ParamMap& params, const char* format) {
        auto config = tiny_run(files_->path(), 1);
        config.method = {.id = method, .params = params};
        config.general.device = "cpu";  // where exports are made
        auto trainee = *make_trainee(config);
        const at::NoGradGuard no_gradients;
        auto generator = at::make_generator<at::CPUGeneratorImpl>(5);
        for (auto& parameter : trainee.parameters)
            parameter.tensor.add_(at::empty_like(parameter.tensor).normal_(0.0, 0.05, generator));
        logits_ = logits_of(*trainee.model);
        const auto written = find_exporter(format)->write(
            {.run = config, .method = *find_method(method), .trainee = trainee, .out = folder()});
        EXPECT_TRUE(written) << written.error().message;
        base_ = config.model.path;
    }

    std::filesystem::path folder() const { return files_->path() / "exported"; }
    const std::filesystem::path& base() const { return base_; }

    /// Sorted.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

    /// The largest difference of the logits once the folder is loaded on the base model.
    double difference() const {
        const auto model = *load_model(base_);
        const auto parameters = load_adapter(*model, folder());
        EXPECT_TRUE(parameters) << parameters.error().message;
        return (logits_of(*model) - logits_).abs().max().item<double>();
    }

private:
    static at::Tensor logits_of(const CausalModel& model) {
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(batch_of({12}, model.config().vocab_size, 6));
        return model.logits(model.hidden_states(tensors.tokens, tensors.context));
    }

    std::unique_ptr<TemporaryFolder> files_ = std::make_unique<TemporaryFolder>();
    std::filesystem::path base_ = {};
    at::Tensor logits_ = {};
};

}  // namespace tunebench::test
