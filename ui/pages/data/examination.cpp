#include "ui/pages/data/examination.h"

#include "core/run/run_sources.h"

namespace tunebench::ui {

Examination examineForPage(const RunConfig& asked, const LoadedTokenizer& tokenizer,
                           const std::shared_ptr<SharedProgress>& progress, const CancelToken& cancel) {
    const auto found = located(asked, hub_cache_folder());
    if (!found)
        return {.error = found.error()};
    const RunConfig& config = *found;
    auto diagnosis = examine_run_data(config, tokenizer.tokenizer, cancel, [&](const ExamineProgress& now) {
        progress->share = now.share;
        progress->rows = now.rows;
    });
    if (!diagnosis)
        return {.error = diagnosis.error()};
    auto findings = data_findings(*diagnosis, config.data);
    return {.diagnosis = *std::move(diagnosis), .findings = std::move(findings)};
}

ViewAnswer viewForPage(const RunConfig& asked, std::shared_ptr<const LoadedTokenizer> tokenizer,
                       std::int64_t limit, const CancelToken& cancel) {
    const auto found = located(asked, hub_cache_folder());
    if (!found)
        return {.error = found.error(), .tokenizer = std::move(tokenizer)};
    const RunConfig& config = *found;
    const auto loaded = loadedTokenizer(config.model, std::move(tokenizer));
    if (!loaded)
        return {.error = loaded.error()};
    auto view = ModelView::read(config, (*loaded)->tokenizer, cancel, limit);
    if (!view)
        return {.error = view.error(), .tokenizer = *loaded};
    return {.view = *std::move(view), .tokenizer = *loaded};
}

}  // namespace tunebench::ui
