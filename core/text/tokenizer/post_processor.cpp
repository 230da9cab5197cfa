#include "core/text/tokenizer/post_processor.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

namespace tunebench {

namespace {

using Ids = std::vector<std::int32_t>;

class PostProcessorSequence final : public PostProcessor {
public:
    explicit PostProcessorSequence(std::vector<std::unique_ptr<const PostProcessor>> steps)
        : steps_(std::move(steps)) {}

    void add_special_tokens(Encoding& encoding, std::size_t text_size) const override {
        for (const auto& step : steps_)
            step->add_special_tokens(encoding, text_size);
    }

    std::optional<TypedTokens> joined(std::span<const Ids> texts) const override {
        for (const auto& step : steps_)
            if (auto tokens = step->joined(texts))
                return tokens;
        return std::nullopt;
    }

private:
    std::vector<std::unique_ptr<const PostProcessor>> steps_;
};

/// Trims what the spans of words cover, which are not looked at here: the ids stay as they are.
class ByteLevelPostProcessor final : public PostProcessor {
public:
    void add_special_tokens(Encoding&, std::size_t) const override {}
};

/// A part of a template: one of the texts, or special tokens.
struct TemplatePart {
    enum class Kind { First, Second, Special } kind = Kind::Special;
    Ids special = {};
    std::int32_t type = 0;
};

using TemplateParts = std::vector<TemplatePart>;

/// Special tokens before and after the text, and around and between two texts.
class Template final : public PostProcessor {
public:
    /// `single` has one text, `pair` may be empty: nothing is said of pairs.
    Template(TemplateParts single, TemplateParts pair) : single_(std::move(single)), pair_(std::move(pair)) {
        Ids* side = &before_;
        for (const TemplatePart& part : single_) {
            side->insert(side->end(), part.special.begin(), part.special.end());
            if (part.kind == TemplatePart::Kind::First)
                side = &after_;
        }
    }

    void add_special_tokens(Encoding& encoding, std::size_t text_size) const override {
        const bool spans = encoding.spans.size() == encoding.ids.size();
        encoding.ids.insert(encoding.ids.begin(), before_.begin(), before_.end());
        encoding.ids.insert(encoding.ids.end(), after_.begin(), after_.end());
        if (!spans)
            return;
        encoding.spans.insert(encoding.spans.begin(), before_.size(), Span{0, 0});
        encoding.spans.insert(encoding.spans.end(), after_.size(), Span{text_size, text_size});
    }

