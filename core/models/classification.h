// Classification: a model of any family with a head of one row a class in place of the head over the
// vocabulary, read at the last token of a sequence, or, of an encoder, at the first or in the mean (Hugging
// Face's …ForSequenceClassification).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/models/model_config.h"

namespace tunebench {

/// "LlamaForSequenceClassification" of "LlamaForCausalLM", "GPT2ForSequenceClassification" of
/// "GPT2LMHeadModel", "BertForSequenceClassification" of "BertForMaskedLM". Empty for an architecture that is
/// no language model.
std::string classification_architecture(std::string_view architecture);

/// The same model with a head for these labels, of which there are at least two. Nothing is tied to the
/// embedding any more, and there is a padding token: other programs find a row's last token by it.
ModelConfig as_classifier(ModelConfig config, std::vector<std::string> labels);

/// The labels that a config.json of such a model names, in the order of the head's rows: id2label, or
/// LABEL_0, … where it only counts them. Unsupported for several labels at once and for regression; Corrupt
/// when the numbers of id2label have gaps.
Result<std::vector<std::string>> labels_from(const Json& config);

/// LABEL_0, LABEL_1, …: what Hugging Face calls labels without a name.
std::vector<std::string> unnamed_labels(std::int64_t count);

/// {"id2label": {"0": …}, "label2id": {…: 0}}
Json labels_to_json(const std::vector<std::string>& labels);

/// What the config.json of a classifier says besides that of its causal model: architectures, labels,
/// problem_type and pad_token_id.
Json classification_keys(const ModelConfig& config);

}  // namespace tunebench
