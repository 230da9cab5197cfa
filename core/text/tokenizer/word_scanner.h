// Hand-written scanners for the regular expressions that most byte-level tokenizers cut text into words by:
// the same words, in one pass and without a regular expression engine.
#pragma once

#include <cstddef>
#include <string_view>

namespace tunebench {

/// The end of the word that starts at `begin`: what the expression matches there, at least one character.
/// `begin` < text.size(); the text is valid UTF-8.
using WordScanner = std::size_t (*)(std::string_view text, std::size_t begin);

/// GPT-2's expression, which ByteLevel uses too.
std::size_t gpt2_word_end(std::string_view text, std::size_t begin);

/// Llama 3's (cl100k): contractions of either case, words with one sign before them, up to three digits.
std::size_t llama3_word_end(std::string_view text, std::size_t begin);

/// Qwen2's: as Llama 3's, with every digit a word.
std::size_t qwen2_word_end(std::string_view text, std::size_t begin);

/// The scanner that equals a regular expression, or null for an expression that none is written for.
WordScanner scanner_for(std::string_view expression);

inline constexpr std::string_view kGpt2Expression =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";
inline constexpr std::string_view kLlama3Expression =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
inline constexpr std::string_view kQwen2Expression =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

}  // namespace tunebench
