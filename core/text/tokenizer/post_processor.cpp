#include "core/text/tokenizer/post_processor.h"

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

    std::optional<Ids> joined(const Ids& first, const Ids& second) const override {
        for (const auto& step : steps_)
            if (auto ids = step->joined(first, second))
                return ids;
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

/// A part of the template for pairs: one of the texts, or special tokens.
struct PairPart {
    enum class Kind { First, Second, Special } kind = Kind::Special;
    Ids special = {};
};

/// Special tokens before and after the text, and around and between two texts.
class Template final : public PostProcessor {
public:
    Template(Ids before, Ids after, std::vector<PairPart> pair)
        : before_(std::move(before)), after_(std::move(after)), pair_(std::move(pair)) {}

    void add_special_tokens(Encoding& encoding, std::size_t text_size) const override {
        const bool spans = encoding.spans.size() == encoding.ids.size();
        encoding.ids.insert(encoding.ids.begin(), before_.begin(), before_.end());
        encoding.ids.insert(encoding.ids.end(), after_.begin(), after_.end());
        if (!spans)
            return;
        encoding.spans.insert(encoding.spans.begin(), before_.size(), Span{0, 0});
        encoding.spans.insert(encoding.spans.end(), after_.size(), Span{text_size, text_size});
    }

    std::optional<Ids> joined(const Ids& first, const Ids& second) const override {
        if (pair_.empty())
            return std::nullopt;
        Ids ids;
        for (const auto& part : pair_) {
            const auto& added = part.kind == PairPart::Kind::First    ? first
                                : part.kind == PairPart::Kind::Second ? second
                                                                      : part.special;
            ids.insert(ids.end(), added.begin(), added.end());
        }
        return ids;
    }

private:
    Ids before_;
    Ids after_;
    std::vector<PairPart> pair_;  // empty: nothing is said of pairs
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

Result<PairPart> make_pair_part(const ComponentDescription& description, const ComponentDescription& part) {
    if (const Json* text = find_member(part.json(), "Sequence")) {
        const auto id = json_string(*text, "id");
        if (!id || (*id != "A" && *id != "B"))
            return part.error("a text of a pair is A or B");
        return PairPart{.kind = *id == "A" ? PairPart::Kind::First : PairPart::Kind::Second};
    }
    TRY(const ComponentDescription special, part.member("SpecialToken"));
    TRY(const std::string name, special.required_text("id"));
    TRY(auto ids, special_ids(description, name));
    return PairPart{.kind = PairPart::Kind::Special, .special = std::move(ids)};
}

/// None when the template has no member "pair".
Result<std::vector<PairPart>> make_pair(const ComponentDescription& description) {
    std::vector<PairPart> pair;
    const Json* member = find_member(description.json(), "pair");
    if (!member || member->is_null())
        return pair;
    TRY(const auto parts, description.list("pair"));
    for (const ComponentDescription& part : parts) {
        TRY(auto made, make_pair_part(description, part));
        pair.push_back(std::move(made));
    }
    return pair;
}

Result<std::unique_ptr<const PostProcessor>> make_template(const ComponentDescription& description) {
    TRY(const auto parts, description.list("single"));
    std::vector<std::int32_t> before;
    std::vector<std::int32_t> after;
    bool past_text = false;
    for (const ComponentDescription& part : parts) {
        if (find_member(part.json(), "Sequence")) {
            if (past_text)
                return part.error("the text appears twice in the template");
            past_text = true;
            continue;
        }
        TRY(const ComponentDescription special, part.member("SpecialToken"));
        TRY(const std::string name, special.required_text("id"));
        TRY(const auto ids, special_ids(description, name));
        auto& side = past_text ? after : before;
        side.insert(side.end(), ids.begin(), ids.end());
    }
    if (!past_text)
        return description.error("\"single\" has no place for the text");
    TRY(auto pair, make_pair(description));
    return component<PostProcessor, Template>(std::move(before), std::move(after), std::move(pair));
}

/// Members cls and sep, each ["token", id]; between two texts stand `separators` of the latter.
Result<std::unique_ptr<const PostProcessor>> make_cls_sep(const ComponentDescription& description,
                                                          std::size_t separators) {
    Ids ids;
    for (const std::string_view key : {"cls", "sep"}) {
        TRY(const ComponentDescription pair, description.member(key));
        if (!pair.json().is_array() || pair.json().size() != 2)
            return pair.error("there should be a token and its id");
        TRY(const std::int32_t id, token_id(pair, pair.json()[1]));
        ids.push_back(id);
    }
    using Kind = PairPart::Kind;
    std::vector<PairPart> pair = {{Kind::Special, {ids[0]}},
                                  {Kind::First},
                                  {Kind::Special, Ids(separators, ids[1])},
                                  {Kind::Second},
                                  {Kind::Special, {ids[1]}}};
    return component<PostProcessor, Template>(Ids{ids[0]}, Ids{ids[1]}, std::move(pair));
}

Result<std::unique_ptr<const PostProcessor>> make_bert(const ComponentDescription& description) {
    return make_cls_sep(description, 1);
}

Result<std::unique_ptr<const PostProcessor>> make_roberta(const ComponentDescription& description) {
    return make_cls_sep(description, 2);
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
