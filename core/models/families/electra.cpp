// ELECTRA (arXiv:2003.10555): BERT without a pooler; a class is read from the first token, through a layer of
// the head's own.
#include <fmt/format.h>

#include "core/models/families/bert_keys.h"

namespace tunebench {
namespace {

constexpr std::int64_t kEmbeddingSize = 128;  // where the file names none

/// The small models have embeddings of another width than their blocks.
Result<void> refuse_projected_embeddings(const Json& json, std::int64_t hidden) {
    TRY(const auto width, positive_or(json, "embedding_size", kEmbeddingSize));
    if (width == hidden)
        return {};
    return Error{
        .code = ErrorCode::Unsupported,
        .message = fmt::format("embedding_size {} beside hidden_size {} is not supported yet", width, hidden),
        .hint = "Choose another size of ELECTRA, such as base.",
        .field = "embedding_size"};
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_bert_like(json, config));
    TRY_VOID(refuse_projected_embeddings(json, config.hidden_size));
    config.marks_pairs = config.token_types > 1;
    config.head_dense = HeadDense{.activation = Activation::Gelu, .in_task_head = true};
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_bert_like(config, json);
    json["embedding_size"] = config.hidden_size;
}

ModuleNames names() {
    auto names = bert_names("electra.");
    names.head_dense = "classifier.dense";
    names.classes_head = "classifier.out_proj";
    return names;
}

}  // namespace

const Family& electra_family() {
    static const Family family{"electra", "ElectraForMaskedLM", read, write, names(), false};
    return family;
}

}  // namespace tunebench
