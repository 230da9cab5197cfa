#include <algorithm>

#include "core/text/tokenizer/decoders/decoders.h"
#include "core/text/tokenizer/metaspace.h"
#include "core/text/tokenizer/text_pattern.h"

namespace tunebench {

namespace {

/// A text in which the search meets its limits stays as it is.
std::string replaced(const TextPattern& pattern, const std::string& text, const std::string& content) {
    std::string result;
    const auto searched = pattern.for_each(text, [&](std::size_t begin, std::size_t end, bool is_match) {
        if (is_match)
            result += content;
        else
            result.append(text, begin, end - begin);
    });
    return searched ? result : text;
}

class MetaspaceDecoder final : public Decoder {
public:
    explicit MetaspaceDecoder(const Metaspace& metaspace)
        : visible_space_(TextPattern::literal(metaspace.replacement)),
          drops_leading_(metaspace.prepend != Metaspace::Prepend::Never) {}

    void decode(std::vector<std::string>& tokens) const override {
        for (std::size_t i = 0; i < tokens.size(); ++i)
            tokens[i] = replaced(visible_space_, tokens[i], i == 0 && drops_leading_ ? "" : " ");
    }

private:
    TextPattern visible_space_;
    bool drops_leading_;  // the space that the pre-tokenizer prepended
};

class ReplaceDecoder final : public Decoder {
public:
    ReplaceDecoder(TextPattern pattern, std::string content)
        : pattern_(std::move(pattern)), content_(std::move(content)) {}

    void decode(std::vector<std::string>& tokens) const override {
        for (std::string& token : tokens)
            token = replaced(pattern_, token, content_);
    }

private:
    TextPattern pattern_;
    std::string content_;
};

/// Drops up to `start` characters from the front and `stop` from the back of each token.
class StripDecoder final : public Decoder {
public:
    StripDecoder(std::string content, std::int64_t start, std::int64_t stop)
        : content_(std::move(content)), start_(start), stop_(stop) {}

    void decode(std::vector<std::string>& tokens) const override {
        for (std::string& token : tokens) {
            std::string_view rest = token;
            for (std::int64_t i = 0; i < start_ && rest.starts_with(content_); ++i)
                rest.remove_prefix(content_.size());
            for (std::int64_t i = 0; i < stop_ && rest.ends_with(content_); ++i)
                rest.remove_suffix(content_.size());
            token = std::string(rest);
        }
    }

private:
    std::string content_;  // one character
    std::int64_t start_;
    std::int64_t stop_;
};

class FuseDecoder final : public Decoder {
public:
    void decode(std::vector<std::string>& tokens) const override {
        std::string text;
        for (const std::string& token : tokens)
            text += token;
        tokens.assign(1, std::move(text));
    }
};

}  // namespace

Result<std::unique_ptr<const Decoder>> make_metaspace_decoder(const ComponentDescription& description) {
    TRY(const Metaspace metaspace, Metaspace::make(description));
    return component<Decoder, MetaspaceDecoder>(metaspace);
}

Result<std::unique_ptr<const Decoder>> make_replace_decoder(const ComponentDescription& description) {
    TRY(const ComponentDescription pattern, description.member("pattern"));
    TRY(TextPattern compiled, TextPattern::make(pattern));
    TRY(std::string content, description.required_text("content"));
    return component<Decoder, ReplaceDecoder>(std::move(compiled), std::move(content));
}

Result<std::unique_ptr<const Decoder>> make_strip_decoder(const ComponentDescription& description) {
    TRY(std::string content, description.text("content", " "));
    TRY(const std::int64_t start, description.integer("start", 0));
    TRY(const std::int64_t stop, description.integer("stop", 0));
    if (content.empty())
        return description.error("\"content\" is empty");
    return component<Decoder, StripDecoder>(std::move(content), start, stop);
}

Result<std::unique_ptr<const Decoder>> make_fuse_decoder(const ComponentDescription&) {
    return component<Decoder, FuseDecoder>();
}

}  // namespace tunebench
