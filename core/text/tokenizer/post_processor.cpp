#include "core/text/tokenizer/post_processor.h"

#include <limits>
#include <optional>

#include <fmt/format.h>

namespace tunebench {

namespace {

class PostProcessorSequence final : public PostProcessor {
public:
    explicit PostProcessorSequence(std::vector<std::unique_ptr<const PostProcessor>> steps)
        : steps_(std::move(steps)) {}

    void add_special_tokens(Encoding& encoding, std::size_t text_size) const override {
        for (const auto& step : steps_)
            step->add_special_tokens(encoding, text_size);
    }

private:
    std::vector<std::unique_ptr<const PostProcessor>> steps_;
};

/// Trims what the spans of words cover, which are not looked at here: the ids stay as they are.
class ByteLevelPostProcessor final : public PostProcessor {
public:
    void add_special_tokens(Encoding&, std::size_t) const override {}
};

/// Special tokens before and after the text.
class Template final : public PostProcessor {
public:
    Template(std::vector<std::int32_t> before, std::vector<std::int32_t> after)
        : before_(std::move(before)), after_(std::move(after)) {}

    void add_special_tokens(Encoding& encoding, std::size_t text_size) const override {
        const bool spans = encoding.spans.size() == encoding.ids.size();
        encoding.ids.insert(encoding.ids.begin(), before_.begin(), before_.end());
        encoding.ids.insert(encoding.ids.end(), after_.begin(), after_.end());
        if (!spans)
            return;
        encoding.spans.insert(encoding.spans.begin(), before_.size(), Span{0, 0});
        encoding.spans.insert(encoding.spans.end(), after_.size(), Span{text_size, text_size});
    }

private:
    std::vector<std::int32_t> before_;
    std::vector<std::int32_t> after_;
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
    return component<PostProcessor, Template>(std::move(before), std::move(after));
}

/// BertProcessing and RobertaProcessing: members cls and sep, each ["token", id].
Result<std::unique_ptr<const PostProcessor>> make_cls_sep(const ComponentDescription& description) {
    std::vector<std::int32_t> ids;
    for (const std::string_view key : {"cls", "sep"}) {
        TRY(const ComponentDescription pair, description.member(key));
        if (!pair.json().is_array() || pair.json().size() != 2)
            return pair.error("there should be a token and its id");
        TRY(const std::int32_t id, token_id(pair, pair.json()[1]));
        ids.push_back(id);
    }
    return component<PostProcessor, Template>(std::vector{ids[0]}, std::vector{ids[1]});
}

Result<std::unique_ptr<const PostProcessor>> make_byte_level(const ComponentDescription&) {
    return component<PostProcessor, ByteLevelPostProcessor>();
}

Result<std::unique_ptr<const PostProcessor>> make_sequence(const ComponentDescription& description) {
    TRY(auto steps, make_components(description, "processors", &make_post_processor));
    return component<PostProcessor, PostProcessorSequence>(std::move(steps));
}

}  // namespace

Result<std::unique_ptr<const PostProcessor>> make_post_processor(const ComponentDescription& description) {
    static constexpr ComponentType<PostProcessor> kTypes[] = {
        {"Sequence", &make_sequence},           {"ByteLevel", &make_byte_level},
        {"TemplateProcessing", &make_template}, {"BertProcessing", &make_cls_sep},
        {"RobertaProcessing", &make_cls_sep},
    };
    return make_component<PostProcessor>(description, "post-processor", kTypes);
}

}  // namespace tunebench