    std::optional<TypedTokens> joined(std::span<const Ids> texts) const override {
        const TemplateParts& parts = texts.size() == 1 ? single_ : pair_;
        if (parts.empty())
            return std::nullopt;
        TypedTokens tokens;
        for (const TemplatePart& part : parts)
            tokens.add(part.kind == TemplatePart::Kind::First    ? texts[0]
                       : part.kind == TemplatePart::Kind::Second ? texts[1]
                                                                 : part.special,
                       part.type);
        return tokens;
    }

private:
    TemplateParts single_;
    TemplateParts pair_;
    Ids before_;  // single_'s tokens before the text, and after it
    Ids after_;
};

Result<std::int32_t> token_id(const ComponentDescription& description, const Json& json) {
    if (!json.is_number_integer() || json < 0 || json > std::numeric_limits<std::int32_t>::max())
        return description.error(fmt::format("{} is no token id", json_text(json).substr(0, 40)));
    return json.get<std::int32_t>();
}

/// The ids of a template's special token, from the member "special_tokens".
Result<std::vector<std::int32_t>> special_ids(const ComponentDescription& description,
                                              const std::string& name) {
    const Json* all = find_member(description.json(), "special_tokens");
    const Json* token = all ? find_member(*all, name) : nullptr;
    const Json* ids = token ? find_member(*token, "ids") : nullptr;
    if (!ids || !ids->is_array())
        return description.error(fmt::format("the ids of the special token \"{}\" are missing", name));
    std::vector<std::int32_t> result;
    for (const Json& json : *ids) {
        TRY(const std::int32_t id, token_id(description, json));
        result.push_back(id);
    }
    return result;
}

Result<TemplatePart> make_part(const ComponentDescription& description, const ComponentDescription& part) {
    const bool is_text = find_member(part.json(), "Sequence") != nullptr;
    TRY(const ComponentDescription content, part.member(is_text ? "Sequence" : "SpecialToken"));
    TRY(const std::string name, content.required_text("id"));
    TRY(const std::int64_t type, content.integer("type_id", 0));
    if (type < 0 || type > std::numeric_limits<std::int32_t>::max())
        return part.error(fmt::format("{} is no type of text", type));
    TemplatePart made{.type = static_cast<std::int32_t>(type)};
    if (!is_text) {
        TRY(made.special, special_ids(description, name));
        return made;
    }
    if (name != "A" && name != "B")
        return part.error("a text of a template is A or B");
    made.kind = name == "A" ? TemplatePart::Kind::First : TemplatePart::Kind::Second;
    return made;
}

Result<TemplateParts> make_parts(const ComponentDescription& description, std::string_view key) {
    TRY(const auto parts, description.list(key));
    TemplateParts made;
    for (const ComponentDescription& part : parts) {
        TRY(auto one, make_part(description, part));
        made.push_back(std::move(one));
    }
    return made;
}

Result<std::unique_ptr<const PostProcessor>> make_template(const ComponentDescription& description) {
    TRY(auto single, make_parts(description, "single"));
    const auto texts = std::ranges::count_if(
        single, [](const TemplatePart& part) { return part.kind != TemplatePart::Kind::Special; });
    const auto is_second = [](const TemplatePart& part) { return part.kind == TemplatePart::Kind::Second; };
    if (texts != 1 || std::ranges::any_of(single, is_second))
        return description.error("\"single\" should have one place for the text A");
    TemplateParts pair;
    const Json* member = find_member(description.json(), "pair");
    if (member && !member->is_null()) {
        TRY(pair, make_parts(description, "pair"));
    }
    return component<PostProcessor, Template>(std::move(single), std::move(pair));
}

/// Members cls and sep, each ["token", id]; between two texts stand `separators` of the latter, and the
/// second is of type `second_type`.
Result<std::unique_ptr<const PostProcessor>> make_cls_sep(const ComponentDescription& description,
                                                          std::size_t separators, std::int32_t second_type) {
    Ids ids;
    for (const std::string_view key : {"cls", "sep"}) {
        TRY(const ComponentDescription pair, description.member(key));
        if (!pair.json().is_array() || pair.json().size() != 2)
            return pair.error("there should be a token and its id");
        TRY(const std::int32_t id, token_id(pair, pair.json()[1]));
        ids.push_back(id);
    }
    using Kind = TemplatePart::Kind;
    const TemplatePart start{.special = {ids[0]}};
    const TemplatePart text{.kind = Kind::First};
    TemplateParts single = {start, text, {.special = {ids[1]}}};
    TemplateParts pair = {start,
                          text,
                          {.special = Ids(separators, ids[1])},
                          {.kind = Kind::Second, .type = second_type},
                          {.special = {ids[1]}, .type = second_type}};
    return component<PostProcessor, Template>(std::move(single), std::move(pair));
}

Result<std::unique_ptr<const PostProcessor>> make_bert(const ComponentDescription& description) {
    return make_cls_sep(description, 1, 1);
}

Result<std::unique_ptr<const PostProcessor>> make_roberta(const ComponentDescription& description) {
    return make_cls_sep(description, 2, 0);
}

Result<std::unique_ptr<const PostProcessor>> make_byte_level(const ComponentDescription&) {
    return component<PostProcessor, ByteLevelPostProcessor>();
}

Result<std::unique_ptr<const PostProcessor>> make_post_processor_sequence(
    const ComponentDescription& description) {
    TRY(auto steps, make_components(description, "processors", &make_post_processor));
    return component<PostProcessor, PostProcessorSequence>(std::move(steps));
}

}  // namespace

Result<std::unique_ptr<const PostProcessor>> make_post_processor(const ComponentDescription& description) {
    static constexpr ComponentType<PostProcessor> kTypes[] = {
        {"Sequence", &make_post_processor_sequence}, {"ByteLevel", &make_byte_level},
        {"TemplateProcessing", &make_template},      {"BertProcessing", &make_bert},
        {"RobertaProcessing", &make_roberta},
    };
    return make_component<PostProcessor>(description, "post-processor", kTypes);
}

}  // namespace tunebench
