#include <fmt/format.h>

#include "core/text/tokenizer/bpe_model.h"
#include "core/text/tokenizer/metaspace.h"

namespace tunebench {

namespace {

/// A merge by its two texts.
struct MergePair {
    std::string left = {};
    std::string right = {};
};

Result<MergePair> parse_merge(const ComponentDescription& description, const Json& json, std::size_t index) {
    if (json.is_array() && json.size() == 2 && json[0].is_string() && json[1].is_string())
        return MergePair{json[0].get<std::string>(), json[1].get<std::string>()};
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        const std::size_t space = text.find(' ');
        if (space != std::string::npos && text.find(' ', space + 1) == std::string::npos)
            return MergePair{text.substr(0, space), text.substr(space + 1)};
    }
    return description.error(fmt::format("merges[{}] is {}, and not two tokens (\"a b\" or [\"a\", \"b\"])",
                                         index, json_text(json).substr(0, 80)));
}

Result<std::vector<MergePair>> parse_merges(const ComponentDescription& description) {
    const auto array = json_array(description.json(), "merges");
    if (!array)
        return in_source(array.error(), description.place());
    std::vector<MergePair> merges;
    merges.reserve((*array)->size());
    for (const Json& json : **array) {
        if (json.is_string() && json.get_ref<const std::string&>().starts_with("#version"))
            continue;
        TRY(MergePair merge, parse_merge(description, json, merges.size()));
        merges.push_back(std::move(merge));
    }
    return merges;
}

Result<MergeTable> make_table(const ComponentDescription& description, const std::vector<MergePair>& merges,
                              const Vocabulary& vocabulary, std::size_t prefix_length) {
    MergeTable table(merges.size());
    for (std::size_t rank = 0; rank < merges.size(); ++rank) {
        const std::string& left = merges[rank].left;
        const std::string& right = merges[rank].right;
        const auto missing = [&](const std::string& token) {
            return description.error(fmt::format(
                "merges[{}] (\"{}\" and \"{}\") needs the token \"{}\", which the vocabulary lacks", rank,
                left, right, token));
        };
        const auto left_id = vocabulary.find(left);
        if (!left_id)
            return missing(left);
        const auto right_id = vocabulary.find(right);
        if (!right_id)
            return missing(right);
        const std::string merged = left + (right.size() < prefix_length ? "" : right.substr(prefix_length));
        const auto merged_id = vocabulary.find(merged);
        if (!merged_id)
            return missing(merged);
        table.set(*left_id, *right_id, {static_cast<std::uint32_t>(rank), *merged_id});
    }
    return table;
}

/// Whether text may be cut before every visible space that follows another character, which leaves the tokens
/// as they are: so when no merge joins the two. SentencePiece's vocabularies are made so.
bool may_split_at_visible_space(const std::vector<MergePair>& merges, const Vocabulary& vocabulary,
                                const BpeModel::Options& options) {
    if (!vocabulary.find(kVisibleSpace) || options.ignore_merges || !options.continuing_prefix.empty() ||
        !options.word_suffix.empty())
        return false;
    for (const auto& [left, right] : merges)
        if (right.starts_with(kVisibleSpace) && !left.ends_with(kVisibleSpace))
            return false;
    return true;
}

Result<BpeModel::Options> read_options(const ComponentDescription& description,
                                       const Vocabulary& vocabulary) {
    BpeModel::Options options;
    TRY(options.fuse_unknown, description.boolean("fuse_unk", false));
    TRY(options.byte_fallback, description.boolean("byte_fallback", false));
    TRY(options.ignore_merges, description.boolean("ignore_merges", false));
    TRY(options.continuing_prefix, description.text("continuing_subword_prefix", ""));
    TRY(options.word_suffix, description.text("end_of_word_suffix", ""));
    const Json* unknown = find_member(description.json(), "unk_token");
    if (unknown && !unknown->is_null()) {
        TRY(options.unknown, vocabulary.unknown_token(description));
    }
    return options;
}

}  // namespace

Result<std::unique_ptr<const TokenModel>> make_bpe_model(const ComponentDescription& description) {
    TRY(const ComponentDescription vocab, description.member("vocab"));
    TRY(Vocabulary vocabulary, Vocabulary::make(vocab));
    TRY(BpeModel::Options options, read_options(description, vocabulary));
    TRY(const auto merges, parse_merges(description));
    TRY(MergeTable table, make_table(description, merges, vocabulary, options.continuing_prefix.size()));
    const bool splits = may_split_at_visible_space(merges, vocabulary, options);
    return component<TokenModel, BpeModel>(std::move(vocabulary), std::move(table), std::move(options),
                                           splits);
}

}  // namespace tunebench
