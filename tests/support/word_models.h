// Model folders without weights, for runs that draw them: a small model of a family, and a tokenizer that
// knows a few dozen words, with data of these words whose labels follow a rule.
#pragma once

#include <filesystem>
#include <string>

namespace tunebench::test {

/// config.json ("bert", "roberta", "distilbert", "modernbert" or "llama"; two layers, 32 wide) and
/// tokenizer.json, which puts a token before and behind each text and marks the second of a pair.
void write_word_model(const std::filesystem::path& folder, const std::string& model_type);

/// Lines of {"text", "label"}: ten words, one of which says that the label is "good" or "bad". The same for
/// the same `first`; different ones share next to no text.
void write_word_data(const std::filesystem::path& file, int rows, int first = 0);

/// Texts of the same kind under a neighbouring rule: the same six words say whether the label is "one" or
/// "two", but sorted in another way, so that either label has words of both "good" and "bad".
void write_neighbouring_data(const std::filesystem::path& file, int rows, int first = 0);

/// Lines of {"text", "text_pair", "label"}: the label says which of two texts, of two to eight words each,
/// has a certain word.
void write_pair_data(const std::filesystem::path& file, int rows, int first = 0);

}  // namespace tunebench::test
