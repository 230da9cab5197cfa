#include "core/data/example_builder.h"

#include <algorithm>
#include <type_traits>

namespace tunebench {
namespace {

bool counts_anything(const Example& example) {
    return std::ranges::find(example.supervised, std::uint8_t{1}) != example.supervised.end();
}

void append_end_token(const Tokenizer& tokenizer, Example& example) {
    const auto end = tokenizer.end_token();
    if (!end)
        return;
    if (!example.tokens.empty() && example.tokens.back() == *end) {
        example.supervised.back() = 1;
        return;
    }
    example.tokens.push_back(*end);
    example.supervised.push_back(1);
}

void cut(Example& example, std::int64_t max_length) {
    const auto limit = static_cast<std::size_t>(std::max<std::int64_t>(1, max_length));
    if (example.tokens.size() <= limit)
        return;
    example.cut_tokens = static_cast<std::int32_t>(example.tokens.size() - limit);
    example.tokens.resize(limit);
    example.tokens.shrink_to_fit();
    example.supervised.resize(limit);
    example.supervised.shrink_to_fit();
}

}  // namespace

Result<RowUse> build_example(const RowText& row, const Tokenizer& tokenizer, std::int64_t max_length,
                             Example& example) {
    if (row.segments.empty())
        return RowUse::Empty;
    bool special_tokens = row.special_tokens;
    for (const auto& segment : row.segments) {
        TRY(const auto tokens, tokenizer.encode(segment.text, special_tokens));
        special_tokens = false;
        example.tokens.insert(example.tokens.end(), tokens.begin(), tokens.end());
        example.supervised.resize(example.tokens.size(), segment.supervised && !segment.text.empty() ? 1 : 0);
    }
    if (!counts_anything(example))
        return RowUse::Unsupervised;
    if (row.end_token)
        append_end_token(tokenizer, example);
    example.learns_first = example.supervised.front() != 0;
    example.supervised.front() = 0;  // nothing precedes it in the text
    cut(example, max_length);
    if (counts_anything(example))
        return RowUse::Used;
    return example.cut_tokens > 0 ? RowUse::CutAway : RowUse::Unsupervised;
}

std::vector<Example> split_example(Example whole, std::int64_t max_length) {
    const auto length = static_cast<std::size_t>(std::max<std::int64_t>(2, max_length));
    std::vector<Example> pieces;
    for (std::size_t begin = 0; begin + 1 < whole.tokens.size() || begin == 0; begin += length - 1) {
        const auto end = std::min(begin + length, whole.tokens.size());
        const auto slice = [&](const auto& values) {
            using Values = std::remove_cvref_t<decltype(values)>;
            return Values(values.begin() + static_cast<std::ptrdiff_t>(begin),
                          values.begin() + static_cast<std::ptrdiff_t>(end));
        };
        auto& piece = pieces.emplace_back(Example{.tokens = slice(whole.tokens),
                                                  .supervised = slice(whole.supervised),
                                                  .learns_first = whole.learns_first && begin == 0,
                                                  .source_line = whole.source_line,
                                                  .source_file = whole.source_file});
        if (!piece.supervised.empty())
            piece.supervised.front() = 0;  // nothing precedes it, or the piece before has learned it
    }
    return pieces;
}

Result<void> build_classified_example(std::string_view text, std::optional<std::string_view> pair,
                                      const Tokenizer& tokenizer, std::int64_t max_length, Example& example) {
    TRY(auto bounded, tokenizer.encode_within(text, pair, max_length));
    example.tokens = std::move(bounded.ids);
    example.supervised.assign(example.tokens.size(), 0);
    if (pair)
        for (const auto type : bounded.types)
            example.second_text.push_back(type > 0 ? 1 : 0);
    example.cut_tokens = static_cast<std::int32_t>(bounded.cut);
    return {};
}

}  // namespace tunebench
