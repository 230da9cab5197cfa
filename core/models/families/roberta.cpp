// RoBERTa (arXiv:1907.11692): BERT whose positions begin after that of padding, whose texts all have one
// type, and whose head has a layer of its own. XLM-RoBERTa and CamemBERT are the same model by other names.
#include <fmt/format.h>

#include "core/models/families/bert_keys.h"

namespace tunebench {
namespace {

constexpr std::int64_t kPadToken = 1;  // where the file names none

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_bert_like(json, config));
    TRY(const auto pad, optional_integer(json, "pad_token_id"));
    const auto row = pad.value_or(kPadToken);
    if (row < 0 || row >= config.max_position_embeddings - 1)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("pad_token_id is {}, which leaves no positions", row),
                     .hint = "Download the model's config.json again.",
                     .field = "pad_token_id"};
    config.position_offset = row + 1;
    config.max_position_embeddings -= config.position_offset;
    config.head_dense = HeadDense{.activation = Activation::Tanh, .in_task_head = true};
    return {};
}

ModuleNames names() {
    auto names = bert_names("roberta.");
    names.head_dense = "classifier.dense";
    names.classes_head = "classifier.out_proj";
    return names;
}

}  // namespace

const Family& roberta_family() {
    static const Family family{"roberta", "RobertaForMaskedLM", read, write_bert_like, names()};
    return family;
}

const Family& xlm_roberta_family() {
    static const Family family{"xlm-roberta", "XLMRobertaForMaskedLM", read, write_bert_like, names(), false};
    return family;
}

const Family& camembert_family() {
    static const Family family{"camembert", "CamembertForMaskedLM", read, write_bert_like, names(), false};
    return family;
}

}  // namespace tunebench
