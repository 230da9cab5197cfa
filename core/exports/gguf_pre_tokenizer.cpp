#include "core/exports/gguf_pre_tokenizer.h"

#include <string>
#include <vector>

namespace tunebench {
namespace {

// What a step of the pre-tokenizer does, when it is not an expression of its own.
constexpr std::string_view kGpt2Words = "ByteLevel";
constexpr std::string_view kSingleDigits = "Digits";

struct KnownCuts {
    std::string_view name;
    std::vector<std::string_view> steps;
    bool ignore_merges = false;  // words of the vocabulary are tokens of their own
};

// The expressions are those in the tokenizer.json files of the models that llama.cpp knows by these names.
const std::vector<KnownCuts>& known_cuts() {
    static const std::vector<KnownCuts> known = {
        {"gpt-2", {kGpt2Words}},
        {"smollm", {kSingleDigits, kGpt2Words}},
        {"llama-bpe",
         {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|)"
          R"(\s*[\r\n]+|\s+(?!\S)|\s+)"},
         true},
        {"smaug-bpe",
         {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|)"
          R"(\s*[\r\n]+|\s+(?!\S)|\s+)"}},
        {"qwen2",
         {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|)"
          R"(\s*[\r\n]+|\s+(?!\S)|\s+)"}},
        {"tekken",
         {R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|)"
          R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|)"
          R"(\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)"},
         true},
        {"gpt-4o",
         {R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+)"
          R"((?i:'s|'t|'re|'ve|'m|'ll|'d)?|)"
          R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*)"
          R"((?i:'s|'t|'re|'ve|'m|'ll|'d)?|)"
          R"(\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)"}}};
    return known;
}

bool is_true(const Json& object, std::string_view key, bool fallback) {
    const auto* member = find_member(object, key);
    return member && member->is_boolean() ? member->get<bool>() : fallback;
}

/// Appends the steps of a component; false for one that is not known.
bool add_steps(const Json& component, std::vector<std::string>& steps) {
    const auto type = json_string(component, "type");
    if (!type)
        return false;
    if (*type == "Sequence") {
        const auto parts = json_array(component, "pretokenizers");
        if (!parts)
            return false;
        for (const auto& part : **parts)
            if (!add_steps(part, steps))
                return false;
        return true;
    }
    if (*type == "ByteLevel") {
        if (is_true(component, "use_regex", true))
            steps.emplace_back(kGpt2Words);
        return true;
    }
    if (*type == "Digits") {
        steps.emplace_back(kSingleDigits);
        return is_true(component, "individual_digits", false);
    }
    const auto* pattern = find_member(component, "pattern");
    const auto expression = pattern ? json_string(*pattern, "Regex") : json_string(component, "pattern");
    if (*type != "Split" || !expression)
        return false;
    steps.push_back(*expression);
    return true;
}

}  // namespace

std::optional<std::string_view> gguf_pre_tokenizer(const Json& tokenizer) {
    std::vector<std::string> steps;
    const auto* component = find_member(tokenizer, "pre_tokenizer");
    const auto* model = find_member(tokenizer, "model");
    if (!component || !model || !add_steps(*component, steps))
        return std::nullopt;
    const bool ignore_merges = is_true(*model, "ignore_merges", false);
    std::optional<std::string_view> same_cuts;
    for (const auto& known : known_cuts()) {
        if (!std::equal(steps.begin(), steps.end(), known.steps.begin(), known.steps.end()))
            continue;
        if (known.ignore_merges == ignore_merges)
            return known.name;
        same_cuts = known.name;
    }
    return same_cuts;
}

}  // namespace tunebench
