// Reads the attributes out of a prompt of the town task and tells whether an answer states all of them: the
// measure of what fine-tuning the bundled sample has taught.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tunebench {

struct Attribute {
    std::string key = {};
    std::string value = {};

    bool operator==(const Attribute&) const = default;
};

/// "Describe: name = Blue Lantern; kind = inn\nAnswer:" for name and kind.
std::string describe_prompt(std::span<const Attribute> attributes);

/// The inverse; empty when `prompt` is none of describe_prompt.
std::vector<Attribute> attributes_of(std::string_view prompt);

/// Whether the first line of `answer` (white space before it left aside) has every value as whole words,
/// upper and lower case alike. Repeating the list of the prompt is no answer: a line with "=" states nothing.
bool attributes_in(std::string_view answer, std::span<const Attribute> attributes);

}  // namespace tunebench
