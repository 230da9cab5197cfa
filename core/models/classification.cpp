#include "core/models/classification.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::string_view kSuffix = "ForSequenceClassification";
constexpr std::string_view kProblem = "single_label_classification";
constexpr std::int64_t kMostLabels = 10000;

Error unsupported_task(std::string message) {
    return {.code = ErrorCode::Unsupported,
            .message = std::move(message),
            .hint = "Only the choice of one label out of several is supported.",
            .field = "model.path"};
}

Error bad_labels(std::string message) {
    return {.code = ErrorCode::Corrupt,
            .message = std::move(message),
            .hint = "Download the model's config.json again.",
            .field = "id2label"};
}

Result<std::vector<std::string>> names_from(const Json& id2label) {
    std::vector<std::string> labels;
    if (std::ssize(id2label) > kMostLabels)
        return bad_labels(fmt::format("id2label has {} entries", id2label.size()));
    for (std::size_t i = 0; i < id2label.size(); ++i) {
        const auto* name = find_member(id2label, fmt::format("{}", i));
        if (!name || !name->is_string())
            return bad_labels(fmt::format("id2label has {} entries, but no text for {}", id2label.size(), i));
        labels.push_back(name->get<std::string>());
        if (std::ranges::count(labels, labels.back()) > 1)
            return bad_labels(fmt::format("id2label calls two labels '{}'", labels.back()));
    }
    return labels;
}

Result<std::vector<std::string>> any_labels_from(const Json& config) {
    if (const auto* id2label = find_member(config, "id2label"); id2label && id2label->is_object())
        return names_from(*id2label);
    TRY(const auto count, optional_integer(config, "num_labels"));
    if (count && (*count < 0 || *count > kMostLabels))
        return bad_labels(fmt::format("num_labels is {}", *count));
    return unnamed_labels(count.value_or(2));
}

}  // namespace

std::string classification_architecture(std::string_view architecture) {
    for (const std::string_view suffix : {"ForCausalLM", "LMHeadModel", "ForMaskedLM"})
        if (architecture.ends_with(suffix))
            return fmt::format("{}{}", architecture.substr(0, architecture.size() - suffix.size()), kSuffix);
    return {};
}

ModelConfig as_classifier(ModelConfig config, std::vector<std::string> labels) {
    assert(labels.size() >= 2);
    if (!config.is_classifier())
        config.architecture = classification_architecture(config.architecture);
    config.labels = std::move(labels);
    config.tie_word_embeddings = false;
    if (!config.pad_token_id && !config.eos_token_ids.empty())
        config.pad_token_id = config.eos_token_ids.front();
    return config;
}

Result<std::vector<std::string>> labels_from(const Json& config) {
    TRY(const auto problem, optional_string(config, "problem_type"));
    if (problem && *problem != kProblem)
        return unsupported_task(fmt::format("problem_type {} is not supported yet", *problem));
    TRY(auto labels, any_labels_from(config));
    if (labels.size() < 2)
        return unsupported_task("a model with one label is a regression, which is not supported yet");
    return labels;
}

std::vector<std::string> unnamed_labels(std::int64_t count) {
    std::vector<std::string> labels;
    for (std::int64_t i = 0; i < count; ++i)
        labels.push_back(fmt::format("LABEL_{}", i));
    return labels;
}

Json labels_to_json(const std::vector<std::string>& labels) {
    Json json = {{"id2label", Json::object()}, {"label2id", Json::object()}};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        json["id2label"][fmt::format("{}", i)] = labels[i];
        json["label2id"][labels[i]] = i;
    }
    return json;
}

Json classification_keys(const ModelConfig& config) {
    auto json = labels_to_json(config.labels);
    json["architectures"] = {config.architecture};
    json["problem_type"] = kProblem;
    if (config.pad_token_id)
        json["pad_token_id"] = *config.pad_token_id;
    return json;
}

}  // namespace tunebench
