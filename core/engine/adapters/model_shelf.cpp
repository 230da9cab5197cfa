#include "core/engine/adapters/model_shelf.h"

#include <fmt/format.h>

#include "core/engine/exporting/adapter_labels.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/memory/meter.h"
#include "core/engine/models/weight_loader.h"
#include "core/text/tokenizer/token_additions.h"

namespace tunebench {

namespace fs = std::filesystem;

ModelShelf::Stamp ModelShelf::stamp_of(const fs::path& folder) {
    Stamp stamp;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::error_code ignored;
        if (it->is_regular_file(ignored))
            stamp[it->path().filename().string()] = {it->file_size(ignored), it->last_write_time(ignored)};
    }
    return stamp;
}

double ModelShelf::seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Result<ModelShelf::Loaded> ModelShelf::take(const fs::path& folder, const std::vector<AdapterShare>& adapters,
                                            const QuantizationSettings& quantization) {
    const auto begin = std::chrono::steady_clock::now();
    Base base{.folder = folder, .stamp = stamp_of(folder), .quantization = quantization};
    TRY(base.config,
        adapters.empty() ? load_model_config(folder) : model_under(adapters.front().folder, folder));
    TRY(bool has_read, load_base(std::move(base)));
    std::vector<AdapterSet::Share> shares;
    for (const auto& adapter : adapters) {
        TRY(const bool is_new, load_adapter_of(adapter.folder));
        has_read |= is_new;
        shares.push_back({.name = adapter.folder.string(), .weight = adapter.weight});
    }
    const auto loaded = std::chrono::steady_clock::now();
    TRY_VOID(shelved_->adapters->use(shares));
    const double switch_seconds = seconds_since(loaded);
    const auto first = shares.empty() ? shelved_->adapter_tokenizers.end()
                                      : shelved_->adapter_tokenizers.find(shares.front().name);
    const bool is_base = first == shelved_->adapter_tokenizers.end();
    return Loaded{.tokenizer = is_base ? shelved_->tokenizer : first->second,
                  .model = shelved_->adapters->model(),
                  .load_seconds = has_read ? seconds_since(begin) : 0.0,
                  .switch_seconds = switch_seconds};
}

void ModelShelf::clear() {
    if (!shelved_)
        return;
    shelved_.reset();
    release_kept_memory();
}

Result<bool> ModelShelf::load_base(Base base) {
    if (shelved_ && shelved_->base == base)
        return false;
    clear();  // before the next one is read: two models may not fit
    TRY(auto tokenizer, Tokenizer::load(base.folder));
    TRY(auto model, load_model(base.folder, base.config, /*head_seed=*/0, base.quantization));
    if (!base.config.has_head())
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("{}: a {} is an encoder without a head: it neither generates text "
                                   "nor tells classes apart",
                                   base.folder.string(), base.config.architecture),
            .hint = "Train it to classify first, or choose a classifier."};
    shelved_.emplace(Shelved{.base = std::move(base),
                             .tokenizer = std::move(tokenizer),
                             .adapters = std::make_unique<AdapterSet>(std::move(model))});
    return true;
}

Result<bool> ModelShelf::load_adapter_of(const fs::path& folder) {
    const auto name = folder.string();
    auto stamp = stamp_of(folder);
    auto& shelved = *shelved_;
    if (shelved.adapters->has(name) && shelved.adapter_stamps[name] == stamp)
        return false;
    shelved.adapters->remove(name);
    TRY(const auto tokens, tokens_beside(folder, shelved.tokenizer, shelved.base.config.vocab_size));
    const auto added = shelved.adapters->add(name, [&folder](CausalModel& model) -> Result<void> {
        TRY_VOID(load_adapter(model, folder));
        return {};
    });
    if (!added) {
        if (added.error().code == ErrorCode::Internal)
            clear();
        return added.error();
    }
    shelved.adapter_tokenizers.insert_or_assign(name, shelved.tokenizer.with_added_tokens(tokens));
    shelved.adapter_stamps[name] = std::move(stamp);
    return true;
}

}  // namespace tunebench
