#include "core/data/general_text.h"

#include "core/data/loader.h"
#include "core/run/general_data.h"

namespace tunebench {

Result<Dataset> load_general_text(const RunConfig& config, const Tokenizer& tokenizer,
                                  const CancelToken& cancel) {
    const auto& file = config.evaluation.general_file;
    if (file.empty() || config.model.task != Task::Causal)
        return Dataset{};
    auto loaded =
        load_training_data(general_data(config.data, {file}), config.general.seed, tokenizer, cancel);
    if (loaded)
        return std::move(loaded->train);
    auto error = loaded.error();
    if (error.field.empty() || error.field == "data.train")
        error.field = "evaluation.general_file";
    return error;
}

}  // namespace tunebench
