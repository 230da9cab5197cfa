// BERT (arXiv:1810.04805): a class is read from the first token, through the pooler, which does not belong to
// the head: adapters leave it frozen, or adapt it.
#include "core/models/families/bert_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_bert_like(json, config));
    config.marks_pairs = config.token_types > 1;
    config.head_dense = HeadDense{.activation = Activation::Tanh};
    return {};
}

ModuleNames names() {
    auto names = bert_names("bert.");
    names.head_dense = "bert.pooler.dense";
    names.classes_head = "classifier";
    return names;
}

}  // namespace

const Family& bert_family() {
    static const Family family{"bert", "BertForMaskedLM", read, write_bert_like, names()};
    return family;
}

}  // namespace tunebench
