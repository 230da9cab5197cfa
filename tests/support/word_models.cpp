#include "tests/support/word_models.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/json.h"
#include "core/base/random.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

// The padding token is where RoBERTa has it.
constexpr std::array kSpecial = {"[CLS]", "[PAD]", "[SEP]", "[UNK]"};
constexpr std::array kPlain = {"ferry", "mill",   "harbour", "station", "market", "river", "bridge", "lamp",
                               "tower", "garden", "street",  "window",  "table",  "coat",  "letter", "clock"};
constexpr std::array kGood = {"lovely", "bright", "warm"};
constexpr std::array kBad = {"broken", "dirty", "cold"};
constexpr std::array kOne = {"lovely", "warm", "dirty"};
constexpr const char* kWanted = "lantern";
constexpr int kWords = 10;

template <class Words>
std::string one_word(const Words& words, Random& random) {
    return words[static_cast<std::size_t>(random.below(words.size()))];
}

std::vector<std::string> plain_words(std::size_t count, Random& random) {
    std::vector<std::string> words;
    while (words.size() < count)
        words.push_back(one_word(kPlain, random));
    return words;
}

void put_somewhere(std::vector<std::string>& words, std::string word, Random& random) {
    words[static_cast<std::size_t>(random.below(words.size()))] = std::move(word);
}

OrderedJson vocabulary() {
    auto words = OrderedJson::object();
    const auto add = [&](const auto& list) {
        for (const auto* word : list)
            words[word] = words.size();
    };
    add(kSpecial);
    add(kPlain);
    add(kGood);
    add(kBad);
    add(std::array{kWanted});
    return words;
}

OrderedJson special(const char* token, int type) {
    return {{"SpecialToken", {{"id", token}, {"type_id", type}}}};
}

OrderedJson text(const char* name, int type) {
    return {{"Sequence", {{"id", name}, {"type_id", type}}}};
}

OrderedJson template_processing() {
    auto known = OrderedJson::object();
    for (const int id : {0, 2}) {
        const auto* token = kSpecial[static_cast<std::size_t>(id)];
        known[token] = {
            {"id", token}, {"ids", OrderedJson::array({id})}, {"tokens", OrderedJson::array({token})}};
    }
    return {{"type", "TemplateProcessing"},
            {"single", OrderedJson::array({special("[CLS]", 0), text("A", 0), special("[SEP]", 0)})},
            {"pair", OrderedJson::array({special("[CLS]", 0), text("A", 0), special("[SEP]", 0), text("B", 1),
                                         special("[SEP]", 1)})},
            {"special_tokens", known}};
}

OrderedJson word_tokenizer() {
    auto added = OrderedJson::array();
    for (std::size_t id = 0; id < kSpecial.size(); ++id)
        added.push_back({{"id", id},
                         {"content", kSpecial[id]},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", false},
                         {"special", true}});
    return {{"version", "1.0"},
            {"truncation", nullptr},
            {"padding", nullptr},
            {"added_tokens", added},
            {"normalizer", nullptr},
            {"pre_tokenizer", {{"type", "WhitespaceSplit"}}},
            {"post_processor", template_processing()},
            {"decoder", nullptr},
            {"model", {{"type", "WordLevel"}, {"vocab", vocabulary()}, {"unk_token", "[UNK]"}}}};
}

std::string architecture(const std::string& model_type) {
    if (model_type == "bert")
        return "BertForMaskedLM";
    if (model_type == "roberta")
        return "RobertaForMaskedLM";
    if (model_type == "distilbert")
        return "DistilBertForMaskedLM";
    return model_type == "modernbert" ? "ModernBertForMaskedLM" : "LlamaForCausalLM";
}

/// Drawn wide, so that a model which has learned nothing tells words apart.
OrderedJson word_config(const std::string& model_type) {
    const auto words = vocabulary().size();
    OrderedJson config = {{"architectures", OrderedJson::array({architecture(model_type)})},
                          {"model_type", model_type},
                          {"vocab_size", words},
                          {"initializer_range", 0.2},
                          {"max_position_embeddings", 64},
                          {"pad_token_id", 1},
                          {"bos_token_id", 0},
                          {"eos_token_id", 2}};
    if (model_type == "distilbert") {
        config.update({{"dim", 32}, {"hidden_dim", 64}, {"n_layers", 2}, {"n_heads", 4}});
        return config;
    }
    config.update({{"hidden_size", 32},
                   {"intermediate_size", 64},
                   {"num_hidden_layers", 2},
                   {"num_attention_heads", 4}});
    return config;
}

void write_json(const fs::path& file, const OrderedJson& json) {
    std::ofstream(file) << json_text(json, 1) << "\n";
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// A text, and the word in it that says the label.
struct WordRow {
    std::string text = {};
    std::string word = {};
    bool is_good = false;
};

WordRow word_row(int row) {
    Random random(static_cast<std::uint64_t>(row));
    WordRow made{.is_good = random.below(2) == 0};
    auto words = plain_words(kWords, random);
    made.word = made.is_good ? one_word(kGood, random) : one_word(kBad, random);
    put_somewhere(words, made.word, random);
    made.text = joined(words);
    return made;
}

std::string labelled(const std::string& text, const char* label) {
    return fmt::format(R"({{"text": "{}", "label": "{}"}})", text, label) + "\n";
}

}  // namespace

void write_word_model(const fs::path& folder, const std::string& model_type) {
    fs::create_directories(folder);
    write_json(folder / "config.json", word_config(model_type));
    write_json(folder / "tokenizer.json", word_tokenizer());
}

void write_word_data(const fs::path& file, int rows, int first) {
    std::ofstream out(file);
    for (int row = first; row < first + rows; ++row) {
        const auto made = word_row(row);
        out << labelled(made.text, made.is_good ? "good" : "bad");
    }
}

void write_neighbouring_data(const fs::path& file, int rows, int first) {
    std::ofstream out(file);
    for (int row = first; row < first + rows; ++row) {
        const auto made = word_row(row);
        out << labelled(made.text, std::ranges::find(kOne, made.word) != kOne.end() ? "one" : "two");
    }
}

void write_pair_data(const fs::path& file, int rows, int first) {
    std::ofstream out(file);
    for (int row = first; row < first + rows; ++row) {
        Random random(static_cast<std::uint64_t>(row));
        const bool is_first = random.below(2) == 0;
        auto one = plain_words(2 + random.below(7), random);
        auto other = plain_words(2 + random.below(7), random);
        put_somewhere(is_first ? one : other, kWanted, random);
        out << fmt::format(R"({{"text": "{}", "text_pair": "{}", "label": "{}"}})", joined(one),
                           joined(other), is_first ? "first" : "second")
            << "\n";
    }
}

}  // namespace tunebench::test
