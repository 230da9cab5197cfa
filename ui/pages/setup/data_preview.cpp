#include "ui/pages/setup/data_preview.h"

#include <algorithm>

#include "core/run/run_sources.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kExamples = 16;

PreviewExample exampleOf(const Example& example, const TrainingData& data, const Tokenizer& tokenizer) {
    return {.line = example.source_line,
            .learned = std::count(example.supervised.begin(), example.supervised.end(), std::uint8_t{1}),
            .cut = example.cut_tokens,
            .label = label_of(example, data.labels),
            .tokens = preview_tokens(example, tokenizer)};
}

Result<DataPreview> read(const RunConfig& config, const Tokenizer& tokenizer, const CancelToken& cancel) {
    TRY(const auto data, load_run_data(config, tokenizer, cancel, kPreviewRows));
    DataPreview preview{.report = data.train.report};
    const std::size_t count = std::min(kExamples, data.train.examples.size());
    for (std::size_t i = 0; i < count; ++i)
        preview.examples.push_back(exampleOf(data.train.examples[i], data, tokenizer));
    return preview;
}

}  // namespace

PreviewAnswer previewData(const RunConfig& asked, std::shared_ptr<const LoadedTokenizer> tokenizer,
                          const CancelToken& cancel) {
    const auto found = located(asked, hub_cache_folder());
    if (!found)
        return {.preview = {.error = found.error()}, .tokenizer = std::move(tokenizer)};
    const RunConfig& config = *found;
    const auto loaded = loadedTokenizer(config.model, std::move(tokenizer));
    if (!loaded)
        return {.preview = {.error = loaded.error()}};
    auto preview = read(config, (*loaded)->tokenizer, cancel);
    if (!preview)
        return {.preview = {.error = preview.error()}, .tokenizer = *loaded};
    return {.preview = *std::move(preview), .tokenizer = *loaded};
}

}  // namespace tunebench::ui
