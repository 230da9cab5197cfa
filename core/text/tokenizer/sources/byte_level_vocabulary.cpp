#include <algorithm>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/sources/description_builder.h"
#include "core/text/tokenizer/sources/sources.h"
#include "core/text/tokenizer/vocabulary.h"
#include "core/text/tokenizer/word_scanner.h"

namespace tunebench {

namespace {

constexpr std::uint64_t kLargestMerges = std::uint64_t{64} << 20;
constexpr std::string_view kByteLevelSpace = "\xC4\xA0";  // a space in the alphabet of bytes

// Families whose tokenizers put <s> and </s> around a text, with two </s> between a pair.
constexpr std::string_view kRobertaFamilies[] = {"roberta", "bart", "longformer", "led"};

/// "a b" for every line but the first that names the version.
Json merges_in(std::string_view text) {
    Json merges = Json::array();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty() && !line.starts_with("#version"))
            merges.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return merges;
}

Result<Json> read_model(const std::filesystem::path& file) {
    const auto merges_file = file.parent_path() / "merges.txt";
    TRY(Json vocabulary, read_json_file(file));
    TRY(const std::string merges, read_file(merges_file, kLargestMerges));
    return Json{{"type", "BPE"}, {"vocab", std::move(vocabulary)}, {"merges", merges_in(merges)}};
}

/// The tokens by id; those of ids without one are empty. Other BPE vocabularies need parts that these two
/// files do not name.
Result<std::vector<std::string>> byte_level_tokens(const Json& vocab, const std::filesystem::path& file) {
    TRY(const Vocabulary vocabulary, Vocabulary::make(ComponentDescription(vocab, file.string())));
    std::vector<std::string> tokens;
    bool has_space = false;
    for (std::int32_t id = 0; id < vocabulary.id_end(); ++id) {
        const std::string* text = vocabulary.text(id);
        tokens.push_back(text ? *text : std::string());
        has_space = has_space || tokens.back().starts_with(kByteLevelSpace);
    }
    if (!has_space)
        return Error{
            ErrorCode::Unsupported,
            fmt::format("{}: this is no byte-level vocabulary as GPT-2's, RoBERTa's or Qwen2's",
                        file.string()),
            "Convert it with the transformers library, whose fast tokenizers write a tokenizer.json."};
    return tokens;
}

Json byte_level(bool add_prefix_space, bool use_regex) {
    return {{"type", "ByteLevel"},
            {"add_prefix_space", add_prefix_space},
            {"trim_offsets", false},
            {"use_regex", use_regex}};
}

void describe_gpt2(const TokenizerConfig& config, DescriptionBuilder& builder) {
    builder.add_all(config, {{.content = "<|endoftext|>"}});
    builder.set("pre_tokenizer", byte_level(config.flag("add_prefix_space", false), true));
    const std::string begin = config.token("bos_token", "<|endoftext|>");
    if (config.flag("add_bos_token", false))
        builder.set_template({{begin}, {"$A"}}, {{begin}, {"$A"}, {"$B", 1}});
}

void describe_roberta(const TokenizerConfig& config, DescriptionBuilder& builder) {
    const std::string cls = config.token("cls_token", "<s>");
    const std::string sep = config.token("sep_token", "</s>");
    builder.add_all(config, {{.content = cls},
                             {.content = "<pad>"},
                             {.content = sep},
                             {.content = "<unk>"},
                             {.content = "<mask>", .lstrip = true}});
    builder.set("pre_tokenizer", byte_level(config.flag("add_prefix_space", false), true));
    builder.set_template({{cls}, {"$A"}, {sep}}, {{cls}, {"$A"}, {sep}, {sep}, {"$B"}, {sep}});
}

void describe_qwen2(const TokenizerConfig& config, DescriptionBuilder& builder) {
    builder.add_all(config, {{.content = "<|endoftext|>"}});
    builder.set("normalizer", {{"type", "NFC"}});
    const Json words = {{"type", "Split"},
                        {"pattern", {{"Regex", kQwen2Expression}}},
                        {"behavior", "Isolated"},
                        {"invert", false}};
    builder.set("pre_tokenizer",
                {{"type", "Sequence"}, {"pretokenizers", {words, byte_level(false, false)}}});
}

}  // namespace

Result<Json> describe_byte_level_vocabulary(const std::filesystem::path& file) {
    TRY(const TokenizerConfig config, TokenizerConfig::read(file.parent_path()));
    TRY(Json model, read_model(file));
    TRY(const auto tokens, byte_level_tokens(model["vocab"], file));
    DescriptionBuilder builder(std::move(model), tokens);
    builder.set("decoder", {{"type", "ByteLevel"}});
    if (config.family() == "qwen2")
        describe_qwen2(config, builder);
    else if (std::ranges::find(kRobertaFamilies, config.family()) != std::end(kRobertaFamilies))
        describe_roberta(config, builder);
    else
        describe_gpt2(config, builder);
    return builder.take();
}

}  // namespace tunebench
