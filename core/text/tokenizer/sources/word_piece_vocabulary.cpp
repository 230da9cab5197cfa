#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/text/tokenizer/sources/description_builder.h"
#include "core/text/tokenizer/sources/sources.h"

namespace tunebench {

namespace {

constexpr std::uint64_t kLargestVocabulary = std::uint64_t{64} << 20;

/// Their ids are the numbers of the lines, from 0.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Json model_of(const std::vector<std::string>& tokens, const std::string& unknown) {
    Json vocabulary = Json::object();
    for (std::size_t id = 0; id < tokens.size(); ++id)
        vocabulary[tokens[id]] = id;  // of a token on two lines the later counts
    return {{"type", "WordPiece"}, {"vocab", std::move(vocabulary)}, {"unk_token", unknown}};
}

}  // namespace

Result<Json> describe_word_piece_vocabulary(const std::filesystem::path& file) {
    TRY(const TokenizerConfig config, TokenizerConfig::read(file.parent_path()));
    TRY(const std::string text, read_file(file, kLargestVocabulary));
    const auto tokens = lines_of(text);
    const std::string cls = config.token("cls_token", "[CLS]");
    const std::string sep = config.token("sep_token", "[SEP]");
    const std::string unknown = config.token("unk_token", "[UNK]");
    DescriptionBuilder builder(model_of(tokens, unknown), tokens);
    builder.add_all(config, {{.content = "[PAD]"},
                             {.content = unknown},
                             {.content = cls},
                             {.content = sep},
                             {.content = "[MASK]"}});
    const bool lowercase = config.flag("do_lower_case", true);
    builder.set("normalizer", {{"type", "BertNormalizer"},
                               {"clean_text", true},
                               {"handle_chinese_chars", config.flag("tokenize_chinese_chars", true)},
                               {"strip_accents", config.flag("strip_accents", lowercase)},
                               {"lowercase", lowercase}});
    builder.set("pre_tokenizer", {{"type", "BertPreTokenizer"}});
    builder.set("decoder", {{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}});
    builder.set_template({{cls}, {"$A"}, {sep}}, {{cls}, {"$A"}, {sep}, {"$B", 1}, {sep, 1}});
    return builder.take();
}

}  // namespace tunebench
